package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.TrainOptions;
import org.efficientvit.app.window.viewmodel.TrainOptions.Begin;
import org.efficientvit.app.window.viewmodel.TrainViewModel;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A training: what and how above, how it goes below. */
final class TrainView extends BorderPane {

  private static final int MOST = 10_000_000;
  private static final int MOST_EPOCHS = 10_000;
  private static final int MOST_BATCH = 4096;
  private static final double STAGES_WIDTH = 104;
  private static final double RATE_WIDTH = 72;
  private static final double NAME_WIDTH = 56;

  TrainView(Workbench bench, FigureTools tools, Opener opener, Node segments) {
    TrainViewModel train = bench.learning().train();
    setMinSize(0, 0);
    FigurePane pane =
        new FigurePane(
            "train-figure",
            train.figureProperty(),
            train,
            bench.inspect().display(),
            tools,
            "Press Start to train. Loss and top-1 are drawn as they come; every whole epoch is kept"
                + " in the folder, from which a stopped training goes on.");
    setTop(
        new VBox(
            8,
            head(train, opener, segments),
            form(train, opener),
            command(train),
            foot(train, pane)));
    BorderPane.setMargin(pane, new Insets(8, 0, 0, 0));
    setCenter(pane);
  }

  private static Node head(TrainViewModel train, Opener opener, Node segments) {
    Button open = new Button("Open these weights", new FontIcon(Feather.LOG_IN));
    open.setId("train-open");
    open.getStyleClass().add(Styles.SMALL);
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setTooltip(new Tooltip("Open the weights of the folder in the whole window"));
    open.disableProperty().bind(train.weightsProperty().isNull());
    open.setOnAction(event -> train.openWeights());
    Button start = new Button("Start", new FontIcon(Feather.PLAY));
    start.setId("train-start");
    start.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    start.setTooltip(new Tooltip("Train; goes on where the folder keeps the same training"));
    start.setOnAction(event -> train.start());
    show(start, train.runningProperty().not());
    Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));
    stop.setId("train-stop");
    stop.getStyleClass().add(Styles.SMALL);
    stop.setTooltip(new Tooltip("End after this step; whole epochs are kept"));
    stop.setOnAction(event -> train.stop());
    show(stop, train.runningProperty());
    FilesChoice out =
        new FilesChoice(
            "train-out",
            "Folder…",
            "The folder that keeps the training; an empty one begins anew",
            "",
            train.options().outProperty(),
            () -> opener.askFolder("Folder of the training"));
    out.disableProperty().bind(train.runningProperty());
    return line(segments, Controls.caption("into"), out, Controls.spacer(), open, start, stop);
  }

  private static void show(Node node, ObservableBooleanValue isShown) {
    node.visibleProperty().bind(isShown);
    node.managedProperty().bind(node.visibleProperty());
  }

  private static Node form(TrainViewModel train, Opener opener) {
    TrainOptions options = train.options();
    ToggleButton own = own(options);
    Node stages = row("Stages", stages(options));
    show(stages, own.selectedProperty().and(options.beginProperty().isEqualTo(Begin.NOTHING)));
    VBox form =
        new VBox(
            8,
            row("Network", network(options, own)),
            stages,
            row("Pictures", pictures(options, opener)),
            row("Schedule", schedule(options)));
    form.setId("train-form");
    form.disableProperty().bind(train.runningProperty());
    return form;
  }

  private static HBox row(String name, Node content) {
    Label label = Controls.caption(name);
    label.setMinWidth(NAME_WIDTH);
    return line(label, content);
  }

  /** Opens the row of a network of one's own; what was typed there is gone when it is closed. */
  private static ToggleButton own(TrainOptions options) {
    ToggleButton own = new ToggleButton("Own…");
    own.setId("train-own");
    own.getStyleClass().add(Styles.SMALL);
    own.setMinWidth(Region.USE_PREF_SIZE);
    own.setTooltip(new Tooltip("Other widths, depths and heads than the variant's"));
    List<StringProperty> texts =
        List.of(options.widthsProperty(), options.depthsProperty(), options.headsProperty());
    Runnable show =
        () -> {
          if (texts.stream().anyMatch(text -> !text.get().isBlank())) {
            own.setSelected(true);
          }
        };
    texts.forEach(text -> text.addListener(observed -> show.run()));
    show.run();
    own.setOnAction(
        event -> {
          if (!own.isSelected()) {
            texts.forEach(text -> text.set(""));
            // The others opened the row again while the first was cleared.
            own.setSelected(false);
          }
        });
    return own;
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(8, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Node network(TrainOptions options, ToggleButton own) {
    HBox variants =
        Controls.segments(
            FXCollections.observableArrayList(Variant.values()),
            options.variantProperty(),
            Variant::name,
            "Network");
    variants.disableProperty().bind(options.beginProperty().isEqualTo(Begin.OPEN));
    own.disableProperty().bind(options.beginProperty().isEqualTo(Begin.OPEN));
    HBox side =
        line(
            Controls.caption("on"),
            ChartRoom.chooser(
                "train-side",
                "Side of the pictures",
                TrainOptions.SIDES,
                options.sideProperty(),
                pixels -> pixels + " px"));
    // What a model learned of places fits pictures of its own size alone.
    side.disableProperty().bind(options.beginProperty().isEqualTo(Begin.OPEN));
    return line(
        variants,
        own,
        ChartRoom.chooser(
            "train-begin",
            "Begin with",
            List.of(Begin.values()),
            options.beginProperty(),
            Begin::words),
        side);
  }

  private static Node stages(TrainOptions options) {
    return line(
        Controls.caption("widths"),
        stage("train-widths", "Widths", options, options.widthsProperty(), StageConfig::width),
        Controls.caption("depths"),
        stage("train-depths", "Depths", options, options.depthsProperty(), StageConfig::depth),
        Controls.caption("heads"),
        stage("train-heads", "Heads", options, options.headsProperty(), StageConfig::heads));
  }

  /** Three numbers of one's own; while none are typed, those of the variant stand there. */
  private static TextField stage(
      String id,
      String name,
      TrainOptions options,
      StringProperty text,
      ToIntFunction<StageConfig> number) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(name + " of the three stages");
    field.setPrefWidth(STAGES_WIDTH);
    field.setTooltip(
        new Tooltip(
            name + " of the three stages, with commas between them; empty for the variant's"));
    field.textProperty().bindBidirectional(text);
    field
        .promptTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    options.variantProperty().get().config().stages().stream()
                        .map(stage -> Integer.toString(number.applyAsInt(stage)))
                        .collect(Collectors.joining(",")),
                options.variantProperty()));
    return field;
  }

  private static Node pictures(TrainOptions options, Opener opener) {
    ObservableBooleanValue isRendered = options.folderProperty().isNull();
    HBox rendered =
        line(
            new NumberField(
                "train-pictures",
                "Rendered pictures in an epoch",
                options.picturesProperty(),
                1,
                MOST,
                1000,
                6),
            Controls.caption("rendered an epoch, measured by"),
            new NumberField(
                "train-validation",
                "Rendered pictures to measure by",
                options.validationProperty(),
                1,
                MOST,
                100,
                5));
    show(rendered, isRendered);
    FilesChoice validation =
        new FilesChoice(
            "train-validation-folder",
            "Measured by…",
            "A folder with the same classes, to measure every epoch by",
            "none yet",
            options.validationFolderProperty(),
            () -> opener.askFolder("Folder of classes to measure by"));
    show(validation, options.folderProperty().isNotNull());
    return line(
        rendered,
        new FilesChoice(
                "train-folder",
                "Folder…",
                "Learn from a folder of classes instead of rendered objects",
                "",
                options.folderProperty(),
                () -> opener.askFolder("Folder of classes to learn from"))
            .withNone(options.folderProperty(), "Rendered pictures again"),
        validation);
  }

  private static Node schedule(TrainOptions options) {
    TextField rate = new TextField();
    rate.setId("train-rate");
    rate.setAccessibleText("Highest learning rate");
    rate.setPrefWidth(RATE_WIDTH);
    rate.textProperty().bindBidirectional(options.rateProperty());
    return line(
        new NumberField("train-epochs", "Epochs", options.epochsProperty(), 1, MOST_EPOCHS, 1, 4),
        Controls.caption("epochs, batch"),
        new NumberField("train-batch", "Batch", options.batchProperty(), 2, MOST_BATCH, 8, 4),
        Controls.caption("rate"),
        rate,
        Controls.caption("seed"),
        new NumberField("train-seed", "Seed", options.seedProperty(), 0, MOST, 1, 4));
  }

  private static Node command(TrainViewModel train) {
    Label text = new Label();
    text.setId("train-command");
    text.getStyleClass().addAll(Controls.CAPTION, "command-line");
    text.setMinWidth(0);
    text.setTextOverrun(OverrunStyle.ELLIPSIS);
    text.textProperty().bind(train.commandProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(train.commandProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(560);
    text.setTooltip(whole);
    return text;
  }

  private static Node foot(TrainViewModel train, FigurePane pane) {
    Label reading = new Label();
    reading.setId("train-reading");
    reading.setMinWidth(0);
    reading.setWrapText(true);
    reading.textProperty().bind(train.readingProperty());
    HBox row = new HBox(8, reading, Controls.spacer(), pane.bar());
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(32);
    return row;
  }
}
