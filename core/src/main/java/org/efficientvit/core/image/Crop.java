package org.efficientvit.core.image;

/**
 * The square of a picture that a network sees.
 *
 * @param picture S rows and columns of pixels
 * @param geometry where in the original picture they come from
 */
public record Crop(Picture picture, CropGeometry geometry) {}
