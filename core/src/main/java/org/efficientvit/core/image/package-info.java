/**
 * Pictures: decode, resample as Pillow does, crop, normalise.
 *
 * <p>{@link org.efficientvit.core.image.PictureReader} makes a {@link
 * org.efficientvit.core.image.Picture} of a file; {@link org.efficientvit.core.image.Preprocessing}
 * makes a {@link org.efficientvit.core.image.Crop} and a tensor of that, as the official evaluation
 * does. Everything here is stateless or immutable and may be used by many threads at once.
 */
@NullMarked
package org.efficientvit.core.image;

import org.jspecify.annotations.NullMarked;
