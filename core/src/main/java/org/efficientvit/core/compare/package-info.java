/** Models side by side: what they cost, how fast they run here, how often they are right. */
@NullMarked
package org.efficientvit.core.compare;

import org.jspecify.annotations.NullMarked;
