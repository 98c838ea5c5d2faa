package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.efficientvit.core.statistics.Interval;

/**
 * How often a model was right.
 *
 * @param confusion which classes were taken for which
 * @param amongFive how many pictures had their class among the five likeliest
 * @param summedLoss cross-entropy of all pictures together, in nats
 * @param failed the pictures that could not be read; they count for nothing else
 */
public record Evaluation(
    ConfusionMatrix confusion, int amongFive, double summedLoss, List<Failure> failed) {

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
   * @param images how many there were
   * @param top1 share that was taken for the class, 0 to 1; empty if there were none
   */
  public record ClassResult(String label, int images, OptionalDouble top1) {}

  public Evaluation {
    requireNonNull(confusion, "confusion is null");
    failed = List.copyOf(failed);
  }

  /** How many pictures the network saw. */
  public int images() {
    return confusion.images();
  }

  /** Share of the pictures whose likeliest class is right, 0 to 1; empty if there were none. */
  public OptionalDouble top1() {
    return share(confusion.correct());
  }

  /** Share of the pictures whose class is among the five likeliest; empty if there were none. */
  public OptionalDouble top5() {
    return share(amongFive);
  }

  /** Mean cross-entropy of a picture, in nats; empty if there were none. */
  public OptionalDouble loss() {
    return images() == 0 ? OptionalDouble.empty() : OptionalDouble.of(summedLoss / images());
  }

  /** Where top-1 of all such pictures lies, by Wilson; empty if there were none. */
  public Optional<Interval> interval() {
    return images() == 0
        ? Optional.empty()
        : Optional.of(Interval.wilson(confusion.correct(), images()));
  }

  /** Each class by itself, in the order of the classes. */
  public List<ClassResult> perClass() {
    return IntStream.range(0, confusion.classes())
        .mapToObj(
            label -> {
              int images = confusion.images(label);
              return new ClassResult(
                  confusion.labels().get(label),
                  images,
                  images == 0
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(confusion.share(label, label)));
            })
        .toList();
  }

  private OptionalDouble share(int count) {
    return images() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / images());
  }
}
