package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.efficientvit.app.window.viewmodel.FigureSource;
import org.efficientvit.visualizers.export.FigureFormat;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with a figure: copy it, save it, see how it is made again. */
final class FigureBar extends HBox {

  FigureBar(FigureSource source, FigureTools tools) {
    super(4);
    setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("figure-bar");
    Button copy =
        Controls.iconButton(Feather.COPY, "Copy figure", "Copy the figure (Ctrl+Shift+C)");
    copy.setOnAction(event -> tools.copy(source));
    Button command =
        Controls.iconButton(
            Feather.TERMINAL, "Copy command line", "Copy the command line that makes this figure");
    command.getStyleClass().add("command");
    command.setOnAction(event -> tools.copyCommand(source));
    command
        .getTooltip()
        .setOnShowing(
            event ->
                command
                    .getTooltip()
                    .setText("Copy the command line that makes this figure\n" + source.command()));
    command.getTooltip().setWrapText(true);
    command.getTooltip().setMaxWidth(560);
    getChildren().addAll(copy, save(source, tools), command);
  }

  private static MenuButton save(FigureSource source, FigureTools tools) {
    MenuButton button = new MenuButton(null, new FontIcon(Feather.DOWNLOAD));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "save");
    button.setAccessibleText("Save figure");
    button.setTooltip(new Tooltip("Save the figure or its numbers (Ctrl+E)"));
    Arrays.stream(FigureFormat.values())
        .map(format -> item(source, tools, format))
        .forEach(button.getItems()::add);
    return button;
  }

  private static MenuItem item(FigureSource source, FigureTools tools, FigureFormat format) {
    String text =
        switch (format) {
          case PNG -> "PNG, for the screen…";
          case SVG -> "SVG, for editing…";
          case PDF -> "PDF, for a paper…";
          case CSV -> "CSV, the numbers…";
        };
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> tools.save(source, format));
    return item;
  }
}
