package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Resampler;

/**
 * A picture that was taken for something else.
 *
 * @param index its number in its source, from 0
 * @param name its file, or what else it is called
 * @param label what it shows
 * @param predicted what it was taken for
 * @param confidence share that the model gave to what it took it for, 0 to 1
 * @param thumbnail the picture, small; empty where it cannot be read any more
 */
public record Mistake(
    int index,
    String name,
    String label,
    String predicted,
    float confidence,
    Optional<Picture> thumbnail) {

  /** The longer side of a thumbnail, in pixels. */
  public static final int SIDE = 64;

  private static final Comparator<Answer.Seen> SUREST_FIRST =
      Comparator.comparingDouble((Answer.Seen one) -> -one.confidence())
          .thenComparingInt(Answer.Seen::index);

  public Mistake {
    requireNonNull(name, "name is null");
    requireNonNull(label, "label is null");
    requireNonNull(predicted, "predicted is null");
    requireNonNull(thumbnail, "thumbnail is null");
  }

  /**
   * The worst: those of which the model was surest.
   *
   * @param pictures that the answers are to; empty where they are not there any more
   * @param labels of the classes
   * @param most how many at most
   */
  static List<Mistake> worst(
      List<Answer> answers, Optional<LabelledPictures> pictures, List<String> labels, int most) {
    List<Answer.Seen> wrong = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Seen seen && seen.rank() > 0) {
        wrong.add(seen);
      }
    }
    wrong.sort(SUREST_FIRST);
    return wrong.stream().limit(most).map(one -> of(one, pictures, labels)).toList();
  }

  private static Mistake of(
      Answer.Seen seen, Optional<LabelledPictures> pictures, List<String> labels) {
    return new Mistake(
        seen.index(),
        pictures.map(all -> all.name(seen.index())).orElse("picture " + seen.index()),
        labels.get(seen.label()),
        labels.get(seen.predicted()),
        seen.confidence(),
        pictures.flatMap(all -> thumbnail(all, seen.index())));
  }

  private static Optional<Picture> thumbnail(LabelledPictures pictures, int index) {
    try {
      Picture picture = pictures.get(0, index).picture();
      return Optional.of(Resampler.bicubicWithin(picture, SIDE));
    } catch (InspectorException e) {
      // It was there when the model was asked; whoever opens it reads why it is not now.
      return Optional.empty();
    }
  }
}
