package org.efficientvit.core.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.model.BackboneWeights;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.tensor.Tensor;

/**
 * The detector with which a training begins: a classifier's backbone under a pyramid and a head
 * that have learned nothing.
 *
 * <p>Their kernels are normal with deviation √(2/fan-in), those of the last layers 0.01, and the
 * bias of the class scores is such that every class of every anchor is as likely as 0.01 (arXiv
 * 1708.02002, Section 4.1), so that the many anchors without an object do not drown the others.
 */
public final class StartDetector {

  private static final String LAST = "bbox_head.retina_";
  private static final String CLASS_BIAS = "bbox_head.retina_cls.bias";
  private static final double LAST_DEVIATION = 0.01;
  private static final double PRIOR = 0.01;

  private StartDetector() {}

  /**
   * A detector on what a classifier has learned.
   *
   * @throws InspectorException if the classifier is no EfficientViT as trained
   */
  public static DetectionModel from(
      Model classifier, List<String> labels, DetectionPreprocessing preprocessing, long seed) {
    if (!(classifier.network() instanceof EfficientViT network)) {
      throw new InspectorException(
          "A detector is built on EfficientViT, and these weights (%s) are of %s; begin with weights of m0 to m5."
              .formatted(classifier.provenance().description(), classifier.network().name()));
    }
    StartModel.requireUnfolded(classifier);
    RetinaNetConfig config = RetinaNetConfig.small(network.config(), labels.size());
    Map<String, Tensor> learned = BackboneWeights.of(classifier.weights(), config);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    int side = preprocessing.shorterSide();
    SplittableRandom seeds = new SplittableRandom(seed);
    for (Parameter parameter :
        Blueprint.of(new RetinaNet(config, side, side), 1, false).parameters()) {
      Tensor there = learned.get(parameter.name());
      weights.put(parameter.name(), there == null ? fresh(parameter, seeds.split()) : there);
    }
    return new DetectionModel(config, weights, labels, preprocessing, classifier.provenance());
  }

  private static Tensor fresh(Parameter parameter, SplittableRandom random) {
    float[] values = new float[parameter.shape().elements()];
    double deviation = deviation(parameter);
    double mean = parameter.name().equals(CLASS_BIAS) ? -Math.log((1 - PRIOR) / PRIOR) : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + deviation * random.nextGaussian());
    }
    return new Tensor(parameter.shape(), values);
  }

  private static double deviation(Parameter parameter) {
    if (parameter.role() != Parameter.Role.WEIGHT) {
      return 0;
    }
    int fanIn = parameter.shape().elements() / parameter.shape().dimension(0);
    return parameter.name().startsWith(LAST) ? LAST_DEVIATION : Math.sqrt(2.0 / fanIn);
  }
}
