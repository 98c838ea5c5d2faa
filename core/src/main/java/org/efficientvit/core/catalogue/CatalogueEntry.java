package org.efficientvit.core.catalogue;

import java.net.URI;
import org.efficientvit.core.network.Variant;

/**
 * One published file of weights, with where each figure about it comes from.
 *
 * @param name on the command line: {@code m0}, {@code m0-timm}
 * @param task what the file's network answers
 * @param variant that the file must fit, or the backbone of the detector that it must fit
 * @param file name that it gets here
 * @param url where it is published
 * @param licence its short name: {@code MIT}
 * @param licenceFrom who says so
 * @param top1 published accuracy in percent: top-1 on ImageNet-1k at 224 pixels, or a detector's AP
 *     on COCO
 * @param top1From who says so
 * @param megabytes size in 10⁶ bytes, never exact: rounded by who publishes it, or estimated
 * @param megabytesFrom who says so, or what it is estimated from
 */
public record CatalogueEntry(
    String name,
    Source source,
    Task task,
    Variant variant,
    String file,
    URI url,
    String licence,
    String licenceFrom,
    double top1,
    String top1From,
    double megabytes,
    String megabytesFrom) {

  /** What a network answers. */
  public enum Task {
    /** Which class a picture is of. */
    CLASSIFICATION,
    /** Where which objects are. */
    DETECTION
  }

  /** How {@link #megabytesFrom} begins where nobody publishes a size. */
  static final String ESTIMATE = "4 bytes for each parameter";

  /** Whether the size is worked out from the number of parameters, since nobody publishes it. */
  public boolean isSizeEstimated() {
    return megabytesFrom.equals(ESTIMATE);
  }

  /** What a person reads: "M0 of the official release". */
  public String title() {
    String network = task == Task.DETECTION ? "RetinaNet on " + variant.name() : variant.name();
    return network + " of " + (source == Source.TIMM ? "timm" : "the " + source.label());
  }

  /**
   * Where a mirror has the same file: its own address, followed by the path of the published one.
   *
   * @param mirror such as {@code https://mirror.example}; a path in it comes first
   */
  public URI at(URI mirror) {
    String base = mirror.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + url.getRawPath());
  }
}
