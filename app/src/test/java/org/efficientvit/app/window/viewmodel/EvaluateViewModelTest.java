package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.efficientvit.app.OwnData;
import org.efficientvit.app.service.EvaluationOutcome;
import org.efficientvit.app.service.Mistake;
import org.efficientvit.app.window.Pictures;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel.Chart;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel.Source;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateViewModelTest {

  @TempDir private Path folder;
  private OwnData data;
  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final ModelKeeper keeper = new ModelKeeper();
  private Workbench bench;
  private EvaluateViewModel evaluate;

  private Workbench bench() {
    return new Workbench(Runners.of(this::runner), keeper, List.of());
  }

  private LatestRunner runner() {
    return new LatestRunner(worker::add, Runnable::run);
  }

  @BeforeEach
  void open() {
    data = new OwnData(folder.resolve("data"));
    bench = bench();
    bench.inspect().model().start();
    work();
    evaluate = bench.learning().evaluate();
  }

  @AfterEach
  void goBack() {
    keeper.close();
    data.close();
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }

  private EvaluationOutcome run(int rendered) {
    evaluate.renderedProperty().set(rendered);
    evaluate.run();
    work();
    return evaluate.outcomeProperty().get();
  }

  @Test
  void renderedPicturesAreEvaluatedDrawnAndKept() {
    assertThat(evaluate.figure()).isEmpty();
    assertThat(evaluate.command()).isEmpty();

    EvaluationOutcome outcome = run(16);

    assertThat(problem()).isEmpty();
    assertThat(outcome.isWhole()).isTrue();
    assertThat(outcome.evaluation().images()).isEqualTo(16);
    // The demonstration weights were trained on such objects.
    assertThat(outcome.evaluation().top1().orElseThrow()).isGreaterThan(0.7);
    assertThat(evaluate.measures())
        .extracting(Measure::name)
        .containsExactly("Top-1", "Top-5", "ECE", "Pictures", "Speed");
    assertThat(evaluate.measures().get(0).note()).contains(" to ");
    assertThat(evaluate.readingProperty().get())
        .startsWith("EfficientViT-M0 · 16 rendered pictures · demonstration weights");
    assertThat(evaluate.command())
        .isEqualTo("inspector evaluate --rendered 16 --out figures --model m0");
    assertThat(evaluate.past())
        .singleElement()
        .satisfies(
            past -> {
              assertThat(past.state()).isEqualTo("finished");
              assertThat(past.weights()).isEqualTo("demonstration");
              assertThat(past.pictures()).isEqualTo("16 rendered pictures");
              assertThat(past.top1()).endsWith("%");
            });
  }

  @Test
  void everyFigureIsOfWhatIsShown() {
    EvaluationOutcome outcome = run(16);

    assertThat(evaluate.figureProperty().get().name()).isEqualTo("class-accuracy");
    evaluate.orderProperty().set(ClassAccuracyFigure.Order.BEST);
    assertThat(evaluate.figureProperty().get().title()).contains("best first");
    assertThat(evaluate.command()).endsWith("--class-order best");
    evaluate.chartProperty().set(Chart.CALIBRATION);
    assertThat(evaluate.figureProperty().get().name()).isEqualTo("calibration");
    evaluate.chartProperty().set(Chart.CONFUSION);
    assertThat(evaluate.figureProperty().get().title()).contains("of 16 pictures");
    evaluate.chartProperty().set(Chart.MISTAKES);
    assertThat(evaluate.figure()).isEmpty();
    int wrong = outcome.evaluation().images() - outcome.evaluation().confusion().correct();
    assertThat(outcome.worst()).hasSize(wrong);
  }

  @Test
  void aCancelledRunKeepsItsAnswersAndGoesOn() {
    evaluate
        .runner()
        .progressProperty()
        .addListener(
            (property, old, now) -> {
              if (now.doubleValue() > 0) {
                evaluate.cancel();
              }
            });
    EvaluationOutcome first = run(48);

    assertThat(first.answered()).isEqualTo(16);
    assertThat(evaluate.runningProperty().get()).isFalse();
    assertThat(evaluate.readingProperty().get()).contains("16 of 48 are answered; Run goes on.");
    assertThat(evaluate.past().get(0).state()).isEqualTo("stopped at 16 of 48");

    // Goes on in another window.
    Workbench other = bench();
    other.inspect().model().start();
    work();
    evaluate = other.learning().evaluate();
    EvaluationOutcome second = run(48);

    assertThat(second.isWhole()).isTrue();
    assertThat(second.run()).isEqualTo(first.run());
    try (RunStore store = RunStore.standard()) {
      assertThat(store.runs()).singleElement().matches(run -> run.finished().isPresent());
    }
  }

  @Test
  void ofTwoWishesTheLatestIsHeard() {
    evaluate.renderedProperty().set(32);
    evaluate.run();
    EvaluationOutcome outcome = run(16);

    assertThat(outcome.evaluation().images()).isEqualTo(16);
    try (RunStore store = RunStore.standard()) {
      assertThat(store.runs()).hasSize(1);
    }
  }

  @Test
  void whatCannotBeEvaluatedIsSaidInOneSentence() {
    evaluate.sourceProperty().set(Source.FILES);
    evaluate.run();
    assertThat(problem()).startsWith("No pictures are chosen;");
    assertThat(evaluate.runningProperty().get()).isFalse();

    Path flat = Pictures.disc(folder, "a.png", 80, 80, Color.BLUE).getParent();
    evaluate.choose(flat.resolve("gone"));
    evaluate.run();
    work();
    assertThat(problem()).contains("gone does not exist").endsWith(".");
    assertThat(evaluate.runningProperty().get()).isFalse();
    assertThat(evaluate.figure()).isEmpty();
  }

  @Test
  void picturesThatCannotBeReadAreNamedAndTheOthersCount() throws IOException {
    Path cats = Files.createDirectories(folder.resolve("pictures").resolve("cat"));
    Path disc = Pictures.disc(cats, "disc.png", 80, 80, Color.BLUE);
    Path unused = Pictures.text(cats, "broken.png");
    evaluate.choose(folder.resolve("pictures"));
    evaluate.run();
    work();

    EvaluationOutcome outcome = evaluate.outcomeProperty().get();
    assertThat(problem()).isEmpty();
    assertThat(outcome.evaluation().images()).isEqualTo(1);
    assertThat(evaluate.readingProperty().get()).endsWith("Not readable: broken.png.");
    assertThat(evaluate.command())
        .isEqualTo(
            "inspector evaluate %s --out figures --model m0".formatted(folder.resolve("pictures")));

    // The disc is no cat: its file is opened.
    Mistake wrong = outcome.worst().get(0);
    assertThat(wrong.label()).isEqualTo("cat");
    assertThat(wrong.thumbnail()).isPresent();
    bench.open(outcome, wrong);
    work();
    assertThat(bench.library().chosenProperty().get().file()).isEqualTo(disc);
  }

  @Test
  void ofAFolderThatHasChangedTheAnswersStayAndThePicturesDoNot() throws IOException {
    Path cats = Files.createDirectories(folder.resolve("changing").resolve("cat"));
    Path first = Pictures.disc(cats, "a.png", 80, 80, Color.BLUE);
    evaluate.choose(folder.resolve("changing"));
    evaluate.run();
    work();
    Path second = Pictures.disc(cats, "b.png", 80, 80, Color.RED);
    assertThat(second).isNotEqualTo(first);

    evaluate.show(evaluate.past().get(0));
    work();

    EvaluationOutcome outcome = evaluate.outcomeProperty().get();
    assertThat(outcome.evaluation().images()).isEqualTo(1);
    assertThat(outcome.pictures()).isEmpty();
    Mistake wrong = outcome.worst().get(0);
    assertThat(wrong.name()).isEqualTo("picture 0");
    assertThat(wrong.thumbnail()).isEmpty();
    bench.open(outcome, wrong);
    work();
    assertThat(problem()).startsWith("The pictures of this evaluation have changed");
  }

  @Test
  void aRenderedPictureIsMadeAFileToBeOpened() {
    EvaluationOutcome outcome = run(16);
    Mistake any = new Mistake(3, "picture 3", "cat", "dog", 0.5f, Optional.empty());

    bench.open(outcome, any);
    work();

    Path file = bench.library().chosenProperty().get().file();
    assertThat(file).isRegularFile();
    assertThat(bench.inspect().inspectedProperty().get().inspection().picture().name())
        .isEqualTo(file.toString());
  }

  @Test
  void aPastEvaluationIsShownAsItWas() {
    EvaluationOutcome before = run(16);
    Workbench other = bench();
    EvaluateViewModel later = other.learning().evaluate();
    later.refresh();
    work();

    later.show(later.past().get(0));
    work();

    EvaluationOutcome after = later.outcomeProperty().get();
    assertThat(after.evaluation()).usingRecursiveComparison().isEqualTo(before.evaluation());
    assertThat(after.context()).isEqualTo(before.context());
    assertThat(after.imagesPerSecond()).isEqualTo(before.imagesPerSecond());
    assertThat(after.worst()).extracting(Mistake::index).isEqualTo(indices(before));
    assertThat(later.command()).isEqualTo("inspector runs show 1 --out figures");
  }

  private static List<Integer> indices(EvaluationOutcome outcome) {
    return outcome.worst().stream().map(Mistake::index).toList();
  }

  private String problem() {
    return bench.inspect().problemProperty().get();
  }
}
