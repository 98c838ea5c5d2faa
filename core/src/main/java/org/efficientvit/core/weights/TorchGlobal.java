package org.efficientvit.core.weights;

import java.util.HashMap;
import java.util.Map;

/**
 * The Python names that a checkpoint may mention, and what stands for each: nothing else is
 * accepted, and none is ever resolved to code.
 */
enum TorchGlobal {
  ORDERED_DICT("collections.OrderedDict"),
  NAMESPACE("argparse.Namespace"),
  SIZE("torch.Size"),
  REBUILD_TENSOR("torch._utils._rebuild_tensor_v2"),
  REBUILD_PARAMETER("torch._utils._rebuild_parameter");

  private static final Map<String, Object> ALLOWED = new HashMap<>();

  static {
    for (TorchGlobal global : values()) {
      ALLOWED.put(global.pythonName, global);
    }
    ALLOWED.put("torch.DoubleStorage", DType.FLOAT64);
    ALLOWED.put("torch.FloatStorage", DType.FLOAT32);
    ALLOWED.put("torch.HalfStorage", DType.FLOAT16);
    ALLOWED.put("torch.BFloat16Storage", DType.BFLOAT16);
    ALLOWED.put("torch.LongStorage", DType.INT64);
    ALLOWED.put("torch.IntStorage", DType.INT32);
    ALLOWED.put("torch.ShortStorage", DType.INT16);
    ALLOWED.put("torch.CharStorage", DType.INT8);
    ALLOWED.put("torch.ByteStorage", DType.UINT8);
    ALLOWED.put("torch.BoolStorage", DType.BOOL);
    for (DType dtype : DType.values()) {
      ALLOWED.put("torch." + dtype, dtype);
    }
  }

  private final String pythonName;

  TorchGlobal(String pythonName) {
    this.pythonName = pythonName;
  }

  /**
   * One of these constants, or the {@link DType} that a storage type or a dtype stands for.
   *
   * @throws Refusal naming what the file asks for, if it is anything else
   */
  static Object of(String module, String name) throws Refusal {
    String pythonName = module + "." + name;
    Object allowed = ALLOWED.get(pythonName);
    if (allowed == null) {
      throw new Refusal(
          "asks Python to call %s when it is opened, which this tool never does; get the weights from a source you trust or save them as safetensors"
              .formatted(Refusal.printable(pythonName)));
    }
    return allowed;
  }
}
