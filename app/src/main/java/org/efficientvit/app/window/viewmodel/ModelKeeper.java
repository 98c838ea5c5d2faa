package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Resampler;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Timing;
import org.jspecify.annotations.Nullable;

/** The model that is open, used by the worker alone: a refused one leaves the earlier open. */
public final class Session implements AutoCloseable {

  private static final int THUMBNAIL = 640;

  private final EngineOptions engine;
  private @Nullable ModelRequest request;
  private @Nullable Inspector inspector;

  public Session(EngineOptions engine) {
    this.engine = requireNonNull(engine, "engine is null");
  }

  /** On what models run. */
  public EngineOptions engine() {
    return engine;
  }

  /** Opens a model, if it is not the one that is open. */
  Model open(ModelRequest wanted) {
    return inspector(wanted).model();
  }

  /** Runs a picture through a model, with everything that the views show but the times. */
  Inspected inspect(ModelRequest wanted, Picture picture) {
    Taps taps = Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION);
    return new Inspected(inspector(wanted).inspect(picture, taps), thumbnail(picture));
  }

  /** Measures a model on a picture. */
  Timing time(ModelRequest wanted, Picture picture, Progress progress) {
    return inspector(wanted).time(picture, progress::report);
  }

  private Inspector inspector(ModelRequest wanted) {
    if (inspector != null && wanted.equals(request)) {
      return inspector;
    }
    Inspector opened = Inspector.open(wanted, engine);
    close();
    inspector = opened;
    request = wanted;
    return opened;
  }

  private static Picture thumbnail(Picture picture) {
    double scale = (double) THUMBNAIL / Math.max(picture.width(), picture.height());
    return scale >= 1
        ? picture
        : Resampler.bicubic(
            picture,
            Math.max(1, (int) Math.round(picture.width() * scale)),
            Math.max(1, (int) Math.round(picture.height() * scale)));
  }

  @Override
  public void close() {
    if (inspector != null) {
      inspector.close();
      inspector = null;
    }
  }
}
