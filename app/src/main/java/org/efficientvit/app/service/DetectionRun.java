package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.AnnotatedPictures;
import org.efficientvit.core.detect.CocoEvaluation;
import org.efficientvit.core.detect.CocoFigures;
import org.efficientvit.core.detect.DetectionDecoder;
import org.efficientvit.core.detect.Detector;
import org.efficientvit.core.detect.PictureDetections;
import org.efficientvit.core.evaluate.Pace;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * How well a detector finds objects, measured so that a stopped run goes on where it was.
 *
 * @param figures of all pictures so far
 * @param found on each of them, by their numbers
 * @param resumed pictures that an earlier run had answered
 * @param isWhole whether every picture has an answer
 * @param imagesPerSecond of this run; empty if it answered none
 * @param run number in the store; empty if nothing was kept
 */
public record DetectionRun(
    CocoFigures figures,
    List<PictureDetections> found,
    int resumed,
    boolean isWhole,
    OptionalDouble imagesPerSecond,
    OptionalLong run) {

  private static final Gson GSON = new Gson();

  /** What a store keeps of a finished run; figures of no objects are left out. */
  private record Summary(
      int images, @Nullable Double ap, @Nullable Double ap50, @Nullable Double ap75) {

    static String json(int images, CocoFigures figures) {
      return GSON.toJson(
          new Summary(
              images, orNull(figures.ap()), orNull(figures.ap50()), orNull(figures.ap75())));
    }

    private static @Nullable Double orNull(double value) {
      return Double.isNaN(value) ? null : (Double) value;
    }
  }

  public DetectionRun {
    requireNonNull(figures, "figures is null");
    found = List.copyOf(found);
    requireNonNull(imagesPerSecond, "imagesPerSecond is null");
    requireNonNull(run, "run is null");
  }

  /** Where a run is kept, and on which machine it runs. */
  public record Keeping(RunStore store, Machine machine, boolean fresh) {}

  /**
   * Asks a detector about all pictures that have no answer yet.
   *
   * @param pictures of the detector's classes
   * @param plan what is evaluated
   * @param keeping where each answer is kept; empty for nowhere
   */
  public static DetectionRun of(
      Detector detector,
      AnnotatedPictures pictures,
      DetectionPlan plan,
      Optional<Keeping> keeping,
      EvaluationListener listener) {
    Kept kept = new Kept(plan.json(), keeping);
    Map<Integer, PictureDetections> all = new TreeMap<>();
    kept.earlier().forEach(one -> all.put(one.picture(), one));
    Set<Integer> earlier = new HashSet<>(all.keySet());
    listener.begins(earlier.size(), pictures.size());
    Pace pace = new Pace(System::nanoTime);
    for (int index = 0; index < pictures.size() && !listener.isStopped(); index++) {
      if (!earlier.contains(index)) {
        PictureDetections one = detect(detector, pictures, index);
        kept.keep(one);
        all.put(index, one);
        pace.done(1);
        listener.reached(all.size());
      }
    }
    CocoEvaluation evaluation = new CocoEvaluation(pictures.labels().size());
    all.forEach((index, one) -> evaluation.add(pictures.objects(0, index), one.found()));
    CocoFigures figures = evaluation.figures();
    boolean isWhole = all.size() == pictures.size();
    if (isWhole) {
      kept.finish(Summary.json(all.size(), figures));
    }
    return new DetectionRun(
        figures,
        List.copyOf(all.values()),
        earlier.size(),
        isWhole,
        pace.imagesPerSecond(),
        kept.run());
  }

  /** On a picture that cannot be read nothing is found, and why is kept. */
  private static PictureDetections detect(
      Detector detector, AnnotatedPictures pictures, int index) {
    try {
      return new PictureDetections(
          index,
          detector.detect(pictures.get(0, index).picture(), DetectionDecoder.PUBLISHED),
          null);
    } catch (InspectorException e) {
      return new PictureDetections(index, List.of(), String.valueOf(e.getMessage()));
    }
  }

  /** What came out of a kept run, in a line. */
  public static String line(RunStore store, Run run) {
    Optional<Summary> summary = run.summary().map(json -> GSON.fromJson(json, Summary.class));
    if (summary.isEmpty()) {
      return "detections on %d pictures so far".formatted(store.detections(run).size());
    }
    Summary known = summary.get();
    if (known.ap == null || known.ap50 == null) {
      return "detections on %d pictures without objects".formatted(known.images);
    }
    return String.format(
        Locale.ROOT,
        "AP %.1f, at 0.50 %.1f, of %d pictures",
        100 * known.ap,
        100 * known.ap50,
        known.images);
  }

  /** The run in the store that answers go to, if there is a store. */
  private static final class Kept {

    private final String plan;
    private final Optional<Keeping> keeping;
    private Optional<Run> run;

    Kept(String plan, Optional<Keeping> keeping) {
      this.plan = plan;
      this.keeping = keeping;
      this.run =
          keeping
              .filter(one -> !one.fresh())
              .flatMap(one -> one.store().stopped(Run.Kind.DETECTION, one.machine(), plan));
    }

    List<PictureDetections> earlier() {
      return keeping
          .flatMap(one -> run.map(begun -> one.store().detections(begun)))
          .orElse(List.of());
    }

    void keep(PictureDetections found) {
      keeping.ifPresent(
          one -> {
            Run begun =
                run.orElseGet(() -> one.store().begin(Run.Kind.DETECTION, one.machine(), plan));
            run = Optional.of(begun);
            one.store().add(begun, found);
          });
    }

    void finish(String summary) {
      run = keeping.flatMap(one -> run.map(begun -> one.store().finish(begun, summary)));
    }

    OptionalLong run() {
      return run.map(begun -> OptionalLong.of(begun.id())).orElse(OptionalLong.empty());
    }
  }
}
