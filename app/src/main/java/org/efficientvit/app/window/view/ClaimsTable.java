package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.efficientvit.app.window.viewmodel.ClaimRow;
import org.efficientvit.app.window.viewmodel.ClaimsViewModel;
import org.efficientvit.app.window.viewmodel.CompareRow.Reading;
import org.efficientvit.core.claims.Verdict;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The claims, sorted by any column, and all that is known of the chosen one below. */
final class ClaimsTable extends BorderPane {

  private static final double DETAILS = 132;

  ClaimsTable(ClaimsViewModel claims) {
    TableView<ClaimRow> table = new TableView<>();
    table.setId("claims-table");
    table.setAccessibleText("Claims, what was measured, and what became of them");
    table.getStyleClass().add(Styles.DENSE);
    SortedList<ClaimRow> sorted = new SortedList<>(claims.rows());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setPlaceholder(new Label("No claim is of this kind and holds these words."));
    table.setMinSize(0, 0);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<ClaimRow, Verdict> verdict = column("Verdict", 140, ClaimRow::verdict);
    verdict.setCellFactory(made -> new VerdictCell());
    TableColumn<ClaimRow, Reading> claimed = column("Claimed", 84, ClaimRow::claimed);
    TableColumn<ClaimRow, Reading> measured =
        column("Measured here (95 %)", 160, ClaimRow::measured);
    List.of(claimed, measured).forEach(column -> column.getStyleClass().add("number"));
    table
        .getColumns()
        .addAll(
            List.of(
                verdict,
                column("Networks", 190, ClaimRow::pair),
                column("What", 112, ClaimRow::quantity),
                claimed,
                measured));
    sorted.addListener((ListChangeListener<ClaimRow>) change -> choose(table));
    choose(table);
    setMinSize(0, 0);
    setCenter(table);
    setBottom(details(table));
  }

  /** The first claim tells what is known of claims, until another is chosen. */
  private static void choose(TableView<ClaimRow> table) {
    if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
    }
  }

  private static ScrollPane details(TableView<ClaimRow> table) {
    Label text = new Label();
    text.setId("claim-details");
    text.setWrapText(true);
    text.setPadding(new Insets(8));
    text.textProperty()
        .bind(
            table
                .getSelectionModel()
                .selectedItemProperty()
                .map(ClaimRow::details)
                .orElse("Choose a claim to read all that is known of it."));
    ScrollPane pane = new ScrollPane(text);
    pane.setFitToWidth(true);
    pane.setMinHeight(DETAILS);
    pane.setPrefHeight(DETAILS);
    pane.setMaxHeight(DETAILS);
    pane.getStyleClass().add("claim-details");
    pane.setAccessibleText("All that is known of the chosen claim");
    BorderPane.setMargin(pane, new Insets(8, 0, 0, 0));
    return pane;
  }

  private static <T> TableColumn<ClaimRow, T> column(
      String title, double width, Function<ClaimRow, T> value) {
    TableColumn<ClaimRow, T> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setMinWidth(Math.min(width, 56));
    column.setPrefWidth(width);
    column.setReorderable(false);
    return column;
  }

  /** A sign and words, so that colour is not needed. */
  private static final class VerdictCell extends TableCell<ClaimRow, Verdict> {

    VerdictCell() {
      setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Verdict verdict, boolean empty) {
      super.updateItem(verdict, empty);
      if (verdict == null || empty) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(verdict == Verdict.NOT_MEASURABLE_HERE ? "not measurable" : verdict.toString());
      FontIcon icon = new FontIcon(icon(verdict));
      icon.getStyleClass().add("verdict");
      icon.getStyleClass()
          .add(
              switch (verdict) {
                case HOLDS -> Styles.SUCCESS;
                case DOES_NOT_HOLD -> Styles.DANGER;
                default -> Styles.TEXT_MUTED;
              });
      setGraphic(icon);
    }

    private static Feather icon(Verdict verdict) {
      return switch (verdict) {
        case HOLDS -> Feather.CHECK;
        case DOES_NOT_HOLD -> Feather.X;
        case NOT_DECIDED -> Feather.HELP_CIRCLE;
        case NOT_MEASURABLE_HERE -> Feather.SLASH;
        case NOT_MEASURED -> Feather.CIRCLE;
      };
    }
  }
}
