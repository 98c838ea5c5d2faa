package org.efficientvit.app.window.viewmodel;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.app.window.state.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The network from picture to classes, the part of it that is looked at, and what is seen of it.
 */
public final class StripViewModel {

  /** What is seen of a part. */
  public enum Lens {
    /** Where the heads of its attention look. */
    HEADS("Heads"),
    /** What each head's split is, what the head before adds to it, and what it gives. */
    CASCADE("Cascade"),
    /** The channels of the nearest feature maps. */
    FEATURES("Feature maps"),
    /** Which places speak for a class. */
    EVIDENCE("Class evidence");

    private final String title;

    Lens(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }
  }

  private final ReadOnlyObjectWrapper<List<NetworkPart>> parts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable NetworkPart> selected =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(Lens.HEADS);

  void show(List<NetworkPart> next) {
    if (!next.equals(parts.get())) {
      selected.set(null);
      parts.set(next);
    }
  }

  /** Looks at a part the way that shows most of it. */
  void look(NetworkPart part) {
    selected.set(part);
    boolean isOfHeads = lens.get() == Lens.HEADS || lens.get() == Lens.CASCADE;
    if (part.hasAttention() && !isOfHeads) {
      lens.set(Lens.HEADS);
    } else if (!part.hasAttention() && !part.features().isEmpty()) {
      lens.set(Lens.FEATURES);
    }
  }

  /** The part that a selection is in, or that ends the stage which it is. */
  Optional<NetworkPart> find(Selection selection) {
    List<NetworkPart> all = parts.get();
    Optional<String> name = selection.among(all.stream().map(NetworkPart::name).toList());
    return name.isPresent()
        ? all.stream().filter(part -> part.name().equals(name.get())).findFirst()
        : all.stream()
            .filter(part -> part.stage().equals(selection.place()))
            .reduce((one, later) -> later);
  }

  /** Where looking begins: at the first attention, or at the last feature maps. */
  Optional<NetworkPart> first() {
    List<NetworkPart> all = parts.get();
    Optional<NetworkPart> attention = all.stream().filter(NetworkPart::hasAttention).findFirst();
    return attention.isPresent()
        ? attention
        : all.stream().filter(part -> !part.features().isEmpty()).reduce((one, later) -> later);
  }

  /** The part so many places further on. */
  public Optional<NetworkPart> beside(int places) {
    List<NetworkPart> all = parts.get();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int now = all.indexOf(selected.get());
    return Optional.of(all.get(Math.max(0, Math.min(all.size() - 1, now + places))));
  }

  /** The parts in the order in which they run. */
  public ReadOnlyObjectProperty<List<NetworkPart>> partsProperty() {
    return parts.getReadOnlyProperty();
  }

  /** The part that is looked at, or null before the first picture. */
  public ReadOnlyObjectProperty<@Nullable NetworkPart> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What is seen of it. */
  public ObjectProperty<Lens> lensProperty() {
    return lens;
  }
}
