package org.efficientvit.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class WeightsFingerprintTest {

  @Test
  void itIsTheDigestOfNamesShapesAndNumbers() throws NoSuchAlgorithmException {
    float[] many = new float[40_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = i * 0.25f;
    }
    Map<String, Tensor> weights = new LinkedHashMap<>();
    weights.put("a.w", new Tensor(Shape.of(4, 10_000), many));
    weights.put("a.b", new Tensor(Shape.of(1), new float[] {-1.5f}));

    ByteBuffer bytes = ByteBuffer.allocate(200_000);
    bytes.put("a.w [4, 10000]\n".getBytes(StandardCharsets.UTF_8));
    for (float value : many) {
      bytes.putFloat(value);
    }
    bytes.put("a.b [1]\n".getBytes(StandardCharsets.UTF_8)).putFloat(-1.5f).flip();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes);
    assertThat(WeightsFingerprint.of(weights)).isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void anyNumberNameOrShapeMakesAnother() {
    String one = of("w", Shape.of(2, 3), 1);

    assertThat(of("w", Shape.of(2, 3), 1)).isEqualTo(one);
    assertThat(of("w", Shape.of(2, 3), Math.nextUp(1f))).isNotEqualTo(one);
    assertThat(of("w", Shape.of(3, 2), 1)).isNotEqualTo(one);
    assertThat(of("v", Shape.of(2, 3), 1)).isNotEqualTo(one);
  }

  private static String of(String name, Shape shape, float last) {
    return WeightsFingerprint.of(
        Map.of(name, new Tensor(shape, new float[] {0, 0, 0, 0, 0, last})));
  }
}
