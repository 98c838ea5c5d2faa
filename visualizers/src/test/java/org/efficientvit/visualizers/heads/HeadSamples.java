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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efficientvit.core.attention.InterventionEffect;
import org.efficientvit.core.attention.ScoreMaps;
import org.efficientvit.core.evidence.ClassEvidence;
import org.efficientvit.core.evidence.LinearReadout;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.survey.HeadSurveyor;
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

  private static final Map<Integer, HeadSamples> CATS = new ConcurrentHashMap<>();

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

  /** A cat at an image size, looked at once. */
  public static HeadSamples at(int imageSize) {
    return CATS.computeIfAbsent(imageSize, size -> of("cat-000006.png", size));
  }

  /** The first sample pictures at an image size. */
  public static HeadSurvey survey(int imageSize, int pictures) {
    Model model = ModelLoader.load(WEIGHTS, Optional.empty(), OptionalInt.of(imageSize));
    HeadSurveyor surveyor = new HeadSurveyor(model.network());
    try (TorchRunner runner =
            new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1));
        Stream<Path> files = Files.list(PICTURES)) {
      for (Path file :
          files.filter(one -> one.toString().endsWith(".png")).sorted().limit(pictures).toList()) {
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

  /** The cascade of a block as it runs. */
  public CascadeFigure cascade(String block) {
    return CascadeFigure.of(trace, block, crop, Interventions.none(), Optional.empty(), context);
  }

  /** The cascade of a block with one edge cut, a head silenced and a map made uniform. */
  public CascadeFigure changed(String block) {
    Interventions interventions =
        Interventions.of(
            new Intervention(Intervention.Kind.UNIFORM, block, 1),
            new Intervention(Intervention.Kind.CUT, block, 2),
            new Intervention(Intervention.Kind.SILENCE, block, 3));
    Network network = interventions.in(model.network());
    try (TorchRunner runner =
        new TorchRunner(network, model.weights(), TorchRunner.Options.fast(1))) {
      Trace after =
          runner.trace(model.preprocessing().normalise(crop.picture()), Taps.everything());
      CascadeEffect effect =
          CascadeEffect.of(InterventionEffect.between(trace, after), model.labels(), 5);
      return CascadeFigure.of(after, block, crop, interventions, Optional.of(effect), context);
    }
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
