package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
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

  ModelBar(InspectViewModel inspect, Opener opener) {
    super(8);
    getStyleClass().add("model-bar");
    setPadding(new Insets(8, 16, 8, 16));
    setAlignment(Pos.CENTER_LEFT);
    Button open = new Button("Open picture…", new FontIcon(Feather.FOLDER));
    open.setId("open");
    open.setTooltip(new Tooltip("Open a picture (Ctrl+O)"));
    open.setOnAction(event -> opener.choosePicture());
    open.setMinWidth(Region.USE_PREF_SIZE);

    ModelViewModel model = inspect.model();
    ComboBox<@Nullable Design> networks = networks(model);
    HBox.setMargin(networks, new Insets(0, 8, 0, 0));
    var modelCaption = Controls.caption("Model");
    HBox.setMargin(modelCaption, new Insets(0, 0, 0, 8));
    Button theme =
        Controls.iconButton(Feather.MOON, "Dark or light", "Dark or light (Ctrl+Shift+L)");
    theme.setId("theme");
    theme.setOnAction(
        event -> inspect.display().darkProperty().set(!inspect.display().darkProperty().get()));
    getChildren()
        .addAll(
            open,
            modelCaption,
            networks,
            Controls.caption("Weights"),
            weights(model, opener),
            Controls.spacer(),
            theme);
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
    return button;
  }

  private static String name(@Nullable Model model) {
    return model == null ? "opening …" : model.provenance().description();
  }
}
