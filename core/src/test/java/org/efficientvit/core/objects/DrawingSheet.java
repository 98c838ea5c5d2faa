package org.efficientvit.core.objects;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Studio;

/** Draws many individuals of one kind on one sheet, to be looked at: FILE KIND... */
final class DrawingSheet {

  private static final int CELL = 224;
  private static final int COLUMNS = 6;

  private DrawingSheet() {}

  public static void main(String[] args) throws IOException {
    BufferedImage sheet =
        new BufferedImage(COLUMNS * CELL, (args.length - 1) * CELL * 2, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    for (int i = 1; i < args.length; i++) {
      Artist artist = ObjectKind.valueOf(args[i]).artist();
      for (int j = 0; j < 2 * COLUMNS; j++) {
        SplittableRandom random = new SplittableRandom(31L * j + i);
        double angle = random.nextDouble(-2.4, -0.7);
        Graphics2D cell = (Graphics2D) graphics.create();
        cell.translate(j % COLUMNS * CELL, ((i - 1) * 2 + j / COLUMNS) * CELL);
        cell.clipRect(0, 0, CELL, CELL);
        float shade = 0.55f + 0.4f * (float) random.nextDouble();
        cell.setColor(new Color(shade * 0.95f, shade, shade * 0.97f));
        cell.fillRect(0, 0, CELL, CELL);
        cell.translate(CELL / 2.0, CELL / 2.0);
        cell.scale(CELL * 0.85, CELL * 0.85);
        artist.draw(new Studio(random, Math.cos(angle), Math.sin(angle))).paint(cell);
        cell.dispose();
      }
    }
    ImageIO.write(sheet, "png", Path.of(args[0]).toFile());
  }
}
