package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.Randomness.Use;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * The batches of training, made by several threads ahead of who takes them.
 *
 * <p>Each epoch has another order, of which the pictures that do not fill a last batch are left
 * out. What is in a batch follows from the seed, the epoch and its number alone: not from how many
 * threads there are, nor from which batches were taken before. Two batches are under way beside the
 * one that was taken last.
 */
public final class BatchLoader implements AutoCloseable {

  private static final int CHANNELS = 3;

  private final LabelledPictures pictures;
  private final Augmentation augmentation;
  private final Mixing mixing;
  private final Preprocessing preprocessing;
  private final int batch;
  private final long seed;
  private final Workers workers;

  /**
   * Starts the threads.
   *
   * @param preprocessing whose size, mean and deviation the network takes
   * @param batch B, pictures at a time
   * @param seed of the order and of all that is random
   * @throws InspectorException if there are not enough pictures for one batch
   */
  public BatchLoader(
      LabelledPictures pictures,
      Augmentation augmentation,
      Mixing mixing,
      Preprocessing preprocessing,
      int batch,
      long seed,
      int threads) {
    this.pictures = requireNonNull(pictures, "pictures is null");
    this.augmentation = requireNonNull(augmentation, "augmentation is null");
    this.mixing = requireNonNull(mixing, "mixing is null");
    this.preprocessing = requireNonNull(preprocessing, "preprocessing is null");
    this.batch = batch;
    this.seed = seed;
    if (batch < 1) {
      throw new IllegalArgumentException("no batches of " + batch);
    }
    if (pictures.size() < batch) {
      throw new InspectorException(
          "There are %d pictures, fewer than one batch of %d; add pictures or choose a smaller batch."
              .formatted(pictures.size(), batch));
    }
    this.workers = new Workers("batches", threads);
  }

  /** How many batches one epoch has. */
  public int batches() {
    return pictures.size() / batch;
  }

  /** The batches of an epoch, for one thread. */
  public Iterator<Batch> epoch(int epoch) {
    return epoch(epoch, 0);
  }

  /**
   * The batches of an epoch from one of them on, for one thread.
   *
   * <p>The iterator throws what reading a picture threw, an {@link InspectorException} for one that
   * is broken, and {@link java.util.concurrent.CancellationException} if this was closed meanwhile.
   *
   * @param epoch from 0
   * @param first 0 to {@link #batches()}
   */
  public Iterator<Batch> epoch(int epoch, int first) {
    int[] order = order(epoch);
    return new InOrder<>(first, batches(), number -> start(epoch, number, order));
  }

  private CompletableFuture<Batch> start(int epoch, int number, int[] order) {
    int size = preprocessing.imageSize();
    int elements = CHANNELS * size * size;
    Shape shape = Shape.of(batch, CHANNELS, size, size);
    float[] values = new float[shape.elements()];
    int[] labels = new int[batch];
    return workers.start(
        batch,
        i -> {
          int index = order[number * batch + i];
          LabelledPicture picture = pictures.get(epoch, index);
          RandomGenerator random = Randomness.of(seed, Use.AUGMENTATION, epoch, index);
          augmentation.apply(picture.picture(), preprocessing, random, values, i * elements);
          labels[i] = picture.label();
        },
        () ->
            mixing.apply(
                new Tensor(shape, values),
                labels,
                pictures.labels().size(),
                Randomness.of(seed, Use.MIXING, epoch, number)));
  }

  private int[] order(int epoch) {
    return Randomness.permutation(pictures.size(), Randomness.of(seed, Use.ORDER, epoch, 0));
  }

  /** Ends the threads; batches that were not taken are dropped. */
  @Override
  public void close() {
    workers.close();
  }
}
