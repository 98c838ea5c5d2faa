package org.efficientvit.core.trace;

import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of other families against timm, on weights and pictures made by formula. */
class RivalParityTest {

  @ParameterizedTest
  @EnumSource
  void pyTorchGivesWhatTimmGivesFoldedOrNotInEitherLayout(RivalReference reference) {
    TorchRunner.Options folded = TorchRunner.Options.fast(1);

    check(reference, folded);
    check(reference, folded.unfolded());
    check(reference, folded.with(Layout.CHANNELS_FIRST));
  }

  @ParameterizedTest
  @EnumSource
  void onnxRuntimeGivesWhatTimmGives(RivalReference reference) {
    try (OnnxRunner runner = new OnnxRunner(reference.network(), reference.weights(), 1)) {
      reference.check(runner);
    }
  }

  private static void check(RivalReference reference, TorchRunner.Options options) {
    try (TorchRunner runner = new TorchRunner(reference.network(), reference.weights(), options)) {
      reference.check(runner);
    }
  }
}
