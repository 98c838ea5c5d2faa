package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.efficientvit.app.window.Pictures;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectViewModelTest {

  @TempDir Path folder;

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final ModelKeeper keeper = new ModelKeeper();
  private final InspectViewModel inspect =
      new InspectViewModel(new LatestRunner(worker::add, Runnable::run), keeper);

  @BeforeEach
  void openTheModel() {
    inspect.model().start();
    work();
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  @Test
  void openingAPictureShowsWhatTheNetworkSaysOfIt() {
    open("a.png");
    Inspected shown = inspect.inspectedProperty().get();
    assertThat(shown).isNotNull();
    assertThat(shown.inspection().top(5)).hasSize(5);
    assertThat(shown.provenance().isDemonstration()).isTrue();
    assertThat(shown.cropLine())
        .isEqualTo("320 × 240, crop 210.2 × 210 at (54.4, 15) as 224 × 224");
    assertThat(inspect.heads().blocks()).startsWith("blocks1.0");
    assertThat(inspect.features().stages())
        .containsExactly("patch_embed", "blocks1", "blocks2", "blocks3");
    assertThat(inspect.times().timingProperty().get()).isNotNull();
  }

  @Test
  void unreadablePictureSaysSoAndLeavesTheEarlierResult() {
    open("a.png");
    Inspected before = inspect.inspectedProperty().get();
    inspect.open(Pictures.text(folder, "b.png"));
    work();
    assertThat(inspect.problemProperty().get()).contains("b.png").endsWith(".");
    assertThat(inspect.inspectedProperty().get()).isSameAs(before);
  }

  @Test
  void nextSuccessTakesTheProblemAway() {
    inspect.open(Pictures.text(folder, "b.png"));
    work();
    open("a.png");
    assertThat(inspect.problemProperty().get()).isEmpty();
  }

  @Test
  void refusedWeightsSaySoAndLeaveTheModel() {
    open("a.png");
    inspect.open(Pictures.text(folder, "b.pth"));
    work();
    assertThat(inspect.problemProperty().get()).contains("b.pth").endsWith(".");
    assertThat(inspect.model().modelProperty().get().network().name()).isEqualTo("m0");
    assertThat(inspect.model().designProperty().get()).isEqualTo(Designs.of(Variant.M0));
  }

  @Test
  void weightsRefusedBeforeTheFirstModelIsOpenLeaveTheOneOfTheStart() {
    InspectViewModel fresh =
        new InspectViewModel(new LatestRunner(worker::add, Runnable::run), keeper);
    fresh.model().start();
    fresh.open(Pictures.text(folder, "b.pth"));
    work();
    assertThat(fresh.problemProperty().get()).contains("b.pth");
    assertThat(fresh.model().modelProperty().get().network().name()).isEqualTo("m0");
  }

  @Test
  void choosingAModelRunsThePictureThroughIt() {
    open("a.png");
    inspect.model().designProperty().set(Designs.of(Variant.M1));
    work();
    assertThat(inspect.inspectedProperty().get().inspection().trace().network()).isEqualTo("m1");
    assertThat(inspect.inspectedProperty().get().inspection().picture().name()).endsWith("a.png");
  }

  @Test
  void ofTwoPicturesAskedForAtOnceTheNewestIsShown() {
    inspect.open(Pictures.disc(folder, "a.png", 320, 240, Color.BLUE));
    inspect.open(Pictures.disc(folder, "b.png", 240, 320, Color.GREEN));
    work();
    assertThat(inspect.inspectedProperty().get().inspection().picture().name()).endsWith("b.png");
  }

  @Test
  void givingUpAModelLeavesTheEarlierChosen() {
    open("a.png");
    inspect.model().designProperty().set(Designs.of(Variant.M5));
    inspect.cancel();
    work();
    assertThat(inspect.model().designProperty().get()).isEqualTo(Designs.of(Variant.M0));
    assertThat(inspect.inspectedProperty().get().inspection().trace().network()).isEqualTo("m0");
  }

  @Test
  void blockAndStageStayWhenThePictureChanges() {
    open("a.png");
    inspect.heads().blockProperty().set("blocks2.3");
    inspect.features().stageProperty().set("blocks1");
    open("b.png");
    assertThat(inspect.heads().blockProperty().get()).isEqualTo("blocks2.3");
    assertThat(inspect.features().stageProperty().get()).isEqualTo("blocks1");
    assertThat(inspect.heads().mapsProperty().get().get(0).map().shape().dimension(0)).isEqualTo(7);
  }

  private void open(String name) {
    inspect.open(Pictures.disc(folder, name, 320, 240, Color.BLUE));
    work();
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }
}
