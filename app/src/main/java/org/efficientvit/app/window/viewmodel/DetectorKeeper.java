package org.efficientvit.app.window.viewmodel;

import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.core.detect.DetectionDecoder;
import org.efficientvit.core.detect.DetectionPass;
import org.efficientvit.core.detect.Detector;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.core.trace.Taps;
import org.jspecify.annotations.Nullable;

/** The detector that is open, used by the worker alone: a refused one leaves the earlier open. */
public final class DetectorKeeper implements AutoCloseable {

  private record Open(
      DetectorRequest request, EngineOptions engine, DetectionModel model, Detector detector) {}

  /** Pixels of a side that screens seldom show more of. */
  private static final int PREVIEW = 1600;

  private @Nullable Open open;

  /** Runs a picture through a detector, with everything that the view shows. */
  Detected detect(DetectorRequest wanted, EngineOptions engine, Picture picture) {
    Open ready = open(wanted, engine);
    Taps taps = Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION);
    DetectionPass pass =
        ready
            .detector()
            .trace(picture, DetectionDecoder.PUBLISHED, isTimed(engine) ? taps.timed() : taps);
    return new Detected(wanted, engine, ready.model(), pass, ModelKeeper.atMost(PREVIEW, picture));
  }

  private static boolean isTimed(EngineOptions engine) {
    return engine.engine() == EngineOptions.Engine.PYTORCH && engine.precision() == Precision.FP32;
  }

  private Open open(DetectorRequest wanted, EngineOptions engine) {
    Open there = open;
    if (there != null && wanted.equals(there.request()) && engine.equals(there.engine())) {
      return there;
    }
    boolean isSameModel = there != null && wanted.equals(there.request());
    DetectionModel model = isSameModel && there != null ? there.model() : wanted.open();
    Open next = new Open(wanted, engine, model, DetectorRequest.start(model, engine));
    close();
    open = next;
    return next;
  }

  @Override
  public void close() {
    if (open != null) {
      open.detector().close();
      open = null;
    }
  }
}
