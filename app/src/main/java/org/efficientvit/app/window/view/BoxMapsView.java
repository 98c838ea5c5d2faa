package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.BoxFacts;
import org.efficientvit.app.window.viewmodel.BoxMap;
import org.efficientvit.app.window.viewmodel.BoxMapsViewModel;
import org.efficientvit.app.window.viewmodel.BoxMapsViewModel.Lens;
import org.efficientvit.app.window.viewmodel.Detected;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.image.Picture;
import org.jspecify.annotations.Nullable;

/** Where the chosen box comes from, and the maps of the network under it. */
final class BoxMapsView extends StackPane {

  private static final double GAP = 8;

  private final Workbench bench;
  private final BoxMapsViewModel maps;
  private final PictureImages images;
  private final GridPane facts = new GridPane();
  private final TilePane tiles = new TilePane(GAP, GAP);
  private final ScrollPane scroll = new ScrollPane(tiles);
  private final BooleanProperty isWhole = new SimpleBooleanProperty(false);

  BoxMapsView(Workbench bench, PictureImages images) {
    this.bench = bench;
    this.images = images;
    maps = bench.boxMaps();
    setId("box-maps");
    setMinSize(0, 0);
    BooleanBinding isChosen = maps.factsProperty().isNotNull();
    Label none =
        new Label(
            "Choose a box, in the picture or in the list, to see which cell and which anchor made"
                + " it, and what the network computed there.");
    none.setId("box-maps-empty");
    none.setWrapText(true);
    none.getStyleClass().add(Styles.TEXT_MUTED);
    StackPane.setAlignment(none, Pos.TOP_LEFT);
    show(none, isChosen.not());

    facts.setHgap(8);
    facts.setVgap(4);
    facts.setMinHeight(Region.USE_PREF_SIZE);
    facts.setId("box-facts");
    tiles.setTileAlignment(Pos.TOP_LEFT);
    scroll.viewportBoundsProperty().addListener((property, old, now) -> fit());
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    BorderPane shown = new BorderPane(scroll);
    VBox top = new VBox(12, facts, choices());
    top.setPadding(new Insets(0, 0, 8, 0));
    shown.setTop(top);
    shown.setMinSize(0, 0);
    show(shown, isChosen);
    getChildren().setAll(none, shown);
    maps.factsProperty().addListener((property, old, now) -> describe(now));
    maps.mapsProperty().addListener((property, old, now) -> fill());
    maps.overlayProperty().addListener((property, old, now) -> draw());
    isWhole.addListener((property, old, now) -> draw());
    bench.inspect().display().coloursProperty().addListener((property, old, now) -> draw());
    bench.inspect().display().opacityProperty().addListener((property, old, now) -> draw());
    bench.inspect().display().darkProperty().addListener((property, old, now) -> draw());
  }

  private VBox choices() {
    ComboBox<String> place = new ComboBox<>(maps.places());
    place.setId("box-place");
    place.valueProperty().bindBidirectional(maps.placeProperty());
    place.getStyleClass().add(Styles.SMALL);
    place.setAccessibleText("Block, stage or level");
    place.setPrefWidth(112);
    place.setMinWidth(96);
    HBox lens =
        Controls.segments(
            FXCollections.observableArrayList(Lens.values()),
            maps.lensProperty(),
            Lens::title,
            "Maps under the box");
    HBox seen =
        Controls.segments(
            FXCollections.observableArrayList(false, true),
            isWhole.asObject(),
            whole -> whole ? "Picture" : "Box",
            "Seen of the picture");
    Label reading = Controls.caption("");
    reading.setMinWidth(0);
    reading.textProperty().bind(maps.readingProperty());
    HBox row = new HBox(8, lens, place, Controls.spacer(), seen);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(8, row, reading);
  }

  private void describe(@Nullable BoxFacts now) {
    facts.getChildren().clear();
    if (now == null) {
      return;
    }
    List<BoxFacts.Line> lines = now.lines();
    for (int row = 0; row < lines.size(); row++) {
      Label words = new Label(lines.get(row).words());
      words.setMinWidth(0);
      facts.addRow(row, Controls.caption(lines.get(row).name()), words);
    }
  }

  private void fill() {
    List<MapTile> next = new ArrayList<>();
    for (BoxMap map : maps.mapsProperty().get()) {
      next.add(new MapTile(map, maps::toggle));
    }
    tiles.getChildren().setAll(next);
    fit();
  }

  /** Maps as large as all of them have room without scrolling. */
  private void fit() {
    double side = side();
    tiles.getChildren().forEach(tile -> ((MapTile) tile).fit(side));
    draw();
  }

  private double side() {
    int count = tiles.getChildren().size();
    Bounds room = scroll.getViewportBounds();
    double best = MapTile.LEAST_SIDE;
    for (int columns = 1; columns <= count; columns++) {
      int rows = (count + columns - 1) / columns;
      double across = (room.getWidth() + GAP) / columns - GAP - MapTile.AROUND_MAP;
      double down = (room.getHeight() + GAP) / rows - GAP - MapTile.AROUND_MAP - MapTile.WORDS;
      best = Math.max(best, Math.floor(Math.min(across, down)));
    }
    return Math.min(best, MapTile.MOST_SIDE);
  }

  private void draw() {
    Detected of = bench.detect().detectedProperty().get();
    Detection chosen = bench.detect().chosenProperty().get();
    if (of == null || chosen == null) {
      return;
    }
    Display display = bench.inspect().display();
    Picture picture = of.pass().picture();
    MapTile.Look look =
        new MapTile.Look(
            images.behind(of.preview(), display.opacityProperty().get()),
            picture.width(),
            picture.height(),
            chosen.box(),
            isWhole.get(),
            display);
    for (Node tile : tiles.getChildren()) {
      ((MapTile) tile).draw(look, maps.overlayProperty().get());
    }
  }

  private static void show(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }
}
