package org.efficientvit.app.window.view;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A file or folder that is chosen: its name, and how another is chosen. */
final class FilesChoice extends HBox {

  private static final double MOST_WIDTH = 180;

  /**
   * A choice.
   *
   * @param id of the button
   * @param text on the button
   * @param tip what to choose
   * @param none what stands there while nothing is chosen
   * @param ask asks a person
   */
  FilesChoice(
      String id,
      String text,
      String tip,
      String none,
      Property<@Nullable Path> chosen,
      Supplier<Optional<Path>> ask) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    Button choose = new Button(text);
    choose.setId(id);
    choose.setTooltip(new Tooltip(tip));
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(event -> ask.get().ifPresent(chosen::setValue));
    Label name = new Label();
    name.getStyleClass().add(Controls.CAPTION);
    name.setMaxWidth(MOST_WIDTH);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Tooltip whole = new Tooltip();
    name.setTooltip(whole);
    getChildren().addAll(choose, name);
    Runnable show =
        () -> {
          Path path = chosen.getValue();
          name.setText(path == null ? none : FileNames.of(path));
          whole.setText(path == null ? tip : path.toString());
        };
    chosen.addListener((property, old, now) -> show.run());
    show.run();
  }

  /** The same with a button that takes the choice back. */
  FilesChoice withNone(Property<@Nullable Path> chosen, String name) {
    Button none = Controls.iconButton(Feather.X, name, name);
    Runnable show = () -> none.setDisable(chosen.getValue() == null);
    none.visibleProperty().bind(none.disabledProperty().not());
    none.managedProperty().bind(none.visibleProperty());
    none.setOnAction(event -> chosen.setValue(null));
    chosen.addListener((property, old, now) -> show.run());
    show.run();
    getChildren().add(none);
    return this;
  }
}
