package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.saved.SessionFile;
import org.efficientvit.app.window.viewmodel.CostViewModel;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.TrainOptions;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.DataFolder;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.visualizers.colour.ColourMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Goes through the window as a person would. */
class WorkbenchWalkTest {

  private static final int SECONDS = 60;

  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private final String dataBefore = System.getProperty(DataFolder.PROPERTY, "");
  private InspectorApplication application;
  private Workbench bench;

  @BeforeEach
  void start() throws TimeoutException {
    System.setProperty(DataFolder.PROPERTY, folder.resolve("data").toString());
    // The first start on a busy machine loads PyTorch and JavaFX from a cold disk.
    FxToolkit.toolkitContext().setSetupTimeoutInMillis(TimeUnit.SECONDS.toMillis(SECONDS));
    Stage unused = FxToolkit.registerPrimaryStage();
    launch();
  }

  private void launch(String... parameters) throws TimeoutException {
    application =
        (InspectorApplication) FxToolkit.setupApplication(InspectorApplication.class, parameters);
    bench = application.bench();
    await(() -> bench.inspect().inspectedProperty().get() != null);
    settle();
  }

  @AfterEach
  void stop() throws TimeoutException {
    FxToolkit.cleanupApplication(application);
    FxToolkit.cleanupStages();
    if (dataBefore.isEmpty()) {
      System.clearProperty(DataFolder.PROPERTY);
    } else {
      System.setProperty(DataFolder.PROPERTY, dataBefore);
    }
  }

  @Test
  void thePicturesOfTheLibraryAreChosenByPointerAndKeysAndFound() {
    ListView<?> list = robot.lookup("#library").queryListView();
    assertThat(list.getItems()).hasSizeGreaterThan(20);
    robot.clickOn("bicycle-000010.png");
    awaitShown("bicycle-000010.png");
    robot.type(KeyCode.DOWN);
    awaitShown("bird-000005.png");
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    awaitShown("bicycle-000010.png");
    robot.clickOn("#library-filter").write("guitar");
    settle();
    assertThat(list.getItems()).hasSize(1);
  }

  @Test
  void aBlockIsChosenItsTokensWalkedAndTheWayBackTaken() {
    robot.clickOn(part("blocks2.3"));
    assertThat(label("#part-name")).isEqualTo("blocks2.3");
    robot.type(KeyCode.RIGHT);
    assertThat(bench.navigation().selection().place()).isEqualTo("blocks2.4");
    robot.clickOn("#back");
    assertThat(label("#part-name")).isEqualTo("blocks2.3");
    robot.clickOn("#forward-button");
    assertThat(label("#part-name")).isEqualTo("blocks2.4");
    robot.clickOn(part("patch_embed"));
    assertThat(node("#channel-grid").isVisible()).isTrue();
    assertThat(bench.inspect().strip().lensProperty().get()).isEqualTo(Lens.FEATURES);
  }

  @Test
  void anEdgeOfTheCascadeIsCutAndTheCutTakenBack() {
    robot.clickOn(part("blocks3.3"));
    robot.clickOn("Cascade");
    await(() -> bench.cascade().figureProperty().get() != null);
    robot.interact(() -> bench.cascade().toggle(Intervention.Kind.CUT, 2));
    await(() -> bench.cascade().figureProperty().get().effect().isPresent());
    settle();
    assertThat(label("#cascade-reading")).isEqualTo("cut blocks3.3:2");
    assertThat(bench.figures().command()).contains("cascade").contains("--cut blocks3.3:2");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    await(() -> bench.cascade().figureProperty().get().effect().isEmpty());
    assertThat(bench.cascade().changesProperty().get().isEmpty()).isTrue();
  }

  @Test
  void aPredictionShowsWhatSpeaksForIt() {
    robot.clickOn(robot.lookup(".prediction").nth(1).<Node>query());
    await(() -> bench.evidence().figureProperty().get() != null);
    String second = bench.inspect().inspectedProperty().get().inspection().top(2).get(1).label();
    assertThat(bench.evidence().figureProperty().get().title()).contains(second);
  }

  @Test
  void thePaletteFindsAnActionAndASettingAndDoesThem() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("colour ember").type(KeyCode.ENTER);
    assertThat(bench.inspect().display().coloursProperty().get()).isEqualTo(ColourMap.EMBER);
    assertThat(node("#palette").isVisible()).isFalse();
    robot.clickOn("#find").write("view cost").type(KeyCode.ENTER);
    assertThat(bench.roomProperty().get()).isEqualTo("cost");
    robot.push(KeyCode.CONTROL, KeyCode.K).type(KeyCode.ESCAPE);
    assertThat(node("#palette").isVisible()).isFalse();
  }

  @Test
  void everyRoomShowsItsFigureOrWhatToDo() {
    for (String room : List.of("heads", "cost", "compare", "evaluate", "claims", "inspect")) {
      robot.clickOn("#room-" + room);
      settle();
      assertThat(bench.roomProperty().get()).isEqualTo(room);
    }
    robot.clickOn("#room-heads");
    assertThat(node("#head-measures-empty").isVisible()).isTrue();
    robot.clickOn("#measure-heads");
    await(() -> bench.heads().figureProperty().get() != null);
    settle();
    assertThat(node("#head-measures-empty").isVisible()).isFalse();
    assertThat(bench.heads().command()).startsWith("inspector heads ");
  }

  @Test
  void aFigureIsCopiedWithTheCommandLineThatMakesIt() {
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
    settle();
    assertThat(clipboard()).startsWith("inspector inspect ").contains("--block blocks1.0");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    await(() -> Clipboard.getSystemClipboard().hasImage());
  }

  @Test
  void filesOnTheClipboardAreOpened() {
    Path file = Pictures.disc(folder, "pasted.png", 320, 240, Color.BLUE);
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(new File(file.toString())));
          Clipboard.getSystemClipboard().setContent(content);
        });
    robot.push(KeyCode.CONTROL, KeyCode.V);
    awaitShown("pasted.png");
  }

  @Test
  void theLastStateComesBackAtTheNextStart() throws TimeoutException {
    robot.clickOn("clock-000011.png");
    awaitShown("clock-000011.png");
    robot.clickOn(part("blocks3.4"));
    robot.clickOn("#theme");
    SavedSession before = bench.state();
    FxToolkit.cleanupApplication(application);

    launch();
    awaitShown("clock-000011.png");
    assertThat(bench.state()).isEqualTo(before);
    assertThat(label("#part-name")).isEqualTo("blocks3.4");
  }

  @Test
  void aStateThatCannotBeReadIsSetAsideAndNamed() throws TimeoutException, IOException {
    FxToolkit.cleanupApplication(application);
    Files.writeString(SessionFile.last(), "{ cut short");
    launch();
    assertThat(label("#problem")).contains("could not be read").contains(".unreadable");
    assertThat(Path.of(SessionFile.last() + ".unreadable")).hasContent("{ cut short");
  }

  @Test
  void brokenWeightsAndUnreadablePicturesAreSaidInOneSentenceAndTheWorkGoesOn() {
    robot.interact(() -> bench.open(List.of(Pictures.text(folder, "broken.pth"))));
    await(() -> !bench.inspect().problemProperty().get().isEmpty());
    settle();
    assertThat(label("#problem")).contains("broken.pth").endsWith(".");
    robot.interact(() -> bench.open(List.of(Pictures.text(folder, "broken.png"))));
    await(() -> bench.inspect().problemProperty().get().contains("broken.png"));
    robot.clickOn("cat-000006.png");
    awaitShown("cat-000006.png");
    assertThat(bench.inspect().problemProperty().get()).isEmpty();
  }

  @Test
  void theOpenModelIsEvaluatedAndItsMistakesAreListed() {
    robot.clickOn("#room-evaluate");
    settle();
    assertThat(node("#evaluate-figure-empty").isVisible()).isTrue();
    robot.interact(() -> bench.learning().evaluate().renderedProperty().set(16));
    robot.clickOn("#evaluate-run");
    await(() -> bench.learning().evaluate().outcomeProperty().get() != null);
    settle();
    assertThat(node("#evaluate-figure-empty").isVisible()).isFalse();
    assertThat(label("#evaluate-reading")).contains("16 rendered pictures");
    robot.clickOn("Mistakes");
    assertThat(node("#evaluate-mistakes").isVisible()).isTrue();
    await(() -> !bench.learning().evaluate().past().isEmpty());
    robot.clickOn("16 rendered pictures");
    await(() -> bench.learning().evaluate().command().startsWith("inspector runs show 1"));
  }

  @Test
  void aTrainingIsStartedAndStoppedWhileTheWindowStaysFree() {
    robot.clickOn("#room-evaluate").clickOn("Train");
    robot.interact(
        () -> {
          TrainOptions options = bench.learning().train().options();
          options.widthsProperty().set("16,16,16");
          options.headsProperty().set("2,2,2");
          options.picturesProperty().set(8);
          options.validationProperty().set(4);
          options.batchProperty().set(4);
          options.epochsProperty().set(5000);
        });
    robot.clickOn("#train-start");
    await(() -> bench.learning().train().figureProperty().get() != null);
    robot.clickOn("cat-000006.png");
    awaitShown("cat-000006.png");
    assertThat(bench.learning().train().runningProperty().get()).isTrue();
    robot.clickOn("#train-stop");
    await(() -> !bench.learning().train().runningProperty().get());
    settle();
    assertThat(label("#train-reading")).contains("of 5000");
    assertThat(bench.inspect().problemProperty().get()).isEmpty();
  }

  @Test
  void longWorkIsCancelled() {
    robot.clickOn("#room-cost");
    robot.interact(() -> bench.cost().chartProperty().set(CostViewModel.Chart.ROOFLINE));
    robot.clickOn("#measure");
    await(() -> node("#cancel").getParent().isVisible());
    robot.clickOn("#cancel");
    settle();
    assertThat(label("#running")).isEqualTo("Ready");
    assertThat(node("#cost-empty").isVisible()).isTrue();
  }

  private ToggleButton part(String name) {
    return robot.lookup(".part").queryAllAs(ToggleButton.class).stream()
        .filter(button -> button.getId().equals("part-" + name))
        .findFirst()
        .orElseThrow();
  }

  private void awaitShown(String name) {
    await(
        () ->
            bench.inspect().inspectedProperty().get() != null
                && bench
                    .inspect()
                    .inspectedProperty()
                    .get()
                    .inspection()
                    .picture()
                    .name()
                    .endsWith(name));
    settle();
  }

  private String clipboard() {
    String[] text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    return text[0];
  }

  private Node node(String query) {
    return robot.lookup(query).query();
  }

  private String label(String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    } catch (TimeoutException e) {
      throw new AssertionError("never happened", e);
    }
  }
}
