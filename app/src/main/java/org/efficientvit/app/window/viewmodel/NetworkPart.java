package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.chart.BlockNames;
import org.jspecify.annotations.Nullable;

/**
 * A block of a network, or what stands before or after the blocks, as it is drawn in the strip.
 *
 * @param name {@code blocks2.3}
 * @param stage {@code blocks2}
 * @param input shape of what goes in, of one picture
 * @param output shape of what comes out
 * @param operations how many there are, with normalisation folded
 * @param macs multiply-accumulates
 * @param heads of its attention, 0 where it has none
 * @param isCascade whether each head also reads what the one before it gives
 * @param windows in which its tokens attend, 0 where they do not
 * @param features the nearest feature maps that can be seen, from here on; empty for none
 */
public record NetworkPart(
    String name,
    String stage,
    Shape input,
    Shape output,
    int operations,
    long macs,
    int heads,
    boolean isCascade,
    int windows,
    String features) {

  /** What adds a head's output to the next one's input. */
  private static final String CASCADE = ".cascade.";

  public NetworkPart {
    requireNonNull(name, "name is null");
    requireNonNull(stage, "stage is null");
    requireNonNull(input, "input is null");
    requireNonNull(output, "output is null");
    requireNonNull(features, "features is null");
  }

  /** The parts of a network in the order in which they run, found by running it on shapes. */
  public static List<NetworkPart> of(Network network) {
    Blueprint blueprint = Blueprint.of(network, 1, true);
    Map<String, List<Blueprint.Step>> steps = new LinkedHashMap<>();
    blueprint
        .steps()
        .forEach(
            step ->
                steps
                    .computeIfAbsent(
                        BlockNames.of(step.operation().name()), name -> new ArrayList<>())
                    .add(step));
    Map<String, Tap> attention = new HashMap<>();
    Set<String> features =
        blueprint.taps().keySet().stream()
            .filter(tap -> tap.kind() == Tap.Kind.FEATURES)
            .map(Tap::name)
            .collect(Collectors.toSet());
    blueprint.taps().keySet().stream()
        .filter(tap -> tap.kind() == Tap.Kind.ATTENTION)
        .forEach(tap -> attention.put(tap.name(), tap));
    List<String> seen = features(List.copyOf(steps.keySet()), features);
    List<NetworkPart> parts = new ArrayList<>();
    steps.forEach(
        (name, of) -> parts.add(part(name, of, attention.get(name), seen.get(parts.size()))));
    return List.copyOf(parts);
  }

  private static NetworkPart part(
      String name, List<Blueprint.Step> steps, @Nullable Tap attention, String features) {
    @Nullable WindowGrid grid = attention == null ? null : attention.grid();
    return new NetworkPart(
        name,
        BlockNames.stageOf(name),
        steps.get(0).inputs().get(0),
        steps.get(steps.size() - 1).output(),
        steps.size(),
        steps.stream().mapToLong(step -> step.operation().macs(step.inputs())).sum(),
        attention == null ? 0 : attention.heads(),
        steps.stream().anyMatch(step -> step.operation().name().contains(CASCADE)),
        grid == null ? 0 : grid.windows(),
        features);
  }

  /** For each part the first feature maps that are offered at its end or after it. */
  private static List<String> features(List<String> parts, Set<String> offered) {
    List<String> seen = new ArrayList<>();
    String next = "";
    for (int i = parts.size() - 1; i >= 0; i--) {
      String name = parts.get(i);
      String stage = BlockNames.stageOf(name);
      boolean endsStage =
          i == parts.size() - 1 || !BlockNames.stageOf(parts.get(i + 1)).equals(stage);
      if (offered.contains(name)) {
        next = name;
      } else if (endsStage && offered.contains(stage)) {
        next = stage;
      }
      seen.add(0, next);
    }
    return seen;
  }

  /** Whether its heads can be looked at. */
  public boolean hasAttention() {
    return heads > 0;
  }

  /** What comes out, as in papers: {@code 7×7×128}, or {@code 1000 classes}. */
  public String size() {
    return size(output);
  }

  /** What goes in: {@code 224×224×3}. */
  public String inputSize() {
    return size(input);
  }

  private static String size(Shape shape) {
    return switch (shape.rank()) {
      case 4 -> "%d×%d×%d".formatted(shape.dimension(2), shape.dimension(3), shape.dimension(1));
      case 3 -> "%d tokens × %d".formatted(shape.dimension(1), shape.dimension(2));
      default -> shape.dimension(shape.rank() - 1) + " classes";
    };
  }

  /** All that is known of it, in lines. */
  public String description() {
    String attention =
        heads == 0
            ? ""
            : "\n%d heads%s"
                .formatted(heads, windows > 1 ? " in %d windows".formatted(windows) : "");
    return "%s\n%s → %s\n%d operations · %s MACs%s"
        .formatted(name, size(input), size(output), operations, Numbers.count(macs), attention);
  }
}
