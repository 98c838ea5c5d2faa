package org.efficientvit.app.window.viewmodel;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.core.trace.Timing;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.OperationTimeFigure;
import org.jspecify.annotations.Nullable;

/** How long each operation takes. */
public final class TimesViewModel implements FigureSource {

  private final ReadOnlyObjectWrapper<@Nullable Timing> timing = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<OperationTimeFigure.View> view =
      new SimpleObjectProperty<>(OperationTimeFigure.View.BY_BLOCK);
  private final ReadOnlyObjectWrapper<@Nullable OperationTimeFigure> figure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private @Nullable FigureContext context;
  private String command = "";

  /** Nothing measured yet. */
  public TimesViewModel() {
    view.addListener((property, old, now) -> draw());
    reading.bind(Bindings.createStringBinding(this::line, timing));
  }

  void show(Timing next, FigureContext of, String commandLine) {
    context = of;
    command = commandLine;
    timing.set(next);
    draw();
  }

  void clear() {
    timing.set(null);
    draw();
  }

  private void draw() {
    Timing shown = timing.get();
    figure.set(
        shown == null || context == null || shown.operations().isEmpty()
            ? null
            : OperationTimeFigure.of(shown.operations(), context).with(view.get()));
  }

  private String line() {
    Timing shown = timing.get();
    return shown == null
        ? "Not measured yet"
        : String.format(
            Locale.ROOT,
            "Median of %d passes after warming up; a whole pass takes %.2f ms%s",
            shown.passes(),
            shown.milliseconds(),
            shown.operations().isEmpty()
                ? ". This engine runs the network as a whole; choose PyTorch to see single operations."
                : "");
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return command;
  }

  /** What was measured, or null. */
  public ReadOnlyObjectProperty<@Nullable Timing> timingProperty() {
    return timing.getReadOnlyProperty();
  }

  /** How the times are put together. */
  public ObjectProperty<OperationTimeFigure.View> viewProperty() {
    return view;
  }

  /** The chart, or null. */
  public ReadOnlyObjectProperty<@Nullable OperationTimeFigure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** What was measured, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
