package org.efficientvit.app.window.view;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.NetworkPart;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.jspecify.annotations.Nullable;

/** One picture inside the network: the network as a strip, and what is seen of the chosen part. */
final class InspectView extends StackPane {

  /** Of what is seen of a part, in pixels. */
  private static final double LEAST_HEIGHT = 320;

  InspectView(Workbench bench, FigureTools tools, Opener opener) {
    InspectViewModel inspect = bench.inspect();
    getStyleClass().add("inspect-room");
    setMinSize(0, 0);
    StripView strip = new StripView(inspect, bench.navigation());
    VBox top = new VBox(strip, header(bench, tools));
    BorderPane shown = new BorderPane();
    shown.setMinSize(0, 0);
    shown.setTop(top);
    BooleanBinding hasPicture = inspect.inspectedProperty().isNotNull();
    show(shown, hasPicture);
    EmptyView empty = new EmptyView(opener);
    show(empty, hasPicture.not());
    getChildren().setAll(shown, empty);

    StackPane centre = new StackPane();
    Set<Lens> made = EnumSet.noneOf(Lens.class);
    // Made when they are first looked at, which keeps the start short.
    Consumer<Lens> enter =
        lens -> {
          if (made.add(lens)) {
            Node content = content(lens, bench, tools);
            show(content, inspect.strip().lensProperty().isEqualTo(lens));
            centre.getChildren().add(content);
          }
        };
    inspect.strip().lensProperty().subscribe(enter);
    shown.setCenter(Controls.scrolled(centre, LEAST_HEIGHT));
  }

  private static Node content(Lens lens, Workbench bench, FigureTools tools) {
    InspectViewModel inspect = bench.inspect();
    return switch (lens) {
      case HEADS -> new HeadsView(inspect);
      case CASCADE -> new CascadeView(bench, tools);
      case EVIDENCE ->
          plain(
              new FigurePane(
                  "evidence",
                  bench.evidence().figureProperty(),
                  bench.figures(),
                  inspect.display(),
                  tools,
                  "The classes of this network are no sum over places; see its feature maps."));
      case FEATURES -> new FeaturesView(inspect.features(), inspect.display());
    };
  }

  private static FigurePane plain(FigurePane pane) {
    pane.setPadding(new Insets(8, 16, 16, 16));
    return pane;
  }

  private static void show(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  /** What is looked at, and how. */
  private static HBox header(Workbench bench, FigureTools tools) {
    InspectViewModel inspect = bench.inspect();
    Label name = new Label();
    name.setId("part-name");
    name.getStyleClass().add("room-title");
    name.setMinWidth(Label.USE_PREF_SIZE);
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> name(inspect.strip().selectedProperty().get()),
                inspect.strip().selectedProperty()));
    Label facts = Controls.caption("");
    facts.setMinWidth(0);
    facts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> facts(inspect.strip().selectedProperty().get()),
                inspect.strip().selectedProperty()));
    HBox lens =
        Controls.segments(
            FXCollections.observableArrayList(Lens.values()),
            inspect.strip().lensProperty(),
            Lens::title,
            "What is seen");
    lens.setId("lens");
    HBox header =
        new HBox(
            16,
            new VBox(2, name, facts),
            Controls.spacer(),
            lens,
            new FigureBar(bench.figures(), tools));
    header.setAlignment(Pos.CENTER_LEFT);
    header.setPadding(new Insets(8, 16, 0, 16));
    header.setMinHeight(48);
    return header;
  }

  private static String name(@Nullable NetworkPart part) {
    return part == null ? "" : part.name();
  }

  private static String facts(@Nullable NetworkPart part) {
    if (part == null) {
      return "";
    }
    String sizes =
        part.inputSize().equals(part.size()) ? part.size() : part.inputSize() + " → " + part.size();
    return part.hasAttention() ? "%s · %d heads".formatted(sizes, part.heads()) : sizes;
  }
}
