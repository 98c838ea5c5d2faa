package org.efficientvit.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;

/**
 * A server on this machine that has seeded M0 weights under every path with "m0" in it, and nothing
 * else; and a data folder for what comes from it.
 */
public final class Mirror implements AutoCloseable {

  public static final int START = 100_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private final OwnData data;

  /** Starts it, and makes a folder the data folder of this process. */
  public Mirror(Path folder) {
    data = new OwnData(folder.resolve("data"));
    byte[] weights = weights(folder);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.incrementAndGet();
            if (!exchange.getRequestURI().getPath().contains("m0")) {
              exchange.sendResponseHeaders(404, -1);
              return;
            }
            exchange.sendResponseHeaders(200, weights.length);
            exchange.getResponseBody().write(Arrays.copyOf(weights, START));
            exchange.getResponseBody().flush();
            await();
            exchange.getResponseBody().write(weights, START, weights.length - START);
          }
        });
    server.start();
  }

  private static byte[] weights(Path folder) {
    Path file = folder.resolve("mirror.safetensors");
    EfficientViT network = new EfficientViT(Variant.M0.config());
    SafetensorsWriter.write(file, SeededWeights.of(network, 1), DType.FLOAT32, java.util.Map.of());
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() throws IOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** From now on sends the start of a file alone, until it is opened. */
  public void shut() {
    gate = new CountDownLatch(1);
  }

  /** Sends the rest. */
  public void open() {
    gate.countDown();
  }

  /** How often it was asked. */
  public int requests() {
    return requests.get();
  }

  /** Its address. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    open();
    server.stop(0);
    threads.shutdownNow();
    data.close();
  }
}
