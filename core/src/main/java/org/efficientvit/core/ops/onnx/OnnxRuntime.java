package org.efficientvit.core.ops.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;

/** The ONNX Runtime library in this process: started once, with no word to the network. */
public final class OnnxRuntime {

  /**
   * Bytes of stack to start the library on: it registers its operators in frames of almost a
   * megabyte. Threads of Java have one megabyte, and where it is short the process ends without a
   * word.
   */
  static final long STACK = 16L << 20;

  /** Starts when it is first asked for. */
  private static final class Started {

    private static final CompletableFuture<OrtEnvironment> ENVIRONMENT =
        CompletableFuture.supplyAsync(
            OnnxRuntime::start, task -> new Thread(null, task, "onnxruntime", STACK).start());

    private Started() {}
  }

  private OnnxRuntime() {}

  /** ONNX Runtime's version. */
  public static String version() {
    return environment().getVersion();
  }

  /**
   * The one environment of the process.
   *
   * @throws InspectorException if the library cannot be started
   */
  static OrtEnvironment environment() {
    try {
      return Started.ENVIRONMENT.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof InspectorException refused ? refused : e;
    }
  }

  private static OrtEnvironment start() {
    try {
      // What goes wrong comes as an exception; what it would only remark on is not for a terminal.
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      environment.setTelemetry(false);
      return environment;
    } catch (LinkageError | OrtException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new InspectorException(
          "ONNX Runtime could not be started: its native library does not load on this machine (%s); use --engine pytorch."
              .formatted(reason.getMessage()),
          e);
    }
  }

  /**
   * Makes a model ready to run, one node after another.
   *
   * @param threads that work inside one node
   * @param profile beginning of the name of the file that tells how long each node takes; null
   *     where none is to be timed
   */
  static OrtSession session(byte[] model, int threads, @Nullable Path profile) throws OrtException {
    try (SessionOptions options = new SessionOptions()) {
      if (profile != null) {
        options.enableProfiling(profile.toString());
      }
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setInterOpNumThreads(1);
      options.setIntraOpNumThreads(threads);
      return environment().createSession(model, options);
    }
  }
}
