package org.efficientvit.app.window.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.state.Actions;
import org.efficientvit.app.window.viewmodel.Thumbnails;
import org.efficientvit.app.window.viewmodel.Workbench;

/**
 * The whole window: pictures at the left, the model above, the open view in the middle, what the
 * network says at the right, what runs below.
 */
public final class WorkbenchView extends StackPane {

  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop-target");

  private final List<Room> rooms;
  private final Map<String, Node> made = new HashMap<>();
  private final StackPane place = new StackPane();
  private final Node side;

  /**
   * A window over its state.
   *
   * @param dialogs ask for files
   * @param catalogue shows the published weights
   */
  public WorkbenchView(
      Workbench bench, Thumbnails thumbnails, FileDialogs dialogs, Runnable catalogue) {
    getStyleClass().add("workbench");
    Opener opener = new Opener(bench, dialogs, catalogue);
    FigureTools tools = new FigureTools(bench, dialogs, bench::fail);
    rooms = Rooms.of(bench, tools, opener);
    PaletteView palette = new PaletteView();
    LibraryView library = new LibraryView(bench.library(), thumbnails, opener);
    Actions actions = WorkbenchActions.of(bench, opener, tools, rooms, library, palette::open);
    palette.use(actions);

    place.setMinSize(0, 0);
    place.setId("room");
    BorderPane middle = new BorderPane(place);
    middle.setTop(new RoomSwitch(bench, rooms));
    middle.setMinWidth(0);
    BorderPane frame = new BorderPane(middle);
    frame.setTop(
        new VBox(
            new WindowMenu(actions),
            new ModelBar(bench.inspect(), opener, palette::open),
            new ProblemView(bench.inspect())));
    frame.setLeft(library);
    side = new SideView(bench);
    frame.setRight(side);
    frame.setBottom(new StatusView(bench));
    getChildren().setAll(frame, palette);
    bench.roomProperty().addListener((property, old, now) -> enter(now));
    enter(bench.roomProperty().get());
    takeDrops(opener);
  }

  private void enter(String id) {
    Room room = rooms.stream().filter(one -> one.id().equals(id)).findFirst().orElse(rooms.get(0));
    place.getChildren().setAll(made.computeIfAbsent(room.id(), unused -> room.content().get()));
    side.setVisible(!room.isWide());
    side.setManaged(!room.isWide());
    room.entered().run();
  }

  private void takeDrops(Opener opener) {
    setOnDragOver(
        event -> {
          pseudoClassStateChanged(DROP, opener.accepts(event));
          event.consume();
        });
    setOnDragExited(event -> pseudoClassStateChanged(DROP, false));
    setOnDragDropped(
        event -> {
          pseudoClassStateChanged(DROP, false);
          opener.drop(event);
        });
  }
}
