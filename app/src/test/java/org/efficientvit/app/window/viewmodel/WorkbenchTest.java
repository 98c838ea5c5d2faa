package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.window.Pictures;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {

  @TempDir Path folder;

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final ModelKeeper keeper = new ModelKeeper();
  private final Workbench bench = bench();

  private Workbench bench() {
    Runners runners = Runners.of(() -> new LatestRunner(worker::add, Runnable::run));
    return new Workbench(runners, keeper, List.of());
  }

  @BeforeEach
  void openTheModel() {
    bench.inspect().model().start();
    work();
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  @Test
  void thePartsOfTheNetworkLeadFromThePictureToTheClasses() {
    open(picture("a.png"));
    List<NetworkPart> parts = bench.inspect().strip().partsProperty().get();
    assertThat(parts.get(0).name()).isEqualTo("patch_embed");
    assertThat(parts.get(0).inputSize()).isEqualTo("224×224×3");
    assertThat(parts.get(parts.size() - 1).size()).isEqualTo("16 classes");
    NetworkPart attention =
        parts.stream().filter(part -> part.name().equals("blocks1.0")).findFirst().orElseThrow();
    assertThat(attention.heads()).isEqualTo(4);
    assertThat(attention.windows()).isEqualTo(4);
    assertThat(attention.isCascade()).isTrue();
    assertThat(parts)
        .filteredOn(part -> part.name().startsWith("blocks2."))
        .extracting(NetworkPart::features)
        .containsOnly("blocks2");
  }

  @Test
  void choosingAnOperationAnywhereShowsItsBlock() {
    open(picture("a.png"));
    assertThat(bench.navigation().selection().place()).isEqualTo("blocks1.0");
    bench.navigation().go("blocks3.4.mixer.m.attn.qkvs.1");
    assertThat(bench.inspect().strip().selectedProperty().get().name()).isEqualTo("blocks3.4");
    assertThat(bench.inspect().heads().blockProperty().get()).isEqualTo("blocks3.4");
    assertThat(bench.inspect().features().stageProperty().get()).isEqualTo("blocks3");
  }

  @Test
  void aPartWithoutAttentionShowsTheNextFeatureMaps() {
    open(picture("a.png"));
    bench.navigation().go("blocks2.1");
    assertThat(bench.inspect().strip().lensProperty().get()).isEqualTo(Lens.FEATURES);
    assertThat(bench.inspect().features().stageProperty().get()).isEqualTo("blocks2");
  }

  @Test
  void backReturnsToBlockAndToken() {
    open(picture("a.png"));
    bench.inspect().heads().pin(new Token(2, 3));
    bench.navigation().go("blocks3.3");
    assertThat(bench.inspect().heads().query()).isNull();
    bench.navigation().back();
    assertThat(bench.inspect().heads().blockProperty().get()).isEqualTo("blocks1.0");
    assertThat(bench.inspect().heads().query()).isEqualTo(new Token(2, 3));
    bench.navigation().forward();
    assertThat(bench.inspect().heads().blockProperty().get()).isEqualTo("blocks3.3");
    assertThat(bench.navigation().canGoForwardProperty().get()).isFalse();
  }

  @Test
  void theNextPictureIsLookedAtInTheSamePlaceAndANetworkWithoutItAtItsFirst() {
    open(picture("a.png"));
    bench.navigation().go("blocks3.3");
    open(picture("b.png"));
    assertThat(bench.inspect().heads().blockProperty().get()).isEqualTo("blocks3.3");
    bench.inspect().model().designProperty().set(Designs.find("mobilenetv2").orElseThrow());
    work();
    assertThat(bench.inspect().strip().lensProperty().get()).isEqualTo(Lens.FEATURES);
    assertThat(bench.inspect().strip().selectedProperty().get().features()).isNotEmpty();
  }

  @Test
  void theLibraryTellsWhatWasSaidOfItsPicturesAndWhichCannotBeRead() {
    open(picture("a.png"));
    assertThat(item("a.png").captionProperty().get()).contains(" · ").endsWith("%");
    open(Pictures.text(folder, "b.png"));
    assertThat(item("b.png").captionProperty().get()).isEqualTo("cannot be read");
    assertThat(bench.inspect().problemProperty().get()).contains("b.png");
  }

  @Test
  void allPicturesOfAFolderAreTakenAndClassifiedOneAfterAnother() {
    picture("c.png");
    picture("d.png");
    Pictures.text(folder, "notes.txt");
    open(folder);
    assertThat(bench.library().items())
        .extracting(LibraryItem::name)
        .containsExactly("c.png", "d.png");
    bench.classify(List.copyOf(bench.library().items()));
    work();
    assertThat(bench.library().items()).allSatisfy(item -> assertThat(item.answers()).hasSize(5));
  }

  @Test
  void theNewestPicturesStandFirstAndAreFoundByNameAndClass() {
    open(picture("a.png"));
    open(picture("b.png"));
    assertThat(bench.library().visible())
        .extracting(LibraryItem::name)
        .containsExactly("b.png", "a.png");
    bench.library().filterProperty().set("A.PNG");
    assertThat(bench.library().visible()).extracting(LibraryItem::name).containsExactly("a.png");
    bench.library().filterProperty().set(item("a.png").answers().get(0).label());
    assertThat(bench.library().visible()).isNotEmpty();
  }

  @Test
  void changesOfTheViewAreTakenBack() {
    open(picture("a.png"));
    bench.inspect().display().coloursProperty().set(ColourMap.EMBER);
    bench.roomProperty().set("cost");
    bench.undo().undo();
    assertThat(bench.roomProperty().get()).isEqualTo("inspect");
    bench.undo().undo();
    assertThat(bench.inspect().display().coloursProperty().get()).isEqualTo(ColourMap.LAGOON);
  }

  @Test
  void anotherEngineRunsThePictureAgainWithTheSameAnswer() {
    open(picture("a.png"));
    String label = bench.inspect().inspectedProperty().get().inspection().top(1).get(0).label();
    bench.inspect().engine().kindProperty().set(EngineViewModel.KINDS.get(2));
    work();
    assertThat(bench.inspect().model().engine().engine()).isEqualTo(Engine.ONNX);
    assertThat(bench.inspect().inspectedProperty().get().inspection().top(1).get(0).label())
        .isEqualTo(label);
    assertThat(bench.inspect().heads().mapsProperty().get()).hasSize(4);
  }

  @Test
  void aGpuThatIsNotThereSaysSoAndLeavesTheEngine() {
    bench.inspect().engine().gpuProperty().set(true);
    work();
    if (bench.inspect().model().engine().gpu()) {
      return;
    }
    assertThat(bench.inspect().problemProperty().get()).contains("GPU");
    assertThat(bench.inspect().engine().gpuProperty().get()).isFalse();
  }

  @Test
  void aSavedStateIsWholeWhenItIsOpenedInAnotherWindow() {
    open(picture("a.png"));
    open(picture("b.png"));
    bench.navigation().go("blocks2.4");
    bench.inspect().heads().pin(new Token(1, 1));
    bench.inspect().display().opacityProperty().set(0.3);
    bench.inspect().engine().threadsProperty().set(1);
    bench.roomProperty().set("cost");
    bench.learning().segmentProperty().set(LearningViewModel.Segment.TRAIN);
    bench.learning().evaluate().choose(folder);
    bench.learning().train().options().epochsProperty().set(3);
    bench.compare().networksProperty().set(Designs.all().subList(2, 7));
    bench.compare().batchProperty().set(4);
    bench.claims().keptProperty().set(ClaimsViewModel.Kept.OPEN);
    bench.claims().formProperty().set(ClaimsViewModel.Form.CHART);
    SavedSession saved = bench.state();

    Workbench other = bench();
    other.restore(saved);
    work();
    assertThat(other.state()).isEqualTo(saved);
    assertThat(other.inspect().heads().query()).isEqualTo(new Token(1, 1));
    assertThat(other.inspect().inspectedProperty().get().inspection().picture().name())
        .endsWith("b.png");
    other.undo().undo();
    assertThat(other.state()).isEqualTo(saved);
  }

  @Test
  void theChoiceOfNetworksAndOfClaimsIsUndone() {
    List<Design> before = bench.compare().networksProperty().get();
    bench.compare().choose(Designs.all().get(0), false);
    bench.claims().keptProperty().set(ClaimsViewModel.Kept.HOLDS);

    bench.undo().undo();
    assertThat(bench.claims().keptProperty().get()).isEqualTo(ClaimsViewModel.Kept.ALL);
    bench.undo().undo();
    assertThat(bench.compare().networksProperty().get()).isEqualTo(before);
    work();
  }

  @Test
  void aSessionIsSavedToAFileAndOpenedFromIt() {
    open(picture("a.png"));
    Path file = folder.resolve("s.inspector.json");
    bench.saveSession(file);
    work();
    Workbench other = bench();
    other.open(List.of(file));
    work();
    assertThat(other.state()).isEqualTo(bench.state());
  }

  @Test
  void whatASessionNamesThatIsGoneIsLeftOut() throws java.io.IOException {
    Path gone = picture("a.png");
    open(gone);
    SavedSession saved = bench.state();
    java.nio.file.Files.delete(gone);
    Workbench other = bench();
    other.restore(saved);
    work();
    assertThat(other.library().items()).isEmpty();
    assertThat(other.inspect().inspectedProperty().get()).isNull();
    assertThat(other.inspect().model().modelProperty().get()).isNotNull();
  }

  @Test
  void theCommandLineMakesWhatIsShown() {
    Path file = picture("it's a.png");
    open(file);
    bench.inspect().heads().pin(new Token(2, 3));
    bench.inspect().heads().sharedScaleProperty().set(false);
    assertThat(bench.figures().command())
        .startsWith("inspector inspect '")
        .contains("it'\\''s a.png' --out figures --block blocks1.0 --token 2,3")
        .contains("--opacity 0.65 --own-scales --colours lagoon --model m0");
    assertThat(bench.figures().figure().orElseThrow().name()).isEqualTo("blocks1.0-attention-r2c3");
  }

  @Test
  void theCommandLineOfEvidenceNamesTheChosenClass() {
    open(picture("a.png"));
    bench.inspect().strip().lensProperty().set(StripViewModel.Lens.EVIDENCE);
    int cat = bench.inspect().model().modelProperty().get().labels().indexOf("cat");
    bench.navigation().choose(selection -> selection.withCategory(cat));
    assertThat(bench.figures().figure().orElseThrow().title()).isEqualTo("What speaks for cat");
    assertThat(bench.figures().command()).contains(" --evidence-for cat ");
  }

  private LibraryItem item(String name) {
    return bench.library().items().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Path picture(String name) {
    return Pictures.disc(folder, name, 320, 240, Color.BLUE);
  }

  private void open(Path file) {
    bench.open(List.of(file));
    work();
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }
}
