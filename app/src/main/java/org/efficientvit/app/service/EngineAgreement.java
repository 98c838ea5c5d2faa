package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Divergence;
import org.efficientvit.core.trace.Divergence.Difference;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;

/**
 * How far two engines agree on one picture.
 *
 * @param model that ran on both
 * @param operations every operation by itself, with all of them given out, so that neither engine
 *     merges any
 * @param logits of passes in which each engine merges what it likes, as everywhere else
 * @param sameTop1 whether those passes name the same class
 */
public record EngineAgreement(
    Model model, Divergence operations, Difference logits, boolean sameTop1) {

  public EngineAgreement {
    requireNonNull(model, "model is null");
    requireNonNull(operations, "operations is null");
    requireNonNull(logits, "logits is null");
  }

  /** Runs a picture on both engines. */
  public static EngineAgreement of(
      ModelRequest request, EngineOptions first, EngineOptions second, Picture picture) {
    first.prepare();
    second.prepare();
    Model model = request.open();
    Tensor image = model.preprocessing().apply(picture);
    try (NetworkRunner one = first.start(model);
        NetworkRunner other = second.start(model)) {
      Taps taps = Taps.of(Tap.Kind.OPERATION);
      Divergence operations = Divergence.between(one.trace(image, taps), other.trace(image, taps));
      Tensor logits = logits(one, image);
      Tensor others = logits(other, image);
      return new EngineAgreement(
          model,
          operations,
          Divergence.between("logits", logits, others),
          largest(logits) == largest(others));
    }
  }

  private static Tensor logits(NetworkRunner runner, Tensor image) {
    return requireNonNull(runner.trace(image, Taps.logits()).logits(), "no logits");
  }

  private static int largest(Tensor logits) {
    float[] values = logits.values();
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
