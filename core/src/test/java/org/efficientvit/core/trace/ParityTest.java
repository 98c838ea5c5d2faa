package org.efficientvit.core.trace;

import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every stored tensor of the official implementation, on weights and pictures made by formula. */
class ParityTest {

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
  void everyTensorIsThatOfTheOfficialImplementationFoldedOrNotInEitherLayout(
      Variant variant, int imageSize, String file) {
    Reference reference = Reference.of(variant, imageSize, file);
    TorchRunner.Options folded = TorchRunner.Options.fast(2);

    check(reference, folded);
    check(reference, folded.unfolded());
    check(reference, folded.with(Layout.CHANNELS_FIRST));
  }

  private static void check(Reference reference, TorchRunner.Options options) {
    try (TorchRunner runner = new TorchRunner(reference.network(), reference.weights(), options)) {
      reference.check(runner);
    }
  }
}
