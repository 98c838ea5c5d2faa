package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import org.efficientvit.app.service.EvaluationOutcome;
import org.efficientvit.app.service.Mistake;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.image.Picture;
import org.jspecify.annotations.Nullable;

/** The pictures that were taken for something else, with most confidence first; one opens them. */
final class MistakeTable extends TableView<Mistake> {

  private static final double ROW = 40;
  private static final double SIDE = 32;

  private final Workbench bench;

  MistakeTable(Workbench bench) {
    this.bench = bench;
    EvaluateViewModel evaluate = bench.learning().evaluate();
    setId("evaluate-mistakes");
    setAccessibleText("Worst mistakes; Enter opens the picture");
    getStyleClass().addAll(Styles.DENSE, "small-table");
    setFixedCellSize(ROW);
    setMinSize(0, 0);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Controls.caption("No mistakes among the pictures that are answered."));
    getColumns()
        .addAll(
            List.of(
                thumbnails(),
                Tables.column("Picture", 170, wrong -> FileNames.last(wrong.name())),
                Tables.column("Shows", 140, Mistake::label),
                Tables.column("Taken for", 140, Mistake::predicted),
                Tables.numbers(
                    "Confidence",
                    90,
                    wrong -> String.format(Locale.ROOT, "%.1f %%", 100 * wrong.confidence()))));
    Tables.onChosen(this, this::open);
    evaluate.outcomeProperty().addListener((property, old, now) -> show(now));
    show(evaluate.outcomeProperty().get());
  }

  private void show(@Nullable EvaluationOutcome outcome) {
    getItems().setAll(outcome == null ? List.of() : outcome.worst());
  }

  private void open(Mistake wrong) {
    EvaluationOutcome outcome = bench.learning().evaluate().outcomeProperty().get();
    if (outcome != null) {
      bench.open(outcome, wrong);
    }
  }

  private static TableColumn<Mistake, Mistake> thumbnails() {
    TableColumn<Mistake, Mistake> column = new TableColumn<>("");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(made -> new ThumbnailCell());
    column.setSortable(false);
    column.setMinWidth(SIDE + 16);
    column.setMaxWidth(SIDE + 16);
    return column;
  }

  /** A small picture. */
  private static final class ThumbnailCell extends TableCell<Mistake, Mistake> {

    private final ImageView image = new ImageView();

    ThumbnailCell() {
      image.setFitWidth(SIDE);
      image.setFitHeight(SIDE);
      image.setPreserveRatio(true);
    }

    @Override
    protected void updateItem(@Nullable Mistake item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(null);
      if (item != null && !empty) {
        item.thumbnail().ifPresent(this::show);
      }
    }

    private void show(Picture picture) {
      image.setImage(FxImages.of(picture));
      setGraphic(image);
    }
  }
}
