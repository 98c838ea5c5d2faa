package org.efficientvit.core.trace;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One pass over a batch: in the fast layout and in the plain one, watched and unwatched. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ForwardBenchmark {

  @Param({"M0", "M5"})
  Variant model;

  @Param({"1", "16"})
  int batch;

  @Param({"1"})
  int threads;

  private TorchRunner fast;
  private TorchRunner plain;
  private Tensor images;

  @Setup
  public void load() {
    EfficientViT network = new EfficientViT(model.config());
    var weights = SeededWeights.of(network, 0);
    var options = TorchRunner.Options.fast(threads);
    fast = new TorchRunner(network, weights, options);
    plain = new TorchRunner(network, weights, options.with(Layout.CHANNELS_FIRST));
    images = SeededWeights.uniform("input", Shape.of(batch, 3, 224, 224), 0);
  }

  @TearDown
  public void close() {
    fast.close();
    plain.close();
  }

  @Benchmark
  public List<Trace> channelsLast() {
    return fast.run(images, Taps.logits());
  }

  @Benchmark
  public List<Trace> channelsFirst() {
    return plain.run(images, Taps.logits());
  }

  @Benchmark
  public List<Trace> channelsLastTimed() {
    return fast.run(images, Taps.logits().timed());
  }

  @Benchmark
  public List<Trace> channelsLastTapped() {
    return fast.run(images, Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION));
  }
}
