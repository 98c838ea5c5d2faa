package org.efficientvit.app.window.view;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.Channel;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.FeaturesViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.jspecify.annotations.Nullable;

/** The channels of a stage, and the chosen one large over the picture. */
final class FeaturesView extends BorderPane {

  FeaturesView(FeaturesViewModel features, Display display) {
    setPadding(new Insets(8, 16, 16, 16));
    setMinSize(0, 0);
    Label reading = Controls.caption("");
    reading.setMinWidth(0);
    reading.textProperty().bind(features.readingProperty());
    HBox first =
        new HBox(
            16,
            new DisplayBar(display),
            Controls.spacer(),
            Controls.originBadge(features.inspectedProperty().map(Inspected::provenance)));
    first.setAlignment(Pos.CENTER_LEFT);
    setTop(first);

    Label channel = Controls.caption("");
    channel.setId("channel");
    channel
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> text(features.selectedProperty().get()), features.selectedProperty()));
    OverlayPane overlay = new OverlayPane(features, display);
    VBox.setVgrow(overlay, Priority.ALWAYS);
    VBox large = new VBox(8, channel, overlay);
    large.prefWidthProperty().bind(widthProperty().multiply(0.42));
    large.setMinWidth(280);

    ScrollPane scroll = new ScrollPane(new ChannelGrid(features, display));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox grid = new VBox(8, reading, scroll);
    HBox.setHgrow(grid, Priority.ALWAYS);
    HBox centre = new HBox(16, large, grid);
    centre.setMinSize(0, 0);
    BorderPane.setMargin(centre, new Insets(8, 0, 0, 0));
    setCenter(centre);
  }

  private static String text(@Nullable Channel channel) {
    return channel == null ? "" : channel.reading();
  }
}
