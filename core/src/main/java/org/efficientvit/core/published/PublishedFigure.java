package org.efficientvit.core.published;

import static java.util.Objects.requireNonNull;

/**
 * A figure that others printed.
 *
 * @param printed in the unit of its column
 * @param source where it stands
 * @param status how it was confirmed, to be shown wherever the figure is
 */
public record PublishedFigure(Printed printed, String source, String status) {

  public PublishedFigure {
    requireNonNull(printed, "printed is null");
    requireNonNull(source, "source is null");
    requireNonNull(status, "status is null");
  }

  /** In the unit of its column. */
  public double value() {
    return printed.value();
  }
}
