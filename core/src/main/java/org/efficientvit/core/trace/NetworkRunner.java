package org.efficientvit.core.trace;

import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Interventions;
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

  /** Whether something can be changed in a pass. */
  default boolean intervenes() {
    return false;
  }

  /**
   * Runs pictures through the network with something changed.
   *
   * @param images normalised, (B, 3, S, S)
   * @return one trace for each image
   * @throws InspectorException if something is to be changed and this {@linkplain #intervenes
   *     cannot}, or the network lacks a place
   */
  default List<Trace> run(Tensor images, Taps taps, Interventions interventions) {
    if (!interventions.isEmpty()) {
      throw new InspectorException(
          "This engine runs a network as it was built, and nothing can be changed for one pass; use --engine pytorch with --precision fp32.");
    }
    return run(images, taps);
  }

  /**
   * Runs one picture through the network.
   *
   * @param image normalised, (3, S, S)
   */
  default Trace trace(Tensor image, Taps taps) {
    return run(batchOfOne(image), taps).get(0);
  }

  /** The same with something changed. */
  default Trace trace(Tensor image, Taps taps, Interventions interventions) {
    return run(batchOfOne(image), taps, interventions).get(0);
  }

  private static Tensor batchOfOne(Tensor image) {
    Shape shape = image.shape();
    return image.reshape(1, shape.dimension(0), shape.dimension(1), shape.dimension(2));
  }

  @Override
  void close();
}
