package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel.Chart;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel.Source;
import org.efficientvit.app.window.viewmodel.Measure;
import org.efficientvit.app.window.viewmodel.PastEvaluation;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How often the open model is right: what is asked above, the answer, and what was asked before.
 */
final class EvaluateView extends BorderPane {

  private static final double ROW = 26;
  private static final double LEAST_ROWS = 4.4;
  private static final double MOST_ROWS = 9.4;
  private static final double SHARE_OF_HEIGHT = 0.2;
  private static final int MOST_RENDERED = 1_000_000;

  EvaluateView(Workbench bench, FigureTools tools, Opener opener, Node segments) {
    EvaluateViewModel evaluate = bench.learning().evaluate();
    setMinSize(0, 0);
    FigurePane pane =
        new FigurePane(
            "evaluate-figure",
            evaluate.figureProperty(),
            evaluate,
            bench.inspect().display(),
            tools,
            "Press Run to ask the open model about these pictures. Each answer is kept as it comes;"
                + " a run that is cancelled goes on later.");
    MistakeTable mistakes = new MistakeTable(bench);
    ObservableBooleanValue isTable = evaluate.chartProperty().isEqualTo(Chart.MISTAKES);
    mistakes.visibleProperty().bind(Bindings.and(isTable, evaluate.outcomeProperty().isNotNull()));
    pane.visibleProperty().bind(mistakes.visibleProperty().not());
    setTop(
        new VBox(
            8,
            asked(evaluate, opener, segments),
            reading(evaluate),
            measures(evaluate),
            charts(evaluate, pane)));
    StackPane middle = new StackPane(pane, mistakes);
    middle.setMinSize(0, 0);
    BorderPane.setMargin(middle, new Insets(8, 0, 8, 0));
    setCenter(middle);
    TableView<PastEvaluation> past = past(evaluate);
    past.prefHeightProperty().bind(heightProperty().multiply(SHARE_OF_HEIGHT));
    setBottom(past);
    takeDrops(evaluate);
  }

  private static Node asked(EvaluateViewModel evaluate, Opener opener, Node segments) {
    NumberField rendered =
        new NumberField(
            "evaluate-rendered",
            "How many pictures are rendered",
            evaluate.renderedProperty(),
            1,
            MOST_RENDERED,
            100,
            6);
    HBox files =
        new HBox(
            8,
            new FilesChoice(
                "evaluate-folder",
                "Folder…",
                "A folder that holds a folder of pictures for each class, named by its label,"
                    + " WordNet id or number; it may be dropped here, too",
                "",
                evaluate.placeProperty(),
                () -> opener.askFolder("Folder of class folders")),
            button(
                "evaluate-tar",
                "Tar…",
                "An uncompressed .tar of the same",
                () ->
                    opener
                        .askFile(
                            "Tar of pictures", new FileDialogs.Sort("Tar archives", List.of("tar")))
                        .ifPresent(evaluate::choose)),
            new FilesChoice(
                    "evaluate-list",
                    "List…",
                    "For pictures in no folders of classes: lines of a file's name and its class",
                    "",
                    evaluate.listProperty(),
                    () ->
                        opener.askFile(
                            "List of classes",
                            new FileDialogs.Sort("Lists", List.of("txt", "csv", "tsv"))))
                .withNone(evaluate.listProperty(), "Without a list"));
    files.setAlignment(Pos.CENTER_LEFT);
    show(rendered, evaluate.sourceProperty().isEqualTo(Source.RENDERED));
    show(files, evaluate.sourceProperty().isEqualTo(Source.FILES));
    HBox row =
        new HBox(
            8,
            segments,
            Controls.caption("on"),
            Controls.segments(
                FXCollections.observableArrayList(Source.values()),
                evaluate.sourceProperty(),
                Source::title,
                "Pictures"),
            rendered,
            files,
            Controls.spacer(),
            run(evaluate),
            cancel(evaluate));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static void show(Node node, ObservableBooleanValue isShown) {
    node.visibleProperty().bind(isShown);
    node.managedProperty().bind(node.visibleProperty());
  }

  private static Button button(String id, String text, String tip, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Button run(EvaluateViewModel evaluate) {
    Button run =
        button(
            "evaluate-run",
            "Run",
            "Ask the open model about these pictures; goes on where the same was cancelled",
            evaluate::run);
    run.setGraphic(new FontIcon(Feather.PLAY));
    run.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    show(run, evaluate.runningProperty().not());
    return run;
  }

  private static Button cancel(EvaluateViewModel evaluate) {
    Button cancel =
        button(
            "evaluate-cancel",
            "Cancel",
            "End after this batch; what is answered is kept, and Run goes on from there",
            evaluate::cancel);
    cancel.setGraphic(new FontIcon(Feather.SQUARE));
    cancel.getStyleClass().add(Styles.SMALL);
    show(cancel, evaluate.runningProperty());
    return cancel;
  }

  private static Label reading(EvaluateViewModel evaluate) {
    Label reading = new Label();
    reading.setId("evaluate-reading");
    reading.getStyleClass().add(Controls.CAPTION);
    reading.setMinWidth(0);
    reading.textProperty().bind(evaluate.readingProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(evaluate.readingProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(560);
    reading.setTooltip(whole);
    show(reading, evaluate.readingProperty().isNotEmpty());
    return reading;
  }

  private static Node measures(EvaluateViewModel evaluate) {
    HBox row = new HBox(32);
    row.setId("evaluate-measures");
    evaluate
        .measures()
        .addListener(
            (ListChangeListener<Measure>)
                change ->
                    row.getChildren()
                        .setAll(evaluate.measures().stream().map(EvaluateView::measure).toList()));
    show(row, Bindings.isNotEmpty(evaluate.measures()));
    return row;
  }

  private static Node measure(Measure measure) {
    Label value = new Label(measure.value());
    value.getStyleClass().add("measure");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox number = new HBox(8, value, Controls.caption(measure.note()));
    number.setAlignment(Pos.BASELINE_LEFT);
    VBox box = new VBox(Controls.caption(measure.name()), number);
    Tooltip.install(box, new Tooltip(measure.tip()));
    return box;
  }

  private static Node charts(EvaluateViewModel evaluate, FigurePane pane) {
    Node order =
        ChartRoom.chooser(
            "evaluate-order",
            "Order of the classes",
            List.of(ClassAccuracyFigure.Order.values()),
            evaluate.orderProperty(),
            ClassAccuracyFigure.Order::words);
    show(order, evaluate.chartProperty().isEqualTo(Chart.CLASSES));
    HBox row =
        new HBox(
            8,
            Controls.segments(
                FXCollections.observableArrayList(Chart.values()),
                evaluate.chartProperty(),
                Chart::title,
                "Figure"),
            order,
            Controls.spacer(),
            pane.bar());
    row.setAlignment(Pos.CENTER_LEFT);
    show(row, evaluate.outcomeProperty().isNotNull());
    return row;
  }

  private static TableView<PastEvaluation> past(EvaluateViewModel evaluate) {
    TableView<PastEvaluation> table = new TableView<>(evaluate.past());
    table.setId("evaluate-past");
    table.setAccessibleText("Past evaluations; Enter shows one");
    table.getStyleClass().addAll(Styles.DENSE, "small-table");
    table.setFixedCellSize(ROW);
    table.setMinHeight(LEAST_ROWS * ROW);
    table.setMaxHeight(MOST_ROWS * ROW);
    table.setMinWidth(0);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(
        Controls.caption("What is evaluated here or by inspector evaluate is listed here."));
    table
        .getColumns()
        .addAll(
            List.of(
                Tables.column("Evaluated", 132, PastEvaluation::date),
                Tables.column("Network", 120, PastEvaluation::network),
                Tables.column("Weights", 120, PastEvaluation::weights),
                Tables.column("Pictures", 150, PastEvaluation::pictures),
                Tables.numbers("Top-1", 64, PastEvaluation::top1),
                Tables.column("State", 110, PastEvaluation::state)));
    Tables.onChosen(table, evaluate::show);
    return table;
  }

  /**
   * A folder or a tar that is dropped here is to be evaluated; anything else goes to the window.
   */
  private void takeDrops(EvaluateViewModel evaluate) {
    setOnDragOver(
        event -> {
          if (isSource(event.getDragboard().getFiles())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    setOnDragDropped(
        event -> {
          List<File> files = event.getDragboard().getFiles();
          if (isSource(files)) {
            Path dropped = files.get(0).toPath();
            evaluate.choose(dropped);
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private static boolean isSource(List<File> files) {
    return files.size() == 1
        && (files.get(0).isDirectory() || files.get(0).getName().endsWith(".tar"));
  }
}
