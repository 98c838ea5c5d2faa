package org.efficientvit.app.window.view;

import java.awt.geom.Point2D;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.efficientvit.app.window.viewmodel.CascadeViewModel;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.visualizers.heads.CascadeFigure;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cascade of the chosen block; a click on an edge cuts it, another joins it again. */
final class CascadeView extends BorderPane {

  private static final Intervention.Kind[] KINDS = Intervention.Kind.values();

  private final CascadeViewModel cascade;

  CascadeView(Workbench bench, FigureTools tools) {
    cascade = bench.cascade();
    setPadding(new Insets(8, 16, 16, 16));
    setMinSize(0, 0);
    FigurePane pane =
        new FigurePane(
            "cascade",
            cascade.figureProperty(),
            bench.figures(),
            bench.inspect().display(),
            tools,
            "The heads of this part do not read each other; choose a block of attention of M0 to M5.");
    FigureCanvas canvas = pane.canvas();
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> cut(canvas, event));

    MenuButton change = new MenuButton("Change heads", new FontIcon(Feather.SCISSORS));
    change.setId("change-heads");
    change.setTooltip(new Tooltip("Cut edges, silence heads, or make their maps uniform"));
    change.setOnShowing(event -> fill(change));
    cascade.figureProperty().addListener((property, old, now) -> fill(change));
    Button reset = new Button("As it is", new FontIcon(Feather.ROTATE_CCW));
    reset.setId("reset-heads");
    reset.setTooltip(new Tooltip("Leave the network as it is"));
    reset.disableProperty().bind(cascade.changesProperty().map(Interventions::isEmpty));
    reset.setOnAction(event -> cascade.reset());
    Label reading = Controls.caption("");
    reading.setId("cascade-reading");
    reading.setMinWidth(0);
    reading
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(cascade.changesProperty().get()), cascade.changesProperty()));
    HBox row = new HBox(8, change, reset, reading, Controls.spacer(), pane.viewTools());
    row.setAlignment(Pos.CENTER_LEFT);
    setTop(row);
    BorderPane.setMargin(pane, new Insets(8, 0, 0, 0));
    setCenter(pane);
  }

  private void cut(FigureCanvas canvas, MouseEvent event) {
    CascadeFigure shown = cascade.figureProperty().get();
    if (shown != null && canvas.isClick(event) && event.getClickCount() == 1) {
      Point2D point = canvas.at(event);
      double[] size = canvas.size();
      shown
          .edge(point.getX(), point.getY(), size[0], size[1])
          .ifPresent(head -> cascade.toggle(Intervention.Kind.CUT, head));
    }
  }

  private void fill(MenuButton menu) {
    @Nullable CascadeFigure shown = cascade.figureProperty().get();
    menu.getItems().clear();
    if (shown == null) {
      return;
    }
    for (Intervention.Kind kind : KINDS) {
      if (!menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      int first = kind == Intervention.Kind.CUT ? 1 : 0;
      for (int head = first; head < shown.heads().size(); head++) {
        menu.getItems().add(item(kind, head));
      }
    }
  }

  private CheckMenuItem item(Intervention.Kind kind, int head) {
    CheckMenuItem item =
        new CheckMenuItem(
            switch (kind) {
              case CUT -> "Cut the edge into head " + head;
              case SILENCE -> "Silence head " + head;
              case UNIFORM -> "Make the map of head %d uniform".formatted(head);
            });
    item.setSelected(cascade.isChanged(kind, head));
    item.setOnAction(event -> cascade.toggle(kind, head));
    return item;
  }

  private static String words(Interventions changes) {
    return changes.isEmpty()
        ? "Click an edge to cut it; below, then, what became of the classes and the maps."
        : changes.toString();
  }
}
