package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;

/** The pictures at hand: those that were opened, newest first, then those of the program. */
public final class LibraryViewModel {

  /** How many pictures of a folder are taken. */
  private static final int MOST = 10_000;

  private final LatestRunner background;
  private final Consumer<String> problems;
  private final ObservableList<LibraryItem> items = FXCollections.observableArrayList();
  private final FilteredList<LibraryItem> visible = new FilteredList<>(items);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LibraryItem> chosen = new SimpleObjectProperty<>();

  /**
   * A library that holds the program's pictures.
   *
   * @param background looks into folders
   * @param problems hears what fails, in a sentence
   */
  public LibraryViewModel(
      LatestRunner background, Collection<Path> samples, Consumer<String> problems) {
    this.background = requireNonNull(background, "background is null");
    this.problems = requireNonNull(problems, "problems is null");
    samples.forEach(file -> items.add(new LibraryItem(file, true)));
    filter.addListener((property, old, now) -> visible.setPredicate(item -> matches(item, now)));
  }

  private static boolean matches(LibraryItem item, String words) {
    String text = (item.name() + " " + item.captionProperty().get()).toLowerCase(Locale.ROOT);
    return text.contains(words.strip().toLowerCase(Locale.ROOT));
  }

  /** Takes pictures, and those of folders, to the front, and chooses the first. */
  public void open(List<Path> files) {
    if (files.stream().noneMatch(Files::isDirectory)) {
      take(files, true);
      return;
    }
    String name = FileNames.of(files.get(0));
    background.submit(
        new Work<>(
            "folder",
            "Looking for pictures in " + name,
            progress -> files.stream().flatMap(LibraryViewModel::pictures).limit(MOST).toList(),
            found -> {
              if (found.isEmpty()) {
                problems.accept(
                    "%s holds no pictures; choose a folder of PNG, JPEG, WebP, BMP or GIF files."
                        .formatted(name));
              }
              take(found, true);
            },
            problems));
  }

  private static Stream<Path> pictures(Path file) {
    if (!Files.isDirectory(file)) {
      return Stream.of(file);
    }
    try (Stream<Path> inside = Files.walk(file)) {
      return inside.filter(FileNames::isPicture).sorted().limit(MOST).toList().stream();
    } catch (IOException | UncheckedIOException e) {
      throw new InspectorException(
          "%s cannot be listed; check that it is there and may be read.".formatted(file), e);
    }
  }

  /** Takes pictures to the front, those that are there already from their old places. */
  void take(List<Path> files, boolean choose) {
    Set<Path> wanted =
        files.stream()
            .map(file -> file.toAbsolutePath().normalize())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<LibraryItem> front =
        wanted.stream()
            .map(file -> find(file).orElseGet(() -> new LibraryItem(file, false)))
            .toList();
    // Samples keep their places.
    List<LibraryItem> moved = front.stream().filter(item -> !item.isSample()).toList();
    items.removeAll(Set.copyOf(moved));
    items.addAll(0, moved);
    if (choose && !front.isEmpty()) {
      filter.set("");
      chosen.set(null);
      chosen.set(front.get(0));
    }
  }

  /** The item of a file. */
  Optional<LibraryItem> find(Path file) {
    Path wanted = file.toAbsolutePath().normalize();
    return items.stream()
        .filter(item -> item.file().toAbsolutePath().normalize().equals(wanted))
        .findFirst();
  }

  /** Takes pictures out of the library; their files stay, and the program's own stay too. */
  public void remove(Collection<LibraryItem> unwanted) {
    items.removeAll(unwanted.stream().filter(item -> !item.isSample()).collect(Collectors.toSet()));
  }

  /** Chooses the picture so many places further down. */
  public void move(int places) {
    if (visible.isEmpty()) {
      return;
    }
    int now = visible.indexOf(chosen.get());
    int next = Math.max(0, Math.min(visible.size() - 1, now + places));
    chosen.set(visible.get(next));
  }

  /** All pictures. */
  public ObservableList<LibraryItem> items() {
    return items;
  }

  /** Those whose name or class holds the words that are looked for. */
  public ObservableList<LibraryItem> visible() {
    return visible;
  }

  /** Words that are looked for; empty for all pictures. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The picture in focus, or null. */
  public ObjectProperty<@Nullable LibraryItem> chosenProperty() {
    return chosen;
  }
}
