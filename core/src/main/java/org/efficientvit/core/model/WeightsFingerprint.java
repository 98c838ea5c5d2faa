package org.efficientvit.core.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.efficientvit.core.tensor.Tensor;

/** What weights are, whatever file they come from. */
public final class WeightsFingerprint {

  /** Numbers that are digested at a time. */
  private static final int CHUNK = 1 << 14;

  private WeightsFingerprint() {}

  /**
   * SHA-256 of the names, shapes and numbers of weights in their order, in hexadecimal: the same
   * for the same weights from a .pth and a .safetensors.
   */
  public static String of(Map<String, Tensor> weights) {
    MessageDigest digest = sha256();
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
    weights.forEach(
        (name, tensor) -> {
          String head = name + " " + Arrays.toString(tensor.shape().toArray()) + "\n";
          digest.update(head.getBytes(StandardCharsets.UTF_8));
          float[] values = tensor.values();
          for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.clear();
            bytes.asFloatBuffer().put(values, from, count);
            bytes.limit(count * Float.BYTES);
            digest.update(bytes);
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
