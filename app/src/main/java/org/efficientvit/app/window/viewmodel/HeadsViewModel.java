package org.efficientvit.app.window.viewmodel;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where the heads of a block attend: for the token that is pinned, else for the one under the
 * pointer, else what each token receives.
 */
public final class HeadsViewModel {

  private final ObjectProperty<@Nullable Inspected> inspected = new SimpleObjectProperty<>();
  private final ObservableList<String> blocks = FXCollections.observableArrayList();
  private final StringProperty block = new SimpleStringProperty("");
  private final BooleanProperty sharedScale = new SimpleBooleanProperty(true);
  private final ObjectProperty<@Nullable Token> hovered = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Token> pinned = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable StitchedAttention> attention =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<HeadMap>> maps = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper hasClassToken = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");

  /** Nothing to show yet. */
  public HeadsViewModel() {
    block.addListener((property, old, now) -> choose(now));
    sharedScale.addListener((property, old, now) -> update());
    hovered.addListener((property, old, now) -> update());
    pinned.addListener((property, old, now) -> update());
  }

  /** Shows another pass, at the same block where there is one of that name. */
  void show(Inspected next) {
    inspected.set(next);
    List<String> names = List.copyOf(next.inspection().trace().attention().keySet());
    if (!blocks.equals(names)) {
      blocks.setAll(names);
    }
    if (names.isEmpty()) {
      clear();
    } else if (names.contains(block.get())) {
      choose(block.get());
    } else {
      block.set(names.get(0));
    }
  }

  /** A network without attention has no heads to show. */
  private void clear() {
    block.set("");
    attention.set(null);
    hasClassToken.set(false);
    hovered.set(null);
    pinned.set(null);
    maps.set(List.of());
    reading.set("");
  }

  /** The token whose attention is shown; null for what each token receives. */
  public @Nullable Token query() {
    return pinned.get() == null ? hovered.get() : pinned.get();
  }

  /** Pins a token, or releases it if it is the pinned one. */
  public void pin(Token token) {
    pinned.set(token.equals(pinned.get()) ? null : token);
  }

  /** Pins a token of the shown block, or, for null and for one that it has not, none. */
  void pinOnly(@Nullable Token token) {
    StitchedAttention shown = attention.get();
    boolean isThere =
        token != null
            && shown != null
            && (token.isClass()
                ? shown.grid().leading() > 0
                : token.row() < shown.grid().height() && token.column() < shown.grid().width());
    pinned.set(isThere ? token : null);
  }

  /** Pins the class token, or releases it; does nothing where there is none. */
  public void toggleClassToken() {
    if (hasClassToken.get()) {
      pin(Token.CLASS);
    }
  }

  /** Pins the token under the pointer, or releases the pinned one. */
  public void togglePin() {
    Token query = query();
    if (query != null) {
      pin(query);
    }
  }

  /** Lets the pinned token go. */
  public void release() {
    pinned.set(null);
  }

  /**
   * Pins the neighbour of the shown token, or, where none of the picture is shown, the token at the
   * centre.
   */
  public void move(int rows, int columns) {
    StitchedAttention shown = attention.get();
    if (shown == null) {
      return;
    }
    WindowGrid grid = shown.grid();
    Token from = query();
    pinned.set(
        from == null || from.isClass()
            ? new Token(grid.height() / 2, grid.width() / 2)
            : new Token(
                Math.max(0, Math.min(grid.height() - 1, from.row() + rows)),
                Math.max(0, Math.min(grid.width() - 1, from.column() + columns))));
  }

  private void choose(@Nullable String name) {
    Inspected shown = inspected.get();
    HeadMaps of = shown == null ? null : shown.inspection().trace().attention().get(name);
    if (of == null) {
      return;
    }
    StitchedAttention next = new StitchedAttention(of);
    StitchedAttention old = attention.get();
    boolean sameGrid = old != null && old.grid().equals(next.grid());
    attention.set(null);
    if (!sameGrid) {
      hovered.set(null);
      pinned.set(null);
    }
    attention.set(next);
    hasClassToken.set(next.grid().leading() > 0);
    update();
  }

  private void update() {
    StitchedAttention shown = attention.get();
    if (shown == null) {
      return;
    }
    Token query = query();
    List<Tensor> tensors = new ArrayList<>();
    for (int head = 0; head < shown.heads(); head++) {
      tensors.add(map(shown, head, query));
    }
    Scale shared = Scale.of(tensors).withZero();
    List<HeadMap> next = new ArrayList<>();
    for (int head = 0; head < tensors.size(); head++) {
      Tensor map = tensors.get(head);
      Scale scale = sharedScale.get() ? shared : Scale.of(map).withZero();
      String of = Readings.map(shown.grid(), map, pinned.get(), hovered.get());
      next.add(new HeadMap(head, map, scale, of));
    }
    maps.set(List.copyOf(next));
    reading.set(Readings.tokens(shown.grid(), pinned.get(), hovered.get()));
  }

  private static Tensor map(StitchedAttention of, int head, @Nullable Token query) {
    if (query == null) {
      return of.received(head);
    }
    return query.isClass() ? of.leadingQuery(head, 0) : of.query(head, query.row(), query.column());
  }

  /** The pass that is shown. */
  public ReadOnlyObjectProperty<@Nullable Inspected> inspectedProperty() {
    return inspected;
  }

  /** The blocks with attention, in the order of the network. */
  public ObservableList<String> blocks() {
    return blocks;
  }

  /** The block whose heads are shown. */
  public StringProperty blockProperty() {
    return block;
  }

  /** Whether all heads have one scale; else each has its own. */
  public BooleanProperty sharedScaleProperty() {
    return sharedScale;
  }

  /** The token under the pointer, or null. */
  public ObjectProperty<@Nullable Token> hoveredProperty() {
    return hovered;
  }

  /** The token that stays when the pointer leaves, or null. */
  public ReadOnlyObjectProperty<@Nullable Token> pinnedProperty() {
    return pinned;
  }

  /** The attention of the shown block. */
  public ReadOnlyObjectProperty<@Nullable StitchedAttention> attentionProperty() {
    return attention.getReadOnlyProperty();
  }

  /** Whether there is a class token that can be asked where it attends. */
  public ReadOnlyBooleanProperty hasClassTokenProperty() {
    return hasClassToken.getReadOnlyProperty();
  }

  /** One map for each head. */
  public ReadOnlyObjectProperty<List<HeadMap>> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** What the maps show, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
