package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.state.Selection;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.detect.Anchor;
import org.efficientvit.core.detect.CellGrid;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.colour.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What the network computed where the chosen box lies: where the heads of a block attend from
 * there, and which channels of a stage or of a level answer there. Block, head and channel are
 * those of all views.
 */
public final class BoxMapsViewModel {

  /** What is seen. */
  public enum Lens {
    /** Where the heads of a block attend. */
    HEADS("Attention"),
    /** The channels of a stage of the backbone. */
    STAGES("Stages"),
    /** The channels of a level of the pyramid. */
    LEVELS("Pyramid");

    private final String title;

    Lens(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }
  }

  private static final String BACKBONE = "backbone.";
  private static final String NECK = "neck.";
  private static final int FINEST = 3;

  /** Channels that are shown, of those that answer most in the box. */
  private static final int MOST = 24;

  private final DetectViewModel detect;
  private final Navigation navigation;
  private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(Lens.HEADS);
  private final ObservableList<String> places = FXCollections.observableArrayList();
  private final StringProperty place = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<BoxMap>> maps = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable BoxMap> overlay = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable BoxFacts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private @Nullable Integer selected;
  private String shownPlace = "";
  private boolean isSettling;

  BoxMapsViewModel(DetectViewModel detect, Navigation navigation) {
    this.detect = requireNonNull(detect, "detect is null");
    this.navigation = requireNonNull(navigation, "navigation is null");
    detect.chosenProperty().addListener((property, old, now) -> settle());
    lens.addListener((property, old, now) -> settle());
    place.addListener((property, old, now) -> placed());
    navigation.selectionProperty().addListener((property, old, now) -> follow(now));
  }

  /** Another box or another lens: its places, at the one that is selected where it is there. */
  private void settle() {
    isSettling = true;
    Detected of = detect.detectedProperty().get();
    List<String> names = of == null ? List.of() : names(of, lens.get());
    if (!places.equals(names)) {
      places.setAll(names);
    }
    place.set(wanted(names).orElse(""));
    selected = selectedIn(navigation.selection());
    isSettling = false;
    update();
  }

  private Optional<String> wanted(List<String> names) {
    Detection chosen = detect.chosenProperty().get();
    Anchor anchor = chosen == null ? null : chosen.anchor();
    if (lens.get() == Lens.LEVELS && anchor != null) {
      return Optional.of(anchor.levelName());
    }
    Optional<String> selection = navigation.selection().among(names);
    if (selection.isPresent()) {
      return selection;
    }
    return names.contains(place.get()) ? Optional.of(place.get()) : names.stream().findFirst();
  }

  private static List<String> names(Detected of, Lens lens) {
    return switch (lens) {
      case HEADS -> of.attention().stream().map(BoxMapsViewModel::shortened).toList();
      case STAGES ->
          of.features().stream()
              .filter(name -> name.startsWith(BACKBONE))
              .map(BoxMapsViewModel::shortened)
              .toList();
      case LEVELS ->
          of.features().stream()
              .filter(name -> name.startsWith(NECK))
              .map(name -> "P" + (FINEST + Integer.parseInt(name.substring(NECK.length()))))
              .toList();
    };
  }

  /** As in the classifier on the same backbone. */
  private static String shortened(String name) {
    return name.startsWith(BACKBONE) ? name.substring(BACKBONE.length()) : name;
  }

  private void placed() {
    if (isSettling) {
      return;
    }
    selected = null;
    if (lens.get() != Lens.LEVELS && !place.get().isEmpty()) {
      navigation.go(place.get());
    }
    update();
  }

  private void follow(Selection now) {
    Optional<String> there = lens.get() == Lens.LEVELS ? Optional.empty() : now.among(places);
    isSettling = true;
    there.ifPresent(place::set);
    isSettling = false;
    if (lens.get() != Lens.LEVELS) {
      selected = selectedIn(now);
    }
    if (!place.get().equals(shownPlace)) {
      update();
    }
    lay();
  }

  private @Nullable Integer selectedIn(Selection now) {
    return switch (lens.get()) {
      case HEADS -> now.head();
      case STAGES -> now.channel();
      case LEVELS -> null;
    };
  }

  /** Lays a head or a channel over the picture, or takes it away. */
  public void toggle(BoxMap map) {
    BoxMap now = overlay.get();
    @Nullable Integer next =
        now != null && now.index() == map.index() ? null : (Integer) map.index();
    String at = place.get();
    switch (lens.get()) {
      case HEADS -> navigation.choose(selection -> selection.at(at).withHead(next));
      case STAGES -> navigation.choose(selection -> selection.at(at).withChannel(next));
      case LEVELS -> {
        selected = next;
        lay();
      }
    }
  }

  /** Computes the maps of the place that is looked at. */
  private void update() {
    shownPlace = place.get();
    Detected of = detect.detectedProperty().get();
    Detection chosen = detect.chosenProperty().get();
    if (of == null || chosen == null || place.get().isEmpty()) {
      facts.set(null);
      maps.set(List.of());
      overlay.set(null);
      reading.set("");
      return;
    }
    facts.set(BoxFacts.of(of, chosen));
    List<BoxMap> next =
        lens.get() == Lens.HEADS ? heads(of, chosen.box()) : channels(of, chosen.box());
    maps.set(next);
    lay();
  }

  /** Lays the selected one of the maps over the picture. */
  private void lay() {
    Integer index = selected;
    overlay.set(
        maps.get().stream()
            .filter(map -> index != null && map.index() == index)
            .findFirst()
            .orElse(null));
  }

  private List<BoxMap> heads(Detected of, Box box) {
    HeadMaps values = of.pass().trace().attention().get(BACKBONE + place.get());
    if (values == null) {
      return List.of();
    }
    StitchedAttention attention = new StitchedAttention(values);
    CellGrid cells = of.pass().cells(attention.grid().height(), attention.grid().width());
    int[] inside = cells.cellsIn(box);
    List<Tensor> all =
        IntStream.range(0, attention.heads())
            .mapToObj(head -> inWindows(attention, head, inside))
            .toList();
    Scale scale = Scale.of(all).withZero();
    reading.set(
        inside.length == 1
            ? "Where the cell under the box attends"
            : "Where the %d cells under the box attend, their mean".formatted(inside.length));
    List<BoxMap> next = new ArrayList<>();
    for (int head = 0; head < all.size(); head++) {
      Tensor map = all.get(head);
      next.add(
          new BoxMap(
              head,
              "Head " + head,
              Numbers.percent(sum(map, inside)) + " in the box",
              map,
              cells,
              scale));
    }
    return List.copyOf(next);
  }

  /** Without a value in windows in which no token asks: nothing there can be attended to. */
  private static Tensor inWindows(StitchedAttention attention, int head, int[] asking) {
    WindowGrid grid = attention.grid();
    Set<Integer> windows =
        Arrays.stream(asking)
            .mapToObj(cell -> grid.windowOf(cell / grid.width(), cell % grid.width()))
            .collect(Collectors.toSet());
    Tensor map = attention.queries(head, asking);
    float[] values = map.values().clone();
    for (int cell = 0; cell < values.length; cell++) {
      if (!windows.contains(grid.windowOf(cell / grid.width(), cell % grid.width()))) {
        values[cell] = Float.NaN;
      }
    }
    return new Tensor(map.shape(), values);
  }

  private List<BoxMap> channels(Detected of, Box box) {
    boolean isLevel = lens.get() == Lens.LEVELS;
    int level = isLevel ? Integer.parseInt(place.get().substring(1)) - FINEST : 0;
    Tensor features =
        of.pass().trace().features().get(isLevel ? NECK + level : BACKBONE + place.get());
    if (features == null) {
      return List.of();
    }
    int rows = features.shape().dimension(1);
    int columns = features.shape().dimension(2);
    CellGrid cells =
        isLevel ? of.pass().cells(of.pass().level(level)) : of.pass().cells(rows, columns);
    int[] inside = cells.cellsIn(box);
    int count = features.shape().dimension(0);
    reading.set(
        "%d of %d channels of %d × %d by mean activation in the box"
            .formatted(Math.min(MOST, count), count, columns, rows));
    return IntStream.range(0, count)
        .boxed()
        .sorted(
            Comparator.comparingDouble(index -> -sum(features.get(index), inside) / inside.length))
        .limit(MOST)
        .map(index -> channel(index, features.get(index), cells, inside))
        .toList();
  }

  private static BoxMap channel(int index, Tensor map, CellGrid cells, int[] inside) {
    return new BoxMap(
        index,
        "Channel " + index,
        Numbers.significant(sum(map, inside) / inside.length),
        map,
        cells,
        Scale.of(map));
  }

  private static double sum(Tensor map, int[] cells) {
    double sum = 0;
    for (int cell : cells) {
      sum += map.values()[cell];
    }
    return sum;
  }

  /** What is seen. */
  public ObjectProperty<Lens> lensProperty() {
    return lens;
  }

  /** The blocks, stages or levels that can be looked at, in the network's order. */
  public ObservableList<String> places() {
    return places;
  }

  /** The one that is looked at; empty before a box is chosen. */
  public StringProperty placeProperty() {
    return place;
  }

  /** The maps of it; empty where no box is chosen. */
  public ReadOnlyObjectProperty<List<BoxMap>> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** The map that lies over the picture, or null. */
  public ReadOnlyObjectProperty<@Nullable BoxMap> overlayProperty() {
    return overlay.getReadOnlyProperty();
  }

  /** Where the chosen box comes from, or null. */
  public ReadOnlyObjectProperty<@Nullable BoxFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** What the maps show, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
