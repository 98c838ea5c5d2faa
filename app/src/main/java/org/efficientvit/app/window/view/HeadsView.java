package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.HeadsViewModel;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;

/** Where the heads of a block attend. */
final class HeadsView extends BorderPane {

  HeadsView(InspectViewModel inspect) {
    HeadsViewModel heads = inspect.heads();
    setPadding(new Insets(8, 16, 16, 16));
    setMinSize(0, 0);
    HBox scale =
        Controls.segments(
            FXCollections.observableArrayList(true, false),
            heads.sharedScaleProperty().asObject(),
            shared -> shared ? "one for all heads" : "each its own",
            "Scale");
    HBox scales = new HBox(8, Controls.caption("Scale"), scale);
    scales.setAlignment(Pos.CENTER_LEFT);
    HBox settings = new HBox(16, new DisplayBar(inspect.display()), scales, classToken(heads));
    settings.setAlignment(Pos.CENTER_LEFT);

    HeadGrid grid = new HeadGrid(heads, inspect.strip(), inspect.display());
    Label none = new Label("This network has no attention; see its feature maps and times.");
    none.setId("no-attention");
    none.getStyleClass().add(Styles.TEXT_MUTED);
    BooleanBinding isEmpty =
        heads.inspectedProperty().isNotNull().and(heads.attentionProperty().isNull());
    none.visibleProperty().bind(isEmpty);
    StackPane centre = new StackPane(grid, none);
    centre.setMinSize(0, 0);
    BorderPane.setMargin(centre, new Insets(0, -9, 0, -9));
    setCenter(centre);

    Label reading = new Label();
    reading.setId("reading");
    reading.setMinWidth(0);
    reading.textProperty().bind(heads.readingProperty());
    HBox line =
        new HBox(
            8,
            reading,
            Controls.spacer(),
            Controls.originBadge(heads.inspectedProperty().map(Inspected::provenance)));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(32);
    VBox rows = new VBox(8, settings, line);
    show(rows, isEmpty.not());
    setTop(rows);
  }

  /** Pins the class token, where there is one. */
  private static ToggleButton classToken(HeadsViewModel heads) {
    ToggleButton button = new ToggleButton("Class token");
    button.setId("class-token");
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip("Where the class token attends (C)"));
    button.setOnAction(event -> heads.toggleClassToken());
    heads
        .pinnedProperty()
        .addListener((property, old, now) -> button.setSelected(now != null && now.isClass()));
    show(button, heads.hasClassTokenProperty());
    return button;
  }

  private static void show(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }
}
