package org.efficientvit.core.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.tensor.Shape;

/**
 * Which network of another family a file's tensors belong to: the one with whose parameters they
 * have most in common. Nothing is asked of a network but its parameters.
 */
final class DesignInference {

  /** A file that shares less with a network is of none, and not a broken file of this one. */
  private static final double LEAST_SHARE = 0.5;

  private static final int SMALLEST_IMAGE = 16;
  private static final int LARGEST_IMAGE = 1024;
  private static final int STEP = 16;

  private final Map<String, Shape> file;

  private DesignInference(Map<String, Shape> file) {
    this.file = file;
  }

  /**
   * The network that these tensors belong to, for as many classes and for pictures of the size that
   * they are made for; empty where they are of none.
   *
   * @param shapes by timm's names
   */
  static Optional<Network> infer(Map<String, Shape> shapes) {
    return new DesignInference(shapes).infer();
  }

  private Optional<Network> infer() {
    Design best = null;
    double most = LEAST_SHARE;
    for (Design design : Designs.rivals()) {
      double share = ExpectedTensors.closest(design.network(), file).shareIn(file);
      if (share > most) {
        best = design;
        most = share;
      }
    }
    return Optional.ofNullable(best)
        .map(design -> design.network(imageSize(design), classes(design)));
  }

  private int classes(Design design) {
    Shape bias = file.get(ExpectedTensors.of(design.network(), false).last());
    return bias != null && bias.rank() == 1 && bias.elements() > 0
        ? bias.elements()
        : Design.CLASSES;
  }

  /** The published size, unless some tensor's shape follows from the size and says another. */
  private int imageSize(Design design) {
    ExpectedTensors published = ExpectedTensors.of(design.network(), false);
    ExpectedTensors larger = ExpectedTensors.of(design.network(2 * design.imageSize()), false);
    List<String> sized = published.unlike(larger).toList();
    IntStream sizes =
        IntStream.concat(
            IntStream.of(design.imageSize()),
            IntStream.iterate(SMALLEST_IMAGE, size -> size <= LARGEST_IMAGE, size -> size + STEP));
    return sizes
        .filter(size -> sized.isEmpty() || fits(design, size, sized))
        .findFirst()
        .orElse(design.imageSize());
  }

  private boolean fits(Design design, int size, List<String> names) {
    try {
      Map<String, Shape> shapes = ExpectedTensors.of(design.network(size), false).shapes();
      return names.stream().allMatch(name -> Objects.equals(shapes.get(name), file.get(name)));
    } catch (InspectorException e) {
      // A size that the network does not take.
      return false;
    }
  }
}
