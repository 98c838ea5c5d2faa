package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.efficientvit.app.window.viewmodel.EngineViewModel;
import org.efficientvit.app.window.viewmodel.EngineViewModel.Kind;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.ModelViewModel;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which model is open, and the way to another; picture and theme beside it. */
final class ModelBar extends HBox {

  private static final double MOST_WIDTH = 280;
  private static final double WIDTH_FOR_WORDS = 1130;
  private static final String THREADS = "Threads";

  /**
   * A bar over what is open.
   *
   * @param palette opens the palette
   */
  ModelBar(InspectViewModel inspect, Opener opener, Runnable palette) {
    super(8);
    getStyleClass().add("model-bar");
    setPadding(new Insets(8, 16, 8, 16));
    setAlignment(Pos.CENTER_LEFT);
    ModelViewModel model = inspect.model();
    EngineViewModel engine = inspect.engine();
    Button find = new Button("Ctrl+K", new FontIcon(Feather.SEARCH));
    find.setId("find");
    find.setTooltip(new Tooltip("Find an action or a setting (Ctrl+K)"));
    find.setOnAction(event -> palette.run());
    find.setAccessibleText("Find an action or a setting");
    find.setMinWidth(Region.USE_PREF_SIZE);
    find.getStyleClass().add(Styles.FLAT);
    Button theme =
        Controls.iconButton(Feather.MOON, "Dark or light", "Dark or light (Ctrl+Shift+L)");
    theme.setId("theme");
    theme.setOnAction(event -> inspect.display().toggle());
    getChildren()
        .addAll(
            group("Model", networks(model)),
            group("Weights", weights(model, opener)),
            group(
                "Engine",
                chooser(
                    "engine", "Engine", EngineViewModel.KINDS, engine.kindProperty(), Kind::name)),
            group(
                THREADS,
                chooser(
                    "threads",
                    THREADS,
                    EngineViewModel.threadCounts(),
                    engine.threadsProperty(),
                    count -> Integer.toString(count))),
            group(
                "Device",
                chooser(
                    "device",
                    "Device",
                    List.of(false, true),
                    engine.gpuProperty().asObject(),
                    gpu -> gpu ? "GPU" : "CPU")),
            Controls.spacer(),
            find,
            theme);
  }

  /** What says by itself what it is has no words beside it where the window is narrow. */
  private HBox group(String name, Node control) {
    Label words = Controls.caption(name);
    if (!name.equals(THREADS)) {
      words.visibleProperty().bind(widthProperty().greaterThan(WIDTH_FOR_WORDS));
      words.managedProperty().bind(words.visibleProperty());
    }
    HBox group = new HBox(8, words, control);
    group.setAlignment(Pos.CENTER_LEFT);
    HBox.setMargin(group, new Insets(0, 8, 0, 0));
    return group;
  }

  private static <T> ComboBox<T> chooser(
      String id, String name, List<T> values, Property<T> property, Function<T, String> text) {
    ComboBox<T> chooser = new ComboBox<>();
    chooser.setId(id);
    chooser.getItems().setAll(values);
    chooser.setConverter(new Text<>(text));
    chooser.valueProperty().bindBidirectional(property);
    chooser.setMinWidth(Region.USE_PREF_SIZE);
    chooser.setAccessibleText(name);
    return chooser;
  }

  /** Values as a person reads them. */
  private static final class Text<T> extends StringConverter<T> {

    private final Function<T, String> text;

    Text(Function<T, String> text) {
      this.text = text;
    }

    @Override
    public String toString(@Nullable T value) {
      return value == null ? "" : text.apply(value);
    }

    @Override
    public T fromString(String typed) {
      throw new UnsupportedOperationException(typed);
    }
  }

  private static ComboBox<@Nullable Design> networks(ModelViewModel model) {
    ComboBox<@Nullable Design> networks = new ComboBox<>();
    networks.setId("network");
    networks.getItems().setAll(Designs.all());
    networks.setConverter(new ShortName());
    networks.valueProperty().bindBidirectional(model.designProperty());
    networks.setPromptText("other");
    networks.setVisibleRowCount(Designs.all().size());
    networks.setMinWidth(Region.USE_PREF_SIZE);
    networks.setAccessibleText("Model");
    networks.setTooltip(new Tooltip("EfficientViT M0 to M5, and networks of other families"));
    return networks;
  }

  /** A network by the name in papers, EfficientViT's six without their family. */
  private static final class ShortName extends StringConverter<@Nullable Design> {

    @Override
    public String toString(@Nullable Design design) {
      return design == null
          ? ""
          : design.variant().map(Variant::name).orElseGet(design::displayName);
    }

    @Override
    public @Nullable Design fromString(String text) {
      throw new UnsupportedOperationException(text);
    }
  }

  private static MenuButton weights(ModelViewModel model, Opener opener) {
    MenuItem file = new MenuItem("Open weights…", new FontIcon(Feather.FILE));
    file.setOnAction(event -> opener.chooseWeights());
    MenuItem published = new MenuItem("Published weights…", new FontIcon(Feather.DOWNLOAD));
    published.setOnAction(event -> opener.showCatalogue());
    MenuItem demonstration = new MenuItem("Demonstration weights", new FontIcon(Feather.BOX));
    demonstration.setOnAction(event -> model.openDemonstration());
    MenuItem random = new MenuItem("Random weights", new FontIcon(Feather.SHUFFLE));
    random.setOnAction(event -> model.openRandom());
    MenuButton button = new MenuButton();
    button.setId("weights");
    button.getItems().setAll(file, published, demonstration, random);
    button.setAccessibleText("Weights");
    // Else the first underscore of a file's name would be taken for a mnemonic.
    button.setMnemonicParsing(false);
    button.setTooltip(
        new Tooltip(
            "Open a file of weights (Ctrl+Shift+O), fetch published ones (Ctrl+Shift+W), or go back to"
                + " the demonstration weights or to random ones"));
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> name(model.modelProperty().get()), model.modelProperty()));
    button.getStyleClass().add(Styles.TEXT_NORMAL);
    button.setMaxWidth(MOST_WIDTH);
    return button;
  }

  private static String name(@Nullable Model model) {
    if (model == null) {
      return "opening …";
    }
    return model.provenance().isDemonstration()
        ? "demonstration weights"
        : model.provenance().description();
  }
}
