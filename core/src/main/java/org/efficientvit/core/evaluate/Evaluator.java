package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.InOrder;
import org.efficientvit.core.data.LabelledPicture;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.data.Workers;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Shows a network pictures whose class is known, as they are, and counts how often it is right.
 *
 * <p>Other threads read and crop the pictures while the network looks at earlier ones.
 */
public final class Evaluator {

  private static final int CHANNELS = 3;

  private final NetworkRunner runner;
  private final Preprocessing preprocessing;
  private final int batch;
  private final int threads;

  /**
   * An evaluator of one network.
   *
   * @param preprocessing the model's own
   * @param batch B, pictures at a time
   * @param threads that prepare pictures beside the network
   */
  public Evaluator(NetworkRunner runner, Preprocessing preprocessing, int batch, int threads) {
    this.runner = requireNonNull(runner, "runner is null");
    this.preprocessing = requireNonNull(preprocessing, "preprocessing is null");
    this.batch = batch;
    this.threads = threads;
    if (batch < 1) {
      throw new IllegalArgumentException("no batches of " + batch);
    }
  }

  /** One picture, or why there is none. */
  private record Prepared(
      String name, int label, @Nullable Tensor image, @Nullable InspectorException problem) {}

  /**
   * Counts over all pictures of a source, epoch 0.
   *
   * @param pictures of the classes of the network, in its order; those that cannot be read are kept
   *     apart
   * @param progress is told how many pictures are done
   * @param stopped whether to end early, with what has been counted so far
   * @throws InspectorException if an answer of the network is not finite
   */
  public Evaluation evaluate(
      LabelledPictures pictures, IntConsumer progress, BooleanSupplier stopped) {
    Tally tally = new Tally(pictures.labels());
    int batches = (pictures.size() + batch - 1) / batch;
    int done = 0;
    try (Workers workers = new Workers("pictures", threads)) {
      Iterator<List<Prepared>> prepared =
          new InOrder<>(0, batches, number -> prepare(workers, pictures, number));
      while (!stopped.getAsBoolean() && prepared.hasNext()) {
        List<Prepared> next = prepared.next();
        count(next, tally);
        done += next.size();
        progress.accept(done);
      }
    }
    return tally.result();
  }

  private CompletableFuture<List<Prepared>> prepare(
      Workers workers, LabelledPictures pictures, int number) {
    int first = number * batch;
    int count = Math.min(batch, pictures.size() - first);
    Prepared[] prepared = new Prepared[count];
    return workers.start(
        count, i -> prepared[i] = prepare(pictures, first + i), () -> List.of(prepared));
  }

  private Prepared prepare(LabelledPictures pictures, int index) {
    String name = pictures.name(index);
    try {
      LabelledPicture picture = pictures.get(0, index);
      return new Prepared(name, picture.label(), preprocessing.apply(picture.picture()), null);
    } catch (InspectorException e) {
      return new Prepared(name, 0, null, e);
    }
  }

  private void count(List<Prepared> prepared, Tally tally) {
    for (Prepared one : prepared) {
      if (one.problem != null) {
        tally.fail(new Evaluation.Failure(one.name, String.valueOf(one.problem.getMessage())));
      }
    }
    List<Prepared> readable = prepared.stream().filter(one -> one.image != null).toList();
    if (readable.isEmpty()) {
      return;
    }
    List<Trace> traces = runner.run(images(readable), Taps.logits());
    for (int i = 0; i < readable.size(); i++) {
      Tensor logits = requireNonNull(traces.get(i).logits(), "no logits");
      tally.add(readable.get(i).name, logits.values(), readable.get(i).label);
    }
  }

  private Tensor images(List<Prepared> readable) {
    int size = preprocessing.imageSize();
    Shape shape = Shape.of(readable.size(), CHANNELS, size, size);
    float[] values = new float[shape.elements()];
    int offset = 0;
    for (Prepared one : readable) {
      float[] image = requireNonNull(one.image).values();
      System.arraycopy(image, 0, values, offset, image.length);
      offset += image.length;
    }
    return new Tensor(shape, values);
  }
}
