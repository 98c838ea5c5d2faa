package org.efficientvit.core.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.PassSampler;
import org.efficientvit.core.weights.SeededWeights;

/** What ceilings are read from, and all that was read. */
final class CeilingInstruments implements AutoCloseable {

  /** Bytes of the smallest stream: they fit into every innermost cache. */
  private static final long SMALLEST = 24 << 10;

  /** Each stream is twice as large as the one before: the largest, of 192 MiB, fits no cache. */
  private static final int STREAMS = 14;

  /** Passes of tiny operations beside one of everything else. */
  private static final int TINY_PASSES = 5;

  /** What is compiled while it runs has to be: each operation takes microseconds. */
  private static final int TINY_WARM_UPS = 150;

  private static final int WARM_UPS = 2;
  private static final int COLOURS = 3;

  private final Network large = new LargeProducts();
  private final Network small;
  private final PassSampler products;
  private final PassSampler tiny;
  private final ExecutorService workers;
  private final List<MemoryStream> streams = new ArrayList<>();

  private final List<List<Double>> rates = new ArrayList<>();
  private final List<Long> chains = new ArrayList<>();
  private int rounds;

  CeilingInstruments(CeilingMeter.Engine engine) {
    this.products = engine.start(large, SeededWeights.of(large, 0));
    this.small = products.runsAsWritten() ? new TinyOperations() : new TinyChain();
    this.tiny = startOrClose(engine, small, products);
    this.workers = Executors.newFixedThreadPool(products.threads(), CeilingInstruments::worker);
    for (int i = 0; i < STREAMS; i++) {
      streams.add(new MemoryStream(SMALLEST << i, products.threads(), workers));
    }
  }

  private static PassSampler startOrClose(
      CeilingMeter.Engine engine, Network network, PassSampler before) {
    try {
      return engine.start(network, SeededWeights.of(network, 0));
    } catch (RuntimeException e) {
      before.close();
      throw e;
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "stream");
    thread.setDaemon(true);
    return thread;
  }

  /** Whose products and fixed times are read. */
  PassSampler engine() {
    return products;
  }

  /** How many rounds count. */
  int rounds() {
    return rounds;
  }

  /** Makes ready; nothing of it counts. */
  void warmUp() {
    runTiny(TINY_WARM_UPS);
    for (int i = 0; i < WARM_UPS; i++) {
      round();
    }
    rates.clear();
    chains.clear();
    rounds = 0;
  }

  /** Reads each instrument. */
  void round() {
    products.timed(pictures(batch(), large.imageSize()));
    runTiny(TINY_PASSES);
    rates.add(streams.stream().map(MemoryStream::rate).toList());
    rounds++;
  }

  private void runTiny(int times) {
    for (int i = 0; i < times; i++) {
      // On one picture and on two PyTorch takes different ways through a convolution.
      Tensor pictures = pictures(1 + i % 2, small.imageSize());
      if (tiny.runsAsWritten()) {
        tiny.timed(pictures);
      } else {
        chains.add(tiny.untimed(pictures).all());
      }
    }
  }

  private int batch() {
    return LargeProducts.BATCH * products.threads();
  }

  private static Tensor pictures(int batch, int size) {
    return SeededWeights.uniform("input", Shape.of(batch, COLOURS, size, size), 0);
  }

  /** Times of {@link #large()}'s operations, round by round. */
  List<OperationSamples> products() {
    return products.operations(rounds);
  }

  /** What the large products cost. */
  NetworkCost large() {
    return NetworkCost.of(large, batch(), true);
  }

  /** Times of {@link #small()}'s operations, where the engine runs each by itself. */
  List<OperationSamples> tiny() {
    return tiny.operations(rounds * TINY_PASSES);
  }

  /** What the tiny operations cost. */
  NetworkCost small() {
    return NetworkCost.of(small, 1, true);
  }

  /** Nanoseconds of passes through a {@link TinyChain}, where the engine sees it as a whole. */
  List<Long> chains() {
    return chains;
  }

  /** Bytes that one sweep of each stream moves, from the smallest to the largest. */
  List<Long> streams() {
    return streams.stream().map(MemoryStream::bytes).toList();
  }

  /** GB/s of one stream, round by round. */
  double[] rates(int stream) {
    return rates.stream().mapToDouble(round -> round.get(stream)).toArray();
  }

  @Override
  public void close() {
    workers.shutdownNow();
    tiny.close();
    products.close();
  }
}
