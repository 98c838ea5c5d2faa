package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.efficientvit.app.window.viewmodel.HeadMap;
import org.efficientvit.app.window.viewmodel.ModelKeeper;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What keeps the window quick, as far as it is certain on any machine: how much work there is, not
 * how long it takes. {@link WindowSpeed} measures the times.
 */
class WindowSpeedTest {

  private static final int CHANGES = 200;
  private static final long MOST_MILLISECONDS = 100;

  @TempDir Path folder;

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final Queue<Runnable> screen = new ArrayDeque<>();
  private final ModelKeeper keeper = new ModelKeeper();
  private Workbench bench;
  private int passes;

  @BeforeEach
  void openAPicture() throws TimeoutException {
    // Fonts of the view models want a toolkit.
    FxToolkit.registerPrimaryStage();
    LatestRunner runner = new LatestRunner(worker::add, screen::add);
    bench = new Workbench(Runners.of(() -> runner), keeper, List.of());
    bench.inspect().model().start();
    bench.open(List.of(Pictures.disc(folder, "a.png", 500, 375, Color.BLUE)));
    finish();
    assertThat(bench.inspect().inspectedProperty().get()).isNotNull();
    passes = 0;
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  /** Does all work, in the order in which it was asked for, as the window's one worker does. */
  private void finish() {
    while (!worker.isEmpty() || !screen.isEmpty()) {
      while (!worker.isEmpty()) {
        worker.remove().run();
        passes++;
      }
      while (!screen.isEmpty()) {
        screen.remove().run();
      }
    }
  }

  @Test
  void hoveringAsksForNoPassAndIsQuick() {
    List<List<HeadMap>> seen = new ArrayList<>();
    bench.inspect().heads().mapsProperty().addListener((property, old, now) -> seen.add(now));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < CHANGES; i++) {
      long begin = System.nanoTime();
      bench.inspect().heads().hoveredProperty().set(new Token(i % 4, i / 4 % 4));
      best = Math.min(best, System.nanoTime() - begin);
    }
    assertThat(seen).as("one drawing for each token").hasSize(CHANGES);
    assertThat(worker).isEmpty();
    assertThat(TimeUnit.NANOSECONDS.toMillis(best)).isLessThan(MOST_MILLISECONDS);
  }

  @Test
  void draggingTheOpacityAsksForNoPass() {
    for (int i = 0; i < CHANGES; i++) {
      bench.inspect().display().opacityProperty().set(i / (double) CHANGES);
    }
    assertThat(worker).isEmpty();
    assertThat(bench.runners().models().size()).isZero();
  }

  @Test
  void changesThatNeedAPassNeverQueueAndTheLastOneIsShown() {
    bench.inspect().strip().lensProperty().set(Lens.CASCADE);
    finish();
    String block = bench.inspect().heads().blockProperty().get();
    passes = 0;
    for (int i = 0; i < CHANGES; i++) {
      bench.cascade().changesProperty().set(cut(block, 1 + i % 2));
      assertThat(bench.runners().models().size()).isEqualTo(1);
    }
    int queued = worker.size();
    List<Object> shown = new ArrayList<>();
    bench.cascade().figureProperty().addListener((property, old, now) -> shown.add(now));
    finish();
    assertThat(passes).isEqualTo(queued);
    assertThat(shown).as("only the newest of %d runs", CHANGES).hasSize(1);
    assertThat(bench.cascade().figureProperty().get().effect()).isPresent();
  }

  private static Interventions cut(String block, int head) {
    return new Interventions(Set.of(new Intervention(Intervention.Kind.CUT, block, head)));
  }

  @Test
  void picturesThatAreLeftBehindAreNotRun() {
    for (int i = 0; i < 5; i++) {
      bench.open(List.of(Pictures.disc(folder, "b%d.png".formatted(i), 500, 375, Color.GREEN)));
    }
    List<Object> shown = new ArrayList<>();
    bench.inspect().inspectedProperty().addListener((property, old, now) -> shown.add(now));
    finish();
    assertThat(shown).hasSize(1);
    assertThat(bench.inspect().inspectedProperty().get().inspection().picture().name())
        .endsWith("b4.png");
  }

  @Test
  void hoveringInTheWindowIsQuickAndAsksForNoPass() throws TimeoutException {
    InspectorApplication application =
        (InspectorApplication)
            FxToolkit.setupApplication(InspectorApplication.class, "--no-picture");
    try {
      Workbench open = application.bench();
      await(() -> open.inspect().model().modelProperty().get() != null);
      Platform.runLater(
          () -> open.open(List.of(Pictures.disc(folder, "c.png", 500, 375, Color.BLUE))));
      await(() -> open.inspect().inspectedProperty().get() != null);
      await(() -> open.runners().models().size() == 0);
      long[] best = {Long.MAX_VALUE};
      for (int i = 0; i < CHANGES; i++) {
        int turn = i;
        Platform.runLater(
            () -> {
              long begin = System.nanoTime();
              open.inspect().heads().hoveredProperty().set(new Token(turn % 4, turn / 4 % 4));
              best[0] = Math.min(best[0], System.nanoTime() - begin);
            });
        WaitForAsyncUtils.waitForFxEvents();
      }
      assertThat(TimeUnit.NANOSECONDS.toMillis(best[0])).isLessThan(MOST_MILLISECONDS);
      assertThat(open.runners().models().size()).isZero();
    } finally {
      FxToolkit.cleanupApplication(application);
      FxToolkit.cleanupStages();
    }
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
