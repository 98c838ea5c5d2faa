/** Training: the network of inference with gradients, epoch by epoch, to be stopped and resumed. */
@NullMarked
package org.efficientvit.core.train;

import org.jspecify.annotations.NullMarked;
