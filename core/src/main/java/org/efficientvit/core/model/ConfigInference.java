package org.efficientvit.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.tensor.Shape;

/**
 * Which EfficientViT a file's tensors belong to, read from their names and shapes.
 *
 * <p>Every figure of a configuration leaves its mark on some shape, but for the image size where
 * the windows do not reach the grid's edge; there the usual sizes are tried, 224 first.
 */
final class ConfigInference {

  private static final int STAGES = 3;
  private static final int USUAL_WINDOW = 7;
  private static final int[] USUAL_IMAGES = {224, 256, 384, 512};
  private static final Pattern ATTENTION =
      Pattern.compile("blocks([123])\\.(\\d+)\\.mixer\\.m\\.attn\\.(.+)");

  private final Map<String, Shape> shapes;

  private ConfigInference(Map<String, Shape> shapes) {
    this.shapes = shapes;
  }

  /**
   * The configuration of the network that these tensors belong to; empty where they are of no
   * EfficientViT.
   *
   * @param shapes by official name
   */
  static Optional<EfficientViTConfig> infer(Map<String, Shape> shapes) {
    try {
      return new ConfigInference(shapes).infer();
    } catch (RuntimeException e) {
      // A shape that no such network has: the caller says what does not fit.
      return Optional.empty();
    }
  }

  private Optional<EfficientViTConfig> infer() {
    List<StageConfig> stages = new ArrayList<>();
    List<Integer> sides = new ArrayList<>();
    List<Integer> kernels = new ArrayList<>();
    for (int stage = 1; stage <= STAGES; stage++) {
      Optional<Attention> attention = attention(stage);
      if (attention.isEmpty()) {
        return Optional.empty();
      }
      Attention found = attention.get();
      stages.add(
          new StageConfig(found.width, found.depth, found.heads, found.keyWidth, USUAL_WINDOW));
      sides.add(found.side);
      if (found.kernels.size() > kernels.size()) {
        kernels = found.kernels;
      }
    }
    int window = Math.max(USUAL_WINDOW, sides.stream().mapToInt(i -> i).max().orElseThrow());
    List<StageConfig> windowed = new ArrayList<>();
    for (StageConfig stage : stages) {
      windowed.add(
          new StageConfig(stage.width(), stage.depth(), stage.heads(), stage.keyWidth(), window));
    }
    EfficientViTConfig config =
        new EfficientViTConfig(
            "custom", 224, classes(), windowed, kernels, has("head_dist."), pairs());
    config = config.withImageSize(imageSize(config, sides));
    String name = Variant.like(config).map(Variant::id).orElse("custom");
    return Optional.of(config.withName(name));
  }

  private record Attention(
      int width, int depth, int heads, int keyWidth, int side, List<Integer> kernels) {}

  /** What the first block with attention of a stage says. */
  private Optional<Attention> attention(int stage) {
    int depth = 0;
    String first = "";
    int firstEntry = Integer.MAX_VALUE;
    for (String name : shapes.keySet()) {
      Matcher matcher = ATTENTION.matcher(name);
      if (matcher.matches() && Integer.parseInt(matcher.group(1)) == stage) {
        int entry = Integer.parseInt(matcher.group(2));
        if (matcher.group(3).equals("attention_biases")) {
          depth++;
        }
        if (entry < firstEntry) {
          firstEntry = entry;
          first = "blocks" + stage + "." + entry + ".mixer.m.attn.";
        }
      }
    }
    Shape table = shapes.get(first + "attention_biases");
    if (table == null) {
      return Optional.empty();
    }
    int heads = table.dimension(0);
    int side = (int) Math.round(Math.sqrt(table.dimension(1)));
    List<Integer> kernels = new ArrayList<>();
    int keyWidth = 0;
    for (int head = 0; head < heads; head++) {
      Shape kernel = layer(first + "dws." + head);
      kernels.add(kernel.dimension(3));
      keyWidth = kernel.dimension(0);
    }
    int width = layer(first + "proj.1").dimension(0);
    return Optional.of(new Attention(width, depth, heads, keyWidth, side, kernels));
  }

  /** A convolution's weight, as trained or folded. */
  private Shape layer(String name) {
    return first(name + ".c.weight", name + ".weight");
  }

  private int classes() {
    return first("head.l.bias", "head.bias").dimension(0);
  }

  private Shape first(String trained, String folded) {
    Shape shape = shapes.getOrDefault(trained, shapes.get(folded));
    if (shape == null) {
      throw new IllegalArgumentException(trained);
    }
    return shape;
  }

  private boolean has(String prefix) {
    return shapes.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  private int pairs() {
    int pairs = 1;
    while (has("blocks1.0.dw0_" + (pairs + 1) + ".")) {
      pairs++;
    }
    return pairs;
  }

  /** The first size whose windows have the sides that the bias tables have. */
  private static int imageSize(EfficientViTConfig config, List<Integer> sides) {
    IntStream usual = IntStream.of(USUAL_IMAGES);
    IntStream others =
        IntStream.iterate(
            EfficientViTConfig.SMALLEST_IMAGE,
            size -> size <= EfficientViTConfig.LARGEST_IMAGE,
            size -> size + EfficientViTConfig.PATCH);
    OptionalInt size =
        IntStream.concat(usual, others)
            .filter(
                candidate -> {
                  EfficientViTConfig sized = config.withImageSize(candidate);
                  return IntStream.range(0, STAGES)
                      .allMatch(stage -> sized.windowSide(stage) == sides.get(stage));
                })
            .findFirst();
    return size.orElseThrow(() -> new IllegalArgumentException("sides " + sides));
  }
}
