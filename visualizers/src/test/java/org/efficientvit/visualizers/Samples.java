package org.efficientvit.visualizers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.Setup;
import org.efficientvit.core.cost.Variation;
import org.efficientvit.core.cost.WhatIf;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Calibration;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.Labels;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.LossCurve;
import org.efficientvit.visualizers.chart.CalibrationFigure;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure;
import org.efficientvit.visualizers.chart.CostFigure;
import org.efficientvit.visualizers.chart.DifferenceFigure;
import org.efficientvit.visualizers.chart.MistakesFigure;
import org.efficientvit.visualizers.chart.OperationTimeFigure;
import org.efficientvit.visualizers.chart.PredictionFigure;
import org.efficientvit.visualizers.chart.SpeedFigure;
import org.efficientvit.visualizers.chart.TrainingFigure;
import org.efficientvit.visualizers.map.AttentionFigure;
import org.efficientvit.visualizers.map.ConfusionFigure;
import org.efficientvit.visualizers.map.FeatureFigure;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;

/** A photograph through M0 with random weights, and every figure of it. */
public final class Samples {

  private static final Path PHOTO =
      Path.of("../core/src/test/resources/org/efficientvit/core/image/photo_640x427.jpg");

  public static final Model MODEL = Model.random(Variant.M0.config(), 0);
  public static final Picture PICTURE = PictureReader.read(PHOTO, Orientation.APPLY);
  public static final Crop CROP = MODEL.preprocessing().crop(PICTURE);
  public static final FigureContext CONTEXT = FigureContext.of(MODEL, PICTURE.name());
  public static final Trace TRACE = trace();

  private Samples() {}

  private static Trace trace() {
    try (TorchRunner runner =
        new TorchRunner(MODEL.network(), MODEL.weights(), TorchRunner.Options.fast(1))) {
      Tensor image = MODEL.preprocessing().normalise(CROP.picture());
      runner.trace(image, Taps.everything());
      return runner.trace(image, Taps.everything());
    }
  }

  public static StitchedAttention attention(String block) {
    return new StitchedAttention(TRACE.attention().get(block));
  }

  public static List<PredictionFigure.Bar> top(int count) {
    float[] probabilities = TRACE.probabilities();
    return IntStream.range(0, probabilities.length)
        .mapToObj(i -> new PredictionFigure.Bar(MODEL.labels().get(i), probabilities[i]))
        .sorted((a, b) -> Double.compare(b.probability(), a.probability()))
        .limit(count)
        .toList();
  }

  public static NetworkCost cost() {
    return NetworkCost.of(MODEL.network(), 1, true);
  }

  /** A training that gets better and, in the end, a little worse. */
  public static List<EpochResult> epochs(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double done = (i + 1.0) / count;
              double wiggle = 0.05 * Math.sin(i * 1.7) * (1 - done);
              double loss = 0.25 + 2.5 * Math.exp(-5 * done) + wiggle;
              double top1 = 0.96 - 0.9 * Math.exp(-6 * done) - wiggle;
              double rate = 1e-3 * (1 + Math.cos(Math.PI * done)) / 2;
              return new EpochResult(i, rate, loss + 0.6, loss + 0.1 * done, top1, 812.5);
            })
        .toList();
  }

  /** The loss between the epochs of a training, forty points in each. */
  public static List<LossCurve.Point> steps(int epochs) {
    Random random = new Random(3);
    return IntStream.rangeClosed(1, 40 * epochs)
        .mapToObj(
            i ->
                new LossCurve.Point(
                    i / 40.0, 0.85 + 2.5 * Math.exp(-i / 60.0) + 0.15 * random.nextGaussian()))
        .toList();
  }

  /** Pictures of classes that are mostly taken for themselves, else for a neighbour. */
  public static ConfusionMatrix confusion(int classes, int images) {
    List<String> names =
        List.of(
            "apple",
            "bottle",
            "butterfly",
            "car",
            "cup",
            "fish",
            "flower",
            "house",
            "key",
            "leaf",
            "mushroom",
            "pencil",
            "sailing boat",
            "scissors",
            "star",
            "umbrella");
    List<String> labels =
        IntStream.range(0, classes)
            .mapToObj(i -> i < names.size() ? names.get(i) : "class " + i)
            .toList();
    return confusion(labels, images);
  }

  /** The same of classes with these names. */
  public static ConfusionMatrix confusion(List<String> labels, int images) {
    int classes = labels.size();
    ConfusionMatrix.Builder builder = new ConfusionMatrix.Builder(labels);
    Random random = new Random(5);
    for (int label = 0; label < classes; label++) {
      for (int i = 0; i < images; i++) {
        int away = random.nextInt(8) < 7 ? 0 : (int) (4 * random.nextGaussian());
        builder.add(label, Math.floorMod(label + away, classes));
      }
    }
    return builder.build();
  }

  /** A model that is a little surer than it should be. */
  public static Calibration calibration(int images) {
    Random random = new Random(8);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      float confidence = 1 - 0.9f * (float) Math.pow(random.nextFloat(), 1.6);
      boolean isRight = random.nextFloat() < Math.pow(confidence, 1.4);
      answers.add(new Answer.Seen(i, 0, isRight ? 0 : 1, isRight ? 0 : 1, confidence, 0));
    }
    return Evaluation.of(List.of("a", "b"), answers).calibration();
  }

  /** An evaluation whose classes are recognised more often the higher their numbers are. */
  public static Evaluation evaluation(List<String> labels, int images) {
    Random random = new Random(11);
    List<Answer> answers = new ArrayList<>();
    for (int label = 0; label < labels.size(); label++) {
      for (int i = 0; i < images; i++) {
        boolean isRight = random.nextFloat() < 0.4 + 0.6 * label / labels.size();
        int predicted = isRight ? label : (label + 1) % labels.size();
        answers.add(
            new Answer.Seen(
                answers.size(), label, predicted, isRight ? 0 : 1 + random.nextInt(6), 0.5f, 0.7));
      }
    }
    return Evaluation.of(labels, answers);
  }

  /** What changes of M4 count, and speeds as if they had been measured. */
  private static List<Figure> changed() {
    FigureContext context = new FigureContext("EfficientViT-M4", null, "not retrained", true);
    Ablation ablation = Ablation.published();
    Setup setup = Setup.of(Variant.M4.config());
    List<Figure> figures = new ArrayList<>();
    List<SpeedFigure.Row> rows = new ArrayList<>();
    for (Ablation.Row row : ablation.rows()) {
      WhatIf one = WhatIf.of(setup, Variation.parse(row.change()), 16);
      figures.add(new DifferenceFigure(row.change(), "by count", one.difference(), context));
      double speed = (double) one.before().macs() / one.after().macs();
      rows.add(
          new SpeedFigure.Row(
              row.change(),
              new Estimate(speed, new Interval(0.97 * speed, 1.02 * speed)),
              Optional.of(row),
              !row.remark().isEmpty()));
    }
    figures.add(new SpeedFigure(rows, "as if measured", ablation, context));
    return figures;
  }

  /** Every kind of figure in every mode. */
  public static List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    AttentionFigure received = AttentionFigure.received(attention("blocks2.3"), CROP, CONTEXT);
    AttentionFigure windows = AttentionFigure.received(attention("blocks1.0"), CROP, CONTEXT);
    figures.add(received);
    figures.add(received.with(new Token(2, 3)));
    figures.add(windows);
    figures.add(
        windows
            .with(new Token(9, 4))
            .with(MapStyle.attention().withSharedScale(false).withSmooth(true)));
    TRACE.features().forEach((stage, map) -> figures.add(FeatureFigure.of(stage, map, CONTEXT)));
    figures.add(new PredictionFigure(top(5), CONTEXT));
    for (OperationTimeFigure.View view : OperationTimeFigure.View.values()) {
      figures.add(OperationTimeFigure.of(TRACE.times(), CONTEXT).with(view));
    }
    for (CostFigure.Quantity quantity : CostFigure.Quantity.values()) {
      figures.add(new CostFigure(cost(), quantity, CONTEXT.withoutPicture()));
    }
    figures.addAll(changed());
    FigureContext trained = new FigureContext("EfficientViT-M0", null, "objects.pth", false);
    figures.add(new TrainingFigure(epochs(90), trained));
    figures.add(new TrainingFigure(epochs(4), steps(6), trained));
    for (ConfusionFigure.Cell cell : ConfusionFigure.Cell.values()) {
      figures.add(new ConfusionFigure(confusion(16, 40), cell, trained));
    }
    figures.add(new MistakesFigure(confusion(Labels.imageNet(), 50), trained));
    figures.add(new CalibrationFigure(calibration(5000), trained));
    figures.add(
        new ClassAccuracyFigure(
            evaluation(confusion(16, 1).labels(), 25), ClassAccuracyFigure.Order.WORST, trained));
    figures.addAll(ProfileSamples.figures(ProfileSamples.of("m0", "pytorch", 1)));
    figures.add(ProfileSamples.networks());
    return figures;
  }
}
