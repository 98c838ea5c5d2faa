package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Divergence;
import org.efficientvit.core.trace.Divergence.Difference;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;

/**
 * How far two engines agree on pictures.
 *
 * @param model that ran on both
 * @param operations every operation by itself, with all of them given out, so that neither engine
 *     merges any; of the picture on which each is farthest apart
 * @param logits of passes in which each engine merges what it likes, as everywhere else; of the
 *     picture on which they are farthest apart
 * @param pictures that were compared
 * @param sameTop1 of how many of them those passes name the same class
 */
public record EngineAgreement(
    Model model, Divergence operations, Difference logits, int pictures, int sameTop1) {

  public EngineAgreement {
    requireNonNull(model, "model is null");
    requireNonNull(operations, "operations is null");
    requireNonNull(logits, "logits is null");
  }

  /**
   * Runs pictures on both engines.
   *
   * @param pictures one or more
   * @param progress is told how many are done
   * @param stopped whether to end after the picture under way
   */
  public static EngineAgreement of(
      ModelRequest request,
      EngineOptions first,
      EngineOptions second,
      List<Picture> pictures,
      IntConsumer progress,
      BooleanSupplier stopped) {
    first.prepare();
    second.prepare();
    Model model = request.open();
    try (NetworkRunner one = first.start(model);
        NetworkRunner other = second.start(model)) {
      EngineAgreement agreement = of(model, one, other, pictures.get(0));
      progress.accept(1);
      for (int i = 1; i < pictures.size() && !stopped.getAsBoolean(); i++) {
        agreement = agreement.and(of(model, one, other, pictures.get(i)));
        progress.accept(i + 1);
      }
      return agreement;
    }
  }

  private static EngineAgreement of(
      Model model, NetworkRunner one, NetworkRunner other, Picture picture) {
    Tensor image = model.preprocessing().apply(picture);
    Taps taps = Taps.of(Tap.Kind.OPERATION);
    Divergence operations = Divergence.between(one.trace(image, taps), other.trace(image, taps));
    Tensor logits = logits(one, image);
    Tensor others = logits(other, image);
    int same = largest(logits) == largest(others) ? 1 : 0;
    return new EngineAgreement(
        model, operations, Divergence.between("logits", logits, others), 1, same);
  }

  private EngineAgreement and(EngineAgreement more) {
    return new EngineAgreement(
        model,
        operations.farther(more.operations),
        logits.farther(more.logits),
        pictures + more.pictures,
        sameTop1 + more.sameTop1);
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
