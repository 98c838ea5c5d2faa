package org.efficientvit.core.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.InOrder;
import org.efficientvit.core.data.Workers;
import org.efficientvit.core.detect.Anchors;
import org.efficientvit.core.detect.AnnotatedPicture;
import org.efficientvit.core.detect.AnnotatedPictures;
import org.efficientvit.core.detect.DetectionLoss;
import org.efficientvit.core.detect.GroundTruth;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.image.DetectionPreprocessing.Fitted;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/** Batches of square pictures with what a detector is to find, prepared beside the training. */
final class DetectionBatches implements AutoCloseable {

  private static final int CHANNELS = 3;

  /**
   * One step's pictures.
   *
   * @param images (B, 3, S, S)
   * @param loss of what is answered to them
   */
  record Batch(Tensor images, DetectionLoss loss) {}

  private final AnnotatedPictures pictures;
  private final DetectionPreprocessing preprocessing;
  private final int batch;
  private final long seed;
  private final Anchors anchors;
  private final Workers workers = new Workers("detection-batches", 1);

  DetectionBatches(
      AnnotatedPictures pictures, DetectionPreprocessing preprocessing, int batch, long seed) {
    this.pictures = pictures;
    this.preprocessing = preprocessing;
    this.batch = batch;
    this.seed = seed;
    this.anchors = Anchors.of(preprocessing.shorterSide(), preprocessing.shorterSide());
  }

  /** How many batches one epoch has. */
  int batches() {
    return pictures.size() / batch;
  }

  /** The batches of an epoch, in an order of its own. */
  Iterator<Batch> epoch(int epoch) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pictures.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed * 1_000_003 + epoch));
    return new InOrder<>(0, batches(), number -> start(epoch, number, order));
  }

  private CompletableFuture<Batch> start(int epoch, int number, List<Integer> order) {
    int side = preprocessing.shorterSide();
    int size = CHANNELS * side * side;
    float[] values = new float[batch * size];
    List<List<GroundTruth>> objects = new ArrayList<>(Collections.nCopies(batch, List.of()));
    return workers.start(
        batch,
        i -> {
          AnnotatedPicture picture = pictures.get(epoch, order.get(number * batch + i));
          Fitted fitted = fitted(picture);
          System.arraycopy(fitted.values().values(), 0, values, i * size, size);
          objects.set(i, picture.objects());
        },
        () ->
            new Batch(
                new Tensor(Shape.of(batch, CHANNELS, side, side), values),
                new DetectionLoss(anchors, objects)));
  }

  private Fitted fitted(AnnotatedPicture picture) {
    int side = preprocessing.shorterSide();
    if (picture.picture().width() != side || picture.picture().height() != side) {
      throw new InspectorException(
          "%s is not of %d x %d pixels, which this training asks for."
              .formatted(picture.picture(), side, side));
    }
    return preprocessing.apply(picture.picture());
  }

  @Override
  public void close() {
    workers.close();
  }
}
