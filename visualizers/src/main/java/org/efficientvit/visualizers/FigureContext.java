package org.efficientvit.visualizers;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is of, as it stands on the figure itself.
 *
 * @param network as a person calls it: {@code EfficientViT-M0}
 * @param picture name of the picture, or null where there is none
 * @param weights where they come from: {@code efficientvit_m0.pth}, {@code random weights (seed 0)}
 * @param isRandom whether nobody trained the weights, so that the figure must say so
 */
public record FigureContext(
    String network, @Nullable String picture, String weights, boolean isRandom) {

  private static final String RANDOM = "random weights";

  public FigureContext {
    requireNonNull(network, "network is null");
    requireNonNull(weights, "weights is null");
    if (isRandom && !weights.contains(RANDOM)) {
      weights = RANDOM + " (" + weights + ")";
    }
  }

  /**
   * The context of a model and a picture.
   *
   * @param picture its name or path, of which the last part is shown; null where there is none
   */
  public static FigureContext of(Model model, @Nullable String picture) {
    return new FigureContext(
        display(model.network().name()),
        picture == null ? null : picture.substring(picture.replace('\\', '/').lastIndexOf('/') + 1),
        model.provenance().description(),
        model.provenance().isRandom());
  }

  /** The same without a picture, for figures that do not depend on one. */
  public FigureContext withoutPicture() {
    return new FigureContext(network, null, weights, isRandom);
  }

  /**
   * One line for a figure's subtitle: {@code EfficientViT-M0 · cat.jpg · random weights (seed 0)}.
   */
  public String line() {
    return Stream.of(network, picture, weights)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /** The papers' name of a network that is known; any other's own. */
  public static String display(String network) {
    return Designs.find(network).map(Design::displayName).orElse(network);
  }
}
