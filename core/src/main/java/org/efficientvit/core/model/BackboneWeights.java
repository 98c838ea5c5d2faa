package org.efficientvit.core.model;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * A classifier's weights under a detector: without the head, and with tables of position biases
 * resized where the detector's windows are larger (official code: {@code
 * downstream/efficientvit.py} interpolates bicubically).
 */
public final class BackboneWeights {

  private static final String PATH = "backbone.";

  /** The kernel's slope at its first zero, PyTorch's. */
  private static final double SLOPE = -0.75;

  private BackboneWeights() {}

  /**
   * What a detector's backbone reads, by the detector's names.
   *
   * @param classifier weights of an EfficientViT of the same stages, as trained
   * @throws IllegalArgumentException if they are of other stages
   */
  public static Map<String, Tensor> of(Map<String, Tensor> classifier, RetinaNetConfig config) {
    int side = RetinaNetConfig.BACKBONE_IMAGE;
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter :
        Blueprint.of(new RetinaNet(config, side, side), 1, false).parameters()) {
      if (parameter.name().startsWith(PATH)) {
        String name = parameter.name().substring(PATH.length());
        Tensor tensor = requireNonNull(classifier.get(name), name);
        weights.put(parameter.name(), fitted(parameter, tensor));
      }
    }
    return weights;
  }

  private static Tensor fitted(Parameter parameter, Tensor tensor) {
    if (tensor.shape().equals(parameter.shape())) {
      return tensor;
    }
    if (parameter.role() != Parameter.Role.POSITION_BIAS
        || tensor.shape().dimension(0) != parameter.shape().dimension(0)) {
      throw new IllegalArgumentException(parameter.name() + " from " + tensor);
    }
    return resized(tensor, side(tensor.shape()), side(parameter.shape()));
  }

  private static int side(Shape table) {
    return (int) Math.round(Math.sqrt(table.dimension(1)));
  }

  /**
   * Tables, (h, from²), as pictures of from x from numbers resized to to x to: (h, to²).
   *
   * <p>As PyTorch's {@code interpolate} does with {@code mode="bicubic"} and corners not aligned.
   */
  static Tensor resized(Tensor tables, int from, int to) {
    int heads = tables.shape().dimension(0);
    float[] result = new float[heads * to * to];
    for (int head = 0; head < heads; head++) {
      for (int row = 0; row < to; row++) {
        for (int column = 0; column < to; column++) {
          result[(head * to + row) * to + column] =
              (float) sample(tables.values(), head * from * from, from, row, column, to);
        }
      }
    }
    return new Tensor(Shape.of(heads, to * to), result);
  }

  private static double sample(float[] values, int table, int from, int row, int column, int to) {
    double y = (row + 0.5) * from / to - 0.5;
    double x = (column + 0.5) * from / to - 0.5;
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double sum = 0;
    for (int i = -1; i <= 2; i++) {
      for (int j = -1; j <= 2; j++) {
        int place = clamped(top + i, from) * from + clamped(left + j, from);
        sum += kernel(y - top - i) * kernel(x - left - j) * values[table + place];
      }
    }
    return sum;
  }

  private static int clamped(int place, int extent) {
    return Math.max(0, Math.min(extent - 1, place));
  }

  /** Keys' cubic convolution. */
  private static double kernel(double distance) {
    double x = Math.abs(distance);
    if (x <= 1) {
      return ((SLOPE + 2) * x - (SLOPE + 3)) * x * x + 1;
    }
    return x < 2 ? ((SLOPE * x - 5 * SLOPE) * x + 8 * SLOPE) * x - 4 * SLOPE : 0;
  }
}
