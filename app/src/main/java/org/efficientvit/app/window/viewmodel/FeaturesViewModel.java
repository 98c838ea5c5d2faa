package org.efficientvit.app.window.viewmodel;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The channels of a stage, and the one that lies over the picture. */
public final class FeaturesViewModel {

  private final ObjectProperty<@Nullable Inspected> inspected = new SimpleObjectProperty<>();
  private final ObservableList<String> stages = FXCollections.observableArrayList();
  private final StringProperty stage = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Channel>> channels =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<@Nullable Channel> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");

  private boolean isSettling;

  /** Nothing to show yet. */
  public FeaturesViewModel() {
    stage.addListener((property, old, now) -> choose(now, false));
  }

  /** Shows another pass, at the same stage, and at the same channel of the same network. */
  void show(Inspected next) {
    Inspected before = inspected.get();
    boolean sameNetwork = before != null && network(before).equals(network(next));
    inspected.set(next);
    List<String> names = List.copyOf(next.inspection().trace().features().keySet());
    if (!stages.equals(names)) {
      stages.setAll(names);
    }
    if (names.contains(stage.get())) {
      choose(stage.get(), sameNetwork);
    } else {
      stage.set(names.get(0));
    }
  }

  private static String network(Inspected of) {
    return of.inspection().trace().network();
  }

  /** Lays the channel before or after the selected one over the picture. */
  public void move(int places) {
    List<Channel> all = channels.get();
    Channel current = selected.get();
    if (current != null) {
      int place = Math.max(0, Math.min(all.size() - 1, all.indexOf(current) + places));
      selected.set(all.get(place));
    }
  }

  /** Lays a channel over the picture, where the stage has it. */
  void select(int index) {
    channels.get().stream()
        .filter(channel -> channel.index() == index)
        .findFirst()
        .ifPresent(selected::set);
  }

  private void choose(@Nullable String name, boolean keepChannel) {
    Inspected shown = inspected.get();
    Tensor features = shown == null ? null : shown.inspection().trace().features().get(name);
    if (features == null) {
      return;
    }
    List<Channel> next = Channel.of(features);
    Channel before = keepChannel ? selected.get() : null;
    isSettling = true;
    selected.set(null);
    channels.set(next);
    selected.set(
        next.stream()
            .filter(channel -> before != null && channel.index() == before.index())
            .findFirst()
            .orElse(next.get(0)));
    isSettling = false;
    reading.set(
        "%d channels of %d × %d by mean activation"
            .formatted(
                features.shape().dimension(0),
                features.shape().dimension(1),
                features.shape().dimension(2)));
  }

  /** Whether the channel changes because other feature maps are shown, and not by choice. */
  boolean isSettling() {
    return isSettling;
  }

  /** The pass that is shown. */
  public ReadOnlyObjectProperty<@Nullable Inspected> inspectedProperty() {
    return inspected;
  }

  /** The patch embedding and the stages. */
  public ObservableList<String> stages() {
    return stages;
  }

  /** The stage whose channels are shown. */
  public StringProperty stageProperty() {
    return stage;
  }

  /** Its channels, those of the highest mean activation first. */
  public ReadOnlyObjectProperty<List<Channel>> channelsProperty() {
    return channels.getReadOnlyProperty();
  }

  /** The channel that lies over the picture. */
  public ObjectProperty<@Nullable Channel> selectedProperty() {
    return selected;
  }

  /** How many channels of what size, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
