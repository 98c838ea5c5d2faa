package org.efficientvit.core.published;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.published.PublishedModel.Column;

/**
 * A network of this program and what others printed of it.
 *
 * @param id the name on the command line: {@code mobilenetv2}
 * @param resolution side in pixels of the pictures that it was trained on and is for
 * @param source where the resolution stands
 * @param status how that was confirmed
 * @param model the printed figures
 * @param timm its weights in timm: {@code mobilenetv2_100.ra_in1k}; empty where it has none
 */
public record PublishedNetwork(
    String id,
    int resolution,
    String source,
    String status,
    PublishedModel model,
    Optional<String> timm) {

  public PublishedNetwork {
    requireNonNull(id, "id is null");
    requireNonNull(source, "source is null");
    requireNonNull(status, "status is null");
    requireNonNull(model, "model is null");
    requireNonNull(timm, "timm is null");
  }

  /** Per cent of ImageNet's validation pictures, as its authors or the paper print it. */
  public Optional<PublishedFigure> top1() {
    return model.figure(Column.TOP1);
  }
}
