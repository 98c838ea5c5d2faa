package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Evaluation.Failure;
import org.efficientvit.core.evaluate.PictureTracer.Traced;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.survey.HeadSurveyor;
import org.efficientvit.core.trace.Taps;

/**
 * What a model's heads say of pictures.
 *
 * @param survey of the pictures that were measured
 * @param failed pictures that could not be read, in the order of the pictures
 * @param pictures how many there are, measured or not
 */
public record HeadsRun(HeadSurvey survey, List<Failure> failed, int pictures) {

  private static final int LARGEST_BATCH = 16;

  /** Numbers that the heads of a batch say: a quarter of a gigabyte of them, and as many copied. */
  private static final long MOST_NUMBERS = 1 << 26;

  public HeadsRun {
    requireNonNull(survey, "survey is null");
    failed = List.copyOf(failed);
  }

  /** Whether every picture was looked at. */
  public boolean isWhole() {
    return survey.images() + failed.size() == pictures;
  }

  /**
   * Refuses a network without heads.
   *
   * @throws InspectorException in one sentence
   */
  public static void requireHeads(Network network) {
    if (heads(network) == 0) {
      throw new InspectorException(
          "%s has no attention to measure; choose another network with --model."
              .formatted(network.name()));
    }
  }

  /**
   * Measures the heads of a model, on this thread; other threads read the pictures.
   *
   * @param seed of the order in which pictures are taken: heads are shuffled between each and the
   *     one before it
   * @param progress is told how many pictures are done
   * @param stopped whether to end early, with what has been measured so far
   * @throws InspectorException in one sentence, if the network has no heads, no picture could be
   *     read, or the network's answer is not finite
   */
  public static HeadsRun of(
      Inspector inspector,
      LabelledPictures pictures,
      long seed,
      IntConsumer progress,
      BooleanSupplier stopped) {
    Network network = inspector.model().network();
    requireHeads(network);
    HeadSurveyor surveyor = new HeadSurveyor(network);
    List<Traced> unread = new ArrayList<>();
    int[] done = {0};
    inspector.trace(
        pictures,
        order(pictures.size(), seed),
        batch(network),
        taps(),
        traced -> {
          for (Traced one : traced) {
            if (one.trace() == null) {
              unread.add(one);
            } else {
              requireFinite(one);
              surveyor.add(one.trace());
            }
            progress.accept(++done[0]);
          }
        },
        stopped);
    List<Failure> failed = failures(unread);
    if (surveyor.images() == 0) {
      throw new InspectorException(nothing(failed, pictures.size()));
    }
    return new HeadsRun(surveyor.survey(), failed, pictures.size());
  }

  private static Taps taps() {
    return Taps.of(Tap.Kind.LOGITS, HeadSurveyor.taps().kinds().toArray(Tap.Kind[]::new));
  }

  /** Numbers that the heads say of one picture. */
  private static long heads(Network network) {
    return Blueprint.of(network, 1, true).taps().entrySet().stream()
        .filter(entry -> HeadSurveyor.taps().wants(entry.getKey()))
        .mapToLong(entry -> entry.getValue().elements())
        .sum();
  }

  /** As many pictures at a time as are fast, and as fit into memory. */
  private static int batch(Network network) {
    return (int) Math.max(1, Math.min(LARGEST_BATCH, MOST_NUMBERS / heads(network)));
  }

  private static int[] order(int size, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void requireFinite(Traced one) {
    float[] logits = requireNonNull(requireNonNull(one.trace()).logits()).values();
    if (!IntStream.range(0, logits.length).allMatch(i -> Float.isFinite(logits[i]))) {
      throw new InspectorException(
          "The network's answer to %s is not finite; use a checkpoint from before the training diverged."
              .formatted(one.name()));
    }
  }

  private static List<Failure> failures(List<Traced> unread) {
    return unread.stream()
        .sorted(Comparator.comparingInt(Traced::index))
        .map(
            one ->
                new Failure(one.name(), String.valueOf(requireNonNull(one.problem()).getMessage())))
        .toList();
  }

  private static String nothing(List<Failure> failed, int pictures) {
    if (failed.isEmpty()) {
      return "Stopped before any picture was measured; run the command again.";
    }
    return pictures == 1
        ? failed.get(0).sentence()
        : "None of %d pictures could be measured; the first: %s"
            .formatted(pictures, failed.get(0).sentence());
  }
}
