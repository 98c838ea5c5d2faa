/** Training: what an epoch came to. */
@NullMarked
package org.efficientvit.core.train;

import org.jspecify.annotations.NullMarked;
