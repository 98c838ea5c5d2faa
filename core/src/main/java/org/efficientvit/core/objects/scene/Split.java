package org.efficientvit.core.objects.scene;

import java.util.Locale;
import org.efficientvit.core.SplitMix64;

/** What pictures are for; no two splits share a scene. */
public enum Split {
  TRAINING(0),
  VALIDATION(1),
  SAMPLES(2);

  private static final int SPLIT_BITS = 2;

  private final long highestBits;

  Split(long highestBits) {
    this.highestBits = highestBits;
  }

  /**
   * The number from which a whole scene follows. Its two highest bits are the split, so that no
   * scene of one split can ever turn up in another.
   *
   * @param seed of the whole set
   * @param index of the scene in the set, from 0
   */
  public long sceneSeed(long seed, long index) {
    long mixed = SplitMix64.mix(SplitMix64.mix(seed) + (index + 1) * SplitMix64.GOLDEN_GAMMA);
    return (highestBits << (Long.SIZE - SPLIT_BITS)) | (mixed >>> SPLIT_BITS);
  }

  /** The name in small letters, as users write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
