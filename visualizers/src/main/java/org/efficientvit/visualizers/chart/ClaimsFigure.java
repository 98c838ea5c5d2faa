package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.claims.Entry;
import org.efficientvit.core.claims.Entry.Elsewhere;
import org.efficientvit.core.claims.Judgement;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.claims.Verdict;
import org.efficientvit.core.claims.Witness;
import org.efficientvit.core.published.Direction;
import org.efficientvit.core.published.Quantity;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/**
 * How many times as fast EfficientViT is as its rivals on a processor: printed and measured here,
 * on PyTorch and on ONNX Runtime, and what became of each ratio.
 */
public record ClaimsFigure(Ledger ledger, FigureContext context) implements PickableFigure {

  private static final double WIDTH = 760;
  private static final double ROW = 19;
  private static final double GROUP = 25;
  private static final double NAMES = 40;
  private static final double VERDICTS = 66;
  private static final double GAP = 18;
  private static final double ABOVE = 26;
  private static final double AXIS = 46;
  private static final double LEGEND = 22;
  private static final double WHISKER = 1.4;
  private static final double CROSS = 2.8;
  private static final double TICK = 4;

  private static final List<Quantity> PANELS = List.of(Quantity.XEON, Quantity.ONNX);

  /** A rival, and a row for each model that is compared with it. */
  private record Group(String rival, Map<String, Map<Quantity, Entry>> rows) {}

  public ClaimsFigure {
    requireNonNull(ledger, "ledger is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "claims-on-processors";
  }

  @Override
  public String title() {
    return "EfficientViT against its rivals on a processor · printed, and measured here";
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + ABOVE + rowsHeight() + AXIS + below() + Canvas.MARGIN;
  }

  private double below() {
    return LEGEND + footnote(WIDTH).height();
  }

  private double rowsHeight() {
    return groups().stream().mapToDouble(group -> GROUP + group.rows.size() * ROW).sum();
  }

  /** The ratios of printed speeds on processors whose networks are both here. */
  private List<Entry> entries() {
    return ledger.entries().stream()
        .filter(one -> one.statement().sort() == Statement.Sort.PRINTED_RATIO)
        .filter(one -> PANELS.contains(one.statement().quantity()))
        .filter(one -> one.statement().isOfNetworksHere())
        .toList();
  }

  private List<Group> groups() {
    Map<String, Map<String, Map<Quantity, Entry>>> groups = new LinkedHashMap<>();
    for (Entry entry : entries()) {
      Statement statement = entry.statement();
      groups
          .computeIfAbsent(rival(statement), rival -> new LinkedHashMap<>())
          .computeIfAbsent(subject(statement), subject -> new LinkedHashMap<>())
          .put(statement.quantity(), entry);
    }
    List<Group> all = new ArrayList<>();
    groups.forEach((rival, rows) -> all.add(new Group(rival, rows)));
    return all;
  }

  private static String subject(Statement statement) {
    return statement.subject().displayName().replace("EfficientViT-", "");
  }

  private static String rival(Statement statement) {
    return statement.rival().orElseThrow().displayName();
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double top = Canvas.HEADER + ABOVE;
    double bottom = height - Canvas.MARGIN - below() - AXIS;
    List<LogAxis> axes = axes(width);
    for (int i = 0; i < PANELS.size(); i++) {
      LogAxis axis = axes.get(i);
      heading(canvas, theme, axis, PANELS.get(i), top, bottom);
    }
    double y = top;
    double scale = (bottom - top) / Math.max(1, rowsHeight());
    for (Group group : groups()) {
      canvas.text(
          "times as fast as " + group.rival,
          Theme.Type.BODY,
          theme.text(),
          Canvas.MARGIN,
          y + scale * GROUP - 7);
      y += scale * GROUP;
      for (LogAxis axis : axes) {
        lines(canvas, theme, axis, y, y + scale * ROW * group.rows.size());
      }
      for (Map.Entry<String, Map<Quantity, Entry>> row : group.rows.entrySet()) {
        double middle = y + scale * ROW / 2;
        canvas.text(row.getKey(), Theme.Type.BODY, theme.text(), Canvas.MARGIN + 10, middle + 4);
        for (int i = 0; i < PANELS.size(); i++) {
          Optional<Entry> entry = Optional.ofNullable(row.getValue().get(PANELS.get(i)));
          row(canvas, theme, axes.get(i), entry, middle);
        }
        y += scale * ROW;
      }
    }
    legend(canvas, theme, bottom + AXIS + 8);
    footnote(width).draw(canvas, theme, Canvas.MARGIN, height - Canvas.MARGIN + 4);
  }

  private List<LogAxis> axes(double width) {
    double each = (width - 2 * Canvas.MARGIN - NAMES) / PANELS.size();
    List<Double> values = values();
    List<LogAxis> axes = new ArrayList<>();
    for (int i = 0; i < PANELS.size(); i++) {
      double left = Canvas.MARGIN + NAMES + i * each + GAP / 2;
      axes.add(LogAxis.of(values, left, left + each - GAP - VERDICTS));
    }
    return axes;
  }

  /** The ratios, each with its verdict: where they stand as a row of their half. */
  @Override
  public List<Pickable> pickables(double width, double height) {
    List<LogAxis> axes = axes(width);
    double y = Canvas.HEADER + ABOVE;
    double scale = (height - Canvas.MARGIN - below() - AXIS - y) / Math.max(1, rowsHeight());
    List<Pickable> parts = new ArrayList<>();
    for (Group group : groups()) {
      y += scale * GROUP;
      for (Map<Quantity, Entry> row : group.rows.values()) {
        for (int i = 0; i < PANELS.size(); i++) {
          Entry entry = row.get(PANELS.get(i));
          if (entry != null) {
            parts.add(part(entry, axes.get(i), y, scale * ROW));
          }
        }
        y += scale * ROW;
      }
    }
    return parts;
  }

  private static Pickable part(Entry entry, LogAxis axis, double y, double height) {
    Rectangle2D row =
        new Rectangle2D.Double(
            axis.left(), y, axis.right() - axis.left() + GAP / 2 + VERDICTS, height);
    return new Pickable(of(entry.statement()), Set.of(), row, told(entry));
  }

  private static String of(Statement statement) {
    return "%s : %s on %s"
        .formatted(subject(statement), rival(statement), engine(statement.quantity()));
  }

  /** All that the figure knows of a ratio. */
  private static String told(Entry entry) {
    Statement statement = entry.statement();
    StringBuilder text = new StringBuilder(of(statement)).append(", images/s");
    text.append(
        String.format(
            Locale.ROOT, "\nprinted %.2f (%s)", statement.claimed().value(), statement.status()));
    entry
        .finding()
        .ifPresent(
            finding ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "\nmeasured here %.2f (95 %%: %.2f – %.2f), batch 16, 1 thread",
                        finding.value().value(),
                        finding.value().low(),
                        finding.value().high())));
    atBatchOne(entry)
        .ifPresent(ratio -> text.append(String.format(Locale.ROOT, "\nbatch 1 here %.2f", ratio)));
    for (double witness : witnesses(entry)) {
      text.append(String.format(Locale.ROOT, "\ntimm's results, batch 1: %.2f", witness));
    }
    return text.append('\n').append(entry.verdict()).toString();
  }

  private static String engine(Quantity panel) {
    return panel == Quantity.ONNX ? "ONNX Runtime" : "PyTorch";
  }

  /** All ratios that have a place, and 1. */
  private List<Double> values() {
    List<Double> values = new ArrayList<>(List.of(1.0));
    for (Entry entry : entries()) {
      values.add(entry.statement().claimed().value());
      entry.finding().ifPresent(one -> values.add(one.value().low()));
      entry.finding().ifPresent(one -> values.add(one.value().high()));
      atBatchOne(entry).ifPresent(values::add);
      witnesses(entry).forEach(values::add);
    }
    return values;
  }

  private static void lines(Canvas canvas, Theme theme, LogAxis axis, double top, double bottom) {
    axis.lines(canvas, theme, top, bottom);
    canvas.line(new Line2D.Double(axis.x(1), top, axis.x(1), bottom), theme.text(), 1);
  }

  private static void heading(
      Canvas canvas, Theme theme, LogAxis axis, Quantity panel, double top, double bottom) {
    canvas.text(engine(panel), Theme.Type.BODY, theme.text(), axis.left(), top - 10);
    canvas.text(
        "verdict", Theme.Type.SMALL, theme.muted(), axis.right() + GAP / 2, top - 10, Align.LEFT);
    axis.numbers(canvas, theme, bottom);
    canvas.text(
        "images/s, times the rival's: slower to the left of 1",
        Theme.Type.BODY,
        theme.muted(),
        (axis.left() + axis.right()) / 2,
        bottom + 30,
        Align.CENTRE);
  }

  private static void row(
      Canvas canvas, Theme theme, LogAxis axis, Optional<Entry> entry, double y) {
    if (entry.isEmpty()) {
      canvas.text("not printed", Theme.Type.SMALL, theme.muted(), axis.right() + GAP / 2, y + 3.5);
      return;
    }
    Entry one = entry.get();
    for (double witness : witnesses(one)) {
      double x = axis.x(witness);
      canvas.line(new Line2D.Double(x, y - TICK, x, y + TICK), theme.muted(), WHISKER);
    }
    atBatchOne(one).ifPresent(ratio -> cross(canvas, theme.accent(), axis.x(ratio), y));
    one.finding().ifPresent(finding -> measured(canvas, theme, axis, finding.value(), y));
    Mark.PUBLISHED_CPU.draw(canvas, theme, axis.x(one.statement().claimed().value()), y);
    canvas.text(
        words(one.judgement()),
        Theme.Type.SMALL,
        one.verdict() == Verdict.DOES_NOT_HOLD ? theme.warning() : theme.text(),
        axis.right() + GAP / 2,
        y + 3.5);
  }

  private static void measured(Canvas canvas, Theme theme, LogAxis axis, Estimate ratio, double y) {
    Color colour = Mark.MEASURED.colour(theme);
    double low = axis.x(ratio.low());
    double high = axis.x(ratio.high());
    canvas.line(new Line2D.Double(low, y, high, y), colour, WHISKER);
    canvas.line(new Line2D.Double(low, y - 3, low, y + 3), colour, WHISKER);
    canvas.line(new Line2D.Double(high, y - 3, high, y + 3), colour, WHISKER);
    Mark.MEASURED.draw(canvas, theme, axis.x(ratio.value()), y);
  }

  private static void cross(Canvas canvas, Color colour, double x, double y) {
    canvas.line(new Line2D.Double(x - CROSS, y - CROSS, x + CROSS, y + CROSS), colour, WHISKER);
    canvas.line(new Line2D.Double(x - CROSS, y + CROSS, x + CROSS, y - CROSS), colour, WHISKER);
  }

  /** The verdict in a word or two. */
  static String words(Judgement judgement) {
    return switch (judgement.verdict()) {
      case HOLDS -> "holds";
      case DOES_NOT_HOLD -> shortOf(judgement.direction().orElseThrow());
      case NOT_DECIDED -> "not decided";
      case NOT_MEASURABLE_HERE -> "not here";
      case NOT_MEASURED -> "not measured";
    };
  }

  private static String shortOf(Direction direction) {
    return switch (direction) {
      case SAME -> "smaller";
      case OTHER -> "reversed";
      case WITHIN_NOISE -> "no difference";
    };
  }

  /** The ratio on the same engine with one picture at a time. */
  private static Optional<Double> atBatchOne(Entry entry) {
    String engine = entry.statement().quantity() == Quantity.ONNX ? "onnx" : "pytorch";
    return entry.elsewhere().stream()
        .map(Elsewhere::finding)
        .filter(
            finding ->
                finding
                    .setting()
                    .filter(one -> one.batch() == 1 && one.engine().equals(engine))
                    .isPresent())
        .map(finding -> finding.value().value())
        .findFirst();
  }

  private static List<Double> witnesses(Entry entry) {
    return entry.witnesses().stream().map(Witness::value).toList();
  }

  private static void legend(Canvas canvas, Theme theme, double y) {
    double x = Canvas.MARGIN;
    Mark.PUBLISHED_CPU.draw(canvas, theme, x + 4, y - 3.5);
    x = key(canvas, theme, "printed", x, y);
    Mark.MEASURED.draw(canvas, theme, x + 4, y - 3.5);
    x = key(canvas, theme, "measured here, batch 16, 1 thread, 95 % interval", x, y);
    cross(canvas, theme.accent(), x + 4, y - 3.5);
    x = key(canvas, theme, "measured here, batch 1", x, y);
    canvas.line(new Line2D.Double(x + 4, y - 7.5, x + 4, y + 0.5), theme.muted(), WHISKER);
    key(canvas, theme, "timm's results, batch 1", x, y);
  }

  private Footnote footnote(double width) {
    return Footnote.of("Printed: " + sources() + ".", width - 2 * Canvas.MARGIN);
  }

  private static double key(Canvas canvas, Theme theme, String text, double x, double y) {
    return x + 13 + canvas.text(text, Theme.Type.SMALL, theme.text(), x + 13, y) + GAP;
  }

  private String sources() {
    Set<String> sources = new LinkedHashSet<>();
    entries()
        .forEach(
            one ->
                sources.add(
                    "%s (%s)".formatted(one.statement().source(), one.statement().status())));
    return String.join("; ", sources);
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Entry entry : entries()) {
      Statement statement = entry.statement();
      Optional<Estimate> value = entry.finding().map(one -> one.value());
      rows.add(
          List.of(
              subject(statement),
              rival(statement),
              statement.quantity().name().toLowerCase(Locale.ROOT),
              statement.claimed().value(),
              value.<Object>map(Estimate::value).orElse(""),
              value.<Object>map(Estimate::low).orElse(""),
              value.<Object>map(Estimate::high).orElse(""),
              atBatchOne(entry).<Object>map(one -> one).orElse(""),
              entry.verdict().toString(),
              entry.judgement().reason(),
              statement.source(),
              statement.status()));
    }
    return new DataTable(
        List.of(
            "model",
            "rival",
            "column",
            "printed ratio (1)",
            "measured ratio (1)",
            "low (1)",
            "high (1)",
            "measured at batch 1 (1)",
            "verdict",
            "reason",
            "source",
            "status"),
        rows);
  }
}
