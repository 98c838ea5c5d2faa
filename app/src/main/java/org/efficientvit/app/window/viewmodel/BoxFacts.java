package org.efficientvit.app.window.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.efficientvit.core.detect.Anchor;
import org.efficientvit.core.detect.Anchors;
import org.efficientvit.core.detect.BoxDeltas;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.evaluate.Box;

/**
 * Where a box comes from, in words.
 *
 * @param cell of the level that made it, in the picture's pixels
 * @param anchor that it was made of, in the picture's pixels
 * @param lines that say it
 */
public record BoxFacts(Box cell, Box anchor, List<Line> lines) {

  /** One fact: {@code Level}, {@code P4, stride 16}. */
  public record Line(String name, String words) {}

  public BoxFacts {
    lines = List.copyOf(lines);
  }

  /**
   * The facts of one box.
   *
   * @throws IllegalArgumentException if its anchor was not kept
   */
  static BoxFacts of(Detected detected, Detection detection) {
    Anchor anchor = detection.anchor();
    if (anchor == null) {
      throw new IllegalArgumentException("no anchor was kept");
    }
    Anchors.Level level = detected.pass().level(anchor.level());
    Box cell = detected.pass().cells(level).cell(anchor.row(), anchor.column());
    Box onPicture = detected.pass().onPicture(anchor.box());
    BoxDeltas deltas = detected.pass().deltas(anchor);
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "Level",
            "%s, stride %d, %d × %d cells"
                .formatted(anchor.levelName(), level.stride(), level.columns(), level.rows())));
    lines.add(
        new Line(
            "Cell",
            "row %d, column %d, centred at %s, %s px"
                .formatted(
                    anchor.row(),
                    anchor.column(),
                    Numbers.pixels(cell.x() + cell.width() / 2),
                    Numbers.pixels(cell.y() + cell.height() / 2))));
    lines.add(
        new Line(
            "Anchor",
            "%s, scale %s, %s × %s px"
                .formatted(
                    shape(anchor.ratio()),
                    String.format(Locale.ROOT, "%.2f", anchor.scale()),
                    Numbers.pixels(onPicture.width()),
                    Numbers.pixels(onPicture.height()))));
    lines.add(new Line("Changed", changes(deltas, onPicture)));
    return new BoxFacts(cell, onPicture, lines);
  }

  private static String shape(double ratio) {
    if (ratio == 1) {
      return "square";
    }
    return ratio < 1 ? "1 : 2, wide" : "2 : 1, tall";
  }

  private static String changes(BoxDeltas deltas, Box anchor) {
    return String.format(
            Locale.ROOT,
            "%+.1f, %+.1f px; %.2f times as wide, %.2f as tall",
            deltas.x() * anchor.width(),
            deltas.y() * anchor.height(),
            Math.exp(deltas.width()),
            Math.exp(deltas.height()))
        .replace('-', '−');
  }
}
