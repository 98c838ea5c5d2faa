package org.efficientvit.app.command;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;

/** Pictures and weights made on the spot. */
final class Samples {

  /** M0 for pictures of 64 pixels and ten classes. */
  static final EfficientViTConfig SMALL = Variant.M0.config().withImageSize(64).withClasses(10);

  private Samples() {}

  static Path picture(Path folder, String name) {
    BufferedImage image = new BufferedImage(96, 80, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setPaint(new GradientPaint(0, 0, Color.ORANGE, 96, 80, Color.BLUE));
    g.fillRect(0, 0, 96, 80);
    g.dispose();
    Path file = folder.resolve(name);
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  static Path weights(Path folder) {
    Path file = folder.resolve("small.safetensors");
    SafetensorsWriter.write(
        file,
        SeededWeights.of(new EfficientViT(SMALL), 1),
        DType.FLOAT32,
        Map.of("trained_on", "nothing"));
    return file;
  }
}
