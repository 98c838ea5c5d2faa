package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.tensor.Tensor;

/**
 * Measures several networks in turn, a pass of each in every round, so that what disturbs the
 * machine for a while disturbs all of them: their ratios hold where their times drift.
 *
 * @param warmUps rounds that are thrown away
 * @param rounds that are measured
 */
public record TurnTimer(int warmUps, int rounds) {

  /**
   * A network that takes part.
   *
   * @param images that each of its passes runs, (B, 3, S, S)
   * @param operations whether a second pass of each round times single operations
   */
  public record Entry(NetworkRunner runner, Tensor images, boolean operations) {

    public Entry {
      requireNonNull(runner, "runner is null");
      requireNonNull(images, "images is null");
    }
  }

  /**
   * What a network took.
   *
   * @param milliseconds of its untimed pass in each round, in the order of the rounds
   * @param operations of its timed pass in each round; none where they were not asked for
   */
  public record Passes(List<Double> milliseconds, List<List<OperationTime>> operations) {

    public Passes {
      milliseconds = List.copyOf(milliseconds);
      operations = operations.stream().map(pass -> List.copyOf(pass)).toList();
    }
  }

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if nothing would be measured
   */
  public TurnTimer {
    if (warmUps < 0 || rounds < 1) {
      throw new IllegalArgumentException(warmUps + " warm-ups and " + rounds + " rounds");
    }
  }

  /**
   * Measures.
   *
   * @param progress is told after each round how many are done, warm-ups among them
   * @param stopped asked before each network's turn whether to end early; a round that is not
   *     complete is thrown away
   * @return what each network took, in the order of the entries; as many passes of each
   */
  public List<Passes> time(List<Entry> entries, IntConsumer progress, BooleanSupplier stopped) {
    List<List<Double>> whole = lists(entries.size());
    List<List<List<OperationTime>>> operations = lists(entries.size());
    for (int round = -warmUps; round < rounds; round++) {
      Round measured = round(entries, order(entries.size(), round + warmUps), stopped);
      if (!measured.complete) {
        break;
      }
      if (round >= 0) {
        for (int i = 0; i < entries.size(); i++) {
          whole.get(i).add(measured.milliseconds[i]);
          if (entries.get(i).operations) {
            operations.get(i).add(measured.operations.get(i));
          }
        }
      }
      progress.accept(round + warmUps + 1);
    }
    return IntStream.range(0, entries.size())
        .mapToObj(i -> new Passes(whole.get(i), operations.get(i)))
        .toList();
  }

  private static <T> List<List<T>> lists(int count) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  /** What was measured in one round, by entry. */
  private static final class Round {

    private final double[] milliseconds;
    private final List<List<OperationTime>> operations = new ArrayList<>();
    private boolean complete = true;

    Round(int entries) {
      milliseconds = new double[entries];
      for (int i = 0; i < entries; i++) {
        operations.add(List.of());
      }
    }
  }

  private static Round round(List<Entry> entries, List<Integer> order, BooleanSupplier stopped) {
    Round round = new Round(entries.size());
    for (int i : order) {
      if (stopped.getAsBoolean()) {
        round.complete = false;
        break;
      }
      Entry entry = entries.get(i);
      round.milliseconds[i] = pass(entry, Taps.logits()).nanoseconds() / 1e6;
      if (entry.operations) {
        round.operations.set(i, pass(entry, Taps.logits().timed()).times());
      }
    }
    return round;
  }

  private static Trace pass(Entry entry, Taps taps) {
    return entry.runner.run(entry.images, taps).get(0);
  }

  /** Another one first in each round, and back to front in every second: a pass inherits caches. */
  private static List<Integer> order(int entries, int round) {
    return IntStream.range(0, entries)
        .map(place -> Math.floorMod(round % 2 == 0 ? round + place : round - place, entries))
        .boxed()
        .toList();
  }
}
