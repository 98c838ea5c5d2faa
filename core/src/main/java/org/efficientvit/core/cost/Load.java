package org.efficientvit.core.cost;

/**
 * What operations cost together, by count.
 *
 * @param operations how many they are, views among them
 * @param macs multiply-accumulates
 * @param bytes read and written by each by itself
 */
public record Load(int operations, long macs, long bytes) {

  /** What no operation costs. */
  public static final Load NOTHING = new Load(0, 0, 0);

  /** What one operation costs. */
  static Load of(OperationCost one) {
    return new Load(1, one.macs(), one.bytesRead() + one.bytesWritten());
  }

  /** Both together. */
  public Load plus(Load other) {
    return new Load(operations + other.operations, macs + other.macs, bytes + other.bytes);
  }

  /** What is left of this without the other; negative where the other is more. */
  public Load minus(Load other) {
    return new Load(operations - other.operations, macs - other.macs, bytes - other.bytes);
  }
}
