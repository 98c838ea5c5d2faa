package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.efficientvit.app.window.viewmodel.HeadMap;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.network.Designs;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class InspectorApplicationTest {

  private static final int SECONDS = 60;
  private static final String DEMONSTRATION =
      "demonstration weights (rendered objects, not ImageNet)";

  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private InspectorApplication application;
  private Workbench bench;
  private InspectViewModel inspect;

  @BeforeEach
  void start() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    application =
        (InspectorApplication)
            FxToolkit.setupApplication(InspectorApplication.class, "--no-picture");
    bench = application.bench();
    inspect = bench.inspect();
    await(() -> inspect.model().modelProperty().get() != null);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void stop() throws TimeoutException {
    FxToolkit.cleanupApplication(application);
    FxToolkit.cleanupStages();
  }

  @Test
  void emptyWindowSaysWhatToDo() {
    assertThat(node("#empty").isVisible()).isTrue();
    assertThat(robot.lookup("Drop a picture here, or press Ctrl+O").tryQuery()).isPresent();
    assertThat(label("#crop")).isEqualTo("no picture");
  }

  @Test
  void aWindowThatIsGivenNothingOpensOnASampleAndNamesItsObject() throws TimeoutException {
    FxToolkit.cleanupApplication(application);
    application =
        (InspectorApplication) FxToolkit.setupApplication(InspectorApplication.class, "--fresh");
    bench = application.bench();
    inspect = bench.inspect();
    await(() -> inspect.inspectedProperty().get() != null);

    assertThat(inspect.inspectedProperty().get().inspection().top(1).get(0).label())
        .isEqualTo("aeroplane");
    assertThat(label("#predictions .origin-badge")).isEqualTo("demonstration weights");
  }

  @Test
  void openedPictureIsClassifiedAndItsWeightsAreNamed() {
    openPicture("a.png");
    assertThat(node("#empty").isVisible()).isFalse();
    assertThat(robot.lookup("#predictions .progress-bar").queryAll()).hasSize(5);
    assertThat(label("#predictions .origin-badge")).isEqualTo("demonstration weights");
    assertThat(robot.lookup(DEMONSTRATION).tryQuery()).isPresent();
    robot.interact(inspect.model()::openRandom);
    await(() -> label("#predictions .origin-badge").equals("random weights"));
    assertThat(robot.lookup("random weights (seed 0)").tryQuery()).isPresent();
    assertThat(label("#crop")).startsWith("320 × 240, crop 210.2 × 210");
  }

  @Test
  void hoveredTokenIsNamedAndChangesTheMapsOfTheChosenBlock() {
    openPicture("a.png");
    robot.clickOn(part("blocks2.3"));
    assertThat(inspect.heads().blockProperty().get()).isEqualTo("blocks2.3");
    List<HeadMap> before = inspect.heads().mapsProperty().get();
    robot.moveTo(firstPanel());
    WaitForAsyncUtils.waitForFxEvents();
    Token token = inspect.heads().query();
    assertThat(token).isNotNull();
    assertThat(label("#reading"))
        .startsWith("Token at row %d, column %d".formatted(token.row(), token.column()));
    assertThat(inspect.heads().mapsProperty().get()).isNotEqualTo(before);
    robot.moveTo("#picture");
    assertThat(inspect.heads().query()).isNull();
  }

  @Test
  void theClassTokenOfDeitCanBeAskedAndConvolutionsHaveNoHeads() {
    openPicture("a.png");
    choose("deit-tiny");
    await(() -> inspect.heads().blocks().size() == 12);
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#class-token");
    assertThat(inspect.heads().query()).isEqualTo(Token.CLASS);
    assertThat(label("#reading")).startsWith("Class token");
    robot.clickOn(part("blocks.11"));
    assertThat(inspect.heads().blockProperty().get()).isEqualTo("blocks.11");

    choose("mobilenetv2");
    await(() -> inspect.heads().blocks().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(node("#no-attention").isVisible()).isTrue();
    assertThat(node("#class-token").isVisible()).isFalse();
    assertThat(inspect.features().stages()).contains("stem", "blocks.6");
  }

  private void choose(String id) {
    robot.interact(() -> inspect.model().designProperty().set(Designs.find(id).orElseThrow()));
  }

  @Test
  void clickPinsTheTokenArrowsMoveItAndEscapeReleasesIt() {
    openPicture("a.png");
    robot.clickOn(firstPanel());
    Token pinned = inspect.heads().pinnedProperty().get();
    assertThat(pinned).isNotNull();
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.DOWN);
    assertThat(inspect.heads().pinnedProperty().get())
        .isEqualTo(new Token(pinned.row() + 1, pinned.column() + 1));
    robot.type(KeyCode.ESCAPE);
    assertThat(inspect.heads().pinnedProperty().get()).isNull();
  }

  @Test
  void unreadableFileShowsOneSentenceAndKeepsTheEarlierResult() {
    openPicture("a.png");
    robot.interact(() -> bench.open(List.of(Pictures.text(folder, "b.png"))));
    await(() -> !inspect.problemProperty().get().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(node("#problem").getParent().isVisible()).isTrue();
    assertThat(label("#problem")).contains("b.png").endsWith(".");
    assertThat(robot.lookup("a.png").tryQuery()).isPresent();
  }

  @Test
  void newestOfTwoPicturesIsShown() {
    robot.interact(
        () -> {
          inspect.open(Pictures.disc(folder, "a.png", 320, 240, Color.BLUE));
          inspect.open(Pictures.disc(folder, "b.png", 240, 320, Color.GREEN));
        });
    await(() -> inspect.inspectedProperty().get() != null);
    await(() -> inspect.runner().runningProperty().get().isEmpty());
    assertThat(robot.lookup("b.png").tryQuery()).isPresent();
    assertThat(robot.lookup("a.png").tryQuery()).isEmpty();
  }

  @Test
  void themeGoesFromLightToDarkAndBack() {
    assertThat(Application.getUserAgentStylesheet()).contains("light");
    robot.clickOn("#theme");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Application.getUserAgentStylesheet()).contains("dark");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Application.getUserAgentStylesheet()).contains("light");
  }

  @Test
  void everyButtonAndChooserHasANameForThoseWhoCannotSeeIt() {
    openPicture("a.png");
    for (String kind : List.of(".button", ".combo-box", ".slider", ".toggle-button")) {
      Set<Node> controls = robot.lookup(kind).queryAll();
      assertThat(controls).isNotEmpty().allSatisfy(InspectorApplicationTest::assertNamed);
    }
  }

  private static void assertNamed(Node node) {
    String text = node instanceof Labeled labeled ? labeled.getText() : null;
    assertThat(node.getAccessibleText() != null || (text != null && !text.isEmpty()))
        .as("%s is named", node)
        .isTrue();
  }

  private Node part(String name) {
    return robot.from(node("#strip")).lookup(".part").queryAllAs(ToggleButton.class).stream()
        .filter(button -> button.getId().equals("part-" + name))
        .findFirst()
        .orElseThrow();
  }

  private void openPicture(String name) {
    robot.interact(() -> bench.open(List.of(Pictures.disc(folder, name, 320, 240, Color.BLUE))));
    await(() -> inspect.inspectedProperty().get() != null);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node firstPanel() {
    return robot.lookup("#head-grid").queryParent().getChildrenUnmodifiable().get(0);
  }

  private Node node(String query) {
    return robot.lookup(query).query();
  }

  private String label(String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
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
