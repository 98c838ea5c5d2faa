package org.efficientvit.visualizers.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** PNG that knows how large it is on paper. */
final class PngEncoder {

  private static final String FORMAT = "javax_imageio_png_1.0";
  private static final double POINTS_PER_METRE = 72 / 0.0254;

  private PngEncoder() {}

  static void encode(BufferedImage image, double pixelsPerPoint, OutputStream stream)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(stream)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      metadata.mergeTree(FORMAT, resolution(Math.round(pixelsPerPoint * POINTS_PER_METRE)));
      writer.setOutput(output);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode resolution(long pixelsPerMetre) {
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", Long.toString(pixelsPerMetre));
    physical.setAttribute("pixelsPerUnitYAxis", Long.toString(pixelsPerMetre));
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(physical);
    return root;
  }
}
