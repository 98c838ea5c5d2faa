package org.efficientvit.app.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Files to open in tests. */
public final class Pictures {

  private Pictures() {}

  /** A picture of a disc on a ground of a colour. */
  public static Path disc(Path folder, String name, int width, int height, Color ground) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(ground);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.ORANGE);
    g.fillOval(width / 4, height / 4, width / 3, height / 3);
    g.dispose();
    Path file = folder.resolve(name);
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** A file that is no picture and no weights. */
  public static Path text(Path folder, String name) {
    try {
      return Files.writeString(folder.resolve(name), "nothing to see");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
