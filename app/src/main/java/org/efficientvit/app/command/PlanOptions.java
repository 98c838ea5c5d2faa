package org.efficientvit.app.command;

import org.efficientvit.core.data.Augmentation;
import org.efficientvit.core.data.ColourJitter;
import org.efficientvit.core.data.Mixing;
import org.efficientvit.core.train.TrainingPlan;
import picocli.CommandLine.Option;

/** How to train. */
final class PlanOptions {

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "20",
      converter = PositiveInteger.class,
      description = "How often every picture is shown (default: ${DEFAULT-VALUE}).",
      order = 20)
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "B",
      defaultValue = "32",
      converter = PositiveInteger.class,
      description = "Pictures in one step (default: ${DEFAULT-VALUE}).",
      order = 21)
  private int batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      defaultValue = "0.001",
      description = "The highest one; falls to a hundredth along a cosine (default: 0.001).",
      order = 22)
  private double rate;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "0.5",
      description = "Epochs in which the rate rises (default: ${DEFAULT-VALUE}).",
      order = 23)
  private double warmUp;

  @Option(
      names = "--weight-decay",
      paramLabel = "L",
      defaultValue = "0.025",
      description =
          "Of AdamW, for all but biases, normalisation and attention biases (default: 0.025).",
      order = 24)
  private double weightDecay;

  @Option(
      names = "--clip-norm",
      paramLabel = "N",
      defaultValue = "5",
      description = "The largest norm that all gradients together may have (default: 5).",
      order = 25)
  private double clipNorm;

  @Option(
      names = "--label-smoothing",
      paramLabel = "E",
      defaultValue = "0.1",
      description = "Share of a label that all classes have alike (default: ${DEFAULT-VALUE}).",
      order = 26)
  private double smoothing;

  @Option(
      names = "--mixup",
      paramLabel = "A",
      defaultValue = "0",
      description = "Alpha of mixup; 0.8 in the paper, 0 for none (default: 0).",
      order = 27)
  private double mixup;

  @Option(
      names = "--smallest-crop",
      paramLabel = "S",
      defaultValue = "0.5",
      description = "Share of a picture's area that a crop has at least (default: 0.5).",
      order = 28)
  private double smallestCrop;

  @Option(
      names = "--jitter",
      paramLabel = "J",
      defaultValue = "0.4",
      description = "Of brightness, contrast and saturation, 0 for none (default: 0.4).",
      order = 29)
  private double jitter;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Of the first weights, the pictures and their order (default: 0).",
      order = 30)
  private long seed;

  @Option(
      names = "--freeze-backbone",
      description = "Train the classifier alone; for use with --from.",
      order = 31)
  private boolean frozen;

  /**
   * The plan that was asked for.
   *
   * @throws org.efficientvit.core.InspectorException if nothing can be trained so
   */
  TrainingPlan plan() {
    Augmentation standard = Augmentation.standard().withSmallestArea(smallestCrop);
    return new TrainingPlan(
        epochs,
        batch,
        rate,
        warmUp,
        weightDecay,
        clipNorm,
        new Augmentation(
            standard.crop(), standard.flip(), new ColourJitter(jitter, jitter, jitter)),
        new Mixing(mixup, smoothing),
        frozen,
        seed);
  }
}
