package org.efficientvit.app.window.view;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.HeadsViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.WindowGrid;
import org.jspecify.annotations.Nullable;

/** Where the heads of a block attend. */
final class HeadsView extends BorderPane {

  HeadsView(HeadsViewModel heads, Display display) {
    setPadding(new Insets(16));
    setMinWidth(0);
    HBox blocks = Controls.segments(heads.blocks(), heads.blockProperty(), name -> name, "Block");
    blocks.setId("blocks");
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
    HBox first = new HBox(16, blocks, layout);
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
    BorderPane.setMargin(grid, new Insets(0, -9, 0, -9));
    setCenter(grid);

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
    setTop(new VBox(8, first, second, third));
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
