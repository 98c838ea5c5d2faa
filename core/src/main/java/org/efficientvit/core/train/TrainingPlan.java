package org.efficientvit.core.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.Augmentation;
import org.efficientvit.core.data.ColourJitter;
import org.efficientvit.core.data.Mixing;

/**
 * How to train.
 *
 * @param epochs how often every picture is shown
 * @param batch B, pictures in one step
 * @param rate the highest learning rate
 * @param warmUp epochs in which the rate rises to it
 * @param weightDecay λ of AdamW
 * @param clipNorm the largest 2-norm that the gradients of a step may have together
 * @param augmentation of each picture
 * @param mixing of the pictures of a batch and of their labels
 * @param isBackboneFrozen whether the classifier alone is trained
 * @param seed of the first weights, the order and the augmentation
 */
public record TrainingPlan(
    int epochs,
    int batch,
    double rate,
    double warmUp,
    double weightDecay,
    double clipNorm,
    Augmentation augmentation,
    Mixing mixing,
    boolean isBackboneFrozen,
    long seed) {

  private static final double WARM_UP = 0.5;
  private static final double WEIGHT_DECAY = 0.025;
  private static final double CLIP_NORM = 5;
  private static final double SMALLEST_CROP = 0.5;
  private static final double JITTER = 0.4;
  private static final double SMOOTHING = 0.1;

  /**
   * Checks what can be checked before anything is trained.
   *
   * @throws InspectorException if nothing can be trained so
   */
  public TrainingPlan {
    if (epochs < 1 || batch < 2) {
      throw new InspectorException(
          "A training needs at least one epoch and two pictures in a batch; choose other --epochs"
              + " or --batch.");
    }
    if (!(rate > 0 && warmUp >= 0 && warmUp < epochs && weightDecay >= 0 && clipNorm > 0)) {
      throw new InspectorException(
          "A training needs a learning rate and a clipping norm above 0, a weight decay of at least"
              + " 0 and a warm-up shorter than the training; choose other figures.");
    }
  }

  /** A plan whose other figures are those that the program's own weights were trained with. */
  public static TrainingPlan usual(int epochs, int batch, double rate, long seed) {
    Augmentation standard = Augmentation.standard().withSmallestArea(SMALLEST_CROP);
    return new TrainingPlan(
        epochs,
        batch,
        rate,
        WARM_UP,
        WEIGHT_DECAY,
        CLIP_NORM,
        new Augmentation(
            standard.crop(), standard.flip(), new ColourJitter(JITTER, JITTER, JITTER)),
        new Mixing(0, SMOOTHING),
        false,
        seed);
  }

  /** The plan in words and numbers, by the names of the options that set them. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("epochs", Integer.toString(epochs));
    settings.put("batch", Integer.toString(batch));
    settings.put("learning rate", Double.toString(rate));
    settings.put("warm-up", Double.toString(warmUp));
    settings.put("weight decay", Double.toString(weightDecay));
    settings.put("clipping norm", Double.toString(clipNorm));
    settings.put("augmentation", augmentation.toString());
    settings.put("mixing", mixing.toString());
    settings.put("frozen backbone", Boolean.toString(isBackboneFrozen));
    settings.put("seed", Long.toString(seed));
    return settings;
  }
}
