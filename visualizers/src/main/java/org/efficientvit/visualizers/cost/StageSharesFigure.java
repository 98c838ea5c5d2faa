package org.efficientvit.visualizers.cost;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * What bounds the time of each stage of a network: memory, compute or overhead.
 *
 * @param groupings the rules by which it is divided, one beside the other
 */
public record StageSharesFigure(Profile profile, List<Grouping> groupings, FigureContext context)
    implements PickableFigure {

  private static final double WIDTH = 680;
  private static final double NOTE = 22;
  private static final double KEY = 24;

  public StageSharesFigure {
    requireNonNull(profile, "profile is null");
    groupings = List.copyOf(groupings);
    requireNonNull(context, "context is null");
  }

  /** By both rules. */
  public StageSharesFigure(Profile profile, FigureContext context) {
    this(profile, List.of(Grouping.values()), context);
  }

  @Override
  public String name() {
    return "bounds-by-stage";
  }

  @Override
  public String title() {
    return "What bounds the time of each stage";
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + NOTE + bars().height() + KEY + Canvas.MARGIN;
  }

  /** The stages in their order and, apart, all together; what took no time has no shares. */
  private ShareBars bars() {
    double all = Words.time(profile.operations());
    List<ShareBars.Row> rows = new ArrayList<>();
    Stages.divide(profile.operations())
        .forEach(
            (stage, operations) -> {
              double time = Words.time(operations);
              if (time > 0) {
                rows.add(
                    new ShareBars.Row(
                        stage,
                        "%s · %s".formatted(Words.time(time), Numbers.percent(time / all)),
                        operations,
                        Words.names(operations),
                        false));
              }
            });
    if (all > 0) {
      rows.add(
          new ShareBars.Row(
              "all",
              Words.time(all),
              profile.operations(),
              Words.names(profile.operations()),
              true));
    }
    return new ShareBars(rows, groupings);
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    return bars().pickables(Canvas.MARGIN, Canvas.HEADER + NOTE, width - 2 * Canvas.MARGIN);
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double room = width - 2 * Canvas.MARGIN;
    canvas.text(
        canvas.fit(Words.setting(profile), Theme.Type.SMALL, room),
        Theme.Type.SMALL,
        theme.muted(),
        Canvas.MARGIN,
        Canvas.HEADER + 4);
    ShareBars bars = bars();
    double y = Canvas.HEADER + NOTE;
    bars.draw(canvas, theme, Canvas.MARGIN, y, room);
    Key.ofBounds().draw(canvas, theme, Canvas.MARGIN, y + bars.height() + 8, room);
  }

  @Override
  public DataTable data() {
    return new DataTable(
        List.of("stage", "grouping", "memory", "compute", "overhead", "time (ns)"), bars().table());
  }
}
