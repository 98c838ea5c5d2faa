package org.efficientvit.app.window;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.efficientvit.app.window.view.FileDialogs;

/** Answers questions for files as a test said before; without an answer, a person who cancels. */
final class ScriptedDialogs implements FileDialogs {

  private final Deque<List<Path>> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  /** The files that the next question is answered with. */
  void answer(Path... files) {
    answers.add(List.of(files));
  }

  /** The titles of what was asked, with the names that were offered. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private List<Path> next(String question) {
    asked.add(question);
    return answers.isEmpty() ? List.of() : answers.remove();
  }

  @Override
  public List<Path> openFiles(String title, Sort sort) {
    return next(title);
  }

  @Override
  public Optional<Path> openFile(String title, Sort sort) {
    return next(title).stream().findFirst();
  }

  @Override
  public Optional<Path> openFolder(String title) {
    return next(title).stream().findFirst();
  }

  @Override
  public Optional<Path> saveFile(String title, String name, List<Sort> sorts) {
    return next(title + ": " + name).stream().findFirst();
  }
}
