package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.data.Randomness.Use;

/**
 * Some of a set of pictures, drawn without preference: what holds for them holds for all, within
 * the interval that so few leave. They stand in the order in which they stand among all.
 */
public final class SampledPictures implements LabelledPictures {

  private final LabelledPictures all;
  private final int[] indices;

  /**
   * Draws pictures.
   *
   * @param size how many; all of them if there are fewer
   * @param seed of the drawing, which is the same for the same seed and number of pictures
   */
  public SampledPictures(LabelledPictures all, int size, long seed) {
    this.all = requireNonNull(all, "all is null");
    int[] order = Randomness.permutation(all.size(), Randomness.of(seed, Use.SAMPLE, 0, 0));
    this.indices = Arrays.copyOf(order, Math.min(size, order.length));
    Arrays.sort(indices);
  }

  @Override
  public List<String> labels() {
    return all.labels();
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public String name(int index) {
    return all.name(indices[index]);
  }

  @Override
  public LabelledPicture get(int epoch, int index) {
    return all.get(epoch, indices[index]);
  }
}
