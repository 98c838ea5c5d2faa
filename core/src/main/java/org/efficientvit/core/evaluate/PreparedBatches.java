package org.efficientvit.core.evaluate;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.InOrder;
import org.efficientvit.core.data.LabelledPicture;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.data.Workers;
import org.efficientvit.core.evaluate.PreparedBatch.Memory;
import org.efficientvit.core.evaluate.PreparedBatch.Prepared;
import org.efficientvit.core.image.Preprocessing;

/**
 * Batches that threads make ready ahead of who takes them, for one thread; a batch is good until
 * the next is taken.
 */
final class PreparedBatches implements Iterator<PreparedBatch> {

  /** One batch is in use while {@link InOrder#AHEAD} are made ready. */
  private static final int MEMORIES = InOrder.AHEAD + 1;

  private final LabelledPictures pictures;
  private final int[] indices;
  private final int batch;
  private final Preprocessing preprocessing;
  private final Workers workers;
  private final List<Memory> memories;
  private final InOrder<PreparedBatch> batches;

  /**
   * Begins with the first batches.
   *
   * @param indices of the pictures that are wanted, in order
   * @param batch B, pictures at a time
   */
  PreparedBatches(
      LabelledPictures pictures,
      int[] indices,
      int batch,
      Preprocessing preprocessing,
      Workers workers) {
    this.pictures = pictures;
    this.indices = indices.clone();
    this.batch = Math.max(1, Math.min(batch, indices.length));
    this.preprocessing = preprocessing;
    this.workers = workers;
    this.memories =
        Stream.generate(() -> new Memory(this.batch, preprocessing)).limit(MEMORIES).toList();
    int count = (indices.length + this.batch - 1) / this.batch;
    this.batches = new InOrder<>(0, count, this::prepare);
  }

  private CompletableFuture<PreparedBatch> prepare(int number) {
    int first = number * batch;
    Prepared[] prepared = new Prepared[Math.min(batch, indices.length - first)];
    Memory memory = memories.get(number % MEMORIES);
    return workers.start(
        prepared.length,
        i -> prepared[i] = prepare(indices[first + i], memory, i),
        () -> new PreparedBatch(List.of(prepared), memory));
  }

  private Prepared prepare(int index, Memory memory, int place) {
    String name = pictures.name(index);
    try {
      LabelledPicture picture = pictures.get(0, index);
      preprocessing.apply(picture.picture(), memory.values(), place * memory.elements());
      return new Prepared(index, name, picture.label(), null);
    } catch (InspectorException e) {
      return new Prepared(index, name, 0, e);
    }
  }

  @Override
  public boolean hasNext() {
    return batches.hasNext();
  }

  @Override
  public PreparedBatch next() {
    return batches.next();
  }
}
