/** Checkpoint files and the names, shapes and numbers in them. */
@NullMarked
package org.efficientvit.core.weights;

import org.jspecify.annotations.NullMarked;
