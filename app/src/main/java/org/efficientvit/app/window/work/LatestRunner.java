package org.efficientvit.app.window.work;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Runs all that the window asks for, one thing after another, where newer work of a name replaces
 * older.
 *
 * <p>What is replaced before it starts never runs; what is replaced while it runs ends at its next
 * report and its result reaches nobody. All methods are called on the screen's thread, and on that
 * thread results arrive: nothing here is shared but a flag in each job.
 */
public final class LatestRunner {

  /** The progress of work that does not say how far it is. */
  public static final double UNKNOWN = -1;

  private static final System.Logger LOG = System.getLogger(LatestRunner.class.getName());

  private final Executor worker;
  private final Executor screen;
  private final Map<String, Job<?>> jobs = new LinkedHashMap<>();
  private final ReadOnlyStringWrapper running = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);

  /**
   * A runner that waits for work.
   *
   * @param worker does one thing after another, in order
   * @param screen runs what it is given on the screen's thread, in order
   */
  public LatestRunner(Executor worker, Executor screen) {
    this.worker = requireNonNull(worker, "worker is null");
    this.screen = requireNonNull(screen, "screen is null");
  }

  /** Takes work on; older work of its name is forgotten. */
  public <T> void submit(Work<T> work) {
    cancel(work.name());
    Job<T> job = new Job<>(work);
    jobs.put(work.name(), job);
    show();
    worker.execute(job);
  }

  /** Forgets the work of a name, whether it waits or runs. */
  public void cancel(String name) {
    Job<?> job = jobs.remove(name);
    if (job != null) {
      job.cancelled = true;
      show();
    }
  }

  /** Forgets all work, whether it waits or runs. */
  public void cancelAll() {
    List.copyOf(new ArrayList<>(jobs.keySet())).forEach(this::cancel);
  }

  /** How many pieces of work wait or run; at most one of each name. */
  public int size() {
    return jobs.size();
  }

  /** The title of what runs, or of what runs next; empty when there is nothing to do. */
  public ReadOnlyStringProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How much of what runs is done, 0 to 1, or {@link #UNKNOWN}. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  private void show() {
    Job<?> first = jobs.isEmpty() ? null : jobs.values().iterator().next();
    running.set(first == null ? "" : first.work.title());
    progress.set(first == null ? UNKNOWN : first.share);
  }

  /** One piece of work on its way; its share belongs to the screen's thread. */
  private final class Job<T> implements Runnable, Progress {

    private final Work<T> work;
    private volatile boolean cancelled;
    private double share = UNKNOWN;

    Job(Work<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (cancelled) {
        return;
      }
      try {
        T result = work.task().apply(this);
        screen.execute(() -> finish(() -> work.done().accept(result)));
      } catch (CancellationException e) {
        LOG.log(System.Logger.Level.DEBUG, "{0}: cancelled", work.title());
      } catch (RuntimeException | Error e) {
        String sentence = Sentences.of(e);
        screen.execute(() -> finish(() -> work.failed().accept(sentence)));
      }
    }

    @Override
    public void report(double value) {
      if (cancelled) {
        throw new CancellationException();
      }
      screen.execute(
          () -> {
            share = value;
            show();
          });
    }

    @Override
    public void tell(Runnable step) {
      screen.execute(
          () -> {
            if (jobs.get(work.name()) == this) {
              step.run();
            }
          });
    }

    private void finish(Runnable handOver) {
      if (jobs.remove(work.name(), this)) {
        // Work that follows from this one takes its place without a gap.
        handOver.run();
        show();
      }
    }
  }
}
