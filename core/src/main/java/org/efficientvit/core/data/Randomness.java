package org.efficientvit.core.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Random numbers that follow from what they are for, not from who asked before: so that work on
 * several threads, or work that is taken up again, meets the same.
 */
final class Randomness {

  /** What a generator is for; each use of the same seed has numbers of its own. */
  enum Use {
    AUGMENTATION(1),
    MIXING(2),
    ORDER(3),
    SAMPLE(4);

    private final int number;

    Use(int number) {
      this.number = number;
    }
  }

  private Randomness() {}

  /** The generator of one thing in one epoch. */
  static RandomGenerator of(long seed, Use use, int epoch, int index) {
    long state = mixed(seed);
    state = mixed(state + use.number);
    state = mixed(state + epoch);
    return new SplittableRandom(mixed(state + index));
  }

  /** The numbers below a count in random order. */
  static int[] permutation(int count, RandomGenerator random) {
    int[] order = IntStream.range(0, count).toArray();
    for (int last = count - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /** The first number of a generator, which differs in about half its bits from its neighbours'. */
  private static long mixed(long state) {
    return new SplittableRandom(state).nextLong();
  }
}
