package org.efficientvit.core.ops.script;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.torch.Torch;
import org.efficientvit.core.tensor.Tensor;

/**
 * A network in bfloat16 in PyTorch's memory, ready for passes from any thread; closing frees it.
 *
 * <p>What a script gives out is part of it: there is one, with weights of its own, for each set of
 * kinds of values that was asked for.
 */
public final class ScriptNetwork implements AutoCloseable {

  /** A script that is ready, and what comes out of it. */
  private record Ready(PtSymbolBlock block, List<Tap> outputs) {}

  private final NDManager manager;
  private final GraphSource source;
  private final int threads;
  private final Map<Set<Tap.Kind>, Ready> scripts = new HashMap<>();

  /**
   * Makes the script that gives the logits ready.
   *
   * @param threads that work inside one operation
   * @param gpu whether on the first GPU
   * @throws InspectorException if PyTorch does not start or does not take the network
   */
  public ScriptNetwork(GraphSource source, int threads, boolean gpu) {
    this.source = requireNonNull(source, "source is null");
    this.threads = threads;
    this.manager = Torch.newManager(gpu);
    try {
      ready(EnumSet.of(Tap.Kind.LOGITS));
    } catch (InspectorException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * One forward pass.
   *
   * @param images (B, 3, S, S)
   * @param wanted kinds of values
   * @return the values of these kinds, and the logits, in the shapes of {@link Tap.Kind}
   * @throws InspectorException if PyTorch cannot run it
   */
  public Map<Tap, Tensor> run(Tensor images, Set<Tap.Kind> wanted) {
    Torch.prepareThread(threads, false);
    Set<Tap.Kind> kinds = EnumSet.of(Tap.Kind.LOGITS);
    kinds.addAll(wanted);
    Ready ready = ready(kinds);
    try (NDManager pass = manager.newSubManager();
        NDArray pictures = pass.create(FloatBuffer.wrap(images.values()), extents(images));
        NDList results = IValueUtils.forward(ready.block(), new NDList(pictures), false)) {
      Map<Tap, Tensor> values = new LinkedHashMap<>();
      for (int i = 0; i < results.size(); i++) {
        values.put(ready.outputs().get(i), copy(results.get(i)));
      }
      return values;
    } catch (EngineException e) {
      throw failure("run", e);
    }
  }

  private static Shape extents(Tensor tensor) {
    return new Shape(tensor.shape().toLongArray());
  }

  private static Tensor copy(NDArray array) {
    int[] extents = LongStream.of(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    return new Tensor(org.efficientvit.core.tensor.Shape.of(extents), array.toFloatArray());
  }

  private Ready ready(Set<Tap.Kind> kinds) {
    synchronized (scripts) {
      return scripts.computeIfAbsent(kinds, this::load);
    }
  }

  private Ready load(Set<Tap.Kind> kinds) {
    ScriptModel model = ScriptModel.of(source, tap -> kinds.contains(tap.kind()));
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(model.bytes()), true, false);
      return new Ready(block, model.outputs());
    } catch (EngineException e) {
      throw failure("load", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
  }

  private InspectorException failure(String what, EngineException e) {
    return new InspectorException(
        "PyTorch could not %s %s in bfloat16 (%s); use --precision fp32."
            .formatted(
                what, source.name(), String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
        e);
  }

  @Override
  public void close() {
    manager.close();
  }
}
