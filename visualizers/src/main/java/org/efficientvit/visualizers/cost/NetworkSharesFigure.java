package org.efficientvit.visualizers.cost;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * What bounds the time of several networks: memory, compute or overhead.
 *
 * <p>What was the same for all of them, engine, threads and batch, is said once; what was not
 * stands beside each name, so that figures of different engines are never mixed unmarked.
 *
 * @param profiles in the order in which they stand
 * @param groupings the rules by which it is divided, one beside the other
 */
public record NetworkSharesFigure(
    List<Profile> profiles, List<Grouping> groupings, FigureContext context)
    implements PickableFigure {

  private static final double WIDTH = 700;
  private static final double NOTE = 22;
  private static final double KEY = 24;

  private static final List<Function<Profile, String>> CONDITIONS =
      List.of(
          Profile::engine,
          profile -> Words.count(profile.threads(), "thread"),
          profile -> "batch " + profile.cost().batch(),
          profile -> "%1$d×%1$d pixels".formatted(profile.cost().imageSize()));

  public NetworkSharesFigure {
    profiles = List.copyOf(profiles);
    groupings = List.copyOf(groupings);
    requireNonNull(context, "context is null");
  }

  /** By both rules. */
  public NetworkSharesFigure(List<Profile> profiles, FigureContext context) {
    this(profiles, List.of(Grouping.values()), context);
  }

  @Override
  public String name() {
    return "bounds-by-network";
  }

  @Override
  public String title() {
    return "What bounds the time of each network";
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + NOTE + bars().height() + KEY + Canvas.MARGIN;
  }

  private boolean isShared(Function<Profile, String> condition) {
    return profiles.stream().map(condition).distinct().count() == 1;
  }

  private String label(Profile profile) {
    return Stream.concat(
            Stream.of(Words.network(profile)),
            CONDITIONS.stream()
                .filter(condition -> !isShared(condition))
                .map(condition -> condition.apply(profile)))
        .collect(Collectors.joining(", "));
  }

  private String shared() {
    return CONDITIONS.stream()
        .filter(this::isShared)
        .map(condition -> condition.apply(profiles.get(0)))
        .collect(Collectors.joining(", "));
  }

  private ShareBars bars() {
    List<ShareBars.Row> rows = new ArrayList<>();
    boolean areRepeated =
        profiles.stream().map(Words::network).distinct().count() < profiles.size();
    String before = "";
    for (Profile profile : profiles) {
      double time = Words.time(profile.operations());
      if (time > 0) {
        String network = Words.network(profile);
        boolean isApart = areRepeated && !rows.isEmpty() && !network.equals(before);
        rows.add(
            new ShareBars.Row(
                label(profile), Words.time(time), profile.operations(), Set.of(), isApart));
        before = network;
      }
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
        canvas.fit(shared(), Theme.Type.SMALL, room),
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
        List.of("network", "grouping", "memory", "compute", "overhead", "time (ns)"),
        bars().table());
  }
}
