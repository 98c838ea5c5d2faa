package org.efficientvit.app.window.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class FigureCanvasTest {

  private static final int MOVES = 200;

  private final ManyPoints figure = new ManyPoints(1000);
  private FigureCanvas canvas;
  private Stage stage;

  @BeforeEach
  void open() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    on(
        () -> {
          stage = new Stage();
          canvas = ChartSpeed.canvas(figure);
          stage.setScene(new Scene(canvas, 800, 600));
          stage.show();
        });
  }

  @AfterEach
  void close() {
    on(stage::close);
  }

  private static void on(Runnable step) {
    CompletableFuture.runAsync(step, Platform::runLater).join();
  }

  private int askedBy(Runnable step) {
    int before = figure.asked();
    on(step);
    return figure.asked() - before;
  }

  private void pointEverywhere() {
    for (int i = 0; i < MOVES; i++) {
      ChartSpeed.move(canvas, MouseEvent.MOUSE_MOVED, 4.0 * i, 3.0 * i);
    }
  }

  @Test
  void aFigureListsItsPartsOnceHoweverOftenThePointerMoves() {
    assertThat(askedBy(this::pointEverywhere)).isEqualTo(1);
    assertThat(askedBy(this::pointEverywhere)).isZero();
  }

  @Test
  void itListsThemAgainWhereItIsDrawnInAnotherSize() {
    on(this::pointEverywhere);
    on(
        () -> {
          canvas.resize(700, 600);
          canvas.layout();
        });
    assertThat(askedBy(this::pointEverywhere)).isEqualTo(1);
  }

  @Test
  void magnifyingListsNothingAgain() {
    on(this::pointEverywhere);
    on(canvas::reset);
    assertThat(
            askedBy(
                () -> {
                  canvas.fireEvent(ChartSpeed.wheel(400, 300, true));
                  pointEverywhere();
                }))
        .isZero();
    assertThat(canvas.zoomProperty().get().isChanged()).isTrue();
  }

  @Test
  void anotherFigureOfThatSizeIsListedItself() {
    on(this::pointEverywhere);
    ManyPoints other = new ManyPoints(3);
    on(
        () -> {
          canvas.show(other);
          pointEverywhere();
        });
    assertThat(other.asked()).isEqualTo(1);
  }
}
