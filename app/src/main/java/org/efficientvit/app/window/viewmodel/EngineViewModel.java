package org.efficientvit.app.window.viewmodel;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.trace.Precision;

/** On what models run: engine and precision, threads, device. */
public final class EngineViewModel {

  /**
   * An engine with the numbers in which it computes.
   *
   * @param name as a person reads it
   */
  public record Kind(Engine engine, Precision precision, String name) {}

  /** All that there are. */
  public static final List<Kind> KINDS =
      List.of(
          new Kind(Engine.PYTORCH, Precision.FP32, "PyTorch"),
          new Kind(Engine.PYTORCH, Precision.BF16, "PyTorch bf16"),
          new Kind(Engine.ONNX, Precision.FP32, "ONNX Runtime"));

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(KINDS.get(0));
  private final ObjectProperty<Integer> threads =
      new SimpleObjectProperty<>(EngineOptions.standard().threads());
  private final BooleanProperty gpu = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<EngineOptions> options =
      new ReadOnlyObjectWrapper<>(EngineOptions.standard());
  private boolean isChanging;

  /** What a single picture runs best on. */
  public EngineViewModel() {
    kind.addListener(
        (property, old, now) -> change(() -> gpu.set(gpu.get() && now.engine() == Engine.PYTORCH)));
    gpu.addListener((property, old, now) -> change(() -> onlyTorchHasGpu(now)));
    threads.addListener((property, old, now) -> change(() -> {}));
  }

  private void onlyTorchHasGpu(boolean wanted) {
    if (wanted && kind.get().engine() != Engine.PYTORCH) {
      kind.set(KINDS.get(0));
    }
  }

  /** Several settings that follow from one another are one change. */
  private void change(Runnable followers) {
    if (isChanging) {
      return;
    }
    isChanging = true;
    followers.run();
    isChanging = false;
    Kind chosen = kind.get();
    options.set(new EngineOptions(chosen.engine(), chosen.precision(), gpu.get(), threads.get()));
  }

  /** Shows what is chosen elsewhere. */
  void show(EngineOptions other) {
    isChanging = true;
    kind.set(
        KINDS.stream()
            .filter(one -> one.engine() == other.engine() && one.precision() == other.precision())
            .findFirst()
            .orElseThrow());
    gpu.set(other.gpu());
    threads.set(other.threads());
    isChanging = false;
    options.set(other);
  }

  /** The numbers of threads that can be chosen here: all powers of two, and all there are. */
  public static List<Integer> threadCounts() {
    int processors = Runtime.getRuntime().availableProcessors();
    return Stream.concat(
            IntStream.iterate(1, count -> count < processors, count -> 2 * count).boxed(),
            Stream.of(processors))
        .toList();
  }

  /** What runs the network, in which numbers. */
  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** Threads that work inside one operation. */
  public ObjectProperty<Integer> threadsProperty() {
    return threads;
  }

  /** Whether on the first GPU. */
  public BooleanProperty gpuProperty() {
    return gpu;
  }

  /** All of it together. */
  public ReadOnlyObjectProperty<EngineOptions> optionsProperty() {
    return options.getReadOnlyProperty();
  }

  /** In words: {@code PyTorch · 1 thread}. */
  public static String words(EngineOptions options) {
    Kind shown =
        KINDS.stream()
            .filter(
                one -> one.engine() == options.engine() && one.precision() == options.precision())
            .findFirst()
            .orElseThrow();
    if (options.gpu()) {
      return shown.name() + " · GPU";
    }
    return "%s · %d %s"
        .formatted(shown.name(), options.threads(), options.threads() == 1 ? "thread" : "threads");
  }
}
