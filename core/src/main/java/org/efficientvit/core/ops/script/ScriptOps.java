package org.efficientvit.core.ops.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;

/** Writes a network down instead of running it; values that are tapped become outputs. */
final class ScriptOps implements Ops<ScriptValue> {

  private static final int MAPS = 4;

  private final ScriptCode code;
  private final ScriptKernels kernels;
  private final Predicate<Tap> wanted;
  private final Map<Tap, String> outputs = new LinkedHashMap<>();

  ScriptOps(ScriptCode code, ScriptKernels kernels, Predicate<Tap> wanted) {
    this.code = code;
    this.kernels = kernels;
    this.wanted = wanted;
  }

  /** The variables that go out so far, in the order in which they were tapped. */
  Map<Tap, String> outputs() {
    return outputs;
  }

  @Override
  public ScriptValue apply(Operation operation, List<ScriptValue> inputs) {
    return operation.run(kernels, inputs);
  }

  /** For one image. */
  @Override
  public Shape shape(ScriptValue value) {
    return value.shape();
  }

  @Override
  public boolean isFolded() {
    return true;
  }

  /** In 32 bits, feature maps as (B, C, H, W). */
  @Override
  public void tap(Tap tap, ScriptValue value) {
    if (wanted.test(tap)) {
      ScriptValue offered = offered(tap, value);
      String wide = kernels.wide(offered);
      boolean maps = offered.shape().rank() == MAPS;
      outputs.put(tap, maps ? code.permute(wide, 0, 3, 1, 2) : wide);
    }
  }

  /** The value itself, or tokens put back on their grid. */
  private ScriptValue offered(Tap tap, ScriptValue value) {
    WindowGrid grid = tap.grid();
    if (grid == null || !tap.isTokens()) {
      return value;
    }
    String cells = code.slice(value.name(), 1, grid.leading(), grid.tokens());
    Shape shape = value.shape().with(1, grid.tokens() - grid.leading());
    return kernels.grid(
        new Grid(tap.name(), grid.height(), grid.width()),
        new ScriptValue(cells, shape, value.isWide()));
  }
}
