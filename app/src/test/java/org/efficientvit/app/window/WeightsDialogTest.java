package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.efficientvit.app.Mirror;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.core.model.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class WeightsDialogTest {

  private static final int SECONDS = 60;

  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private Mirror mirror;
  private InspectorApplication application;
  private InspectViewModel inspect;

  @BeforeEach
  void start() throws TimeoutException {
    mirror = new Mirror(folder);
    FxToolkit.registerPrimaryStage();
    application =
        (InspectorApplication)
            FxToolkit.setupApplication(
                InspectorApplication.class, "--fresh", "--weights-from=" + mirror.url());
    inspect = application.bench().inspect();
    await(() -> inspect.model().modelProperty().get() != null);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void stop() throws TimeoutException {
    FxToolkit.cleanupApplication(application);
    FxToolkit.cleanupStages();
    mirror.close();
  }

  @Test
  void fetchedWeightsAreOpenedInTheWindow() {
    assertThat(robot.lookup("not fetched").queryAll()).isNotEmpty();
    assertThat(robot.lookup("ready").queryAll()).isEmpty();
    assertThat(node("#use-weights").isDisabled()).isTrue();
    mirror.shut();
    robot.clickOn("#fetch");
    await(() -> robot.lookup("0.1 of 9.6 MB").tryQuery().isPresent());
    assertThat(node("#fetch").isDisabled()).isTrue();

    robot.clickOn("#cancel-fetch");
    await(() -> robot.lookup("stopped at 0.1 MB").tryQuery().isPresent());
    mirror.open();
    robot.clickOn("#fetch");
    await(() -> !node("#use-weights").isDisabled());
    robot.clickOn("#use-weights");

    await(() -> inspect.model().modelProperty().get().provenance().kind() == Provenance.Kind.FILE);
    assertThat(inspect.model().modelProperty().get().provenance().description())
        .isEqualTo("efficientvit_m0.pth");
    assertThat(robot.lookup("#weights-table").tryQuery()).isEmpty();
  }

  @Test
  void whatFailsIsSaidInTheDialog() {
    robot.clickOn("#weights-table");
    robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.ENTER);
    await(() -> node("#weights-problem").getParent().isVisible());
    assertThat(robot.lookup("#weights-problem").queryAs(Label.class).getText())
        .startsWith("efficientvit_m1.pth was not fetched: ");
    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#weights-problem").tryQuery()).isEmpty();
  }

  @Test
  void withoutANetworkTheDialogSaysWhatToDoAndTheWindowGoesOn() {
    mirror.close();
    robot.clickOn("#fetch");
    await(() -> node("#weights-problem").getParent().isVisible());
    assertThat(robot.lookup("#weights-problem").queryAs(Label.class).getText())
        .startsWith("efficientvit_m0.pth was not fetched: ")
        .endsWith(".");
    assertThat(node("#fetch").isDisabled()).isFalse();
    assertThat(inspect.model().modelProperty().get().provenance().kind())
        .isEqualTo(Provenance.Kind.DEMONSTRATION);
  }

  private Node node(String query) {
    return robot.lookup(query).query();
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
