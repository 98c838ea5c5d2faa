package org.efficientvit.core.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/** Gives a network exactly the tensors that it expects, or says all that does not fit. */
public final class WeightMatcher {

  /** Up to as many problems are part of the sentence; more follow it, one on each line. */
  private static final int MOST_IN_SENTENCE = 8;

  private final Checkpoint checkpoint;
  private final List<String> missing = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();
  private final List<String> unlike = new ArrayList<>();

  private WeightMatcher(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * The tensors of a checkpoint under the names, in the order and with the shapes that a network
   * expects. Buffers that follow from the network are passed over, and a 1x1 convolution may be
   * stored as a matrix.
   *
   * @param expected name to shape, in the network's order
   * @param checkpoint under {@linkplain NameScheme#toOfficial official names}
   * @throws InspectorException naming every tensor that is missing, unexpected or of another shape,
   *     or those that hold numbers which are not finite
   */
  public static Map<String, Tensor> match(Map<String, Shape> expected, Checkpoint checkpoint) {
    WeightMatcher matcher = new WeightMatcher(checkpoint);
    Map<String, Tensor> matched = matcher.collect(expected);
    matcher.requireNoProblems(expected.size());
    checkpoint.requireFinite();
    return Collections.unmodifiableMap(matched);
  }

  private Map<String, Tensor> collect(Map<String, Shape> expected) {
    Map<String, Tensor> matched = new LinkedHashMap<>();
    expected.forEach(
        (name, shape) -> {
          StoredTensor stored = checkpoint.tensors().get(name);
          if (stored == null) {
            missing.add(name);
          } else {
            fit(name, stored, shape).ifPresent(tensor -> matched.put(name, tensor));
          }
        });
    for (String name : checkpoint.tensors().keySet()) {
      if (!expected.containsKey(name) && !NameScheme.isBuffer(name)) {
        unexpected.add(Refusal.printable(name));
      }
    }
    return matched;
  }

  private Optional<Tensor> fit(String name, StoredTensor stored, Shape expected) {
    if (stored.values().isEmpty()) {
      unlike.add("%s holds %s numbers, not floats".formatted(name, stored.dtype()));
      return Optional.empty();
    }
    Tensor tensor = stored.values().get();
    if (tensor.shape().equals(expected)) {
      return Optional.of(tensor);
    }
    if (isPointwise(expected) && tensor.shape().equals(matrix(expected))) {
      return Optional.of(tensor.reshape(expected.toArray()));
    }
    unlike.add("%s has the shape %s instead of %s".formatted(name, stored.shape(), expected));
    return Optional.empty();
  }

  private static boolean isPointwise(Shape shape) {
    return shape.rank() == 4 && shape.dimension(2) == 1 && shape.dimension(3) == 1;
  }

  private static Shape matrix(Shape pointwise) {
    return Shape.of(pointwise.dimension(0), pointwise.dimension(1));
  }

  private void requireNoProblems(int expected) {
    List<String> problems = new ArrayList<>(unlike);
    missing.forEach(name -> problems.add(name + " is missing"));
    unexpected.forEach(name -> problems.add(name + " is unexpected"));
    if (problems.isEmpty()) {
      return;
    }
    String advice = "choose the network that it was saved from";
    if (problems.size() <= MOST_IN_SENTENCE) {
      throw new InspectorException(
          "%s does not fit the network (%s); %s."
              .formatted(checkpoint.name(), String.join(", ", problems), advice));
    }
    throw new InspectorException(
        "%s does not fit the network (of %d tensors %d are missing and %d have another shape, %d are unexpected); %s.\n  %s"
            .formatted(
                checkpoint.name(),
                expected,
                missing.size(),
                unlike.size(),
                unexpected.size(),
                advice,
                String.join("\n  ", problems)));
  }
}
