package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.efficientvit.app.service.Prediction;
import org.jspecify.annotations.Nullable;

/** A picture of the library, and what was said about it last. */
public final class LibraryItem {

  private final Path file;
  private final boolean isSample;
  private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
  private List<Prediction> answers = List.of();
  private @Nullable String by;

  LibraryItem(Path file, boolean isSample) {
    this.file = requireNonNull(file, "file is null");
    this.isSample = isSample;
  }

  /** Notes an answer. */
  void show(List<Prediction> said, String model) {
    answers = List.copyOf(said);
    by = model;
    caption.set(
        said.isEmpty()
            ? ""
            : said.get(0).label() + " · " + Numbers.percent(said.get(0).probability()));
  }

  /** Notes that the picture cannot be read. */
  void fail() {
    answers = List.of();
    by = null;
    caption.set("cannot be read");
  }

  public Path file() {
    return file;
  }

  /** Its name. */
  public String name() {
    return FileNames.of(file);
  }

  /** Whether it came with the program. */
  public boolean isSample() {
    return isSample;
  }

  /** What was said about it, likeliest first; empty where nobody was asked. */
  public List<Prediction> answers() {
    return answers;
  }

  /** Which model and weights said it, or null. */
  public @Nullable String by() {
    return by;
  }

  /** Its likeliest class: {@code cat · 98.1 %}; empty where nobody was asked. */
  public ReadOnlyStringProperty captionProperty() {
    return caption.getReadOnlyProperty();
  }
}
