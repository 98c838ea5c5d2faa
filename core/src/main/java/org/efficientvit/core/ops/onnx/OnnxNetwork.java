package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A network in ONNX Runtime's memory, ready for passes from any thread; closing frees it.
 *
 * <p>What a model gives out is part of it: there is a session, with weights of its own, for each
 * set of kinds of values that was asked for, and passes choose among its outputs.
 */
public final class OnnxNetwork implements AutoCloseable {

  /** A model that is ready, and what its outputs are called. */
  private record Ready(OrtSession session, Map<Tap, String> outputs) {}

  private final OrtEnvironment environment = OnnxRuntime.environment();
  private final GraphSource source;
  private final int threads;
  private final @Nullable Path profile;
  private final InputBuffers buffers = new InputBuffers();
  private final Map<Set<Tap.Kind>, Ready> sessions = new HashMap<>();

  /** Passes read, and closing waits until the last has ended. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  /**
   * Makes the model that gives the logits ready.
   *
   * @param threads that work inside one operation
   * @throws InspectorException if ONNX Runtime does not start or does not take the network
   */
  public OnnxNetwork(GraphSource source, int threads) {
    this(source, threads, null);
  }

  OnnxNetwork(GraphSource source, int threads, @Nullable Path profile) {
    this.source = requireNonNull(source, "source is null");
    this.threads = threads;
    this.profile = profile;
    ready(EnumSet.of(Tap.Kind.LOGITS));
  }

  /**
   * One forward pass.
   *
   * @param images (B, 3, S, S)
   * @param taps what is wanted, of those that the network has
   * @return the values in the shapes of {@link Tap.Kind}, in the order of {@code taps}
   * @throws InspectorException if ONNX Runtime cannot run it
   * @throws IllegalStateException if this is closed
   */
  public Map<Tap, Tensor> run(Tensor images, Set<Tap> taps) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException(source.name() + " is closed");
      }
      return run(images, taps, ready(kinds(taps)));
    } finally {
      use.readLock().unlock();
    }
  }

  private Map<Tap, Tensor> run(Tensor images, Set<Tap> taps, Ready ready) {
    Map<Tap, String> names = new LinkedHashMap<>();
    taps.forEach(tap -> names.put(tap, requireNonNull(ready.outputs().get(tap), tap.name())));
    // A pass asks for something, even if nobody wants to hear it.
    Set<String> asked = new LinkedHashSet<>(names.values());
    if (asked.isEmpty()) {
      answers().forEach(tap -> asked.add(requireNonNull(ready.outputs().get(tap), tap.name())));
    }

    FloatBuffer input = buffers.take(images.values());
    try (OnnxTensor pictures =
            OnnxTensor.createTensor(environment, input, images.shape().toLongArray());
        OrtSession.Result result = ready.session().run(Map.of(OnnxModel.INPUT, pictures), asked)) {
      Map<Tap, Tensor> values = new LinkedHashMap<>();
      names.forEach(
          (tap, name) -> values.put(tap, copy((OnnxTensor) result.get(name).orElseThrow())));
      return values;
    } catch (OrtException e) {
      throw failure("run", e);
    } finally {
      buffers.give(input);
    }
  }

  private static Tensor copy(OnnxTensor tensor) {
    int[] extents = LongStream.of(tensor.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
    return new Tensor(Shape.of(extents), tensor.getFloatBuffer().array());
  }

  /** What the network answers, in its order. */
  public Set<Tap> answers() {
    return ready(EnumSet.of(Tap.Kind.LOGITS)).outputs().keySet();
  }

  /**
   * Ends the profile of the passes that gave the logits.
   *
   * @return the file that holds it
   * @throws InspectorException if ONNX Runtime cannot write it
   */
  Path endProfile() {
    try {
      return Path.of(ready(EnumSet.of(Tap.Kind.LOGITS)).session().endProfiling());
    } catch (OrtException e) {
      throw failure("profile", e);
    }
  }

  private static Set<Tap.Kind> kinds(Set<Tap> taps) {
    Set<Tap.Kind> kinds = taps.stream().map(Tap::kind).collect(Collectors.toSet());
    kinds.add(Tap.Kind.LOGITS);
    return kinds;
  }

  private Ready ready(Set<Tap.Kind> kinds) {
    synchronized (sessions) {
      return sessions.computeIfAbsent(kinds, this::start);
    }
  }

  private Ready start(Set<Tap.Kind> kinds) {
    OnnxModel model = OnnxModel.of(source, tap -> kinds.contains(tap.kind()), Map.of());
    try {
      return new Ready(OnnxRuntime.session(model.bytes(), threads, profile), model.outputs());
    } catch (OrtException e) {
      throw failure("load", e);
    }
  }

  private InspectorException failure(String what, OrtException e) {
    return new InspectorException(
        "ONNX Runtime could not %s %s (%s); use --engine pytorch."
            .formatted(what, source.name(), e.getMessage()),
        e);
  }

  /** Waits for the passes that are under way, then frees all memory; a second time does nothing. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      for (Ready ready : sessions.values()) {
        ready.session().close();
      }
      sessions.clear();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
