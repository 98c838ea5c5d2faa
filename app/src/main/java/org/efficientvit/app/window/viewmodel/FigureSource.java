package org.efficientvit.app.window.viewmodel;

import java.util.Optional;
import java.util.function.Supplier;
import org.efficientvit.visualizers.Figure;
import org.jspecify.annotations.Nullable;

/** A view's figure, as it goes into files, and the command line that makes the same. */
public interface FigureSource {

  /** What is shown now; empty where there is nothing. */
  Optional<Figure> figure();

  /** The command line that makes it again; empty where there is none. */
  String command();

  /** A source whose figure and command are found when they are asked for. */
  static FigureSource of(Supplier<? extends @Nullable Figure> figure, Supplier<String> command) {
    return new FigureSource() {
      @Override
      public Optional<Figure> figure() {
        return Optional.ofNullable(figure.get());
      }

      @Override
      public String command() {
        return command.get();
      }
    };
  }
}
