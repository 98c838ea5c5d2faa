package org.efficientvit.core.published;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What timm's results say of the same networks: a second witness beside the paper.
 *
 * @param source where they stand
 * @param status how they were confirmed
 * @param top1 per cent on ImageNet by weights, {@code mobilenetv2_100.ra_in1k}
 * @param tables of speed
 */
public record TimmFigures(
    String source, String status, Map<String, Double> top1, List<SpeedTable> tables) {

  /**
   * Images/s of one machine.
   *
   * @param name of the table: {@code fp32-nchw-pt240-cpu-i7_12700h-dynamo}
   * @param batch B, pictures of one pass
   * @param imagesPerSecond by network, {@code mobilenetv2_100}
   */
  public record SpeedTable(String name, int batch, Map<String, Double> imagesPerSecond) {

    public SpeedTable {
      requireNonNull(name, "name is null");
      imagesPerSecond = Collections.unmodifiableMap(new LinkedHashMap<>(imagesPerSecond));
    }

    /** Whether it is of a processor and not of a graphics card. */
    public boolean isCpu() {
      return name.contains("-cpu-");
    }

    /** Images/s of one network for each one of another; empty where one is not in the table. */
    public Optional<Double> ratio(PublishedNetwork one, PublishedNetwork other) {
      Optional<Double> above = of(one);
      Optional<Double> below = of(other);
      return above.isEmpty() || below.isEmpty()
          ? Optional.empty()
          : Optional.of(above.get() / below.get());
    }

    /** Under the name of the weights without what they were trained on. */
    private Optional<Double> of(PublishedNetwork network) {
      return network.timm().map(weights -> imagesPerSecond.get(weights.replaceFirst("\\..*", "")));
    }
  }

  public TimmFigures {
    requireNonNull(source, "source is null");
    requireNonNull(status, "status is null");
    top1 = Collections.unmodifiableMap(new LinkedHashMap<>(top1));
    tables = List.copyOf(tables);
  }

  /** Top-1 of its weights there, in per cent. */
  public Optional<Double> top1(PublishedNetwork network) {
    return network.timm().map(top1::get);
  }
}
