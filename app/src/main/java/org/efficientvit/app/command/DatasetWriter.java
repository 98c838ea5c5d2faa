package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.RenderedPictures;

/** Renders and writes on all cores, until all is there or the user asks for an end. */
final class DatasetWriter {

  /** Begun for each core at a time: none waits, and an end comes soon. */
  private static final int AHEAD = 4;

  /** How many pictures were made, and how many were there. */
  record Result(int written, int kept) {}

  private final RenderedPictures pictures;
  private final DatasetFolder folder;
  private final Terminal terminal;

  DatasetWriter(RenderedPictures pictures, DatasetFolder folder, Terminal terminal) {
    this.pictures = requireNonNull(pictures, "pictures is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /**
   * Writes what is not there yet.
   *
   * @throws InspectorException if a file cannot be written; those before it stay
   */
  Result write() {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    try (Progress progress = terminal.progress(pictures.size())) {
      return write(new ExecutorCompletionService<>(pool), cores * AHEAD, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InspectorException("The pictures were interrupted; run the command again.", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Result write(CompletionService<Boolean> workers, int ahead, Progress progress)
      throws InterruptedException {
    int begun = 0;
    int done = 0;
    int written = 0;
    while (done < begun || (begun < pictures.size() && !terminal.isStopped())) {
      while (begun < pictures.size() && begun - done < ahead && !terminal.isStopped()) {
        int index = begun;
        begun++;
        workers.submit(() -> writeOne(index));
      }
      if (done < begun) {
        written += result(workers) ? 1 : 0;
        done++;
        progress.step();
      }
    }
    return new Result(written, done - written);
  }

  private static boolean result(CompletionService<Boolean> workers) throws InterruptedException {
    try {
      return workers.take().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InspectorException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Whether it had to be written. */
  private boolean writeOne(int index) {
    ObjectKind kind = pictures.kind(0, index);
    if (folder.holds(kind.label(), index)) {
      return false;
    }
    folder.add(pictures.scene(0, index), index);
    return true;
  }
}
