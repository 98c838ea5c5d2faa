package org.efficientvit.core.ops.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;

/**
 * A network with its weights as a TorchScript archive, which takes pictures (B, 3, S, S) of 32 bits
 * for any number B, computes in bfloat16 and gives 32 bits out.
 */
final class ScriptModel {

  private final byte[] bytes;
  private final List<Tap> outputs;

  private ScriptModel(byte[] bytes, List<Tap> outputs) {
    this.bytes = bytes;
    this.outputs = List.copyOf(outputs);
  }

  /**
   * Writes a network down.
   *
   * @param wanted which values are outputs, in the shapes of {@link Tap.Kind}
   */
  static ScriptModel of(GraphSource source, Predicate<Tap> wanted) {
    ScriptCode code = new ScriptCode();
    ScriptKernels kernels = new ScriptKernels(code, source.weights());
    ScriptOps ops = new ScriptOps(code, kernels, wanted);
    source.forward().tapped().forward(ops, kernels.input(source.input()));
    String program = code.program(new ArrayList<>(ops.outputs().values()));
    return new ScriptModel(
        ScriptArchive.bytes(program, code.constants()), new ArrayList<>(ops.outputs().keySet()));
  }

  /** What comes out, in this order. */
  List<Tap> outputs() {
    return outputs;
  }

  /** The bytes of the archive. */
  byte[] bytes() {
    return bytes;
  }
}
