/** Runs operations on PyTorch through the Deep Java Library. */
@NullMarked
package org.efficientvit.core.ops.torch;

import org.jspecify.annotations.NullMarked;
