package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.data.Workers;
import org.efficientvit.core.evaluate.PreparedBatch.Prepared;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;

/**
 * Shows a network pictures whose class is known, as they are, and takes down what it says.
 *
 * <p>Other threads read and crop the pictures while the network looks at earlier ones on the
 * caller's. No more than three batches are in memory.
 */
public final class Evaluator {

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
    try (Workers workers = new Workers("pictures", threads)) {
      PreparedBatches batches = new PreparedBatches(pictures, open, batch, preprocessing, workers);
      while (!stopped.getAsBoolean() && batches.hasNext()) {
        answered.accept(answers(batches.next()));
      }
    }
  }

  private List<Answer> answers(PreparedBatch prepared) {
    List<Answer> answers = new ArrayList<>();
    for (Prepared one : prepared.pictures()) {
      if (one.problem() != null) {
        String sentence = String.valueOf(one.problem().getMessage());
        answers.add(new Answer.Unreadable(one.index(), one.name(), sentence));
      }
    }
    List<Prepared> readable = prepared.readable();
    if (!readable.isEmpty()) {
      List<Trace> traces = runner.run(prepared.images(), Taps.logits());
      for (int i = 0; i < readable.size(); i++) {
        Prepared one = readable.get(i);
        Tensor logits = requireNonNull(traces.get(i).logits(), "no logits");
        answers.add(Judgement.of(one.index(), one.name(), logits.values(), one.label()));
      }
    }
    answers.sort(Comparator.comparingInt(Answer::index));
    return answers;
  }
}
