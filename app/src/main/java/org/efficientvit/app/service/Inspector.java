package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Evaluator;
import org.efficientvit.core.evaluate.PictureTracer;
import org.efficientvit.core.evaluate.PictureTracer.Traced;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.PassTimer;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Timing;

/** A model that is ready to look at pictures; usable from any thread until it is closed. */
public final class Inspector implements AutoCloseable {

  private static final int LABELS_NAMED = 3;

  private final Model model;
  private final EngineOptions options;
  private final NetworkRunner runner;

  private Inspector(Model model, EngineOptions options, NetworkRunner runner) {
    this.model = model;
    this.options = options;
    this.runner = runner;
  }

  /** Opens a model on an engine, which takes from some milliseconds to a second. */
  public static Inspector open(ModelRequest request, EngineOptions engine) {
    requireNonNull(engine, "engine is null");
    engine.prepare();
    Model model = request.open();
    return new Inspector(model, engine, engine.start(model));
  }

  public Model model() {
    return model;
  }

  /** The engine's name on the command line: {@code pytorch}. */
  public String engine() {
    return runner.engine();
  }

  /** What the model was asked to run on. */
  public EngineOptions options() {
    return options;
  }

  /** Runs a picture through the model and brings back what is asked for. */
  public Inspection inspect(Picture picture, Taps taps) {
    return inspect(picture, taps, Interventions.none());
  }

  /**
   * Runs a picture through the model with something changed.
   *
   * @throws InspectorException if the network lacks a place where something is to be changed, or
   *     the engine cannot change anything
   */
  public Inspection inspect(Picture picture, Taps taps, Interventions interventions) {
    Crop crop = model.preprocessing().crop(picture);
    Tensor image = model.preprocessing().normalise(crop.picture());
    return new Inspection(model, picture, crop, runner.trace(image, taps, interventions));
  }

  /**
   * How long warm passes of a picture take, whole and by operation.
   *
   * @param progress is told the share that is done, 0 to 1; what it throws ends the measurement
   */
  public Timing time(Picture picture, DoubleConsumer progress) {
    return PassTimer.quick().time(runner, model.preprocessing().apply(picture), progress);
  }

  /**
   * Asks the model about pictures whose class is known, on this thread; all other cores read them.
   *
   * @param pictures of the model's classes
   * @param batch pictures at a time
   * @param isAnswered whether there is an answer to the picture of a number already
   * @param answered takes the answers of one batch after another
   * @param stopped whether to end before the next batch
   * @throws InspectorException if the pictures are of other classes than the model's, or its
   *     answers are not finite
   */
  public void answer(
      LabelledPictures pictures,
      int batch,
      IntPredicate isAnswered,
      Consumer<List<Answer>> answered,
      BooleanSupplier stopped) {
    requireClassesOf(pictures);
    // One on the network's own processor too: it works while the network waits for pictures.
    int readers = Runtime.getRuntime().availableProcessors();
    new Evaluator(runner, model.preprocessing(), batch, readers)
        .answer(pictures, isAnswered, answered, stopped);
  }

  /**
   * Runs pictures through the model, on this thread; all other cores read them.
   *
   * @param indices of the pictures, in the order in which they are to run
   * @param batch pictures at a time
   * @param taps what to bring back
   * @param traced takes one batch after another
   * @param stopped whether to end before the next batch
   */
  public void trace(
      LabelledPictures pictures,
      int[] indices,
      int batch,
      Taps taps,
      Consumer<List<Traced>> traced,
      BooleanSupplier stopped) {
    int readers = Runtime.getRuntime().availableProcessors();
    new PictureTracer(runner, model.preprocessing(), batch, readers)
        .trace(pictures, indices, taps, traced, stopped);
  }

  /**
   * Runs all pictures of a source through the model several times, every time with something else
   * changed, on this thread; all other cores read them.
   *
   * @param batch pictures at a time
   * @param taps what to bring back of each pass
   * @param passes what is changed in each
   * @param traced takes one batch after another: of each pass, its pictures
   * @param stopped whether to end before the next batch
   * @throws InspectorException if something is to be changed that the network lacks, or on an
   *     engine that cannot
   */
  public void trace(
      LabelledPictures pictures,
      int batch,
      Taps taps,
      List<Interventions> passes,
      Consumer<List<List<Traced>>> traced,
      BooleanSupplier stopped) {
    int readers = Runtime.getRuntime().availableProcessors();
    new PictureTracer(runner, model.preprocessing(), batch, readers)
        .trace(
            pictures, IntStream.range(0, pictures.size()).toArray(), taps, passes, traced, stopped);
  }

  /**
   * Refuses pictures that the model cannot be asked about.
   *
   * @throws InspectorException if they are of other classes than the model's
   */
  public void requireClassesOf(LabelledPictures pictures) {
    if (!pictures.labels().equals(model.labels())) {
      throw new InspectorException(
          "The pictures are of %s, but %s knows %s; use weights that were trained on such pictures."
              .formatted(
                  named(pictures.labels()),
                  model.provenance().description(),
                  named(model.labels())));
    }
  }

  private static String named(List<String> labels) {
    String first = labels.stream().limit(LABELS_NAMED).collect(Collectors.joining(", "));
    return "%d classes (%s%s)"
        .formatted(labels.size(), first, labels.size() > LABELS_NAMED ? " ..." : "");
  }

  @Override
  public void close() {
    runner.close();
  }
}
