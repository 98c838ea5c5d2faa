package org.efficientvit.core.ops.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;

/** Writes a network down instead of running it; values that are tapped become outputs. */
final class OnnxOps implements Ops<GraphValue> {

  private final OnnxGraph graph;
  private final OnnxKernels kernels;
  private final Predicate<Tap> wanted;
  private final Map<Tap, String> outputs = new LinkedHashMap<>();

  OnnxOps(OnnxGraph graph, OnnxKernels kernels, Predicate<Tap> wanted) {
    this.graph = graph;
    this.kernels = kernels;
    this.wanted = wanted;
  }

  /** The names of the outputs so far, in the order in which they were tapped. */
  Map<Tap, String> outputs() {
    return outputs;
  }

  @Override
  public GraphValue apply(Operation operation, List<GraphValue> inputs) {
    return operation.run(kernels, inputs);
  }

  /** For one image. */
  @Override
  public Shape shape(GraphValue value) {
    return value.shape();
  }

  @Override
  public boolean isFolded() {
    return true;
  }

  @Override
  public void tap(Tap tap, GraphValue value) {
    if (wanted.test(tap)) {
      String name = name(tap);
      outputs.put(tap, graph.output(name, offered(tap, name, value)).name());
    }
  }

  /** The value itself, or tokens put back on their grid. */
  private GraphValue offered(Tap tap, String name, GraphValue value) {
    WindowGrid grid = tap.grid();
    if (grid == null || !tap.isTokens()) {
      return value;
    }
    String cells = graph.slice(name + "/cells", value.name(), 1, grid.leading(), grid.tokens());
    Shape shape = value.shape().with(1, grid.tokens() - grid.leading());
    return kernels.grid(
        new Grid(name + "/grid", grid.height(), grid.width()), new GraphValue(cells, shape));
  }

  /**
   * {@code logits}, {@code blocks2}, {@code blocks2.3.head_output.0}, {@code blocks.3.attention} of
   * all heads, {@code patch_embed.0.output}: an operation's own name is taken by its node.
   */
  private static String name(Tap tap) {
    if (tap.kind() == Tap.Kind.OPERATION) {
      return tap.name() + ".output";
    }
    if (!tap.isOfHeads()) {
      return tap.name();
    }
    String all = tap.name() + "." + tap.kind().name().toLowerCase(Locale.ROOT);
    return tap.head() == Tap.ALL ? all : all + "." + tap.head();
  }
}
