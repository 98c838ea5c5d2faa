package org.efficientvit.core.trace;

import java.util.EnumSet;
import java.util.Set;
import org.efficientvit.core.ops.Tap;

/**
 * What to bring back of a forward pass; what is not asked for is neither computed nor copied.
 *
 * @param kinds of values
 * @param blocks whose heads are wanted, such as {@code blocks2.3}; empty for all of them
 * @param times whether each operation is timed
 */
public record Taps(Set<Tap.Kind> kinds, Set<String> blocks, boolean times) {

  public Taps {
    kinds = Set.copyOf(kinds);
    blocks = Set.copyOf(blocks);
  }

  /** The logits alone. */
  public static Taps logits() {
    return of(Tap.Kind.LOGITS);
  }

  /** Values of all blocks, untimed. */
  public static Taps of(Tap.Kind first, Tap.Kind... others) {
    return new Taps(EnumSet.of(first, others), Set.of(), false);
  }

  /** Everything that can be tapped, and the times. */
  public static Taps everything() {
    return new Taps(EnumSet.allOf(Tap.Kind.class), Set.of(), true);
  }

  /** The same values with each operation timed. */
  public Taps timed() {
    return new Taps(kinds, blocks, true);
  }

  /** Whether this value is asked for. */
  public boolean wants(Tap tap) {
    return kinds.contains(tap.kind())
        && (!tap.isOfHeads() || blocks.isEmpty() || blocks.contains(tap.name()));
  }
}
