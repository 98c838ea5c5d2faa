package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.Foldable;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;

/**
 * What a network does, found by running it on shapes alone: its operations in order, its
 * parameters, the places that can be tapped.
 *
 * @param steps in the order in which they run
 * @param layers those whose normalisation can be folded
 * @param taps with the shape of what is offered there
 */
public record Blueprint(List<Step> steps, List<Foldable> layers, Map<Tap, Shape> taps) {

  /** One operation with the shapes that it meets. */
  public record Step(Operation operation, List<Shape> inputs, Shape output) {}

  /**
   * Runs a network on shapes.
   *
   * @param batch B, how many images at a time
   * @param folded whether normalisation is folded into the layer beside it
   */
  public static Blueprint of(VisionNetwork network, int batch, boolean folded) {
    Drafting drafting = new Drafting(folded);
    network.forward(drafting, network.input(batch));
    return new Blueprint(List.copyOf(drafting.steps), List.copyOf(drafting.layers), drafting.taps);
  }

  /** The operations in the order in which they run. */
  public List<Operation> operations() {
    return steps.stream().map(Step::operation).toList();
  }

  /** What the operations read from the weights, each name once, in the order of first use. */
  public Collection<Parameter> parameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Step step : steps) {
      for (Parameter parameter : step.operation().parameters()) {
        parameters.putIfAbsent(parameter.name(), parameter);
      }
    }
    return parameters.values();
  }

  /** The interpreter whose values are shapes. */
  private static final class Drafting implements Ops<Shape> {

    private final boolean folded;
    private final List<Step> steps = new ArrayList<>();
    private final List<Foldable> layers = new ArrayList<>();
    private final Map<Tap, Shape> taps = new LinkedHashMap<>();

    Drafting(boolean folded) {
      this.folded = folded;
    }

    @Override
    public Shape apply(Operation operation, List<Shape> inputs) {
      Shape output = operation.output(inputs);
      steps.add(new Step(operation, List.copyOf(inputs), output));
      return output;
    }

    @Override
    public Shape apply(Foldable layer, Shape input) {
      layers.add(layer);
      return Ops.super.apply(layer, input);
    }

    @Override
    public Shape shape(Shape value) {
      return value;
    }

    @Override
    public boolean isFolded() {
      return folded;
    }

    @Override
    public void tap(Tap tap, Shape value) {
      taps.put(tap, tap.shape(value));
    }
  }
}
