package org.efficientvit.visualizers.heads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efficientvit.core.attention.ScoreMaps;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.evidence.ClassEvidence;
import org.efficientvit.core.evidence.LinearReadout;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.survey.HeadSurveyor;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.LearnedBias;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;

/**
 * One of the sample pictures through the demonstration weights.
 *
 * @param trace with all that heads say
 */
public record HeadSamples(Model model, Crop crop, Trace trace, FigureContext context) {

  private static final Path WEIGHTS = Path.of("../weights/efficientvit_m0_objects.safetensors");
  private static final Path PICTURES = Path.of("../sample-images");

  /** A picture at an image size, as 224, where no window is padded, or 256, where some are. */
  public static HeadSamples of(String picture, int imageSize) {
    Model model = ModelLoader.load(WEIGHTS, Optional.empty(), OptionalInt.of(imageSize));
    Picture seen = PictureReader.read(PICTURES.resolve(picture), Orientation.APPLY);
    Crop crop = model.preprocessing().crop(seen);
    try (TorchRunner runner =
        new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1))) {
      Trace trace =
          runner.trace(model.preprocessing().normalise(crop.picture()), Taps.everything());
      return new HeadSamples(model, crop, trace, FigureContext.of(model, picture));
    }
  }

  /** All sample pictures at an image size. */
  public static HeadSurvey survey(int imageSize) {
    Model model = ModelLoader.load(WEIGHTS, Optional.empty(), OptionalInt.of(imageSize));
    HeadSurveyor surveyor = new HeadSurveyor(model.network());
    try (TorchRunner runner =
            new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1));
        Stream<Path> files = Files.list(PICTURES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".png")).sorted().toList()) {
        Picture picture = PictureReader.read(file, Orientation.APPLY);
        surveyor.add(runner.trace(model.preprocessing().apply(picture), HeadSurveyor.taps()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return surveyor.survey();
  }

  public HeadMaps attention(String block) {
    return trace.heads(Tap.Kind.ATTENTION, block).orElseThrow();
  }

  public HeadMaps outputs(String block) {
    return trace.heads(Tap.Kind.HEAD_OUTPUT, block).orElseThrow();
  }

  public HeadMaps content(String block) {
    return ScoreMaps.attention(trace.heads(Tap.Kind.SCORES, block).orElseThrow());
  }

  public HeadMaps bias(String block) {
    Map<String, HeadMaps> all = LearnedBias.of(model.network(), model.weights());
    return ScoreMaps.attention(all.get(block));
  }

  /** The likeliest classes, likeliest first. */
  public int[] classes() {
    float[] shares = trace.probabilities();
    return IntStream.range(0, shares.length)
        .boxed()
        .sorted((a, b) -> Float.compare(shares[b], shares[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  public ClassEvidence evidence(int label) {
    return LinearReadout.of(model.network(), model.weights()).of(trace, label);
  }

  public HeadMaps inputs(String block) {
    return trace.heads(Tap.Kind.HEAD_INPUT, block).orElseThrow();
  }

  /** The cascade as it ran or, where there is an effect, marked as if heads had been changed. */
  public CascadeFigure cascade(String block, Optional<CascadeEffect> effect) {
    HeadMaps inputs = inputs(block);
    HeadMaps outputs = outputs(block);
    StitchedAttention attention = new StitchedAttention(attention(block));
    List<CascadeHead> heads = new ArrayList<>();
    for (int head = 0; head < inputs.heads(); head++) {
      float[] split = inputs.values().get(head).values().clone();
      float[] added = new float[split.length];
      for (int i = 0; i < split.length && head > 0; i++) {
        added[i] = outputs.values().get(head - 1).values()[i];
        split[i] -= added[i];
      }
      boolean isCut = effect.isPresent() && head == 2;
      heads.add(
          new CascadeHead(
              lengths(inputs.grid(), inputs.values().get(head).shape(), split),
              head == 0 || isCut
                  ? Optional.empty()
                  : Optional.of(
                      new CascadeHead.Added(
                          Math.sqrt(dot(added, added) / dot(split, split)),
                          dot(added, split) / Math.sqrt(dot(added, added) * dot(split, split)))),
              attention.received(head),
              lengths(
                  outputs.grid(),
                  outputs.values().get(head).shape(),
                  outputs.values().get(head).values()),
              isCut,
              effect.isPresent() && head == 3,
              effect.isPresent() && head == 1));
    }
    return new CascadeFigure(block, inputs.grid(), crop, heads, effect, context);
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  /** The length of each token's vector, of (w, C, s, s). */
  static Tensor lengths(WindowGrid grid, Shape shape, float[] values) {
    int channels = shape.dimension(1);
    int cells = grid.side() * grid.side();
    float[] lengths = new float[grid.height() * grid.width()];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        int window = grid.windowOf(row, column);
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
          float value = values[(window * channels + channel) * cells + grid.tokenOf(row, column)];
          sum += value * value;
        }
        lengths[row * grid.width() + column] = (float) Math.sqrt(sum);
      }
    }
    return new Tensor(Shape.of(grid.height(), grid.width()), lengths);
  }

  static CascadeEffect effect() {
    return new CascadeEffect(
        List.of(
            new CascadeEffect.OfClass("cat", 0.412, 0.233),
            new CascadeEffect.OfClass("fish", 0.176, 0.311),
            new CascadeEffect.OfClass("dog", 0.121, 0.119),
            new CascadeEffect.OfClass("teapot with a long name", 0.031, 0.029),
            new CascadeEffect.OfClass("bird", 0.008, 0.011)),
        "Jensen–Shannon divergence of maps (bits)",
        List.of(
            new CascadeEffect.OfBlock("blocks2.4", 0.034),
            new CascadeEffect.OfBlock("blocks3.3", 0.012),
            new CascadeEffect.OfBlock("blocks3.4", 0.0042),
            new CascadeEffect.OfBlock("blocks3.5", 0.0151)));
  }

  /** Figures of numbers that nobody measured. */
  static List<Figure> made() {
    FigureContext context = new FigureContext("EfficientViT-M0", null, "made-up numbers", false);
    Random random = new Random(3);
    List<HeadWorthFigure.Head> heads = new ArrayList<>();
    for (String block :
        List.of("blocks1.0", "blocks2.3", "blocks2.4", "blocks3.3", "blocks3.4", "blocks3.5")) {
      for (int head = 0; head < 4; head++) {
        double time =
            60 - 12 * (block.charAt(6) - '0') + 4 * random.nextDouble() + (head > 0 ? 3 : 0);
        double change = -6 * random.nextDouble() * random.nextDouble() + 0.3;
        heads.add(
            new HeadWorthFigure.Head(
                block, head, around(time, 1.2), around(change, 0.4 + 0.6 * random.nextDouble())));
      }
    }
    return List.of(
        new HeadWorthFigure(
            heads,
            "top-1 (percentage points)",
            "600 pictures; PyTorch, 1 thread, batch 1",
            context),
        arms(context));
  }

  private static ArmsFigure arms(FigureContext context) {
    return new ArmsFigure(
        "Does the diversity of heads come from the cascade?",
        new ArmsFigure.Arms("cascade", "no cascade"),
        List.of(
            measure("top-1 (%)", 81.2, 80.1, 0.6),
            measure("attention maps · mean pairwise cosine", 0.41, 0.52, 0.03),
            measure("attention maps · mean of max cosine", 0.55, 0.61, 0.03),
            measure("attention maps · divergence (bits)", 0.35, 0.31, 0.02),
            measure("head outputs · mean pairwise cosine", 0.02, 0.01, 0.02)),
        "Small networks (32, 64, 96 channels) trained on rendered objects at 128×128, three seeds each, 8 epochs of 4800 pictures.",
        context);
  }

  static ArmsFigure.Measure measure(String name, double first, double second, double spread) {
    List<Double> firsts = List.of(first - spread, first + 0.2 * spread, first + 0.8 * spread);
    List<Double> seconds =
        List.of(second - 0.5 * spread, second - 0.1 * spread, second + 0.6 * spread);
    return new ArmsFigure.Measure(
        name,
        firsts,
        seconds,
        around(first, spread),
        around(second, spread),
        around(first - second, 1.2 * spread));
  }

  static Estimate around(double value, double reach) {
    return new Estimate(value, new Interval(value - reach, value + reach));
  }
}
