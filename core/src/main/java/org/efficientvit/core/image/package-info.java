/** Pictures: decode, resample as Pillow does, crop, normalise. */
@NullMarked
package org.efficientvit.core.image;

import org.jspecify.annotations.NullMarked;
