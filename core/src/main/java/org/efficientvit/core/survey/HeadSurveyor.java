package org.efficientvit.core.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.attention.HeadMeasures;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.survey.BlockSurveyor.OfPicture;
import org.efficientvit.core.survey.BlockSurveyor.Said;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;

/**
 * Measures the heads of a network, picture by picture, for one thread. Of a picture it keeps its
 * figures, and what its heads say until the next one comes.
 *
 * <p>Heads are shuffled between each picture and the one before it: give pictures in random order.
 */
public final class HeadSurveyor {

  private final TokenSteps steps;
  private final Map<String, BlockSurveyor> blocks = new LinkedHashMap<>();
  private final HeadNumbers heads = new HeadNumbers();
  private final LikenessNumbers likeness = new LikenessNumbers();
  private final LikenessNumbers shuffled = new LikenessNumbers();
  private int images;

  /** A survey of no pictures yet. */
  public HeadSurveyor(Network network) {
    this.steps = TokenSteps.of(network);
  }

  /** What a trace has to hold. */
  public static Taps taps() {
    return Taps.of(Tap.Kind.ATTENTION, Tap.Kind.HEAD_OUTPUT);
  }

  /**
   * Measures a picture.
   *
   * @param trace with the attention and the outputs of all heads
   * @throws IllegalArgumentException if it holds none
   */
  public void add(Trace trace) {
    if (trace.attention().isEmpty()) {
      throw new IllegalArgumentException("this trace holds no attention");
    }
    List<OfPicture> ofBlocks = new ArrayList<>();
    for (HeadMaps attention : trace.attention().values()) {
      Said said = new Said(attention, outputs(trace, attention.block()));
      ofBlocks.add(
          blocks
              .computeIfAbsent(
                  attention.block(), name -> new BlockSurveyor(said, steps.of(attention.grid())))
              .add(said));
    }
    heads.add(HeadMeasures.mean(ofBlocks.stream().map(OfPicture::heads).toList()));
    likeness.addMean(ofBlocks.stream().flatMap(one -> one.likeness().stream()).toList());
    shuffled.addMean(ofBlocks.stream().flatMap(one -> one.shuffled().stream()).toList());
    images++;
  }

  private static HeadMaps outputs(Trace trace, String block) {
    return trace
        .heads(Tap.Kind.HEAD_OUTPUT, block)
        .orElseThrow(() -> new IllegalArgumentException("no outputs of the heads of " + block));
  }

  /** How many pictures were measured. */
  public int images() {
    return images;
  }

  /**
   * What was measured so far.
   *
   * @throws IllegalStateException if no picture was
   */
  public HeadSurvey survey() {
    if (images == 0) {
      throw new IllegalStateException("no pictures were measured");
    }
    List<UniformAttention.OfBlock> uniform =
        blocks.values().stream().map(BlockSurveyor::uniform).toList();
    return new HeadSurvey(
        images,
        blocks.values().stream().map(BlockSurveyor::figures).toList(),
        new NetworkFigures(
            heads.figures(),
            likeness.figures(),
            shuffled.figures(),
            UniformAttention.mean(uniform)));
  }
}
