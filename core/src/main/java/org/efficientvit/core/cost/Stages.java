package org.efficientvit.core.cost;

import java.util.Set;

/** Which stage of its network an operation belongs to, by its name. */
public final class Stages {

  private static final String STEM = "stem";
  private static final String HEAD = "head";

  /** What stands before the first stage, by timm's names. */
  private static final Set<String> BEFORE = Set.of("conv_stem", "bn1");

  /** What stands after the last stage, by the official names and timm's. */
  private static final Set<String> AFTER =
      Set.of("conv_head", "bn2", "pool", "flatten", "head_dist", "head_mean", "classifier");

  private Stages() {}

  /**
   * The first part of a name: {@code blocks2} of {@code blocks2.3.mixer.m.attn.qkvs.0}; what makes
   * the first feature map is one stage, and so is what makes the logits.
   *
   * @param operation its name; of a copy that an engine makes for itself, with the operation that
   *     it serves as the last word
   */
  public static String of(String operation) {
    String own = operation.substring(operation.lastIndexOf(' ') + 1);
    int dot = own.indexOf('.');
    String first = dot < 0 ? own : own.substring(0, dot);
    if (BEFORE.contains(first)) {
      return STEM;
    }
    return AFTER.contains(first) ? HEAD : first;
  }
}
