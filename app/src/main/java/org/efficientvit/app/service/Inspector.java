package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.function.DoubleConsumer;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.PassTimer;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Timing;

/** A model that is ready to look at pictures; usable from any thread until it is closed. */
public final class Inspector implements AutoCloseable {

  private final Model model;
  private final NetworkRunner runner;

  private Inspector(Model model, NetworkRunner runner) {
    this.model = model;
    this.runner = runner;
  }

  /** Opens a model on an engine, which takes from some milliseconds to a second. */
  public static Inspector open(ModelRequest request, EngineOptions engine) {
    requireNonNull(engine, "engine is null");
    engine.prepare();
    Model model = request.open();
    return new Inspector(model, engine.start(model));
  }

  public Model model() {
    return model;
  }

  /** The engine's name on the command line: {@code pytorch}. */
  public String engine() {
    return runner.engine();
  }

  /** Runs a picture through the model and brings back what is asked for. */
  public Inspection inspect(Picture picture, Taps taps) {
    Crop crop = model.preprocessing().crop(picture);
    return new Inspection(
        model, picture, crop, runner.trace(model.preprocessing().normalise(crop.picture()), taps));
  }

  /**
   * How long warm passes of a picture take, whole and by operation.
   *
   * @param progress is told the share that is done, 0 to 1; what it throws ends the measurement
   */
  public Timing time(Picture picture, DoubleConsumer progress) {
    return PassTimer.quick().time(runner, model.preprocessing().apply(picture), progress);
  }

  @Override
  public void close() {
    runner.close();
  }
}
