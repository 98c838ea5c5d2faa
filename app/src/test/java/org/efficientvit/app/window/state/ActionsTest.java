package org.efficientvit.app.window.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ActionsTest {

  private final List<String> done = new ArrayList<>();
  private final BooleanProperty canUndo = new SimpleBooleanProperty(false);
  private final ObjectProperty<String> colours = new SimpleObjectProperty<>("lagoon");
  private final Actions actions =
      new Actions()
          .add(action("File", "Open pictures…", new SimpleBooleanProperty(true)))
          .add(new Actions.Line("File"))
          .add(action("Edit", "Undo", canUndo))
          .add(Choice.of("View", "Colour map", List.of("lagoon", "ember"), name -> name, colours))
          .add(action("File", "Open folder…", new SimpleBooleanProperty(true)));

  private Action action(String menu, String name, BooleanProperty enabled) {
    return new Action(menu, name, "", enabled, null, () -> done.add(name));
  }

  @Test
  void eachMenuHoldsItsEntriesInOrder() {
    assertThat(actions.menus()).containsOnlyKeys("File", "Edit", "View");
    assertThat(actions.menus().get("File")).hasSize(3).element(1).isInstanceOf(Actions.Line.class);
  }

  @Test
  void wordsFindActionsInAnyOrderAndWhatBeginsWithThemFirst() {
    assertThat(actions.matching("FOLDER open"))
        .extracting(Action::name)
        .containsExactly("Open folder…");
    assertThat(actions.matching("open")).extracting(Action::name).startsWith("Open pictures…");
    assertThat(actions.matching("edit")).extracting(Action::name).containsExactly("Undo");
    assertThat(actions.matching("")).hasSize(5);
    assertThat(actions.matching("nothing of the sort")).isEmpty();
  }

  @Test
  void eachValueOfASettingIsAnActionThatSaysWhetherItIsOn() {
    Action ember = actions.matching("ember").get(0);
    assertThat(ember.name()).isEqualTo("Colour map: ember");
    assertThat(ember.isOn()).isFalse();
    ember.perform();
    assertThat(colours.get()).isEqualTo("ember");
    assertThat(ember.isOn()).isTrue();
  }

  @Test
  void whatCannotBeDoneNowIsNotDone() {
    Action undo = actions.matching("undo").get(0);
    undo.perform();
    assertThat(done).isEmpty();
    canUndo.set(true);
    undo.perform();
    assertThat(done).containsExactly("Undo");
  }
}
