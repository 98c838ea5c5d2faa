package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.efficientvit.core.statistics.Interval;

/**
 * How often a model was right: what follows from its answers.
 *
 * @param confusion which classes were taken for which
 * @param amongFive how many pictures of each class had it among the five likeliest
 * @param summedLoss cross-entropy of all pictures together, in nats
 * @param calibration whether the model was right as often as it was sure
 * @param failed the pictures that could not be read; they count for nothing else
 */
public record Evaluation(
    ConfusionMatrix confusion,
    List<Integer> amongFive,
    double summedLoss,
    Calibration calibration,
    List<Failure> failed) {

  private static final int FEW = 5;

  /**
   * A picture that could not be read.
   *
   * @param file or what else it is called
   * @param sentence that says why, and what to do
   */
  public record Failure(String file, String sentence) {}

  /**
   * One class by itself.
   *
   * @param index the class
   * @param images how many there were
   * @param top1 share that was taken for the class, 0 to 1; empty if there were none
   * @param top5 share that had the class among the five likeliest; empty if there were none
   */
  public record ClassResult(
      int index, String label, int images, OptionalDouble top1, OptionalDouble top5) {}

  /**
   * Checks that there is a count for each class.
   *
   * @throws IllegalArgumentException if there is not
   */
  public Evaluation {
    requireNonNull(confusion, "confusion is null");
    requireNonNull(calibration, "calibration is null");
    amongFive = List.copyOf(amongFive);
    failed = List.copyOf(failed);
    if (amongFive.size() != confusion.classes()) {
      throw new IllegalArgumentException(
          amongFive.size() + " counts for " + confusion.classes() + " classes");
    }
  }

  /**
   * What follows from answers, in whatever order and in however many runs they were given; of
   * several to the same picture the first counts.
   *
   * @param labels of the classes
   */
  public static Evaluation of(List<String> labels, List<Answer> answers) {
    Map<Integer, Answer> inOrder = new TreeMap<>();
    answers.forEach(answer -> inOrder.putIfAbsent(answer.index(), answer));
    ConfusionMatrix.Builder confusion = new ConfusionMatrix.Builder(labels);
    List<Integer> amongFive = new ArrayList<>(Collections.nCopies(labels.size(), 0));
    List<Answer.Seen> seen = new ArrayList<>();
    List<Failure> failed = new ArrayList<>();
    double loss = 0;
    for (Answer answer : inOrder.values()) {
      if (answer instanceof Answer.Unreadable broken) {
        failed.add(new Failure(broken.file(), broken.sentence()));
      } else if (answer instanceof Answer.Seen one) {
        seen.add(one);
        confusion.add(one.label(), one.predicted());
        loss += one.loss();
        if (one.rank() < FEW) {
          amongFive.set(one.label(), amongFive.get(one.label()) + 1);
        }
      }
    }
    return new Evaluation(confusion.build(), amongFive, loss, Calibration.of(seen), failed);
  }

  /** How many pictures the network saw. */
  public int images() {
    return confusion.images();
  }

  /** Share of the pictures whose likeliest class is right, 0 to 1; empty if there were none. */
  public OptionalDouble top1() {
    return share(confusion.correct(), images());
  }

  /** Share of the pictures whose class is among the five likeliest; empty if there were none. */
  public OptionalDouble top5() {
    return share(near(), images());
  }

  /** How many pictures have their class among the five likeliest. */
  private int near() {
    return amongFive.stream().mapToInt(Integer::intValue).sum();
  }

  /** Mean cross-entropy of a picture, in nats; empty if there were none. */
  public OptionalDouble loss() {
    return images() == 0 ? OptionalDouble.empty() : OptionalDouble.of(summedLoss / images());
  }

  /** Where top-1 of all such pictures lies, by Wilson; empty if there were none. */
  public Optional<Interval> interval() {
    return interval(confusion.correct());
  }

  /** Where top-5 of all such pictures lies, by Wilson; empty if there were none. */
  public Optional<Interval> top5Interval() {
    return interval(near());
  }

  private Optional<Interval> interval(int count) {
    return images() == 0 ? Optional.empty() : Optional.of(Interval.wilson(count, images()));
  }

  /** Each class by itself, in the order of the classes. */
  public List<ClassResult> perClass() {
    return IntStream.range(0, confusion.classes())
        .mapToObj(
            label -> {
              int images = confusion.images(label);
              return new ClassResult(
                  label,
                  confusion.labels().get(label),
                  images,
                  share(confusion.count(label, label), images),
                  share(amongFive.get(label), images));
            })
        .toList();
  }

  private static OptionalDouble share(int count, int images) {
    return images == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / images);
  }
}
