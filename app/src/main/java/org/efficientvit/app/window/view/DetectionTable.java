package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.efficientvit.app.window.viewmodel.DetectViewModel;
import org.efficientvit.app.window.viewmodel.Detected;
import org.efficientvit.app.window.viewmodel.Numbers;
import org.efficientvit.core.detect.Anchor;
import org.efficientvit.core.detect.Detection;
import org.jspecify.annotations.Nullable;

/** The objects that are shown, a row for each; what is chosen here is chosen in the picture. */
final class DetectionTable extends TableView<Detection> {

  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final double ROW = 26;
  private static final double ROWS = 5.2;

  private final DetectViewModel detect;
  private boolean isFollowing;

  DetectionTable(DetectViewModel detect) {
    super(detect.shown());
    this.detect = detect;
    setId("detections");
    setAccessibleText("Objects that were found");
    getStyleClass().add(Styles.DENSE);
    setFixedCellSize(ROW);
    setPrefHeight(ROWS * ROW);
    setMinHeight(ROWS * ROW);
    setMinWidth(0);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label none = Controls.caption("No object reaches this score; lower it, or show all classes.");
    none.setWrapText(true);
    setPlaceholder(none);
    getColumns()
        .addAll(
            List.of(
                classColumn(),
                numbers("Score", 56, one -> String.format(Locale.ROOT, "%.2f", one.score())),
                column("Level", 52, DetectionTable::level),
                column("Box: x, y, width × height (px)", 184, DetectionTable::box)));
    setRowFactory(table -> row());
    getSelectionModel().selectedItemProperty().addListener((property, old, now) -> tell(now));
    detect.chosenProperty().addListener((property, old, now) -> follow(now));
    detect.shown().addListener((ListChangeListener<Detection>) change -> follow(chosen()));
    // Before the table's own handling, which leaves the row selected.
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            detect.chosenProperty().set(null);
            event.consume();
          }
        });
  }

  private @Nullable Detection chosen() {
    return detect.chosenProperty().get();
  }

  private void tell(@Nullable Detection selected) {
    if (!isFollowing && selected != null) {
      detect.chosenProperty().set(selected);
    }
  }

  private void follow(@Nullable Detection chosen) {
    isFollowing = true;
    if (chosen == null || !getItems().contains(chosen)) {
      getSelectionModel().clearSelection();
    } else if (!chosen.equals(getSelectionModel().getSelectedItem())) {
      getSelectionModel().select(chosen);
      scrollTo(chosen);
    }
    isFollowing = false;
  }

  private TableRow<Detection> row() {
    TableRow<Detection> row = new TableRow<>();
    row.hoverProperty()
        .addListener(
            (property, old, now) -> {
              if (now) {
                detect.hoveredProperty().set(row.getItem());
              } else if (row.getItem() != null
                  && row.getItem().equals(detect.hoveredProperty().get())) {
                detect.hoveredProperty().set(null);
              }
            });
    detect
        .hoveredProperty()
        .addListener(
            (property, old, now) ->
                row.pseudoClassStateChanged(POINTED, now != null && now.equals(row.getItem())));
    return row;
  }

  private TableColumn<Detection, Detection> classColumn() {
    TableColumn<Detection, Detection> column = new TableColumn<>("Class");
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(unused -> new ClassCell(detect));
    column.setMinWidth(96);
    column.setPrefWidth(112);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<Detection, String> numbers(
      String title, double width, Function<Detection, String> text) {
    TableColumn<Detection, String> column = column(title, width, text);
    column.getStyleClass().add("number");
    return column;
  }

  private static TableColumn<Detection, String> column(
      String title, double width, Function<Detection, String> text) {
    TableColumn<Detection, String> column = Tables.column(title, width, text);
    column.setMinWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static String level(Detection detection) {
    Anchor anchor = detection.anchor();
    return anchor == null ? "" : anchor.levelName();
  }

  private static String box(Detection one) {
    return "%s, %s, %s × %s"
        .formatted(
            Numbers.pixels(one.box().x()),
            Numbers.pixels(one.box().y()),
            Numbers.pixels(one.box().width()),
            Numbers.pixels(one.box().height()));
  }

  /** The class with its colour. */
  private static final class ClassCell extends TableCell<Detection, Detection> {

    private final DetectViewModel detect;

    ClassCell(DetectViewModel detect) {
      this.detect = detect;
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable Detection item, boolean empty) {
      super.updateItem(item, empty);
      Detected of = detect.detectedProperty().get();
      if (empty || item == null || of == null) {
        setText(null);
        setGraphic(null);
      } else {
        setText(of.label(item));
        setGraphic(ClassChip.swatch(item.label()));
      }
    }
  }
}
