package org.efficientvit.core.ops.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;

/** The ONNX Runtime library in this process: started once, with no word to the network. */
public final class OnnxRuntime {

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
