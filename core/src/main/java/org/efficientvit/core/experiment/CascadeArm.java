package org.efficientvit.core.experiment;

import java.util.List;
import org.efficientvit.core.network.Architecture;
import org.efficientvit.core.network.Architecture.HeadInput;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;

/**
 * The two networks that are compared: one with the cascade, one without, else the same, down to the
 * names and shapes of their weights.
 */
public enum CascadeArm {
  /** As in the paper: a head's output is added to what the next head reads. */
  CASCADE("cascade", true),
  /** Each head reads its own split alone (the paper's Table 6 takes the cascade back so). */
  NO_CASCADE("no-cascade", false);

  /** Rows, and columns, of the pictures in pixels: grids of 8x8, 4x4 and 2x2 tokens. */
  public static final int IMAGE_SIZE = 128;

  private static final int HEADS = 4;
  private static final int KEY_WIDTH = 16;
  private static final int KERNEL = 5;

  /** As large as the finest grid, so that no window is padded. */
  private static final int WINDOW = 8;

  private final String id;
  private final boolean cascaded;

  CascadeArm(String id, boolean cascaded) {
    this.id = id;
    this.cascaded = cascaded;
  }

  /** The name in files and reports. */
  public String id() {
    return id;
  }

  /**
   * Its network: M0's heads, query kernels and depths on half its channels.
   *
   * @param classes L
   */
  public EfficientViTConfig config(int classes) {
    List<StageConfig> stages = List.of(stage(32, 1), stage(64, 2), stage(96, 3));
    Architecture architecture = Architecture.paper().withHeads(HeadInput.SPLIT, cascaded);
    return new EfficientViTConfig(
            "small-" + id,
            IMAGE_SIZE,
            classes,
            stages,
            List.of(KERNEL, KERNEL, KERNEL, KERNEL),
            false,
            1)
        .withArchitecture(architecture);
  }

  private static StageConfig stage(int width, int depth) {
    return new StageConfig(width, depth, HEADS, KEY_WIDTH, WINDOW);
  }
}
