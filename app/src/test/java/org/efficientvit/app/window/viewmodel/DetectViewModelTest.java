package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.Installation;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.app.window.Pictures;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.network.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectViewModelTest {

  /** A cup, an umbrella and a house. */
  private static final String SEVERAL = "cup-000008.png";

  private static final String ONE = "cat-000006.png";

  @TempDir Path folder;

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final ModelKeeper keeper = new ModelKeeper();
  private final Workbench bench =
      new Workbench(
          Runners.of(() -> new LatestRunner(worker::add, Runnable::run)), keeper, List.of());
  private final DetectViewModel detect = bench.detect();
  private final BoxMapsViewModel maps = bench.boxMaps();

  @BeforeEach
  void openThePicture() {
    bench.inspect().model().start();
    open(SEVERAL);
  }

  @AfterEach
  void close() {
    keeper.close();
    bench.detectors().close();
  }

  private void open(String sample) {
    bench.open(
        List.of(
            Installation.samples().stream()
                .filter(file -> file.endsWith(sample))
                .findFirst()
                .orElseThrow()));
    work();
  }

  private int work() {
    int done = 0;
    while (!worker.isEmpty()) {
      worker.remove().run();
      done++;
    }
    return done;
  }

  private void enter() {
    bench.roomProperty().set(Workbench.DETECT_ROOM);
    work();
  }

  private List<String> labels() {
    Detected of = detect.detectedProperty().get();
    return detect.shown().stream().map(of::label).toList();
  }

  private Detection find(String label) {
    return detect.shown().stream()
        .filter(one -> detect.detectedProperty().get().label(one).equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingRunsBeforeSomebodyLooks() {
    assertThat(detect.detectedProperty().get()).isNull();
    assertThat(detect.figure()).isEmpty();
    assertThat(detect.command()).isEmpty();
    enter();
    assertThat(labels()).contains("cup", "umbrella");
    assertThat(detect.figure()).isPresent();
  }

  @Test
  void howLongThePassTookAndWhatItSawAreSaid() {
    enter();
    assertThat(detect.detectedProperty().get().timeLine())
        .matches("[\\d.]+ ms: backbone .* ms, neck .* ms, head .* ms, decoding .* ms");
    assertThat(detect.detectedProperty().get().sizeLine()).isEqualTo("320 × 320 px");
    bench.open(List.of(Pictures.disc(folder, "wide.png", 400, 200, Color.BLUE)));
    work();
    assertThat(detect.detectedProperty().get().sizeLine())
        .isEqualTo("400 × 200 px, resized to 533 × 267, padded to 544 × 288");
  }

  @Test
  void thePictureThatIsChosenIsRunWhileSomebodyLooks() {
    enter();
    open(ONE);
    assertThat(detect.detectedProperty().get().pass().picture().name()).endsWith(ONE);
    assertThat(labels()).contains("cat").doesNotContain("cup");
    bench.roomProperty().set("inspect");
    open(SEVERAL);
    assertThat(detect.detectedProperty().get().pass().picture().name()).endsWith(ONE);
    enter();
    assertThat(labels()).contains("cup");
  }

  @Test
  void scoreAndClassesChooseWithoutAnotherPass() {
    enter();
    Detected before = detect.detectedProperty().get();
    int some = detect.shown().size();
    for (int percent = 0; percent <= 100; percent++) {
      detect.threshold(percent / 100.0);
    }
    assertThat(detect.shown()).isEmpty();
    detect.threshold(0);
    assertThat(detect.scoreProperty().get()).isEqualTo(0.05);
    assertThat(detect.shown()).hasSizeGreaterThan(some);
    detect.toggle("cup");
    assertThat(labels()).containsOnly("cup");

    assertThat(work()).isZero();
    assertThat(detect.detectedProperty().get()).isSameAs(before);
  }

  @Test
  void aClassIsFilteredForAndStaysToBeTakenBack() {
    enter();
    assertThat(detect.counts()).extracting(ClassCount::name).contains("cup", "umbrella");
    detect.toggle("umbrella");
    assertThat(labels()).containsOnly("umbrella");
    detect.threshold(1);
    assertThat(detect.counts()).containsExactly(new ClassCount(9, "umbrella", 0, true));
    detect.toggle("umbrella");
    detect.threshold(0.4);
    assertThat(labels()).contains("cup");
  }

  @Test
  void aChosenBoxIsLetGoWhenItIsFilteredAway() {
    enter();
    Detection cup = find("cup");
    detect.chosenProperty().set(cup);
    detect.toggle("cup");
    assertThat(detect.chosenProperty().get()).isEqualTo(cup);
    detect.toggle("cup");
    detect.toggle("umbrella");
    assertThat(detect.chosenProperty().get()).isNull();
    assertThat(maps.factsProperty().get()).isNull();
    assertThat(maps.mapsProperty().get()).isEmpty();
  }

  @Test
  void boxesAreWalkedAndFoundUnderThePointer() {
    enter();
    detect.move(1);
    assertThat(detect.chosenProperty().get()).isEqualTo(detect.shown().get(0));
    detect.move(1);
    assertThat(detect.chosenProperty().get()).isEqualTo(detect.shown().get(1));
    detect.move(-5);
    assertThat(detect.chosenProperty().get()).isEqualTo(detect.shown().get(0));
    Box cup = find("cup").box();
    assertThat(detect.at(cup.x() + cup.width() / 2, cup.y() + cup.height() / 2))
        .contains(find("cup"));
    // A box in another one is the one that is meant.
    detect.threshold(0.05);
    Detection found =
        detect.at(cup.x() + cup.width() / 2, cup.y() + cup.height() / 2).orElseThrow();
    assertThat(found.box().area()).isLessThan(cup.area());
    assertThat(detect.at(-1, -1)).isEmpty();
  }

  @Test
  void aChosenBoxSaysWhichAnchorMadeIt() {
    enter();
    Detection cup = find("cup");
    detect.chosenProperty().set(cup);
    BoxFacts facts = maps.factsProperty().get();
    assertThat(facts.lines())
        .extracting(BoxFacts.Line::name)
        .containsExactly("Level", "Cell", "Anchor", "Changed");
    assertThat(facts.lines().get(0).words())
        .startsWith(cup.anchor().levelName() + ", stride " + (8 << cup.anchor().level()));
    assertThat(facts.lines().get(1).words())
        .startsWith("row %d, column %d,".formatted(cup.anchor().row(), cup.anchor().column()));
    // An anchor shares at least half with the object that it learned to find.
    assertThat(facts.anchor().overlapRatio(cup.box())).isGreaterThan(0.3);
    assertThat(facts.anchor().overlap(facts.cell())).isGreaterThan(0);
  }

  @Test
  void headsUnderTheBoxAreThoseOfTheSelectedBlock() {
    enter();
    bench.navigation().go("blocks2.3");
    detect.chosenProperty().set(find("cup"));
    assertThat(maps.places()).startsWith("blocks1.0");
    assertThat(maps.placeProperty().get()).isEqualTo("blocks2.3");
    List<BoxMap> heads = maps.mapsProperty().get();
    assertThat(heads).hasSize(4);
    for (BoxMap head : heads) {
      // What is missing falls on padding.
      assertThat(sum(head)).isBetween(0.5, 1.0001);
      assertThat(head.cells().cellWidth()).isEqualTo(32, within(1e-9));
    }

    maps.toggle(heads.get(1));
    assertThat(bench.navigation().selection().head()).isEqualTo(1);
    assertThat(maps.overlayProperty().get()).isSameAs(heads.get(1));
    maps.placeProperty().set("blocks3.3");
    assertThat(bench.navigation().selection().place()).isEqualTo("blocks3.3");
    assertThat(maps.overlayProperty().get()).isNull();
    bench.navigation().back();
    assertThat(maps.placeProperty().get()).isEqualTo("blocks2.3");
    assertThat(maps.overlayProperty().get().index()).isEqualTo(1);
  }

  private static double sum(BoxMap map) {
    double sum = 0;
    for (float value : map.map().values()) {
      sum += Float.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  @Test
  void channelsAreInTheOrderOfTheirAnswerInTheBox() {
    enter();
    Detection cup = find("cup");
    detect.chosenProperty().set(cup);
    maps.lensProperty().set(BoxMapsViewModel.Lens.STAGES);
    maps.placeProperty().set("blocks1");
    assertThat(means(cup.box())).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    maps.lensProperty().set(BoxMapsViewModel.Lens.LEVELS);
    assertThat(maps.places()).containsExactly("P3", "P4", "P5", "P6", "P7");
    assertThat(maps.placeProperty().get()).isEqualTo(cup.anchor().levelName());
    assertThat(means(cup.box())).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    BoxMap first = maps.mapsProperty().get().get(0);
    maps.toggle(first);
    assertThat(maps.overlayProperty().get()).isEqualTo(first);
    maps.toggle(first);
    assertThat(maps.overlayProperty().get()).isNull();
  }

  private List<Double> means(Box box) {
    return maps.mapsProperty().get().stream()
        .map(
            map ->
                Arrays.stream(map.cells().cellsIn(box))
                    .mapToDouble(cell -> map.map().values()[cell])
                    .average()
                    .orElseThrow())
        .toList();
  }

  @Test
  void aFileThatIsNoDetectorIsSaidAndTheEarlierOneStays() {
    enter();
    bench.open(List.of(Pictures.text(folder, "broken.pth")));
    work();
    assertThat(bench.inspect().problemProperty().get()).contains("broken.pth").endsWith(".");
    assertThat(detect.requestProperty().get()).isEqualTo(DetectorChoice.DEMONSTRATION);
    assertThat(labels()).contains("cup");
    assertThat(bench.inspect().model().modelProperty().get().network().name()).isEqualTo("m0");
  }

  @Test
  void whatIsNotFetchedSaysHowToFetchIt() {
    DetectorChoice absent = new DetectorChoice("Published", null, "Fetch it.");
    detect.take(absent);
    assertThat(bench.inspect().problemProperty().get()).isEqualTo("Fetch it.");
    assertThat(DetectorChoice.all())
        .extracting(DetectorChoice::request)
        .contains(DetectorChoice.DEMONSTRATION, DetectorChoice.RANDOM);
  }

  @Test
  void onTheOtherEngineTheSameIsFound() {
    enter();
    List<Detection> torch = List.copyOf(detect.shown());
    bench.inspect().engine().kindProperty().set(EngineViewModel.KINDS.get(2));
    work();
    assertThat(detect.detectedProperty().get().engine().engine())
        .isEqualTo(EngineOptions.Engine.ONNX);
    assertThat(detect.shown()).hasSameSizeAs(torch);
    for (int i = 0; i < torch.size(); i++) {
      assertThat(detect.shown().get(i).score()).isEqualTo(torch.get(i).score(), within(1e-4));
    }
    assertThat(detect.command()).contains("--engine onnx");
    detect.chosenProperty().set(detect.shown().get(0));
    assertThat(maps.mapsProperty().get()).isNotEmpty();
  }

  @Test
  void theStateComesBackAndChangesAreTakenBack() {
    enter();
    detect.threshold(0.3);
    detect.toggle("cup");
    SavedSession saved = bench.state();
    bench.undo().undo();
    assertThat(detect.classesProperty().get()).isEmpty();
    bench.undo().undo();
    assertThat(detect.scoreProperty().get()).isEqualTo(0.4);
    bench.restore(saved);
    work();
    assertThat(detect.scoreProperty().get()).isEqualTo(0.3);
    assertThat(detect.classesProperty().get()).isEqualTo(Set.of("cup"));

    DetectorRequest random = new DetectorRequest(Variant.M1, new WeightsChoice.Random(5));
    bench.roomProperty().set("inspect");
    detect.requestProperty().set(random);
    SavedSession other = bench.state();
    detect.requestProperty().set(DetectorChoice.DEMONSTRATION);
    bench.restore(other);
    assertThat(detect.requestProperty().get()).isEqualTo(random);
  }
}
