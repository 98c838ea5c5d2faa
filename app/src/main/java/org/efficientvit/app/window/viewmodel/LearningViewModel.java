package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.visualizers.Figure;
import org.jspecify.annotations.Nullable;

/** What the Evaluate view shows: how often networks are right, or how they learn. */
public final class LearningViewModel implements FigureSource {

  /** The two halves of the view. */
  public enum Segment {
    EVALUATE("Evaluate"),
    TRAIN("Train");

    private final String title;

    Segment(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }
  }

  private final EvaluateViewModel evaluate;
  private final TrainViewModel train;
  private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.EVALUATE);

  LearningViewModel(EvaluateViewModel evaluate, TrainViewModel train) {
    this.evaluate = requireNonNull(evaluate, "evaluate is null");
    this.train = requireNonNull(train, "train is null");
  }

  /** Looks up what the store and the training's folder hold now. */
  public void refresh() {
    evaluate.refresh();
    train.look();
  }

  @Override
  public Optional<Figure> figure() {
    return shown().figure();
  }

  @Override
  public String command() {
    return shown().command();
  }

  private FigureSource shown() {
    return segment.get() == Segment.TRAIN ? train : evaluate;
  }

  /** All that is saved, for who watches it. */
  List<Observable> all() {
    return Stream.concat(
            Stream.<Observable>of(
                segment,
                evaluate.sourceProperty(),
                evaluate.placeProperty(),
                evaluate.listProperty(),
                evaluate.renderedProperty()),
            train.options().all().stream())
        .toList();
  }

  /** What is chosen, as a value. */
  SavedSession.Learning state() {
    return new SavedSession.Learning(
        segment.get().name(),
        evaluate.sourceProperty().get().name(),
        words(evaluate.placeProperty().get()),
        words(evaluate.listProperty().get()),
        evaluate.renderedProperty().get(),
        train.options().words());
  }

  private static @Nullable String words(@Nullable Path path) {
    return path == null ? null : CommandText.path(path);
  }

  /** Chooses what was saved. */
  void restore(SavedSession.Learning saved) {
    Arrays.stream(Segment.values())
        .filter(one -> one.name().equals(saved.segment()))
        .forEach(segment::set);
    evaluate.placeProperty().set(path(saved.place()).orElse(null));
    evaluate.listProperty().set(path(saved.list()).orElse(null));
    evaluate.renderedProperty().set(Math.max(1, saved.rendered()));
    Arrays.stream(EvaluateViewModel.Source.values())
        .filter(one -> one.name().equals(saved.source()))
        .forEach(evaluate.sourceProperty()::set);
    train.options().choose(saved.training());
  }

  private static Optional<Path> path(@Nullable String name) {
    try {
      return Optional.ofNullable(name).map(Path::of);
    } catch (InvalidPathException e) {
      // Saved on another system.
      return Optional.empty();
    }
  }

  /** Which half is shown. */
  public ObjectProperty<Segment> segmentProperty() {
    return segment;
  }

  /** How often the open model is right. */
  public EvaluateViewModel evaluate() {
    return evaluate;
  }

  /** A training and how it goes. */
  public TrainViewModel train() {
    return train;
  }
}
