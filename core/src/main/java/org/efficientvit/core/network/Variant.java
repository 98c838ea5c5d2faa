package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;

/**
 * The six networks of the paper (arXiv 2305.07027, Table 1; query kernels: official code, {@code
 * efficientvit_build.py}).
 */
public enum Variant {
  M0(widths(64, 128, 192), depths(1, 2, 3), heads(4, 4, 4), kernels(5, 5, 5, 5)),
  M1(widths(128, 144, 192), depths(1, 2, 3), heads(2, 3, 3), kernels(7, 5, 3, 3)),
  M2(widths(128, 192, 224), depths(1, 2, 3), heads(4, 3, 2), kernels(7, 5, 3, 3)),
  M3(widths(128, 240, 320), depths(1, 2, 3), heads(4, 3, 4), kernels(5, 5, 5, 5)),
  M4(widths(128, 256, 384), depths(1, 2, 3), heads(4, 4, 4), kernels(7, 5, 3, 3)),
  M5(widths(192, 288, 384), depths(1, 3, 4), heads(3, 3, 4), kernels(7, 5, 3, 3));

  private static final int KEY_WIDTH = 16;
  private static final int WINDOW = 7;
  private static final int IMAGE_SIZE = 224;
  private static final int IMAGENET_CLASSES = 1000;

  @SuppressWarnings("ImmutableEnumChecker") // A record of immutable lists.
  private final EfficientViTConfig config;

  Variant(int[] widths, int[] depths, int[] heads, int[] kernels) {
    List<StageConfig> stages = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      stages.add(new StageConfig(widths[i], depths[i], heads[i], KEY_WIDTH, WINDOW));
    }
    this.config =
        new EfficientViTConfig(
            id(),
            IMAGE_SIZE,
            IMAGENET_CLASSES,
            stages,
            Arrays.stream(kernels).boxed().toList(),
            false,
            1);
  }

  /** The name on the command line and in reports: {@code m0}. */
  public final String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The variant as published: 224 pixels, 1000 classes. */
  public EfficientViTConfig config() {
    return config;
  }

  /** The variant of a name, in either case. */
  public static Optional<Variant> of(String name) {
    return Arrays.stream(values()).filter(v -> v.id().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The variant that has these stages, query kernels and architecture, whatever its image size and
   * classes.
   */
  public static Optional<Variant> like(EfficientViTConfig config) {
    return Arrays.stream(values())
        .filter(v -> v.config.stages().equals(config.stages()))
        .filter(v -> v.config.usedQueryKernels().equals(config.usedQueryKernels()))
        .filter(v -> v.config.pairs() == config.pairs())
        .filter(v -> v.config.architecture().equals(config.architecture()))
        .findFirst();
  }

  private static int[] widths(int... values) {
    return values;
  }

  private static int[] depths(int... values) {
    return values;
  }

  private static int[] heads(int... values) {
    return values;
  }

  private static int[] kernels(int... values) {
    return values;
  }
}
