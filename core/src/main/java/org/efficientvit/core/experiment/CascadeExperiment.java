package org.efficientvit.core.experiment;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.Augmentation;
import org.efficientvit.core.data.KeptPictures;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.data.Mixing;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;
import org.efficientvit.core.train.StartModel;
import org.efficientvit.core.train.TrainingPlan;

/**
 * Does the diversity of heads come from the cascade? A small network is trained on rendered objects
 * with the cascade and without, several times each.
 *
 * <p>A seed sets the first weights, the order of the pictures and their augmentation, the same for
 * both arms: within a pair nothing differs but the cascade. The pictures are the same for all.
 *
 * @param seeds trainings of each arm
 * @param epochs of each training
 * @param pictures to learn from, each shown once in an epoch, in another crop and other light
 * @param measured pictures of the validation split on which trained networks are measured, the same
 *     for all
 */
public record CascadeExperiment(int seeds, int epochs, int pictures, int measured) {

  private static final int BATCH = 32;
  private static final double RATE = 0.002;
  private static final double WARM_UP = 0.5;
  private static final double WEIGHT_DECAY = 0.025;
  private static final double CLIP_NORM = 5;
  private static final double SMOOTHING = 0.1;
  private static final double SMALLEST_AREA = 0.5;

  /** Pictures by which each epoch is watched; what is reported is measured on others and more. */
  private static final int WATCHED = 320;

  /** The seed of the pictures, the same for all trainings. */
  private static final long PICTURE_SEED = 0;

  /**
   * One training.
   *
   * @param arm with the cascade or without
   * @param seed from 0
   */
  public record Unit(CascadeArm arm, int seed) {

    /** The name of its folder: {@code cascade-0}. */
    public String id() {
      return arm.id() + "-" + seed;
    }
  }

  /**
   * Checks the figures.
   *
   * @throws InspectorException if nothing can be told from so little
   */
  public CascadeExperiment {
    if (seeds < 2 || epochs < 1 || pictures < BATCH || measured < 2) {
      throw new InspectorException(
          "The experiment needs at least two seeds, one epoch, %d pictures in it and two pictures to measure on; choose larger figures."
              .formatted(BATCH));
    }
  }

  /** What fits into 20 minutes on two cores. */
  public static CascadeExperiment standard() {
    return new CascadeExperiment(3, 7, 6000, 800);
  }

  /** All trainings, both arms of a seed one after the other. */
  public List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      for (CascadeArm arm : CascadeArm.values()) {
        units.add(new Unit(arm, seed));
      }
    }
    return units;
  }

  /** How each unit of a seed is trained. */
  public TrainingPlan plan(int seed) {
    return new TrainingPlan(
        epochs,
        BATCH,
        RATE,
        Math.min(WARM_UP, epochs / 2.0),
        WEIGHT_DECAY,
        CLIP_NORM,
        Augmentation.standard().withSmallestArea(SMALLEST_AREA),
        new Mixing(0, SMOOTHING),
        false,
        seed);
  }

  /** The pictures on which trained networks are measured. */
  public RenderedPictures validation() {
    return rendered(Split.VALIDATION, measured);
  }

  /** A unit's network before its training. */
  public static Model untrained(Unit unit) {
    List<String> labels = ObjectKind.labels();
    return StartModel.fresh(unit.arm().config(labels.size()), labels, unit.seed());
  }

  /** The pictures to learn from, in memory once they were asked for. */
  LabelledPictures training() {
    return new KeptPictures(rendered(Split.TRAINING, pictures));
  }

  /** The pictures by which each epoch is watched. */
  LabelledPictures watched() {
    return new KeptPictures(rendered(Split.VALIDATION, WATCHED));
  }

  private static RenderedPictures rendered(Split split, int size) {
    return new RenderedPictures(
        split, PICTURE_SEED, size, SceneRenderer.forNetwork(CascadeArm.IMAGE_SIZE, true));
  }
}
