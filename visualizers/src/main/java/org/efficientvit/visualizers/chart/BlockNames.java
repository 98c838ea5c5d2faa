package org.efficientvit.visualizers.chart;

import java.util.Set;

/** Which block an operation belongs to, by its name. */
public final class BlockNames {

  /** What stands before the first block, by timm's names. */
  private static final Set<String> STEM = Set.of("conv_stem", "bn1");

  /** What stands after the last block, by the official names and timm's. */
  private static final Set<String> HEAD =
      Set.of("conv_head", "bn2", "pool", "flatten", "head", "head_dist", "classifier");

  private static final String STEM_BLOCK = "stem";
  private static final String HEAD_BLOCK = "head";
  private static final String PATCH_EMBEDDING = "patch_embed";

  private BlockNames() {}

  /**
   * The first part of a name and, where blocks are numbered, the second: {@code blocks2.3} of
   * {@code blocks2.3.mixer.m.attn.qkvs.0}; the patch embedding, the stem and the classifier are one
   * block each.
   */
  public static String of(String operation) {
    String[] parts = operation.split("\\.", 3);
    if (STEM.contains(parts[0])) {
      return STEM_BLOCK;
    }
    if (HEAD.contains(parts[0])) {
      return HEAD_BLOCK;
    }
    boolean isNumbered =
        parts.length > 1
            && !parts[0].equals(PATCH_EMBEDDING)
            && parts[1].chars().allMatch(Character::isDigit);
    return isNumbered ? parts[0] + "." + parts[1] : parts[0];
  }

  /** The first part of a name, which is the stage's. */
  public static String stageOf(String operation) {
    String block = of(operation);
    int dot = block.indexOf('.');
    return dot < 0 ? block : block.substring(0, dot);
  }
}
