package org.efficientvit.core.ops.script;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.efficientvit.core.tensor.Tensor;

/**
 * Numbers that a script reads.
 *
 * @param tensor the numbers, row-major
 * @param isWide whether they are kept in 32 bits; in bfloat16 if not
 */
record ScriptConstant(Tensor tensor, boolean isWide) {

  private static final int WIDE_BYTES = 4;
  private static final int NARROW_BYTES = 2;
  private static final int FRACTION_LEFT_OUT = 16;

  ScriptConstant {
    requireNonNull(tensor, "tensor is null");
  }

  /** The numbers as PyTorch keeps them, little-endian. */
  byte[] bytes() {
    float[] values = tensor.values();
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * (isWide ? WIDE_BYTES : NARROW_BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (isWide) {
        bytes.putFloat(value);
      } else {
        bytes.putShort(narrow(value));
      }
    }
    return bytes.array();
  }

  /** The nearest number of bfloat16, ties to even; a number that is none stays so. */
  private static short narrow(float value) {
    int bits = Float.floatToIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> FRACTION_LEFT_OUT);
    }
    int even = (bits >>> FRACTION_LEFT_OUT) & 1;
    return (short) ((bits + 0x7FFF + even) >>> FRACTION_LEFT_OUT);
  }
}
