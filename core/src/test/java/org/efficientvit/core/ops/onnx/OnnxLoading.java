package org.efficientvit.core.ops.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.concurrent.FutureTask;

/** A program that loads models, optimised in full, and lets ONNX Runtime remark on them. */
final class OnnxLoading {

  private OnnxLoading() {}

  public static void main(String[] files) throws Exception {
    FutureTask<OrtEnvironment> start =
        new FutureTask<>(
            () -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING));
    new Thread(null, start, "onnxruntime", OnnxRuntime.STACK).start();
    OrtEnvironment environment = start.get();
    for (String file : files) {
      try (SessionOptions options = new SessionOptions()) {
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        environment.createSession(file, options).close();
      }
    }
  }
}
