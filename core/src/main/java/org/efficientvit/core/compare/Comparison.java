package org.efficientvit.core.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.published.PublishedFigure;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.published.PublishedModel;
import org.efficientvit.core.published.PublishedModel.Column;
import org.efficientvit.core.published.PublishedNetwork;
import org.efficientvit.core.published.TimmFigures;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.trace.Precision;

/**
 * Networks side by side in one setting.
 *
 * @param models the first of them is what the others are measured by
 */
public record Comparison(Setting setting, List<ModelFigures> models) {

  /** In what setting speed was measured. */
  public record Setting(String engine, Precision precision, int batch, int threads) {

    public Setting {
      requireNonNull(engine, "engine is null");
      requireNonNull(precision, "precision is null");
    }
  }

  public Comparison {
    requireNonNull(setting, "setting is null");
    models = List.copyOf(models);
  }

  /**
   * Puts together what is known.
   *
   * @param designs to be compared, EfficientViT-M0 first where it is among them
   * @param speeds measured here in this setting, by model
   * @param measured top-1 on ImageNet measured here, by model; where there is none, the published
   *     figure stands
   */
  public static Comparison of(
      Setting setting,
      List<Design> designs,
      Map<String, Speed> speeds,
      Map<String, Accuracy> measured,
      PublishedFigures published) {
    List<ModelFigures> models = new ArrayList<>();
    for (Design design : designs) {
      String id = design.id();
      Optional<PublishedNetwork> network = published.network(id);
      PublishedModel printed =
          network
              .map(PublishedNetwork::model)
              .orElseGet(() -> new PublishedModel(id, design.displayName(), Map.of()));
      models.add(
          ModelFigures.of(
              design,
              NetworkCost.of(design.network(), setting.batch(), true),
              Optional.ofNullable(speeds.get(id)),
              Optional.ofNullable(measured.get(id))
                  .or(() -> printed.figure(Column.TOP1).map(Comparison::accuracy)),
              printed,
              network.flatMap(one -> timm(published.timm(), one))));
    }
    return new Comparison(setting, models);
  }

  private static Optional<Accuracy> timm(TimmFigures timm, PublishedNetwork network) {
    return timm.top1(network)
        .map(
            top1 ->
                new Accuracy(
                    top1 / 100,
                    Optional.empty(),
                    Accuracy.Knowledge.PUBLISHED,
                    timm.source(),
                    timm.status()));
  }

  private static Accuracy accuracy(PublishedFigure figure) {
    return new Accuracy(
        figure.value() / 100,
        Optional.empty(),
        Accuracy.Knowledge.PUBLISHED,
        figure.source(),
        figure.status());
  }

  /** The models whose speed nobody measured in this setting. */
  public List<String> missing() {
    return models.stream()
        .filter(model -> model.speed().isEmpty())
        .map(ModelFigures::name)
        .toList();
  }

  /** Images/s for each one of the first model as measured here; empty where one is missing. */
  public Optional<Estimate> measuredRatio(ModelFigures model) {
    Optional<Speed> base = models.get(0).speed();
    if (base.isEmpty() || model.speed().isEmpty()) {
      return Optional.empty();
    }
    double unit = base.get().result().imagesPerSecond().value();
    return Optional.of(model.speed().get().result().imagesPerSecond().times(1 / unit));
  }

  /** The same of a published column. */
  public OptionalDouble publishedRatio(ModelFigures model, Column column) {
    Function<ModelFigures, Optional<PublishedFigure>> figure =
        one -> one.published().figure(column);
    Optional<PublishedFigure> base = figure.apply(models.get(0));
    Optional<PublishedFigure> own = figure.apply(model);
    return base.isPresent() && own.isPresent()
        ? OptionalDouble.of(own.get().value() / base.get().value())
        : OptionalDouble.empty();
  }
}
