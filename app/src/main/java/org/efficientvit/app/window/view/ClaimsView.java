package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.ClaimsViewModel;
import org.efficientvit.app.window.viewmodel.ClaimsViewModel.Form;
import org.efficientvit.app.window.viewmodel.ClaimsViewModel.Kept;
import org.efficientvit.app.window.viewmodel.Workbench;

/** Published claims beside what was measured on this computer: as a table, and as a chart. */
final class ClaimsView extends BorderPane {

  private static final String TIP =
      "Measure the speed of ten networks, on both engines, at batch 16 and 1, one thread.\n"
          + "Pictures can be chosen meanwhile; it waits for them.";
  private static final double SEARCH_WIDTH = 200;
  private static final double LEAST_HEIGHT = 380;

  ClaimsView(Workbench bench, FigureTools tools) {
    ClaimsViewModel claims = bench.claims();
    setPadding(new Insets(16));
    setMinSize(0, 0);
    FigurePane chart =
        new FigurePane(
            "claims",
            claims.figureProperty(),
            claims,
            bench.inspect().display(),
            tools,
            "Looking up what was measured here.");
    HBox figureTools = new HBox(chart.bar());
    show(figureTools, claims, Form.CHART);
    HBox first =
        new HBox(
            8,
            Controls.segments(
                FXCollections.observableArrayList(Form.values()),
                claims.formProperty(),
                Form::title,
                "Shown as"),
            Controls.spacer(),
            figureTools,
            new MeasureBar(
                "claims-measure",
                TIP,
                claims.measurement(),
                claims.missingProperty(),
                claims::measure,
                claims::stop));
    first.setAlignment(Pos.CENTER_LEFT);
    Label reading = Controls.caption("");
    reading.setId("claims-reading");
    reading.setMinWidth(0);
    reading.setWrapText(true);
    reading.textProperty().bind(claims.readingProperty());
    setTop(new VBox(8, first, reading));
    Node table = table(claims);
    show(chart, claims, Form.CHART);
    show(table, claims, Form.TABLE);
    StackPane centre = new StackPane(table, chart);
    centre.setMinSize(0, 0);
    BorderPane.setMargin(centre, new Insets(8, 0, 0, 0));
    setCenter(centre);
  }

  private static void show(Node node, ClaimsViewModel claims, Form form) {
    node.visibleProperty().bind(claims.formProperty().isEqualTo(form));
    node.managedProperty().bind(node.visibleProperty());
  }

  private static Node table(ClaimsViewModel claims) {
    TextField search = new TextField();
    search.setId("claims-search");
    search.getStyleClass().add(Styles.SMALL);
    search.setPromptText("Network, words, source");
    search.setAccessibleText("Show the claims that hold these words");
    search.setPrefWidth(SEARCH_WIDTH);
    search.textProperty().bindBidirectional(claims.searchProperty());
    HBox row =
        new HBox(
            8,
            Controls.segments(
                FXCollections.observableArrayList(Arrays.asList(Kept.values())),
                claims.keptProperty(),
                Kept::title,
                "Claims"),
            Controls.spacer(),
            search);
    row.setAlignment(Pos.CENTER_LEFT);
    BorderPane pane = new BorderPane(new ClaimsTable(claims));
    pane.setTop(row);
    BorderPane.setMargin(row, new Insets(0, 0, 8, 0));
    return Controls.scrolled(pane, LEAST_HEIGHT);
  }
}
