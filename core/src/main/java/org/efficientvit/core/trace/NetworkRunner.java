package org.efficientvit.core.trace;

import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/** A network with its weights, ready on some engine; usable from any thread until it is closed. */
public interface NetworkRunner extends AutoCloseable {

  /** The engine that runs it, as the command line names it: {@code pytorch}. */
  String engine();

  /** In which numbers it computes. */
  default Precision precision() {
    return Precision.FP32;
  }

  /** Whether {@link Taps#times()} can be asked for. */
  default boolean timesOperations() {
    return true;
  }

  /**
   * Runs pictures through the network.
   *
   * @param images normalised, (B, 3, S, S)
   * @return one trace for each image; the times are those of the whole batch
   */
  List<Trace> run(Tensor images, Taps taps);

  /**
   * Runs one picture through the network.
   *
   * @param image normalised, (3, S, S)
   */
  default Trace trace(Tensor image, Taps taps) {
    Shape shape = image.shape();
    return run(image.reshape(1, shape.dimension(0), shape.dimension(1), shape.dimension(2)), taps)
        .get(0);
  }

  @Override
  void close();
}
