package org.efficientvit.app.window.view;

import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.efficientvit.app.window.viewmodel.LearningViewModel;
import org.efficientvit.app.window.viewmodel.LearningViewModel.Segment;
import org.efficientvit.app.window.viewmodel.Workbench;

/** How often networks are right, or how they learn. */
final class LearningView extends StackPane {

  LearningView(Workbench bench, FigureTools tools, Opener opener) {
    setPadding(new Insets(16));
    setMinSize(0, 0);
    LearningViewModel learning = bench.learning();
    add(new EvaluateView(bench, tools, opener, segments(learning)), learning, Segment.EVALUATE);
    add(new TrainView(bench, tools, opener, segments(learning)), learning, Segment.TRAIN);
  }

  private void add(Node half, LearningViewModel learning, Segment segment) {
    half.visibleProperty().bind(learning.segmentProperty().isEqualTo(segment));
    half.managedProperty().bind(half.visibleProperty());
    getChildren().add(half);
  }

  private static HBox segments(LearningViewModel learning) {
    HBox segments =
        Controls.segments(
            FXCollections.observableArrayList(Segment.values()),
            learning.segmentProperty(),
            Segment::title,
            "What to do");
    segments.setId("learning-segments");
    return segments;
  }
}
