package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.service.DetectionFilter;
import org.efficientvit.app.window.viewmodel.DetectViewModel;
import org.efficientvit.app.window.viewmodel.Detected;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a detector finds on the picture: boxes over it at the left, at the right their list, and
 * where the chosen one comes from.
 */
final class DetectView extends StackPane {

  private static final double GAP = 16;
  private static final double LEAST_LIST = 464;
  private static final double BLOCK = 0.05;

  private final DetectViewModel detect;

  DetectView(Workbench bench, FigureTools tools, Opener opener) {
    detect = bench.detect();
    getStyleClass().add("detect-room");
    setMinSize(0, 0);
    BooleanBinding hasPicture = bench.inspect().inspectedProperty().isNotNull();
    BorderPane shown = new BorderPane();
    shown.setMinSize(0, 0);
    shown.setPadding(new Insets(16));
    shown.setTop(new VBox(8, choices(tools, opener), line(), classes()));
    shown.setCenter(content(bench));
    show(shown, hasPicture);
    EmptyView empty = new EmptyView(opener);
    show(empty, hasPicture.not());
    getChildren().setAll(shown, empty);
  }

  private HBox choices(FigureTools tools, Opener opener) {
    Button again =
        Controls.iconButton(
            Feather.REFRESH_CW, "Run again", "Run the picture through the detector once more (F6)");
    again.setId("detect-again");
    again.setOnAction(event -> detect.again());
    HBox row =
        new HBox(
            8,
            Controls.caption("Detector"),
            new DetectorMenu(detect, opener),
            Controls.originBadge(detect.detectedProperty().map(one -> one.model().provenance())),
            Controls.spacer(),
            again,
            new FigureBar(detect, tools));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** The score, how many objects reach it, and what the pass cost. */
  private HBox line() {
    Slider slider = new Slider(DetectionFilter.LEAST_SCORE, 1, detect.scoreProperty().get());
    slider.setId("score");
    slider.getStyleClass().add(Styles.SMALL);
    slider.setBlockIncrement(BLOCK);
    slider.setPrefWidth(200);
    slider.setMinWidth(120);
    slider.setAccessibleText("Least score of an object");
    slider.setTooltip(new Tooltip("Show objects with at least this score; nothing runs again"));
    slider.valueProperty().addListener((property, old, now) -> detect.threshold(now.doubleValue()));
    detect
        .scoreProperty()
        .addListener(
            (property, old, now) -> {
              if (!slider.isValueChanging()) {
                slider.setValue(now.doubleValue());
              }
            });
    Label value = new Label();
    value.setId("score-value");
    value.setMinWidth(32);
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, "%.2f", detect.scoreProperty().get()),
                detect.scoreProperty()));
    Label reading = new Label();
    reading.setId("detect-reading");
    reading.setMinWidth(Region.USE_PREF_SIZE);
    reading.textProperty().bind(detect.readingProperty());
    reading.setTooltip(new Tooltip("Of all boxes that the detector keeps, with scores above 0.05"));
    Label time = Controls.caption("");
    time.setId("detect-time");
    time.setMinWidth(0);
    time.setTooltip(
        new Tooltip(
            "Of the pass that is shown, with all that is looked at brought back; the first pass of a"
                + " size is slower. 'inspector detect --time N' measures."));
    time.textProperty().bind(detect.detectedProperty().map(Detected::timeLine).orElse(""));
    HBox row =
        new HBox(
            8, Controls.caption("Score at least"), slider, value, reading, Controls.spacer(), time);
    HBox.setMargin(reading, new Insets(0, 0, 0, 8));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(32);
    return row;
  }

  /** The classes that were found, and what the network saw. */
  private HBox classes() {
    ClassChips chips = new ClassChips(detect);
    HBox.setHgrow(chips, Priority.ALWAYS);
    Label size = Controls.caption("");
    size.setId("detect-size");
    size.setTooltip(
        new Tooltip("The picture, as it was resized for the network, and with padding"));
    size.textProperty().bind(detect.detectedProperty().map(Detected::sizeLine).orElse(""));
    HBox row = new HBox(8, chips, size);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(28);
    return row;
  }

  private Node content(Workbench bench) {
    PictureImages images = new PictureImages();
    BoxCanvas picture = new BoxCanvas(detect, bench.boxMaps(), bench.inspect().display(), images);
    HBox.setHgrow(picture, Priority.ALWAYS);
    DetectionTable table = new DetectionTable(detect);
    BoxMapsView inside = new BoxMapsView(bench, images);
    VBox list = new VBox(16, table, inside);
    // A long list as long as nothing is looked into.
    Runnable share =
        () -> {
          boolean isChosen = detect.chosenProperty().get() != null;
          VBox.setVgrow(table, isChosen ? Priority.NEVER : Priority.ALWAYS);
          VBox.setVgrow(inside, isChosen ? Priority.ALWAYS : Priority.NEVER);
        };
    detect.chosenProperty().addListener((property, old, now) -> share.run());
    share.run();
    list.setMinSize(LEAST_LIST, 0);
    list.setMaxWidth(Region.USE_PREF_SIZE);
    HBox content = new HBox(GAP, picture, list);
    // The picture as high as there is room, the rest for the list.
    list.prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.max(
                        LEAST_LIST,
                        Math.floor(content.getWidth() - GAP - width(content.getHeight()))),
                content.widthProperty(),
                content.heightProperty(),
                detect.detectedProperty()));
    content.setMinSize(0, 0);
    BorderPane.setMargin(content, new Insets(8, 0, 0, 0));
    return content;
  }

  /** Of the picture at a height. */
  private double width(double height) {
    Detected shown = detect.detectedProperty().get();
    return shown == null
        ? height
        : height * shown.pass().picture().width() / shown.pass().picture().height();
  }

  private static void show(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  /** A button for each class that was found, with how often. */
  private static final class ClassChips extends FlowPane {

    private final DetectViewModel detect;

    ClassChips(DetectViewModel detect) {
      super(8, 8);
      this.detect = detect;
      setId("classes");
      setAlignment(Pos.CENTER_LEFT);
      setMinHeight(Region.USE_PREF_SIZE);
      setAccessibleText("Classes that are shown");
      detect.counts().addListener((ListChangeListener<Object>) change -> fill());
      fill();
    }

    private void fill() {
      getChildren()
          .setAll(detect.counts().stream().map(one -> new ClassChip(detect, one)).toList());
    }
  }
}
