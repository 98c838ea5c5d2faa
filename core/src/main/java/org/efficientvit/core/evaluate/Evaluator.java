package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.PictureTracer.Traced;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;

/**
 * Shows a network pictures whose class is known, as they are, and takes down what it says.
 *
 * <p>Other threads read and crop the pictures while the network looks at earlier ones on the
 * caller's. No more than three batches are in memory.
 */
public final class Evaluator {

  private final PictureTracer tracer;

  /**
   * An evaluator of one network.
   *
   * @param preprocessing the model's own
   * @param batch B, pictures at a time
   * @param threads that prepare pictures beside the network
   */
  public Evaluator(NetworkRunner runner, Preprocessing preprocessing, int batch, int threads) {
    this.tracer = new PictureTracer(runner, preprocessing, batch, threads);
  }

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
    List<Answer> answers = new ArrayList<>();
    answer(
        pictures,
        index -> false,
        more -> {
          answers.addAll(more);
          progress.accept(answers.size());
        },
        stopped);
    return Evaluation.of(pictures.labels(), answers);
  }

  /**
   * Asks for the answers to the pictures of a source that have none yet, epoch 0, in their order.
   *
   * @param pictures of the classes of the network, in its order
   * @param isAnswered whether there is an answer to the picture of a number
   * @param answered takes the answers of one batch after another, on this thread
   * @param stopped whether to end before the next batch
   * @throws InspectorException if an answer of the network is not finite
   */
  public void answer(
      LabelledPictures pictures,
      IntPredicate isAnswered,
      Consumer<List<Answer>> answered,
      BooleanSupplier stopped) {
    int[] open = IntStream.range(0, pictures.size()).filter(isAnswered.negate()).toArray();
    tracer.trace(
        pictures, open, Taps.logits(), traced -> answered.accept(answers(traced)), stopped);
  }

  private static List<Answer> answers(List<Traced> batch) {
    return batch.stream().map(Evaluator::answer).toList();
  }

  private static Answer answer(Traced one) {
    if (one.trace() == null) {
      String sentence = String.valueOf(requireNonNull(one.problem()).getMessage());
      return new Answer.Unreadable(one.index(), one.name(), sentence);
    }
    Tensor logits = requireNonNull(one.trace().logits(), "no logits");
    return Judgement.of(one.index(), one.name(), logits.values(), one.label());
  }
}
