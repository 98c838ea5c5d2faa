package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.OperationTimer;
import org.efficientvit.core.trace.Taps;

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

  /** How long each operation takes on a picture, as the median over warm passes. */
  public List<OperationTime> time(Crop crop) {
    return OperationTimer.quick().time(runner, model.preprocessing().normalise(crop.picture()));
  }

  @Override
  public void close() {
    runner.close();
  }
}
