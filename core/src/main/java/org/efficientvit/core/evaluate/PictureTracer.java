package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.data.Workers;
import org.efficientvit.core.evaluate.PreparedBatch.Prepared;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Runs pictures of a source through a network and brings back what is asked for, batch by batch.
 *
 * <p>Other threads read and crop the pictures while the network looks at earlier ones on the
 * caller's. No more than three batches are in memory.
 */
public final class PictureTracer {

  private final NetworkRunner runner;
  private final Preprocessing preprocessing;
  private final int batch;
  private final int threads;

  /**
   * One picture: what the network said, or why the picture could not be read.
   *
   * @param index its number in its source
   * @param name what to call it in messages
   * @param label the class that it shows; 0 where it could not be read
   * @param trace null where it could not be read
   * @param problem null where it was read
   */
  public record Traced(
      int index,
      String name,
      int label,
      @Nullable Trace trace,
      @Nullable InspectorException problem) {}

  /**
   * A tracer of one network.
   *
   * @param preprocessing the model's own
   * @param batch B, pictures at a time
   * @param threads that prepare pictures beside the network
   */
  public PictureTracer(NetworkRunner runner, Preprocessing preprocessing, int batch, int threads) {
    this.runner = requireNonNull(runner, "runner is null");
    this.preprocessing = requireNonNull(preprocessing, "preprocessing is null");
    this.batch = batch;
    this.threads = threads;
    if (batch < 1) {
      throw new IllegalArgumentException("no batches of " + batch);
    }
  }

  /**
   * Runs pictures, those of epoch 0.
   *
   * @param indices of the pictures that are wanted, in the order in which they are wanted
   * @param taps what to bring back
   * @param traced takes one batch after another, on this thread; a batch need not be kept
   * @param stopped whether to end before the next batch
   */
  public void trace(
      LabelledPictures pictures,
      int[] indices,
      Taps taps,
      Consumer<List<Traced>> traced,
      BooleanSupplier stopped) {
    trace(
        pictures,
        indices,
        taps,
        List.of(Interventions.none()),
        passes -> traced.accept(passes.get(0)),
        stopped);
  }

  /**
   * Runs pictures several times each, every time with something else changed.
   *
   * @param indices of the pictures that are wanted, in the order in which they are wanted
   * @param taps what to bring back of each pass
   * @param passes what is changed in each
   * @param traced takes one batch after another, on this thread: of each pass, its pictures
   * @param stopped whether to end before the next batch
   * @throws InspectorException if something is to be changed that the network lacks, or on an
   *     engine that cannot
   */
  public void trace(
      LabelledPictures pictures,
      int[] indices,
      Taps taps,
      List<Interventions> passes,
      Consumer<List<List<Traced>>> traced,
      BooleanSupplier stopped) {
    try (Workers workers = new Workers("pictures", threads)) {
      PreparedBatches batches =
          new PreparedBatches(pictures, indices, batch, preprocessing, workers);
      while (!stopped.getAsBoolean() && batches.hasNext()) {
        PreparedBatch prepared = batches.next();
        traced.accept(passes.stream().map(changed -> run(prepared, taps, changed)).toList());
      }
    }
  }

  private List<Traced> run(PreparedBatch prepared, Taps taps, Interventions changed) {
    boolean isAnyReadable = prepared.pictures().stream().anyMatch(Prepared::isReadable);
    Iterator<Trace> traces =
        isAnyReadable
            ? runner.run(prepared.images(), taps, changed).iterator()
            : List.<Trace>of().iterator();
    List<Traced> all = new ArrayList<>();
    for (Prepared one : prepared.pictures()) {
      Trace trace = one.isReadable() ? traces.next() : null;
      all.add(new Traced(one.index(), one.name(), one.label(), trace, one.problem()));
    }
    return all;
  }
}
