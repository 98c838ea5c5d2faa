package org.efficientvit.core.ops.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.efficientvit.core.ops.Forward;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.tensor.Shape;

/** Which operation of a network reads the results of which, normalisation folded. */
final class Wiring {

  /** An operation and the shapes and sources of what it reads; the picture has no source. */
  record Place(int index, Operation operation, List<Shape> inputs, Set<String> sources) {

    long macs() {
      return operation.macs(inputs);
    }
  }

  private record Value(Shape shape, Optional<String> source) {}

  private final Map<String, Place> places = new LinkedHashMap<>();

  private Wiring() {}

  /** Follows a network through on shapes. */
  static Wiring of(Forward network, Shape image) {
    Wiring wiring = new Wiring();
    network.forward(wiring.new Follower(), new Value(image, Optional.empty()));
    return wiring;
  }

  /** The operations by name, in their order. */
  Map<String, Place> places() {
    return places;
  }

  /** What stands in the network under a name that is known to be there. */
  Place place(String name) {
    Place place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(name + " is not in the network");
    }
    return place;
  }

  /** The first operation that reads what another gives. */
  Optional<String> reader(String name) {
    return places.values().stream()
        .filter(place -> place.sources().contains(name))
        .map(place -> place.operation().name())
        .findFirst();
  }

  /** Of the operations whose results another reads, the one that runs last. */
  Optional<String> latestSource(String name) {
    return place(name).sources().stream()
        .max((one, other) -> Integer.compare(place(one).index(), place(other).index()));
  }

  private final class Follower implements Ops<Value> {

    @Override
    public Value apply(Operation operation, List<Value> inputs) {
      List<Shape> shapes = inputs.stream().map(Value::shape).toList();
      Set<String> sources = new TreeSet<>();
      inputs.forEach(input -> input.source().ifPresent(sources::add));
      places.put(
          operation.name(),
          new Place(places.size(), operation, new ArrayList<>(shapes), Set.copyOf(sources)));
      return new Value(operation.output(shapes), Optional.of(operation.name()));
    }

    @Override
    public Shape shape(Value value) {
      return value.shape();
    }

    @Override
    public boolean isFolded() {
      return true;
    }
  }
}
