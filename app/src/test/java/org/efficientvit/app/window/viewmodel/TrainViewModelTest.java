package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.beans.value.ChangeListener;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.visualizers.chart.TrainingFigure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {

  @TempDir private Path folder;
  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final ModelKeeper keeper = new ModelKeeper();
  private Workbench bench;
  private TrainViewModel train;

  private LatestRunner runner() {
    return new LatestRunner(worker::add, Runnable::run);
  }

  @BeforeEach
  void open() {
    bench = new Workbench(Runners.of(this::runner), keeper, List.of());
    bench.inspect().model().start();
    work();
    train = bench.learning().train();
    small(folder.resolve("training"));
  }

  /** As small as a training gets. */
  private void small(Path out) {
    TrainOptions options = train.options();
    options.widthsProperty().set("16, 16, 16");
    options.depthsProperty().set("1 1 1");
    options.headsProperty().set("2,2,2");
    options.picturesProperty().set(8);
    options.validationProperty().set(4);
    options.batchProperty().set(4);
    options.epochsProperty().set(3);
    options.outProperty().set(out);
    work();
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }

  private TrainingFigure run() {
    train.start();
    work();
    return (TrainingFigure) train.figureProperty().get();
  }

  @Test
  void aTrainingIsDrawnAndItsWeightsAreOpened() {
    assertThat(train.readingProperty().get()).isEqualTo("Start begins at epoch 1.");
    assertThat(train.weightsProperty().get()).isNull();

    TrainingFigure figure = run();

    assertThat(problem()).isEmpty();
    assertThat(train.runningProperty().get()).isFalse();
    assertThat(figure.epochs()).hasSize(3);
    assertThat(figure.steps()).hasSize(6);
    assertThat(figure.context().weights()).isEqualTo("weights trained on rendered objects");
    assertThat(train.readingProperty().get()).startsWith("All 3 epochs are done;");

    train.openWeights();
    work();
    Model open = bench.inspect().model().modelProperty().get();
    assertThat(open.provenance().file()).isEqualTo(train.weightsProperty().get());
    assertThat(open.provenance().isDemonstration()).isTrue();
    assertThat(((EfficientViT) open.network()).config().stages())
        .extracting(stage -> stage.width())
        .containsExactly(16, 16, 16);
  }

  @Test
  void aStoppedTrainingSaysWhereItGoesOnAndComesToTheSame() {
    ChangeListener<String> impatience =
        (property, old, now) -> {
          if (now.startsWith("Epoch 1 of 3 is done")) {
            train.stop();
          }
        };
    train.readingProperty().addListener(impatience);
    TrainingFigure first = run();
    train.readingProperty().removeListener(impatience);
    assertThat(first.epochs()).hasSize(1);
    assertThat(train.readingProperty().get())
        .isEqualTo("Stopped after 1 of 3 epochs. Start goes on at epoch 2 of 3.");
    assertThat(train.weightsProperty().get()).isRegularFile();

    // As a window that is opened later finds it.
    train.look();
    work();
    assertThat(train.readingProperty().get()).isEqualTo("Start goes on at epoch 2 of 3.");
    assertThat(((TrainingFigure) train.figureProperty().get()).epochs()).isEqualTo(first.epochs());
    List<EpochResult> halves = run().epochs();

    small(folder.resolve("whole"));
    List<EpochResult> whole = run().epochs();
    assertThat(halves)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("imagesPerSecond")
        .isEqualTo(whole);
  }

  @Test
  void aTrainingThatIsStoppedAtOnceKeepsNothingAndSaysSo() {
    train.start();
    train.stop();
    assertThat(train.readingProperty().get()).isEqualTo("Stopping …");
    work();

    assertThat(train.readingProperty().get())
        .isEqualTo("Stopped before the first epoch was finished; nothing was kept.");
    assertThat(train.weightsProperty().get()).isNull();
  }

  @Test
  void anotherTrainingInTheFolderIsNamedBeforeItIsStarted() {
    TrainingFigure unused = run();
    train.options().epochsProperty().set(4);
    work();
    assertThat(train.readingProperty().get())
        .isEqualTo(
            "The folder keeps another training (epochs 3 instead of 4); choose another folder, or go back to its settings.");

    train.start();
    work();
    assertThat(problem()).contains("epochs 3 instead of 4").endsWith(".");
    assertThat(train.runningProperty().get()).isFalse();

    train.options().epochsProperty().set(3);
    work();
    assertThat(train.readingProperty().get()).isEqualTo("All 3 epochs of this training are done.");
  }

  @Test
  void whatIsNoNumberIsSaidInOneSentence() {
    train.options().rateProperty().set("fast");
    work();
    assertThat(train.readingProperty().get())
        .isEqualTo("\"fast\" is no learning rate; type a number such as 0.001.");
    train.start();
    assertThat(problem()).isEqualTo(train.readingProperty().get());
    assertThat(train.runningProperty().get()).isFalse();

    train.options().rateProperty().set("0.001");
    train.options().widthsProperty().set("16,16");
    work();
    assertThat(train.readingProperty().get()).contains("2 stages where there are three");
  }

  @Test
  void theOpenModelIsWhatATrainingBeginsWith() {
    train.options().beginProperty().set(TrainOptions.Begin.OPEN);
    assertThat(train.command()).contains("--from ").contains("efficientvit_m0_objects.safetensors");
    assertThat(train.command()).doesNotContain("--image-size").doesNotContain("--widths");

    bench.inspect().model().openRandom();
    work();
    assertThat(train.readingProperty().get()).startsWith("The open model has random weights");
  }

  @Test
  void theCommandLineSaysWhatIsNotUsual() {
    TrainOptions options = train.options();
    assertThat(train.command())
        .startsWith("inspector train --out %s --model m0".formatted(folder.resolve("training")))
        .contains(
            "--image-size 64 --widths 16,16,16 --depths 1,1,1 --heads 2,2,2 --pictures 8"
                + " --validation 4 --epochs 3 --batch 4");
    options.folderProperty().set(folder);
    options.rateProperty().set("0.01");
    options.seedProperty().set(7);
    assertThat(train.command())
        .contains("--data " + folder)
        .contains("--learning-rate 0.01 --seed 7")
        .doesNotContain("--pictures");
  }

  private String problem() {
    return bench.inspect().problemProperty().get();
  }
}
