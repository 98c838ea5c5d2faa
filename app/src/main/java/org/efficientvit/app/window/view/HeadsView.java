package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
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
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.HeadsViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.WindowGrid;
import org.jspecify.annotations.Nullable;

/** Where the heads of a block attend. */
final class HeadsView extends BorderPane {

  /** As many blocks as have room for their whole names. */
  private static final int WHOLE_NAMES = 9;

  HeadsView(HeadsViewModel heads, Display display) {
    setPadding(new Insets(16));
    setMinWidth(0);
    HBox blocks =
        Controls.segments(
            heads.blocks(), heads.blockProperty(), name -> shortened(heads, name), "Block");
    blocks.setId("blocks");
    Label stem = Controls.caption("");
    stem.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> stem(heads.blocks()).replace(".", ""), heads.blocks()));
    show(stem, stem.textProperty().isNotEmpty());
    Label layout = Controls.caption("");
    layout.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(layout.textProperty());
    layout.setTooltip(whole);
    layout
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> layout(heads.attentionProperty().get()), heads.attentionProperty()));
    HBox named = new HBox(8, stem, blocks);
    named.setAlignment(Pos.CENTER_LEFT);
    HBox first = new HBox(16, named, classToken(heads), layout);
    first.setAlignment(Pos.CENTER_LEFT);

    HBox scale =
        Controls.segments(
            FXCollections.observableArrayList(true, false),
            heads.sharedScaleProperty().asObject(),
            shared -> shared ? "one for all heads" : "each its own",
            "Scale");
    HBox second =
        new HBox(
            16,
            new DisplayBar(display),
            new HBox(8, Controls.caption("Scale"), scale),
            Controls.spacer());
    ((HBox) second.getChildren().get(1)).setAlignment(Pos.CENTER_LEFT);
    second.setAlignment(Pos.CENTER_LEFT);

    HeadGrid grid = new HeadGrid(heads, display);
    Label none = new Label("This network has no attention; see its feature maps and times.");
    none.setId("no-attention");
    none.getStyleClass().add(Styles.TEXT_MUTED);
    BooleanBinding isEmpty =
        heads.inspectedProperty().isNotNull().and(heads.attentionProperty().isNull());
    none.visibleProperty().bind(isEmpty);
    StackPane centre = new StackPane(grid, none);
    BorderPane.setMargin(centre, new Insets(0, -9, 0, -9));
    setCenter(centre);

    Label reading = new Label();
    reading.setId("reading");
    reading.setMinWidth(0);
    reading.textProperty().bind(heads.readingProperty());
    HBox third =
        new HBox(
            8,
            reading,
            Controls.spacer(),
            Controls.originBadge(heads.inspectedProperty().map(Inspected::provenance)));
    third.setAlignment(Pos.CENTER_LEFT);
    third.setMinHeight(32);
    VBox.setMargin(third, new Insets(8, 0, 0, 0));
    VBox rows = new VBox(8, first, second, third);
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

  /** What the names of many blocks begin with; their buttons then bear the rest alone. */
  private static String stem(List<String> blocks) {
    if (blocks.size() <= WHOLE_NAMES) {
      return "";
    }
    String first = blocks.get(0);
    String stem = first.substring(0, first.lastIndexOf('.') + 1);
    return blocks.stream().allMatch(block -> block.startsWith(stem)) ? stem : "";
  }

  private static String shortened(HeadsViewModel heads, String block) {
    return block.substring(stem(heads.blocks()).length());
  }

  private static String layout(@Nullable StitchedAttention attention) {
    if (attention == null) {
      return "";
    }
    WindowGrid grid = attention.grid();
    String heads =
        "%d heads · %d × %d tokens".formatted(attention.heads(), grid.height(), grid.width());
    return grid.windows() == 1 ? heads : heads + " · %d windows".formatted(grid.windows());
  }
}
