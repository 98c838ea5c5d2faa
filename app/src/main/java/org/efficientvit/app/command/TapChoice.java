package org.efficientvit.app.command;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.Taps;

/** What {@code trace} can write, by the words of its {@code --taps}. */
enum TapChoice {
  LOGITS(Tap.Kind.LOGITS),
  STAGES(Tap.Kind.FEATURES),
  ATTENTION(Tap.Kind.ATTENTION),
  HEAD_SPLITS(Tap.Kind.HEAD_SPLIT),
  HEAD_INPUTS(Tap.Kind.HEAD_INPUT),
  HEAD_OUTPUTS(Tap.Kind.HEAD_OUTPUT),
  SCORES(Tap.Kind.SCORES),
  OPERATIONS(Tap.Kind.OPERATION);

  private final Tap.Kind kind;

  TapChoice(Tap.Kind kind) {
    this.kind = kind;
  }

  /** What a run brings back for these words. */
  static Taps taps(Set<TapChoice> choices) {
    return new Taps(
        choices.stream().map(TapChoice::kind).collect(Collectors.toSet()), Set.of(), false);
  }

  Tap.Kind kind() {
    return kind;
  }

  /** The word on the command line: {@code head-inputs}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the tensor of a block is called after the block: {@code head_inputs}. */
  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
