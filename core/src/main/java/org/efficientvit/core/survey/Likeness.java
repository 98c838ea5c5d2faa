package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

/**
 * How alike heads are over pictures.
 *
 * @param maps by what they attend to
 * @param outputs by what they give
 */
public record Likeness(SimilarityFigures maps, SimilarityFigures outputs) {

  public Likeness {
    requireNonNull(maps, "maps is null");
    requireNonNull(outputs, "outputs is null");
  }
}
