package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * How far two engines are from each other, operation by operation, on one picture.
 *
 * @param operations in the order of the network
 */
public record Divergence(List<Difference> operations) {

  /**
   * What two engines gave for one operation.
   *
   * @param operation its name
   * @param shape of what it gives for one image
   * @param magnitude largest absolute value of the first engine
   * @param largest absolute difference of a number; infinite where one is not finite and the other
   *     is not the same
   */
  public record Difference(String operation, Shape shape, double magnitude, double largest) {

    public Difference {
      requireNonNull(operation, "operation is null");
      requireNonNull(shape, "shape is null");
    }

    /**
     * The largest difference as a share of the largest value: numbers of 32 bits carry seven
     * digits, and sums of many of them keep five or six.
     */
    public double relative() {
      return largest == 0 ? 0 : largest / magnitude;
    }

    /** Of this and of another picture's, the one with the larger share; none beats no number. */
    public Difference farther(Difference other) {
      return other.relative() <= relative() || Double.isNaN(relative()) ? this : other;
    }
  }

  public Divergence {
    operations = List.copyOf(operations);
  }

  /**
   * Compares two passes of the same picture through the same network.
   *
   * @param first with {@link Trace#operations()}
   * @param second with the same
   * @throws IllegalArgumentException if they are not of the same operations and shapes
   */
  public static Divergence between(Trace first, Trace second) {
    if (first.operations().isEmpty()
        || !first.operations().keySet().equals(second.operations().keySet())) {
      throw new IllegalArgumentException(
          "%d operations of %s and %d of %s"
              .formatted(
                  first.operations().size(),
                  first.network(),
                  second.operations().size(),
                  second.network()));
    }
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<String, Tensor> one : first.operations().entrySet()) {
      Tensor other = requireNonNull(second.operations().get(one.getKey()));
      differences.add(between(one.getKey(), one.getValue(), other));
    }
    return new Divergence(differences);
  }

  /**
   * The farther of two passes, operation by operation.
   *
   * @param other of another picture through the same network
   */
  public Divergence farther(Divergence other) {
    List<Difference> farther = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      farther.add(operations.get(i).farther(other.operations.get(i)));
    }
    return new Divergence(farther);
  }

  /**
   * Compares two tensors.
   *
   * @throws IllegalArgumentException if they have different shapes
   */
  public static Difference between(String name, Tensor first, Tensor second) {
    if (!first.shape().equals(second.shape())) {
      throw new IllegalArgumentException(name + ": " + first.shape() + " and " + second.shape());
    }
    float[] a = first.values();
    float[] b = second.values();
    double magnitude = 0;
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      magnitude = Math.max(magnitude, Math.abs(a[i]));
      largest = Math.max(largest, difference(a[i], b[i]));
    }
    return new Difference(name, first.shape(), magnitude, largest);
  }

  private static double difference(float a, float b) {
    if (Float.compare(a, b) == 0) {
      return 0;
    }
    double difference = Math.abs((double) a - b);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  /**
   * The first operation whose {@linkplain Difference#relative() relative} difference is beyond a
   * bound: what comes after it reads numbers that differ already.
   */
  public Optional<Difference> first(double bound) {
    return operations.stream().filter(one -> isBeyond(one, bound)).findFirst();
  }

  /** How many operations are beyond a bound. */
  public int count(double bound) {
    return (int) operations.stream().filter(one -> isBeyond(one, bound)).count();
  }

  /** The operations that are farthest apart, the farthest first. */
  public List<Difference> farthest(int count) {
    return operations.stream()
        .sorted(Comparator.comparingDouble(Difference::relative).reversed())
        .limit(count)
        .toList();
  }

  /** A share of a value that is not finite is no number, and beyond any bound. */
  private static boolean isBeyond(Difference one, double bound) {
    return !(one.relative() <= bound);
  }
}
