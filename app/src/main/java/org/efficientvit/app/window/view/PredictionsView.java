package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.efficientvit.app.service.Prediction;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.app.window.viewmodel.Numbers;
import org.efficientvit.app.window.viewmodel.StripViewModel;
import org.efficientvit.app.window.viewmodel.Workbench;

/** The five likeliest classes; a bar as long as its row is a probability of 1. */
final class PredictionsView extends VBox {

  private static final int COUNT = 5;

  private final VBox rows = new VBox(4);

  private final Workbench bench;

  PredictionsView(Workbench bench) {
    super(12);
    this.bench = bench;
    InspectViewModel inspect = bench.inspect();
    setId("predictions");
    Label title = new Label("Top 5");
    title.getStyleClass().add(Styles.TEXT_BOLD);
    HBox header =
        new HBox(
            8,
            title,
            Controls.spacer(),
            Controls.originBadge(inspect.inspectedProperty().map(Inspected::provenance)));
    header.setAlignment(Pos.CENTER_LEFT);
    header.setMinHeight(24);
    // Their words stand under the title, their frames beside it.
    VBox.setMargin(rows, new Insets(0, -5, 0, -5));
    getChildren().addAll(header, rows);
    inspect
        .inspectedProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                show(now.inspection().top(COUNT));
              }
            });
  }

  private void show(List<Prediction> predictions) {
    rows.getChildren().setAll(predictions.stream().map(this::row).toList());
  }

  private Node row(Prediction prediction) {
    Label label = new Label(prediction.label());
    label.setTooltip(
        new Tooltip(
            "Class %d: %s. Click to see what speaks for it."
                .formatted(prediction.index(), prediction.label())));
    label.setMinWidth(0);
    Label percent = new Label(Numbers.percent(prediction.probability()));
    percent.getStyleClass().add(Styles.TEXT_MUTED);
    percent.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, label, Controls.spacer(), percent);
    line.setAlignment(Pos.BASELINE_LEFT);
    ProgressBar bar = new ProgressBar(prediction.probability());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(label.getText() + ", " + percent.getText());
    VBox row = new VBox(4, line, bar);
    row.getStyleClass().add("prediction");
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setAccessibleText(bar.getAccessibleText() + "; shows what speaks for it");
    row.setOnMouseClicked(event -> explain(prediction));
    row.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            explain(prediction);
            event.consume();
          }
        });
    return row;
  }

  /** Shows which places of the picture speak for a class. */
  private void explain(Prediction prediction) {
    bench.navigation().choose(selection -> selection.withCategory(prediction.index()));
    bench.roomProperty().set(Workbench.FIRST_ROOM);
    bench.inspect().strip().lensProperty().set(StripViewModel.Lens.EVIDENCE);
  }
}
