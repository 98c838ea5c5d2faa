/** Pictures with their classes: what training and evaluation read. */
@NullMarked
package org.efficientvit.core.data;

import org.jspecify.annotations.NullMarked;
