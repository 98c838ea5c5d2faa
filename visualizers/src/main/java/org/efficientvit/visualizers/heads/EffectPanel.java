package org.efficientvit.visualizers.heads;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;

/** What interventions changed, as two lists of bars side by side. */
record EffectPanel(CascadeEffect effect) {

  private static final double TITLE = 24;
  private static final double ROW = 21;
  private static final double BAR = 6;
  private static final double GAP = 28;
  private static final double LONGEST_LABEL = 110;
  private static final double NUMBERS = 92;
  private static final double NUMBER = 44;

  double height() {
    return TITLE + ROW * Math.max(effect.classes().size(), effect.blocks().size());
  }

  void draw(Canvas canvas, Theme theme, double x, double y, double width) {
    double half = (width - GAP) / 2;
    classes(canvas, theme, x, y, half);
    blocks(canvas, theme, x + half + GAP, y, half);
  }

  private void classes(Canvas canvas, Theme theme, double x, double y, double width) {
    String title = "probability before (outline) and after (filled): " + effect.prediction();
    canvas.text(
        canvas.fit(title, Theme.Type.BODY, width), Theme.Type.BODY, theme.text(), x, y + 10);
    double labels =
        labels(canvas, effect.classes().stream().map(CascadeEffect.OfClass::label).toList());
    double full = width - labels - NUMBERS;
    for (int i = 0; i < effect.classes().size(); i++) {
      CascadeEffect.OfClass one = effect.classes().get(i);
      double top = y + TITLE + i * ROW;
      label(canvas, theme, one.label(), x + labels, top, labels);
      canvas.line(
          new Rectangle2D.Double(x + labels, top + 1, full * one.before(), BAR), theme.text(), 1);
      canvas.fill(
          new Rectangle2D.Double(x + labels, top + BAR + 3, full * one.after(), BAR),
          theme.accent());
      canvas.text(
          Numbers.percent(one.before()) + " → " + Numbers.percent(one.after()),
          Theme.Type.SMALL,
          theme.text(),
          x + width,
          top + 11.5,
          Align.RIGHT);
    }
  }

  private void blocks(Canvas canvas, Theme theme, double x, double y, double width) {
    canvas.text(
        canvas.fit("maps: " + effect.measure(), Theme.Type.BODY, width),
        Theme.Type.BODY,
        theme.text(),
        x,
        y + 10);
    double labels =
        labels(canvas, effect.blocks().stream().map(CascadeEffect.OfBlock::block).toList());
    double most =
        effect.blocks().stream().mapToDouble(CascadeEffect.OfBlock::change).max().orElse(0);
    double full = width - labels - NUMBER;
    for (int i = 0; i < effect.blocks().size(); i++) {
      CascadeEffect.OfBlock one = effect.blocks().get(i);
      double top = y + TITLE + i * ROW;
      label(canvas, theme, one.block(), x + labels, top, labels);
      double length = most > 0 ? full * one.change() / most : 0;
      canvas.fill(
          new Rectangle2D.Double(x + labels, top + BAR / 2 + 1, length, 1.5 * BAR), theme.accent());
      canvas.text(
          Numbers.plain(one.change()),
          Theme.Type.SMALL,
          theme.text(),
          x + labels + length + 5,
          top + 11.5);
    }
  }

  private static double labels(Canvas canvas, List<String> labels) {
    return 6
        + Math.min(
            LONGEST_LABEL,
            labels.stream()
                .mapToDouble(label -> canvas.width(label, Theme.Type.SMALL))
                .max()
                .orElse(0));
  }

  private static void label(
      Canvas canvas, Theme theme, String label, double right, double top, double room) {
    canvas.text(
        canvas.fit(label, Theme.Type.SMALL, room - 6),
        Theme.Type.SMALL,
        theme.text(),
        right - 6,
        top + 11.5,
        Align.RIGHT);
  }
}
