package org.efficientvit.core.ops;

import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** Checks that operations make of their inputs. */
final class Shapes {

  private Shapes() {}

  static void require(boolean fits, Operation operation, Shape... inputs) {
    if (!fits) {
      throw new IllegalArgumentException(operation + " does not take " + Arrays.toString(inputs));
    }
  }

  /** The shape that both inputs have. */
  static Shape same(Operation operation, List<Shape> inputs) {
    Shape first = inputs.get(0);
    Shape second = inputs.get(1);
    require(first.equals(second), operation, first, second);
    return first;
  }
}
