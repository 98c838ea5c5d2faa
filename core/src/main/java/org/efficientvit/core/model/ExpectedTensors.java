package org.efficientvit.core.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.tensor.Shape;

/**
 * The tensors that a network reads.
 *
 * @param shapes by name, in the network's order
 */
record ExpectedTensors(Map<String, Shape> shapes) {

  /** Those of a network as trained, or with normalisation folded. */
  static ExpectedTensors of(VisionNetwork network, boolean folded) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Blueprint.of(network, 1, folded)
        .parameters()
        .forEach(parameter -> shapes.put(parameter.name(), parameter.shape()));
    return new ExpectedTensors(shapes);
  }

  /** Those as trained or folded, whichever have more names in common with a file's. */
  static ExpectedTensors closest(VisionNetwork network, Map<String, Shape> file) {
    ExpectedTensors trained = of(network, false);
    ExpectedTensors folded = of(network, true);
    return folded.named(file) > trained.named(file) ? folded : trained;
  }

  private long named(Map<String, Shape> file) {
    return shapes.keySet().stream().filter(file::containsKey).count();
  }

  /** The share of them that a file holds under their names and in their shapes, 0 to 1. */
  double shareIn(Map<String, Shape> file) {
    return (double) fitting(file) / shapes.size();
  }

  private long fitting(Map<String, Shape> file) {
    return shapes.entrySet().stream()
        .filter(entry -> Objects.equals(entry.getValue(), file.get(entry.getKey())))
        .count();
  }

  /** The names of those whose shape is another than in a network that reads the same names. */
  Stream<String> unlike(ExpectedTensors other) {
    return shapes.entrySet().stream()
        .filter(entry -> !Objects.equals(entry.getValue(), other.shapes.get(entry.getKey())))
        .map(Map.Entry::getKey);
  }

  /** The name of the last, which is what the classifier adds: as many numbers as classes. */
  String last() {
    return shapes.keySet().stream().reduce((first, second) -> second).orElseThrow();
  }
}
