package org.efficientvit.app.window;

import javafx.application.Application;
import javafx.stage.Stage;

/** The window. */
public final class InspectorApplication extends Application {

  @Override
  public void start(Stage stage) {
    stage.setTitle("EfficientViT Inspector");
    stage.show();
  }
}
