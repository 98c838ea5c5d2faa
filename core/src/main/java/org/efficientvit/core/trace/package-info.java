/** One forward pass as plain Java values, and what makes one. */
@NullMarked
package org.efficientvit.core.trace;

import org.jspecify.annotations.NullMarked;
