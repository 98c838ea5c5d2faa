package org.efficientvit.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Trace;

/** A trace as tensors under names that other tools find. */
final class TraceTensors {

  private TraceTensors() {}

  /**
   * All that a trace holds, in the order of the network: {@code logits} as (1, L), features as (1,
   * C, H, W), what the heads of a block say as (h, w, …), named {@code blocks2.3.attention}, and
   * what operations give, named {@code patch_embed.0.output}.
   */
  static Map<String, Tensor> of(Trace trace) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    if (trace.logits() != null) {
      tensors.put("logits", batchOfOne(trace.logits()));
    }
    trace.features().forEach((name, features) -> tensors.put(name, batchOfOne(features)));
    for (TapChoice choice : TapChoice.values()) {
      trace
          .heads()
          .getOrDefault(choice.kind(), Map.of())
          .forEach((block, maps) -> tensors.put(block + "." + choice.suffix(), maps.values()));
    }
    trace.operations().forEach((name, values) -> tensors.put(name + ".output", values));
    return tensors;
  }

  private static Tensor batchOfOne(Tensor tensor) {
    Shape shape = tensor.shape();
    int[] dimensions = new int[shape.rank() + 1];
    dimensions[0] = 1;
    System.arraycopy(shape.toArray(), 0, dimensions, 1, shape.rank());
    return tensor.reshape(dimensions);
  }
}
