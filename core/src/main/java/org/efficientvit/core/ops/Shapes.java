package org.efficientvit.core.ops;

import java.util.Arrays;
import org.efficientvit.core.tensor.Shape;

/** Checks that operations make of their inputs. */
final class Shapes {

  private Shapes() {}

  static void require(boolean fits, Operation operation, Shape... inputs) {
    if (!fits) {
      throw new IllegalArgumentException(operation + " does not take " + Arrays.toString(inputs));
    }
  }
}
