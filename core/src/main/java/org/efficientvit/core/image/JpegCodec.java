package org.efficientvit.core.image;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;

/**
 * JPEG: the reader gives the components as they are stored, and the colours are made here.
 *
 * <p>Java's way from components to colours goes through profiles and guesses; libjpeg's, which
 * Pillow shows, is a table.
 */
final class JpegCodec implements Codec {

  @Override
  public Header header(byte[] file) throws IOException {
    return new JpegStructure(file).header();
  }

  @Override
  public byte[] decode(byte[] file, Header header) throws IOException {
    JpegStructure.Colors colors = new JpegStructure(file).colors();
    Raster raster =
        ImageIoDecoder.read(
            "jpeg", ImageIoDecoder.TWELVE_MONKEYS, file, reader -> reader.readRaster(0, null));
    byte[] components = ((DataBufferByte) raster.getDataBuffer()).getData();
    return switch (colors) {
      case GREY -> YccColors.repeatGrey(components);
      case RGB -> components;
      case YCC -> YccColors.toRgb(components);
      case CMYK -> CmykColors.toRgb(components);
      case YCCK -> CmykColors.toRgb(CmykColors.fromYcck(components));
    };
  }
}
