package org.efficientvit.core.objects.scene;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.efficientvit.core.objects.ObjectKind;

/** Renders 64 scenes on one sheet, to be looked at: FILE [SEED [KIND]]. */
final class SceneSheet {

  private static final int CELL = 224;
  private static final int SIDE = 8;

  private SceneSheet() {}

  public static void main(String[] args) throws IOException {
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 0;
    ObjectKind[] kinds =
        args.length > 2 ? new ObjectKind[] {ObjectKind.valueOf(args[2])} : ObjectKind.values();
    SceneRenderer renderer = new SceneRenderer(CELL, false);
    BufferedImage sheet = new BufferedImage(SIDE * CELL, SIDE * CELL, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    for (int i = 0; i < SIDE * SIDE; i++) {
      RenderedScene scene =
          renderer.render(kinds[i % kinds.length], Split.SAMPLES.sceneSeed(seed, i));
      graphics.drawImage(scene.picture().toBufferedImage(), i % SIDE * CELL, i / SIDE * CELL, null);
    }
    graphics.dispose();
    ImageIO.write(sheet, "png", Path.of(args[0]).toFile());
  }
}
