package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.efficientvit.core.network.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ONNX Runtime against the official implementation, and against PyTorch from the same lines. */
class OnnxParityTest {

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "M0, 224, m0",
    "M1, 224, m1",
    "M2, 224, m2",
    "M3, 224, m3",
    "M4, 224, m4",
    "M5, 224, m5",
    "M0, 256, m0_256",
    "M4, 384, m4_384"
  })
  void everyTensorIsThatOfTheOfficialImplementationAndTheLogitsThoseOfPyTorch(
      Variant variant, int imageSize, String file) {
    Reference reference = Reference.of(variant, imageSize, file);
    try (OnnxRunner onnx = new OnnxRunner(reference.network(), reference.weights(), 2);
        TorchRunner torch =
            new TorchRunner(
                reference.network(), reference.weights(), TorchRunner.Options.fast(2))) {
      reference.check(onnx);

      var ours = onnx.run(reference.images(), Taps.logits());
      var theirs = torch.run(reference.images(), Taps.logits());
      for (int image = 0; image < 2; image++) {
        assertThat(
                Reference.difference(
                    requireNonNull(ours.get(image).logits()),
                    requireNonNull(theirs.get(image).logits())))
            .isLessThan(Reference.LOGITS_TOLERANCE);
      }
    }
  }
}
