package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.PictureReader;

/**
 * Asks the open model about many pictures, one piece of work each, so that whatever a person clicks
 * meanwhile comes in between.
 */
final class PictureClassifier {

  private static final String WORK = "classify";
  private static final int ANSWERS = 5;

  private final LatestRunner runner;
  private final ModelKeeper keeper;
  private final ModelViewModel model;
  private final Queue<LibraryItem> waiting = new ArrayDeque<>();
  private int all;

  PictureClassifier(LatestRunner runner, ModelKeeper keeper, ModelViewModel model) {
    this.runner = requireNonNull(runner, "runner is null");
    this.keeper = requireNonNull(keeper, "keeper is null");
    this.model = requireNonNull(model, "model is null");
  }

  /** Asks about pictures; those of an earlier request that still wait are forgotten. */
  void classify(List<LibraryItem> items) {
    waiting.clear();
    waiting.addAll(items);
    all = items.size();
    next();
  }

  private void next() {
    LibraryItem item = waiting.poll();
    if (item == null) {
      return;
    }
    int done = all - waiting.size() - 1;
    ModelRequest request = model.request();
    EngineOptions engine = model.engine();
    String by = model.words();
    runner.submit(
        new Work<>(
            WORK,
            "Classifying %d of %d pictures".formatted(done + 1, all),
            progress -> {
              progress.report((double) done / all);
              return keeper.classify(
                  request, engine, PictureReader.read(item.file(), Orientation.APPLY), ANSWERS);
            },
            answers -> {
              item.show(answers, by);
              next();
            },
            sentence -> {
              item.fail();
              next();
            }));
  }
}
