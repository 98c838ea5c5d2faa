package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.image.DetectionPreprocessing.Fitted;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Trace;

/**
 * Finds the objects of pictures of any size with one detector, from one thread at a time.
 *
 * <p>A network is made for each size of padded picture; those of the last few sizes are kept.
 */
public final class Detector implements AutoCloseable {

  private static final int SIZES_KEPT = 3;

  /** Makes a network ready on some engine. */
  @FunctionalInterface
  public interface Engine {

    /** A network with its weights. */
    NetworkRunner runner(VisionNetwork network, Map<String, Tensor> weights);
  }

  private final DetectionModel model;
  private final Engine engine;
  private final Map<Shape, NetworkRunner> runners = new LinkedHashMap<>(4, 0.75f, true);

  /** A detector whose networks are made when pictures of their size come. */
  public Detector(DetectionModel model, Engine engine) {
    this.model = requireNonNull(model, "model is null");
    this.engine = requireNonNull(engine, "engine is null");
  }

  /** The objects of a picture, the surest first, with boxes in the picture's own pixels. */
  public List<Detection> detect(Picture picture, DetectionDecoder decoder) {
    return trace(picture, decoder, Taps.logits()).detections();
  }

  /**
   * Finds the objects of a picture and brings back what is asked for of the same pass.
   *
   * @param taps beside the answers, which are always brought back
   */
  public DetectionPass trace(Picture picture, DetectionDecoder decoder, Taps taps) {
    Fitted fitted = model.preprocessing().apply(picture);
    Trace trace = runner(fitted).trace(fitted.values(), taps);
    return DetectionPass.of(picture, fitted, trace, decoder);
  }

  private NetworkRunner runner(Fitted fitted) {
    Shape size = fitted.values().shape();
    NetworkRunner there = runners.get(size);
    if (there != null) {
      return there;
    }
    if (runners.size() == SIZES_KEPT) {
      Shape eldest = runners.keySet().iterator().next();
      requireNonNull(runners.remove(eldest), "eldest is null").close();
    }
    NetworkRunner made =
        engine.runner(model.network(fitted.paddedHeight(), fitted.paddedWidth()), model.weights());
    runners.put(size, made);
    return made;
  }

  @Override
  public void close() {
    runners.values().forEach(NetworkRunner::close);
    runners.clear();
  }
}
