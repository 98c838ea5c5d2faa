/** Networks written down as TorchScript, which PyTorch runs whole and in other numbers. */
@NullMarked
package org.efficientvit.core.ops.script;

import org.jspecify.annotations.NullMarked;
