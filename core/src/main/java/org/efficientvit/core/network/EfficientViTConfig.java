package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.InspectorException;

/**
 * What makes one EfficientViT differ from another (arXiv 2305.07027, Table 1; official code: {@code
 * efficientvit_build.py}).
 *
 * @param name what a person calls it
 * @param imageSize rows and columns of a picture in pixels; a multiple of {@value #PATCH}, from
 *     {@value #SMALLEST_IMAGE} to {@value #LARGEST_IMAGE}
 * @param classes L
 * @param stages three, from the finest grid to the coarsest
 * @param queryKernels side of the depthwise kernel on the query of each head, by head
 * @param distilled whether a second head was trained on a teacher's answers; the logits are then
 *     the mean of both
 * @param pairs N of the sandwich: token interaction and feed-forward pairs before, and after, one
 *     attention; 1 in the paper
 * @param architecture what it is built of
 */
public record EfficientViTConfig(
    String name,
    int imageSize,
    int classes,
    List<StageConfig> stages,
    List<Integer> queryKernels,
    boolean distilled,
    int pairs,
    Architecture architecture) {

  /** Pixels that one token covers, in rows and in columns, after the patch embedding. */
  public static final int PATCH = 16;

  /** The largest picture that is taken; beyond it a pass would need gigabytes. */
  public static final int LARGEST_IMAGE = 4096;

  /** The smallest picture that leaves a token for every stage. */
  public static final int SMALLEST_IMAGE = 64;

  private static final int STAGES = 3;

  /**
   * One stage: blocks of one width on one grid.
   *
   * @param width C, channels
   * @param depth how many blocks with attention
   * @param heads h
   * @param keyWidth K, channels of a query and of a key
   * @param window rows, and columns, of a window; the whole grid where that is smaller
   */
  public record StageConfig(int width, int depth, int heads, int keyWidth, int window) {

    public StageConfig {
      if (width < 1 || depth < 1 || heads < 1 || keyWidth < 1 || window < 1) {
        throw new InspectorException(
            "A stage needs a width, depth, heads, key width and window of at least 1.");
      }
      if (width % heads != 0) {
        throw new InspectorException(
            "%d channels do not split evenly among %d heads.".formatted(width, heads));
      }
    }

    /** D, channels of a value and of a head's output: values keep full width. */
    public int valueWidth() {
      return width / heads;
    }

    /** Channels that a head reads. */
    int headInputWidth(Architecture.HeadInput input) {
      return input == Architecture.HeadInput.FULL ? width : width / heads;
    }

    /** The same stage with another number of blocks with attention. */
    public StageConfig withDepth(int other) {
      return new StageConfig(width, other, heads, keyWidth, window);
    }

    /** The same stage with another number of heads. */
    public StageConfig withHeads(int other) {
      return new StageConfig(width, depth, other, keyWidth, window);
    }

    /** The same stage with wider, or narrower, queries and keys. */
    public StageConfig withKeyWidth(int other) {
      return new StageConfig(width, depth, heads, other, window);
    }

    /** The same stage with larger, or smaller, windows. */
    public StageConfig withWindow(int other) {
      return new StageConfig(width, depth, heads, keyWidth, other);
    }
  }

  /**
   * Checks what can be checked before anything is built.
   *
   * @throws InspectorException if no network can be made of these figures
   */
  public EfficientViTConfig {
    requireNonNull(name, "name is null");
    requireNonNull(architecture, "architecture is null");
    stages = List.copyOf(stages);
    queryKernels = List.copyOf(queryKernels);
    if (imageSize < SMALLEST_IMAGE || imageSize > LARGEST_IMAGE || imageSize % PATCH != 0) {
      throw new InspectorException(
          "EfficientViT takes pictures whose side is a multiple of %d from %d to %d, not %d."
              .formatted(PATCH, SMALLEST_IMAGE, LARGEST_IMAGE, imageSize));
    }
    if (classes < 1 || pairs < 1) {
      throw new InspectorException("A network needs at least one class and one pair.");
    }
    if (stages.size() != STAGES) {
      throw new InspectorException(
          "EfficientViT has %d stages, not %d.".formatted(STAGES, stages.size()));
    }
    for (StageConfig stage : stages) {
      if (stage.heads() > queryKernels.size()) {
        throw new InspectorException(
            "%d heads need as many query kernels, but %d are given."
                .formatted(stage.heads(), queryKernels.size()));
      }
    }
    for (int kernel : queryKernels) {
      if (kernel < 1 || kernel % 2 == 0) {
        throw new InspectorException(
            "A query kernel is odd and positive, not %d.".formatted(kernel));
      }
    }
    if (architecture.layout() == Architecture.Layout.SWIN && pairs != 1) {
      throw new InspectorException(
          "The Swin layout has one feed-forward after each attention and no pairs, so there cannot be %d of them; choose one pair, or the sandwich."
              .formatted(pairs));
    }
  }

  /** A network of the paper's architecture. */
  public EfficientViTConfig(
      String name,
      int imageSize,
      int classes,
      List<StageConfig> stages,
      List<Integer> queryKernels,
      boolean distilled,
      int pairs) {
    this(name, imageSize, classes, stages, queryKernels, distilled, pairs, Architecture.paper());
  }

  /** The query kernels that some head uses: as many as the stage with the most heads has. */
  public List<Integer> usedQueryKernels() {
    return queryKernels.subList(
        0, stages.stream().mapToInt(StageConfig::heads).max().orElseThrow());
  }

  /**
   * Rows, and columns, of tokens in a stage: a sixteenth of the picture, then halves rounded up.
   */
  public int gridSide(int stage) {
    int side = imageSize / PATCH;
    for (int i = 0; i < stage; i++) {
      side = (side - 1) / 2 + 1;
    }
    return side;
  }

  /** Rows, and columns, of the windows of a stage. */
  public int windowSide(int stage) {
    return Math.min(stages.get(stage).window(), gridSide(stage));
  }

  /** The same network for pictures of another size. */
  public EfficientViTConfig withImageSize(int size) {
    return new EfficientViTConfig(
        name, size, classes, stages, queryKernels, distilled, pairs, architecture);
  }

  /** The same network with other stages. */
  public EfficientViTConfig withStages(List<StageConfig> others) {
    return new EfficientViTConfig(
        name, imageSize, classes, others, queryKernels, distilled, pairs, architecture);
  }

  /** The same network for other classes. */
  public EfficientViTConfig withClasses(int count) {
    return new EfficientViTConfig(
        name, imageSize, count, stages, queryKernels, distilled, pairs, architecture);
  }

  /** The same network with other depthwise kernels on the queries, by head. */
  public EfficientViTConfig withQueryKernels(List<Integer> others) {
    return new EfficientViTConfig(
        name, imageSize, classes, stages, others, distilled, pairs, architecture);
  }

  /** The same network with, or without, the head trained on a teacher's answers. */
  public EfficientViTConfig withDistillation(boolean second) {
    return new EfficientViTConfig(
        name, imageSize, classes, stages, queryKernels, second, pairs, architecture);
  }

  /** The same network with another number of pairs round each attention. */
  public EfficientViTConfig withPairs(int count) {
    return new EfficientViTConfig(
        name, imageSize, classes, stages, queryKernels, distilled, count, architecture);
  }

  /** The same network built otherwise. */
  public EfficientViTConfig withArchitecture(Architecture other) {
    return new EfficientViTConfig(
        name, imageSize, classes, stages, queryKernels, distilled, pairs, other);
  }

  /** The same network under another name. */
  public EfficientViTConfig withName(String other) {
    return new EfficientViTConfig(
        other, imageSize, classes, stages, queryKernels, distilled, pairs, architecture);
  }
}
