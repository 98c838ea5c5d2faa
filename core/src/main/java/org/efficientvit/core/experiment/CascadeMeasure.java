package org.efficientvit.core.experiment;

import java.util.function.ToDoubleFunction;
import org.efficientvit.core.survey.Likeness;

/**
 * A figure by which the arms are compared; those of heads are means over the blocks and pictures,
 * and {@link org.efficientvit.core.attention.Similarity} defines them.
 */
public enum CascadeMeasure {
  TOP1("top1", "top-1 (%)", one -> 100 * one.top1().value()),
  LOSS("loss", "cross-entropy (nats)", one -> one.loss().value()),
  MAPS_MEAN_PAIRWISE(
      "mapsMeanPairwise", "maps: mean cosine", one -> likeness(one).maps().meanPairwise().value()),
  MAPS_MEAN_OF_MAX(
      "mapsMeanOfMax",
      "maps: mean of largest cosines",
      one -> likeness(one).maps().meanOfMax().value()),
  MAPS_MAX_OF_MAX(
      "mapsMaxOfMax", "maps: largest cosine", one -> likeness(one).maps().maxOfMax().value()),
  MAPS_JENSEN_SHANNON(
      "mapsJensenShannon",
      "maps: divergence (bits)",
      one -> likeness(one).maps().jensenShannon().orElseThrow().value()),
  OUTPUTS_MEAN_PAIRWISE(
      "outputsMeanPairwise",
      "outputs: mean cosine",
      one -> likeness(one).outputs().meanPairwise().value()),
  OUTPUTS_MEAN_OF_MAX(
      "outputsMeanOfMax",
      "outputs: mean of largest cosines",
      one -> likeness(one).outputs().meanOfMax().value()),
  ENTROPY(
      "entropy",
      "maps: entropy, of log N",
      one -> one.survey().network().heads().entropy().value());

  private final String id;
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final ToDoubleFunction<CascadeOutcome> figure;

  CascadeMeasure(String id, String words, ToDoubleFunction<CascadeOutcome> figure) {
    this.id = id;
    this.words = words;
    this.figure = figure;
  }

  private static Likeness likeness(CascadeOutcome outcome) {
    return outcome.survey().network().likeness().orElseThrow();
  }

  /** The name in data. */
  public String id() {
    return id;
  }

  /** The name in reports and figures, with its unit. */
  public String words() {
    return words;
  }

  /** The figure of one network. */
  public double of(CascadeOutcome outcome) {
    return figure.applyAsDouble(outcome);
  }
}
