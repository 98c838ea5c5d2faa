package org.efficientvit.app.window.view;

import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.InspectViewModel;

/** The whole window: what is open above, the views in the middle, the status below. */
public final class InspectView extends BorderPane {

  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop-target");

  /**
   * A window over its state.
   *
   * @param catalogue shows the published weights
   */
  public InspectView(InspectViewModel inspect, Runnable catalogue) {
    getStyleClass().add("inspect");
    Opener opener = new Opener(inspect, this, catalogue);
    Tab compare = new Tab("Compare", new CompareView(inspect.compare(), inspect.display()));
    compare
        .selectedProperty()
        .addListener(
            (property, old, now) -> {
              if (now) {
                inspect.compare().refresh();
              }
            });
    TabPane tabs =
        new TabPane(
            new Tab("Heads", new HeadsView(inspect.heads(), inspect.display())),
            new Tab("Features", new FeaturesView(inspect.features(), inspect.display())),
            new Tab("Time", new TimesView(inspect)),
            compare);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setMinWidth(0);

    BooleanBinding hasPicture = inspect.inspectedProperty().isNotNull();
    BorderPane workspace = new BorderPane(tabs);
    workspace.setRight(new SideView(inspect));
    show(workspace, hasPicture);
    EmptyView empty = new EmptyView(opener);
    show(empty, hasPicture.not());
    setTop(
        new VBox(
            new WindowMenu(inspect, opener, tabs),
            new ModelBar(inspect, opener),
            new ProblemView(inspect)));
    setCenter(new StackPane(workspace, empty));
    setBottom(new StatusView(inspect));
    takeDrops(opener);
  }

  private static void show(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
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
