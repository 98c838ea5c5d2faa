package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.core.trace.ProfileTimer;

/**
 * What is profiled: every model with every number of pictures, one after another.
 *
 * @param models that are asked for
 * @param batches B, pictures of one pass
 * @param engine that runs them
 * @param folded whether normalisation is folded into the layer beside it
 * @param picture that is looked at, as often as there are pictures in a pass; noise where there is
 *     none, which takes as long
 * @param timer of the passes
 * @param ceilings of the machine
 */
public record ProfilePlan(
    List<ModelRequest> models,
    List<Integer> batches,
    EngineOptions engine,
    boolean folded,
    Optional<Picture> picture,
    ProfileTimer timer,
    MachineCeilings.Choice ceilings) {

  /**
   * Checks that operations can be timed so.
   *
   * @throws InspectorException if they cannot
   */
  public ProfilePlan {
    models = List.copyOf(models);
    batches = batches.stream().distinct().toList();
    requireNonNull(engine, "engine is null");
    requireNonNull(picture, "picture is null");
    requireNonNull(timer, "timer is null");
    requireNonNull(ceilings, "ceilings is null");
    if (engine.gpu()) {
      throw new InspectorException(
          "A graphics card is not done with an operation when the call returns, so that operations are timed on the CPU alone; use --device cpu.");
    }
    if (engine.precision() != Precision.FP32) {
      throw new InspectorException(
          "Operations are timed one by one in 32 bits alone; leave --precision away.");
    }
    if (!folded && engine.engine() == EngineOptions.Engine.ONNX) {
      throw new InspectorException(
          "ONNX Runtime is given networks with BatchNorm folded; profile unfolded ones with --engine pytorch.");
    }
  }

  /** How many profiles it makes. */
  public int size() {
    return models.size() * batches.size();
  }
}
