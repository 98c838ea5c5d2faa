package org.efficientvit.core.ops.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.efficientvit.core.InspectorException;

/** The PyTorch library in this process: started once, with no word to the network. */
public final class Torch {

  static {
    // The natives are on the class path; nothing is to be fetched and nothing to be reported.
    System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private Torch() {}

  /**
   * Memory that lives until it is closed.
   *
   * @param gpu whether on the first GPU
   * @throws InspectorException if PyTorch cannot be started, or has no GPU where one is asked for
   */
  public static NDManager newManager(boolean gpu) {
    Engine engine = engine();
    if (gpu && engine.getGpuCount() == 0) {
      throw new InspectorException(
          "PyTorch finds no GPU here; use --device cpu, or build with -Pcuda on a machine that has"
              + " one.");
    }
    return engine.newBaseManager(gpu ? Device.gpu() : Device.cpu());
  }

  /** PyTorch's version. */
  public static String version() {
    return engine().getVersion();
  }

  private static Engine engine() {
    try {
      return Engine.getEngine("PyTorch");
    } catch (EngineException | UnsatisfiedLinkError e) {
      throw new InspectorException(
          "PyTorch could not be started: its native library does not load on this machine ("
              + e.getMessage()
              + ").",
          e);
    }
  }

  /**
   * Makes the calling thread ready to run networks. Both settings belong to a thread in PyTorch,
   * and a new one starts with the defaults.
   *
   * @param threads that work inside one operation
   * @param gradients whether operations are remembered for a backward pass
   */
  public static void prepareThread(int threads, boolean gradients) {
    JniUtils.setGradMode(gradients);
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }
}
