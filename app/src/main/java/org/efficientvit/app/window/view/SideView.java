package org.efficientvit.app.window.view;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.Inspected;
import org.efficientvit.app.window.viewmodel.Workbench;

/** The picture as a person sees it, and what the network says about it. */
final class SideView extends VBox {

  private static final double WIDTH = 304;

  private final PictureView picture = new PictureView();
  private final Label name = new Label();
  private final Label model = new Label();
  private final Label weights = new Label();

  SideView(Workbench bench) {
    super(8);
    InspectViewModel inspect = bench.inspect();
    getStyleClass().add("side");
    setPadding(new Insets(16));
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    model.getStyleClass().add(Controls.CAPTION);
    weights.getStyleClass().add(Controls.CAPTION);
    VBox.setMargin(picture, new Insets(0, 0, 4, 0));
    Separator line = new Separator();
    VBox.setMargin(line, new Insets(8, 0, 4, 0));
    getChildren()
        .addAll(picture, new VBox(4, name, model, weights), line, new PredictionsView(bench));
    inspect
        .inspectedProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                show(now);
              }
            });
  }

  private void show(Inspected now) {
    picture.show(now);
    String path = now.inspection().picture().name();
    name.setText(FileNames.of(Path.of(path)));
    name.setTooltip(new Tooltip(path));
    model.setText(now.context().network());
    weights.setText(now.context().weights());
    weights.setTooltip(new Tooltip(now.context().weights()));
  }
}
