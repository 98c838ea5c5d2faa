package org.efficientvit.visualizers.map;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;

/**
 * What the colours of a figure's maps mean: a label, the colours, numbers under them and a note.
 *
 * @param label what is measured
 * @param ticks under the colours, the ends first
 * @param note on how it is drawn
 */
public record ColourBar(ColourMap colours, String label, List<Tick> ticks, String note) {

  public ColourBar {
    requireNonNull(colours, "colours is null");
    ticks = List.copyOf(ticks);
  }

  /** From the upper edge of the label to the lower edge of the note. */
  public static final double HEIGHT = 60;

  private static final double WIDTH = 300;
  private static final double THICKNESS = 9;
  private static final double TICK = 3;
  private static final double BETWEEN = 8;

  /** A screen that stretches a single row mixes it with what lies beside it in its memory. */
  private static final int ROWS = 18;

  /**
   * A number under the colours.
   *
   * @param fraction from 0, the left end, to 1
   */
  public record Tick(double fraction, String label) {}

  /** Both ends of a scale and round numbers between them. */
  public static List<Tick> ticks(Scale scale) {
    if (scale.min() == scale.max()) {
      return List.of(new Tick(scale.fraction(scale.min()), Numbers.plain(scale.min())));
    }
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(0, Numbers.plain(scale.min())));
    ticks.add(new Tick(1, Numbers.plain(scale.max())));
    double step = Numbers.step((scale.max() - scale.min()) / 4);
    for (double n = Math.ceil(scale.min() / step); n * step < scale.max(); n++) {
      ticks.add(new Tick(scale.fraction(n * step), Numbers.plain(n * step)));
    }
    return ticks;
  }

  /** Draws it with its label's upper edge at a height. */
  public void draw(Graphics2D g, Canvas canvas, Theme theme, double x, double y, double room) {
    double width = Math.min(WIDTH, room);
    canvas.text(canvas.fit(label, Theme.Type.BODY, room), Theme.Type.BODY, theme.text(), x, y + 10);
    Rectangle2D bar = new Rectangle2D.Double(x, y + 17, width, THICKNESS);
    BufferedImage ramp = ramp();
    AffineTransform place = AffineTransform.getTranslateInstance(bar.getX(), bar.getY());
    place.scale(bar.getWidth() / ramp.getWidth(), bar.getHeight() / ramp.getHeight());
    g.drawImage(ramp, place, null);
    canvas.line(bar, theme.muted(), 0.5);
    List<Rectangle2D> taken = new ArrayList<>();
    for (Tick tick : ticks) {
      draw(tick, canvas, theme, bar, taken);
    }
    canvas.text(
        canvas.fit(note, Theme.Type.SMALL, room), Theme.Type.SMALL, theme.muted(), x, y + 57);
  }

  /** A number that would run into an earlier one is left out. */
  private static void draw(
      Tick tick, Canvas canvas, Theme theme, Rectangle2D bar, List<Rectangle2D> taken) {
    double width = canvas.width(tick.label, Theme.Type.SMALL);
    double at = bar.getX() + tick.fraction * bar.getWidth();
    double left = Math.min(Math.max(at - width / 2, bar.getX()), bar.getMaxX() - width);
    Rectangle2D box = new Rectangle2D.Double(left - BETWEEN / 2, 0, width + BETWEEN, 1);
    canvas.line(
        new Line2D.Double(at, bar.getMaxY(), at, bar.getMaxY() + TICK), theme.muted(), 0.75);
    if (taken.stream().anyMatch(box::intersects)) {
      return;
    }
    taken.add(box);
    canvas.text(tick.label, Theme.Type.SMALL, theme.text(), left, bar.getMaxY() + TICK + 10);
  }

  private BufferedImage ramp() {
    BufferedImage ramp = new BufferedImage(600, ROWS, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < ramp.getWidth(); i++) {
      int colour = colours.argb((i + 0.5) / ramp.getWidth());
      for (int row = 0; row < ROWS; row++) {
        ramp.setRGB(i, row, colour);
      }
    }
    return ramp;
  }
}
