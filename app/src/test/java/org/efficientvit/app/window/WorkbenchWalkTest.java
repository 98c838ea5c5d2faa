package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.efficientvit.app.OwnData;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.saved.SessionFile;
import org.efficientvit.app.window.viewmodel.ClaimRow;
import org.efficientvit.app.window.viewmodel.ClaimsViewModel;
import org.efficientvit.app.window.viewmodel.CompareRow;
import org.efficientvit.app.window.viewmodel.CostViewModel;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.TrainOptions;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.claims.Verdict;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.network.Designs;
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
  private final ScriptedDialogs dialogs = new ScriptedDialogs();
  private OwnData data;
  private InspectorApplication application;
  private Workbench bench;

  @BeforeEach
  void start() throws TimeoutException {
    data = new OwnData(folder.resolve("data"));
    // The first start on a busy machine loads PyTorch and JavaFX from a cold disk.
    FxToolkit.toolkitContext().setSetupTimeoutInMillis(TimeUnit.SECONDS.toMillis(SECONDS));
    Stage unused = FxToolkit.registerPrimaryStage();
    launch();
  }

  private void launch() throws TimeoutException {
    application =
        (InspectorApplication)
            FxToolkit.setupApplication(() -> new InspectorApplication(stage -> dialogs));
    bench = application.bench();
    await(() -> bench.inspect().inspectedProperty().get() != null);
    settle();
  }

  @AfterEach
  void stop() throws TimeoutException {
    FxToolkit.cleanupApplication(application);
    FxToolkit.cleanupStages();
    data.close();
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
  void picturesAreOpenedByTheirDialogAndByDroppingThem() {
    dialogs.answer(
        Pictures.disc(folder, "first.png", 320, 240, Color.BLUE),
        Pictures.disc(folder, "second.png", 240, 320, Color.GREEN));
    robot.push(KeyCode.CONTROL, KeyCode.O);
    awaitShown("first.png");
    assertThat(robot.lookup("second.png").tryQuery()).isPresent();

    robot.push(KeyCode.CONTROL, KeyCode.O);
    assertThat(dialogs.asked()).containsExactly("Open pictures", "Open pictures");
    awaitShown("first.png");

    Path dropped = Pictures.disc(folder, "dropped.png", 300, 300, Color.RED);
    robot.drag(files(dropped)).dropTo("#room");
    awaitShown("dropped.png");
  }

  @Test
  void aTokenUnderThePointerIsNamedAndChangesTheMapsOfAllHeads() {
    robot.clickOn(part("blocks2.3"));
    var before = bench.inspect().heads().mapsProperty().get();
    robot.moveTo(robot.lookup("#head-grid").queryParent().getChildrenUnmodifiable().get(1));
    settle();
    assertThat(label("#reading")).startsWith("Token at row ");
    assertThat(bench.inspect().heads().mapsProperty().get())
        .hasSameSizeAs(before)
        .doesNotContainAnyElementsOf(before);
  }

  @Test
  void aFigureIsSavedInTheFormatThatItsFileIsNamedBy() throws IOException {
    robot.clickOn(part("blocks2.3"));
    dialogs.answer(folder.resolve("heads.svg"));
    robot.push(KeyCode.CONTROL, KeyCode.E);
    awaitWritten(folder.resolve("heads.svg"));
    assertThat(Files.readString(folder.resolve("heads.svg"))).contains("<svg", "blocks2.3");

    dialogs.answer(folder.resolve("heads"));
    robot.push(KeyCode.CONTROL, KeyCode.E);
    awaitWritten(folder.resolve("heads.png"));
    assertThat(ImageIO.read(folder.resolve("heads.png").toFile()).getWidth()).isGreaterThan(600);

    dialogs.answer(folder.resolve("heads.CSV"));
    robot.push(KeyCode.CONTROL, KeyCode.E);
    awaitWritten(folder.resolve("heads.CSV"));
    assertThat(Files.readAllLines(folder.resolve("heads.CSV"))).hasSizeGreaterThan(16);
    assertThat(dialogs.asked()).hasSize(3).allMatch(asked -> asked.startsWith("Save figure: "));
  }

  @Test
  void aSessionIsSavedAndOpenedAgain() {
    robot.clickOn("clock-000011.png");
    awaitShown("clock-000011.png");
    robot.clickOn(part("blocks3.4"));
    Path session = folder.resolve("of today" + SessionFile.ENDING);
    dialogs.answer(folder.resolve("of today"));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    awaitWritten(session);
    SavedSession saved = bench.state();

    robot.clickOn("cat-000006.png");
    awaitShown("cat-000006.png");
    robot.clickOn("#room-cost");
    robot.clickOn("#theme");
    dialogs.answer(session);
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.O);
    awaitShown("clock-000011.png");
    assertThat(bench.state())
        .usingRecursiveComparison()
        .ignoringFields("pictures")
        .isEqualTo(saved);
    assertThat(bench.state().pictures()).containsAll(saved.pictures());
    assertThat(label("#part-name")).isEqualTo("blocks3.4");
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
    for (String room :
        List.of("heads", "cost", "compare", "evaluate", "claims", "detect", "inspect")) {
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
  void objectsAreFoundFilteredAndLookedInto() {
    robot.clickOn("#library-filter").write("cup");
    robot.clickOn("cup-000008.png");
    awaitShown("cup-000008.png");
    robot.clickOn("#room-detect");
    await(() -> bench.detect().shown().size() > 1);
    settle();
    Object pass = bench.detect().detectedProperty().get();
    int some = bench.detect().shown().size();
    robot.drag(robot.lookup("#score .thumb").<Node>query()).dropBy(-200, 0);
    settle();
    assertThat(label("#score-value")).isEqualTo("0.05");
    assertThat(bench.detect().shown()).hasSizeGreaterThan(some);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(label("#score-value")).isEqualTo("0.40");
    assertThat(bench.detect().detectedProperty().get()).isSameAs(pass);

    assertThat(node("#box-maps-empty").isVisible()).isTrue();
    Node boxes = robot.lookup("#boxes").<Pane>query().getChildren().get(0);
    Detection cup = bench.detect().shown().get(0);
    double scale =
        boxes.getBoundsInLocal().getWidth()
            / bench.detect().detectedProperty().get().pass().picture().width();
    Point2D centre =
        boxes.localToScreen(
            (cup.box().x() + cup.box().width() / 2) * scale,
            (cup.box().y() + cup.box().height() / 2) * scale);
    robot.clickOn(centre);
    settle();
    assertThat(bench.detect().chosenProperty().get()).isEqualTo(cup);
    assertThat(node("#box-maps-empty").isVisible()).isFalse();
    TableView<?> table = robot.lookup("#detections").queryTableView();
    assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(cup);
    robot.clickOn("#map-0");
    assertThat(bench.navigation().selection().head()).isEqualTo(0);
    robot.clickOn(centre).type(KeyCode.DOWN);
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);
    robot.type(KeyCode.ESCAPE);
    assertThat(bench.detect().chosenProperty().get()).isNull();
    assertThat(table.getSelectionModel().getSelectedItem()).isNull();

    robot.clickOn("#class-umbrella");
    settle();
    assertThat(table.getItems()).hasSize(1);
    assertThat(bench.detect().command()).contains("--classes umbrella");
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
    settle();
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

  @Test
  void whatClaimsAreOfIsMeasuredAndStopped() {
    robot.clickOn("#room-claims");
    await(() -> bench.claims().missingProperty().get());
    settle();
    robot.clickOn("#claims-measure");
    await(() -> bench.runners().measuring().progressProperty().get() > 0);
    assertThat(node("#claims-measure-stop").isVisible()).isTrue();
    robot.clickOn("cat-000006.png");
    awaitShown("cat-000006.png");
    robot.clickOn("#claims-measure-stop");
    settle();
    assertThat(bench.runners().measuring().runningProperty().get()).isEmpty();
    assertThat(node("#claims-measure").isVisible()).isTrue();
  }

  @Test
  void claimsAreKeptByTheirVerdictSearchedAndSorted() {
    robot.clickOn("#room-claims");
    await(() -> !bench.claims().rows().isEmpty());
    TableView<ClaimRow> table = robot.lookup("#claims-table").queryTableView();
    robot.clickOn("Hold");
    robot.clickOn("#claims-search").write("macs");
    settle();
    assertThat(table.getItems()).isNotEmpty().allMatch(row -> row.verdict() == Verdict.HOLDS);
    robot.clickOn("Claimed");
    settle();
    List<Double> claimed = table.getItems().stream().map(row -> row.claimed().value()).toList();
    assertThat(claimed).isSorted();
    robot.interact(() -> table.getSelectionModel().select(0));
    assertThat(label("#claim-details")).contains("Source: ");
  }

  @Test
  void networksAreComparedSortedAndBroughtOut() {
    robot.clickOn("#room-compare");
    robot.interact(() -> bench.compare().networksProperty().set(Designs.all()));
    await(() -> bench.compare().rows().size() == Designs.all().size());
    TableView<CompareRow> table = robot.lookup("#compare-table").queryTableView();
    robot.clickOn("Params");
    settle();
    assertThat(table.getItems()).extracting(row -> row.parameters().value()).isSorted();
    robot.interact(() -> bench.compare().markedProperty().set("deit-tiny"));
    assertThat(table.getSelectionModel().getSelectedItem().model()).isEqualTo("DeiT-Tiny");
  }

  @Test
  void aChartIsMagnifiedMovedAndShownWholeAgain() {
    robot.clickOn("#room-cost");
    robot.interact(() -> bench.cost().chartProperty().set(CostViewModel.Chart.MACS));
    await(() -> bench.cost().figureProperty().get() != null);
    settle();
    Button whole =
        robot.lookup(".button").queryAllAs(Button.class).stream()
            .filter(one -> "Whole figure".equals(one.getAccessibleText()))
            .findFirst()
            .orElseThrow();
    assertThat(whole.isDisabled()).isTrue();
    robot.clickOn("#cost").type(KeyCode.EQUALS, 3);
    assertThat(whole.isDisabled()).isFalse();
    robot.drag("#cost").moveBy(-80, -40).drop();
    robot.type(KeyCode.HOME);
    assertThat(whole.isDisabled()).isTrue();
    robot.type(KeyCode.EQUALS);
    assertThat(whole.isDisabled()).isFalse();
    robot.clickOn(whole);
    assertThat(whole.isDisabled()).isTrue();
  }

  @Test
  void everyControlHasANameAndIsReachedByKeys() {
    Set<String> nameless = new TreeSet<>();
    for (String room : List.of("inspect", "heads", "cost", "compare", "claims")) {
      robot.interact(() -> bench.roomProperty().set(room));
      settle();
      for (Lens lens : Lens.values()) {
        robot.interact(() -> bench.inspect().strip().lensProperty().set(lens));
        settle();
        look(node("#room").getScene().getRoot(), room, nameless);
      }
    }
    robot.interact(() -> bench.claims().formProperty().set(ClaimsViewModel.Form.CHART));
    settle();
    look(node("#room").getScene().getRoot(), "claims chart", nameless);
    assertThat(nameless).isEmpty();
  }

  /** Notes what takes the focus and has no name, and what is clicked and never takes it. */
  private static void look(Node node, String where, Set<String> nameless) {
    if (!node.isVisible() || node instanceof MenuBar) {
      return;
    }
    boolean isClicked = node instanceof ButtonBase || node instanceof TextInputControl;
    if ((node.isFocusTraversable() || isClicked) && name(node).isBlank()) {
      nameless.add(where + ": no name: " + node);
    }
    // Of the network's parts the chosen one is reached, and arrow keys walk from it.
    boolean isWalked = node.getStyleClass().contains("part");
    if (isClicked && !isWalked && !node.isFocusTraversable()) {
      nameless.add(where + ": not reached: " + node);
    }
    if (node instanceof Parent parent && !(node instanceof ComboBoxBase)) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, where, nameless));
    }
  }

  private static String name(Node node) {
    String text = node.getAccessibleText();
    if (text == null && node instanceof Labeled labeled) {
      text = labeled.getText();
    }
    return text == null ? "" : text;
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

  /** A thing at the window's corner out of which a file can be dragged. */
  private Node files(Path file) {
    Label label = new Label("files");
    label.setOnDragDetected(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          label.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    Pane window = (Pane) robot.lookup(".workbench").query();
    StackPane.setAlignment(label, Pos.BOTTOM_LEFT);
    robot.interact(() -> window.getChildren().add(label));
    settle();
    return label;
  }

  private static void awaitWritten(Path file) {
    await(() -> Files.exists(file) && Files.size(file) > 0);
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
