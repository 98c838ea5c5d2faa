package org.efficientvit.app.window;

import java.awt.Color;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.efficientvit.app.window.view.ChartSpeed;
import org.efficientvit.app.window.viewmodel.CostViewModel;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.visualizers.map.Token;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures how soon the window answers, in milliseconds, on a screen in memory: {@code mvn -q
 * -Pspeed}, or with {@code -Dargs="start hover"} only some of it. Run it alone.
 *
 * <p>"Painted" ends with the pulse after the one that lays the change out, and so holds up to two
 * beats of 1/60 s of waiting; "work" is what the screen's thread does and nothing else.
 */
final class WindowSpeed {

  private static final int WIDTH = 500;
  private static final int HEIGHT = 375;
  private static final int STARTS = 5;
  private static final int PICTURES = 20;
  private static final int HOVERS = 500;
  private static final int LIBRARY = 500;
  private static final int POINTS = 1000;
  private static final int REDRAWINGS = 100;
  private static final int DRAG_SECONDS = 10;
  private static final int SECONDS = 300;
  private static final Pattern STARTED =
      Pattern.compile(
          "window after (\\d+) ms, usable after (\\d+) ms, predictions after (\\d+) ms.");

  private final Map<String, Measured> parts = new TreeMap<>();
  private final Path folder;
  private InspectorApplication application;
  private Workbench bench;
  private Scene scene;

  /** One part of the measuring. */
  private interface Measured {
    void run() throws Exception;
  }

  private WindowSpeed(Path folder) {
    this.folder = folder;
    parts.put("start", this::start);
    parts.put("picture", this::picture);
    parts.put("hover", this::hover);
    parts.put("drag", this::drag);
    parts.put("library", this::library);
    parts.put("chart", this::chart);
  }

  /**
   * Measures and prints a table.
   *
   * @param args the parts: start, picture, hover, drag, library, chart; all where none is named
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("window-speed");
    System.setProperty("inspector.data", folder.resolve("data").toString());
    System.out.printf("%-58s %9s %9s %9s %9s%n", "", "median", "95 %", "worst", "target");
    new WindowSpeed(folder).measure(args.length == 0 ? Set.of() : Set.of(args));
    System.exit(0);
  }

  private void measure(Set<String> wanted) throws Exception {
    for (String name : List.of("start", "picture", "hover", "drag", "library", "chart")) {
      if (wanted.isEmpty() || wanted.contains(name)) {
        parts.get(name).run();
      }
    }
  }

  private static void row(String what, double[] values, String target) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-58s %9.1f %9.1f %9.1f %9s%n",
        what,
        sorted[sorted.length / 2],
        sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))],
        sorted[sorted.length - 1],
        target);
  }

  private void start() throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property :
        List.of(
            "java.awt.headless",
            "glass.platform",
            "monocle.platform",
            "prism.order",
            "prism.text",
            "inspector.data")) {
      words.add("-D" + property + "=" + System.getProperty(property));
    }
    words.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("org.efficientvit.app.Main", "window", "--fresh", "--measure-start"));
    double[] window = new double[STARTS];
    double[] usable = new double[STARTS];
    double[] predictions = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      try (BufferedReader reader = process.inputReader()) {
        String said = String.join("\n", reader.lines().toList());
        Matcher found = STARTED.matcher(said);
        if (!found.find()) {
          throw new IllegalStateException(said);
        }
        window[i] = Double.parseDouble(found.group(1));
        usable[i] = Double.parseDouble(found.group(2));
        predictions[i] = Double.parseDouble(found.group(3));
      }
      process.waitFor();
    }
    row("Start: the window is painted", window, "");
    row("Start: the window can be used", usable, "< 3000");
    row("Start: the first predictions are painted", predictions, "");
  }

  private void open() throws TimeoutException {
    if (application != null) {
      return;
    }
    FxToolkit.toolkitContext().setSetupTimeoutInMillis(TimeUnit.SECONDS.toMillis(SECONDS));
    Stage stage = FxToolkit.registerPrimaryStage();
    application =
        (InspectorApplication) FxToolkit.setupApplication(InspectorApplication.class, "--fresh");
    bench = application.bench();
    scene = stage.getScene();
    await(() -> bench.inspect().inspectedProperty().get() != null);
    settle();
  }

  private void picture() throws TimeoutException {
    open();
    double[] known = new double[PICTURES];
    double[] painted = new double[PICTURES];
    for (int i = 0; i < PICTURES; i++) {
      Path file =
          Pictures.disc(
              folder, "choose-%d.png".formatted(i), WIDTH, HEIGHT, new Color(40 + 8 * i, 90, 120));
      settle();
      CompletableFuture<Long> answered = new CompletableFuture<>();
      CompletableFuture<Long> shown = new CompletableFuture<>();
      on(
          () -> {
            bench
                .inspect()
                .inspectedProperty()
                .addListener(
                    (property, old, now) -> {
                      answered.complete(System.nanoTime());
                      Pulses.whenPainted(scene, () -> shown.complete(System.nanoTime()));
                    });
          });
      long begin = System.nanoTime();
      on(() -> bench.open(List.of(file)));
      known[i] = milliseconds(begin, answered.join());
      painted[i] = milliseconds(begin, shown.join());
    }
    row("Choosing a picture of 500 x 375: M0's predictions", known, "< 150");
    row("Choosing a picture: predictions and all maps painted", painted, "< 300");
  }

  private void hover() throws TimeoutException {
    open();
    settle();
    on(() -> bench.navigation().go("blocks1.0"));
    settle();
    double[] work = new double[HOVERS];
    double[] painted = new double[HOVERS];
    for (int i = 0; i < HOVERS; i++) {
      Token token = new Token(i / 14 % 14, i % 14);
      CompletableFuture<Long> shown = new CompletableFuture<>();
      long[] times = new long[2];
      int turn = i;
      on(
          () -> {
            times[0] = System.nanoTime();
            bench.inspect().heads().hoveredProperty().set(token);
            times[1] = System.nanoTime();
            work[turn] = milliseconds(times[0], times[1]);
            Pulses.whenPainted(scene, () -> shown.complete(System.nanoTime()));
          });
      painted[i] = milliseconds(times[0], shown.join());
    }
    row("Hovering a token: work", work, "< 16");
    row("Hovering a token: painted", painted, "");
  }

  private void drag() throws TimeoutException {
    open();
    settle();
    report("opacity", bench.inspect().display().opacityProperty()::set, () -> true);
    on(() -> bench.inspect().strip().lensProperty().set(Lens.CASCADE));
    settle();
    report(
        "heads cut and joined",
        value -> bench.cascade().changesProperty().set(cut((int) (value * 97) % 3)),
        () -> bench.runners().models().size() == 0);
    on(
        () -> {
          bench.cascade().reset();
          bench.inspect().strip().lensProperty().set(Lens.HEADS);
        });
    settle();
  }

  private static Interventions cut(int head) {
    return new Interventions(
        Set.of(new Intervention(Intervention.Kind.CUT, "blocks1.0", head + 1)));
  }

  /** Sets a value at each beat for some seconds, and then waits until the last one is shown. */
  private void report(String what, DoubleConsumer set, Callable<Boolean> isShown) {
    List<Double> work = new ArrayList<>();
    int[] queue = new int[1];
    beats(
        DRAG_SECONDS,
        beat -> {
          long begin = System.nanoTime();
          set.accept(0.1 + 0.8 * (beat % 97) / 97);
          work.add(milliseconds(begin, System.nanoTime()));
          queue[0] = Math.max(queue[0], bench.runners().models().size());
        });
    long begin = System.nanoTime();
    await(isShown);
    CompletableFuture<Long> shown = new CompletableFuture<>();
    on(() -> Pulses.whenPainted(scene, () -> shown.complete(System.nanoTime())));
    double after = milliseconds(begin, shown.join());
    row("Dragging " + what + ": work", numbers(work), "< 16");
    row("Dragging " + what + ": most work waiting or under way", new double[] {queue[0]}, "<= 1");
    row("Dragging " + what + ": last value painted after the end", new double[] {after}, "< 100");
  }

  private void library() throws TimeoutException {
    open();
    settle();
    List<Path> files =
        IntStream.range(0, LIBRARY)
            .mapToObj(
                i ->
                    Pictures.disc(
                        folder,
                        "library-%d.png".formatted(i),
                        WIDTH,
                        HEIGHT,
                        new Color(i % 200, 90, 120)))
            .toList();
    on(() -> bench.open(files));
    settle();
    double before = heap();
    ListView<?> list = (ListView<?>) scene.lookup("#library");
    List<Double> frames = new ArrayList<>();
    long[] last = {System.nanoTime()};
    beats(
        DRAG_SECONDS,
        beat -> {
          long now = System.nanoTime();
          if (beat > 0) {
            frames.add(milliseconds(last[0], now));
          }
          last[0] = now;
          list.scrollTo(Math.abs(2 * beat % (2 * LIBRARY) - LIBRARY));
        });
    settle();
    row("500 pictures scrolled: from frame to frame", numbers(frames), "");
    System.out.printf(
        Locale.ROOT,
        "%-58s %6.0f MB before, %.0f MB after%n",
        "500 pictures scrolled: heap in use",
        before,
        heap());
  }

  /** Moves the pointer over the roofline, whose points are the operations of the network. */
  private void chart() throws TimeoutException {
    open();
    on(
        () -> {
          bench.roomProperty().set("cost");
          bench.cost().chartProperty().set(CostViewModel.Chart.ROOFLINE);
          bench.cost().measure();
        });
    settle();
    Node figure = scene.lookup("#cost");
    Bounds bounds = figure.localToScene(figure.getLayoutBounds());
    double[] work = new double[HOVERS];
    for (int i = 0; i < HOVERS; i++) {
      double x = bounds.getMinX() + bounds.getWidth() * (i % 25) / 25;
      double y = bounds.getMinY() + bounds.getHeight() * i / HOVERS;
      int turn = i;
      on(
          () -> {
            long begin = System.nanoTime();
            Event.fireEvent(figure, moved(x, y));
            work[turn] = milliseconds(begin, System.nanoTime());
          });
    }
    int points = bench.cost().figureProperty().get().data().rows().size();
    row("Pointing at a chart of %d points: work".formatted(points), work, "< 16");
    manyPoints();
  }

  /** Points at a chart of many points, magnifies and moves it. */
  private void manyPoints() {
    ChartSpeed[] chart = new ChartSpeed[1];
    on(() -> chart[0] = new ChartSpeed(POINTS));
    double[] pointed = new double[HOVERS];
    double[] zoomed = new double[REDRAWINGS];
    double[] dragged = new double[REDRAWINGS];
    for (int i = 0; i < HOVERS; i++) {
      int turn = i;
      on(() -> pointed[turn] = chart[0].point(turn, HOVERS));
    }
    for (int i = 0; i < REDRAWINGS; i++) {
      int turn = i;
      on(() -> zoomed[turn] = chart[0].zoom(turn / 5 % 2 == 0));
    }
    on(() -> chart[0].zoom(true));
    for (int i = 0; i < REDRAWINGS; i++) {
      int turn = i;
      on(() -> dragged[turn] = chart[0].drag(turn % 2 == 0 ? 20 : -20));
    }
    on(chart[0]::close);
    String what = "a chart of %d points: work".formatted(POINTS);
    row("Pointing at " + what, pointed, "< 16");
    row("Magnifying " + what, zoomed, "< 16");
    row("Dragging " + what, dragged, "< 16");
  }

  private static MouseEvent moved(double x, double y) {
    return new MouseEvent(
        MouseEvent.MOUSE_MOVED,
        x,
        y,
        x,
        y,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  private static double heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Does something at each beat of the screen, for so many seconds. */
  private static void beats(int seconds, IntConsumer step) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    on(
        () ->
            new AnimationTimer() {
              private int beat;

              @Override
              public void handle(long now) {
                if (System.nanoTime() > end) {
                  stop();
                  over.complete(null);
                } else {
                  step.accept(beat++);
                }
              }
            }.start());
    over.join();
  }

  private void settle() {
    await(() -> bench.runners().models().size() == 0 && bench.runners().files().size() == 0);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(1000L * SECONDS, condition));
    } catch (TimeoutException e) {
      throw new IllegalStateException("never happened", e);
    }
  }

  private static void on(Runnable step) {
    CompletableFuture.runAsync(step, Platform::runLater).join();
  }

  private static double milliseconds(long begin, long end) {
    return (end - begin) / 1e6;
  }
}
