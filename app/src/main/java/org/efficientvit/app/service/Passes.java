package org.efficientvit.app.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.weights.SeededWeights;

/** Passes of cells on networks that are opened when they are needed first and stay open. */
final class Passes implements AutoCloseable {

  private static final int COLOURS = 3;

  private final Map<String, Model> models = new HashMap<>();
  private final Map<List<Object>, NetworkRunner> runners = new HashMap<>();
  private final Map<Shape, Tensor> inputs = new HashMap<>();

  /** One pass from pictures to logits, both in Java's memory; several threads may run it. */
  Runnable of(Cell cell) {
    Model model =
        models.computeIfAbsent(
            cell.model(), id -> ModelRequest.random(Designs.find(id).orElseThrow()).open());
    NetworkRunner runner =
        runners.computeIfAbsent(
            List.of(cell.model(), cell.engine(), cell.precision(), cell.threads()),
            key -> start(model, cell));
    int size = model.network().imageSize();
    Tensor images =
        inputs.computeIfAbsent(
            Shape.of(cell.batch(), COLOURS, size, size),
            shape -> SeededWeights.uniform("input", shape, 0));
    return () -> runner.run(images, Taps.logits());
  }

  private static NetworkRunner start(Model model, Cell cell) {
    Engine engine = Engine.of(cell.engine());
    return new EngineOptions(engine, cell.precision(), false, cell.threads()).start(model);
  }

  @Override
  public void close() {
    runners.values().forEach(NetworkRunner::close);
  }
}
