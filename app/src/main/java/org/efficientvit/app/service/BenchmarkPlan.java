package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.trace.Precision;

/**
 * What a benchmark measures: every model on every engine in every setting.
 *
 * @param models by the names that the command line has for them
 * @param batches B, pictures of one pass
 * @param threads that work inside one operation
 * @param workers that run passes side by side
 */
public record BenchmarkPlan(
    List<String> models,
    List<Engine> engines,
    List<Precision> precisions,
    List<Integer> batches,
    List<Integer> threads,
    List<Integer> workers,
    SpeedProtocol protocol) {

  private static final Gson GSON = new Gson();
  private static final int PAPERS_BATCH = 16;

  public BenchmarkPlan {
    models = models.stream().distinct().toList();
    engines = engines.stream().distinct().toList();
    precisions = precisions.stream().distinct().toList();
    batches = batches.stream().distinct().toList();
    threads = threads.stream().distinct().toList();
    workers = workers.stream().distinct().toList();
    requireNonNull(protocol, "protocol is null");
  }

  /** What the published columns were measured with: batch 16 on one thread, for a minute. */
  public static BenchmarkPlan ofPaper(
      List<String> models, List<Engine> engines, List<Precision> precisions) {
    return new BenchmarkPlan(
        models,
        engines,
        precisions,
        List.of(PAPERS_BATCH),
        List.of(1),
        List.of(1),
        SpeedProtocol.paper());
  }

  /** All settings that there are, model by model. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (String model : models) {
      for (Engine engine : engines) {
        for (Precision precision : precisions) {
          if (engine.knows(precision)) {
            addSettings(model, engine, precision, cells);
          }
        }
      }
    }
    return cells;
  }

  private void addSettings(String model, Engine engine, Precision precision, List<Cell> cells) {
    for (int batch : batches) {
      for (int inside : threads) {
        for (int beside : workers) {
          cells.add(new Cell(model, engine.toString(), precision, batch, inside, beside));
        }
      }
    }
  }

  /** The plan that the store of runs kept. */
  public static BenchmarkPlan read(String json) {
    return GSON.fromJson(json, BenchmarkPlan.class);
  }

  /** The plan as the store of runs keeps it. */
  String json() {
    return GSON.toJson(this);
  }
}
