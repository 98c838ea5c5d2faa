package org.efficientvit.app.window.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoTest {

  private long now;
  private final Undo undo = new Undo(() -> now);
  private final DoubleProperty opacity = new SimpleDoubleProperty(0.5);
  private final ObjectProperty<Set<String>> cuts = new SimpleObjectProperty<>(Set.of());

  @BeforeEach
  void watch() {
    undo.watch("opacity", opacity);
    undo.watch("cut", cuts);
  }

  @Test
  void changesOfSeveralPropertiesAreTakenBackInTurnAndMadeAgain() {
    opacity.set(0.7);
    cuts.set(Set.of("0-1"));
    undo.undo();
    assertThat(cuts.get()).isEmpty();
    assertThat(opacity.get()).isEqualTo(0.7);
    undo.undo();
    assertThat(opacity.get()).isEqualTo(0.5);
    undo.redo();
    undo.redo();
    assertThat(opacity.get()).isEqualTo(0.7);
    assertThat(cuts.get()).containsExactly("0-1");
  }

  @Test
  void oneDragIsOneChange() {
    for (int i = 1; i <= 50; i++) {
      now += Duration.ofMillis(16).toNanos();
      opacity.set(0.5 + i / 200.0);
    }
    undo.undo();
    assertThat(opacity.get()).isEqualTo(0.5);
    assertThat(undo.nextProperty().get()).isEmpty();
  }

  @Test
  void changesThatAreFarApartAreTwo() {
    opacity.set(0.6);
    now += Duration.ofSeconds(5).toNanos();
    opacity.set(0.7);
    undo.undo();
    assertThat(opacity.get()).isEqualTo(0.6);
  }

  @Test
  void aNewChangeForgetsWhatWasTakenBack() {
    opacity.set(0.6);
    undo.undo();
    cuts.set(Set.of("1-2"));
    undo.redo();
    assertThat(opacity.get()).isEqualTo(0.5);
    assertThat(undo.nextProperty().get()).isEqualTo("cut");
    assertThat(undo.nextRedoProperty().get()).isEmpty();
  }

  @Test
  void openingASessionIsNotTakenBack() {
    undo.without(() -> opacity.set(0.9));
    undo.undo();
    assertThat(opacity.get()).isEqualTo(0.9);
  }
}
