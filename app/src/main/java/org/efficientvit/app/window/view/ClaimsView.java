package org.efficientvit.app.window.view;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Published claims beside what was measured on this computer. */
final class ClaimsView extends ChartRoom {

  private static final String HOW =
      "By what was measured on this computer so far; inspector claims measures what is missing, which"
          + " takes some minutes.";

  ClaimsView(Workbench bench, FigureTools tools) {
    super(
        List.of(refresh(bench)),
        new FigurePane(
            "claims",
            bench.claims().figureProperty(),
            bench.claims(),
            bench.inspect().display(),
            tools,
            "Looking up what was measured here."),
        List.of(),
        new ReadOnlyStringWrapper(HOW).getReadOnlyProperty());
  }

  private static Button refresh(Workbench bench) {
    Button refresh = new Button("Look again", new FontIcon(Feather.REFRESH_CW));
    refresh.setTooltip(new Tooltip("Look up what was measured since"));
    refresh.setOnAction(event -> bench.claims().refresh());
    return refresh;
  }
}
