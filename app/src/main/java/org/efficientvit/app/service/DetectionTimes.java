package org.efficientvit.app.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.Anchors;
import org.efficientvit.core.detect.DetectionDecoder;
import org.efficientvit.core.detect.DetectionPass;
import org.efficientvit.core.image.DetectionPreprocessing.Fitted;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.OnnxSampler;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.PassSampler;
import org.efficientvit.core.trace.PassSamples;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.core.trace.ProfileTimer;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.TorchSampler;

/**
 * How long a detector takes for a picture, and where the time goes.
 *
 * @param height of the padded picture, in pixels
 * @param width of the padded picture, in pixels
 * @param passes that were measured of each sort
 * @param whole milliseconds of a pass from the picture's numbers to the answers, no operation timed
 * @param parts milliseconds of the operations of each part, in passes in which they are timed
 */
public record DetectionTimes(
    int height, int width, int passes, Estimate whole, Map<Part, Estimate> parts) {

  private static final double NANOSECONDS = 1e6;
  private static final int WARM_UPS = 1;

  /** What the time is spent on. */
  public enum Part {
    BACKBONE("backbone."),
    NECK("neck."),
    HEAD("bbox_head."),
    /** From the answers to boxes, in Java. */
    DECODING("decoding");

    private final String path;

    Part(String path) {
      this.path = path;
    }

    /** The word that a person reads. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The part of an operation, by the first path in its name. */
    private static Part of(OperationSamples operation) {
      return of(operation.members().isEmpty() ? operation.name() : operation.members().get(0));
    }

    private static Part of(String name) {
      for (Part part : values()) {
        if (name.contains(part.path)) {
          return part;
        }
      }
      // Copies of an engine's own before the first operation.
      return BACKBONE;
    }
  }

  public DetectionTimes {
    parts = Map.copyOf(parts);
  }

  /**
   * Measures a detector.
   *
   * @param picture ready for the detector
   * @param passes to measure of each sort
   * @throws InspectorException if the engine computes in numbers for which operations have no times
   */
  public static DetectionTimes measure(
      DetectionModel model,
      EngineOptions options,
      Fitted picture,
      int passes,
      DoubleConsumer progress,
      BooleanSupplier stopped) {
    if (options.precision() != Precision.FP32) {
      throw new InspectorException(
          "Operations in bfloat16 have no times of their own; measure with --precision fp32.");
    }
    RetinaNet network = model.network(picture.paddedHeight(), picture.paddedWidth());
    Tensor images = picture.values().reshape(1, 3, picture.paddedHeight(), picture.paddedWidth());
    Map<Part, Estimate> parts = new EnumMap<>(Part.class);
    PassSamples samples;
    try (PassSampler sampler = sampler(model, network, options)) {
      samples =
          new ProfileTimer(WARM_UPS, passes, passes, Duration.ZERO)
              .measure(sampler, images, progress, stopped);
    }
    parts(samples, parts);
    parts.put(Part.DECODING, decoding(model, network, options, picture, passes));
    return new DetectionTimes(
        picture.paddedHeight(),
        picture.paddedWidth(),
        samples.untimed().size(),
        milliseconds(samples.untimed()),
        parts);
  }

  /**
   * Where the time of one pass went, with nothing repeated.
   *
   * @return milliseconds; of decoding alone where the operations of the pass were not timed
   */
  public static Map<Part, Double> of(DetectionPass pass) {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    for (OperationTime time : pass.trace().times()) {
      parts.merge(Part.of(time.name()), time.nanoseconds() / NANOSECONDS, Double::sum);
    }
    parts.put(Part.DECODING, pass.decoding() / NANOSECONDS);
    return parts;
  }

  private static PassSampler sampler(
      DetectionModel model, RetinaNet network, EngineOptions options) {
    return options.engine() == Engine.PYTORCH
        ? new TorchSampler(network, model.weights(), TorchRunner.Options.fast(options.threads()))
        : new OnnxSampler(network, model.weights(), options.threads());
  }

  private static void parts(PassSamples samples, Map<Part, Estimate> parts) {
    int passes = samples.untimed().size();
    Map<Part, long[]> sums = new EnumMap<>(Part.class);
    for (OperationSamples operation : samples.operations()) {
      long[] sum = sums.computeIfAbsent(Part.of(operation), part -> new long[passes]);
      for (int pass = 0; pass < passes; pass++) {
        sum[pass] += operation.nanoseconds().get(pass);
      }
    }
    sums.forEach(
        (part, sum) -> {
          List<Long> each = new ArrayList<>();
          for (long nanoseconds : sum) {
            each.add(nanoseconds);
          }
          parts.put(part, milliseconds(each));
        });
  }

  private static Estimate decoding(
      DetectionModel model, RetinaNet network, EngineOptions options, Fitted picture, int passes) {
    Map<String, Tensor> answers;
    try (NetworkRunner runner = options.start(network, model.weights())) {
      answers = runner.trace(picture.values(), Taps.logits()).features();
    }
    Anchors anchors = Anchors.of(picture.paddedHeight(), picture.paddedWidth());
    List<Long> nanoseconds = new ArrayList<>();
    for (int pass = -WARM_UPS; pass < passes; pass++) {
      long start = System.nanoTime();
      int found =
          DetectionDecoder.PUBLISHED
              .decode(answers, anchors, picture.height(), picture.width())
              .size();
      if (pass >= 0 && found >= 0) {
        nanoseconds.add(System.nanoTime() - start);
      }
    }
    return milliseconds(nanoseconds);
  }

  private static Estimate milliseconds(List<Long> nanoseconds) {
    return Estimate.median(nanoseconds.stream().map(one -> one / NANOSECONDS).toList());
  }
}
