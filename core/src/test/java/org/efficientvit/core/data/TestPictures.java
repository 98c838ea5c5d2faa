package org.efficientvit.core.data;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.efficientvit.core.image.Picture;

/** Pictures made on the spot. */
record TestPictures(List<String> labels, int size, IntFunction<Picture> pictures)
    implements LabelledPictures {

  /** Noise, another for each number. */
  static TestPictures noise(int size, int side) {
    return new TestPictures(List.of("a", "b", "c"), size, index -> noise(side, side, index));
  }

  static Picture noise(int width, int height, long seed) {
    byte[] rgb = new byte[3 * width * height];
    new Random(seed).nextBytes(rgb);
    return new Picture("noise " + seed, width, height, rgb);
  }

  @Override
  public LabelledPicture get(int epoch, int index) {
    return new LabelledPicture(pictures.apply(index), index % labels.size());
  }
}
