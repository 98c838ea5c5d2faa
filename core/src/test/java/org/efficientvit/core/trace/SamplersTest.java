package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplersTest {

  private static final EfficientViT TINY = TinyNetworks.efficientViT(7);

  @Test
  void pyTorchTimesEachOperationOfThePassesThatCount() {
    try (PassSampler sampler =
        new TorchSampler(TINY, SeededWeights.of(TINY, 0), TorchRunner.Options.fast(1))) {
      sampler.timed(images(TINY, 2));
      long[] passes = {sampler.timed(images(TINY, 2)).all(), sampler.timed(images(TINY, 2)).all()};
      List<OperationSamples> operations = sampler.operations(2);

      assertThat(operations).extracting(OperationSamples::name).isEqualTo(names(TINY));
      assertThat(operations).allMatch(one -> one.traffic().isEmpty());
      for (int pass = 0; pass < 2; pass++) {
        int index = pass;
        long sum =
            operations.stream()
                .flatMapToLong(one -> LongStream.of(one.nanoseconds().get(index)))
                .sum();
        assertThat(sum).isPositive().isLessThan(passes[pass]);
      }
      assertThatThrownBy(() -> sampler.operations(4)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void readingThePicturesIsAPartOfAPass() {
    try (PassSampler sampler =
        new TorchSampler(TINY, SeededWeights.of(TINY, 0), TorchRunner.Options.fast(1))) {
      PassSampler.PassTime pass = sampler.untimed(images(TINY, 2));

      assertThat(pass.reading()).isPositive().isLessThan(pass.all());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"M0", "M2", "M5"})
  void onOnnxRuntimeEveryOperationIsInExactlyOneStep(Variant variant) {
    EfficientViT network = new EfficientViT(variant.config().withImageSize(96));
    try (PassSampler sampler = new OnnxSampler(network, SeededWeights.of(network, 0), 1)) {
      sampler.timed(images(network, 1));
      sampler.timed(images(network, 1));
      List<OperationSamples> steps = sampler.operations(1);

      assertThat(steps.stream().flatMap(step -> step.members().stream()))
          .containsExactlyInAnyOrderElementsOf(names(network));
      assertThat(steps).extracting(OperationSamples::name).doesNotHaveDuplicates();
    }
  }

  @Test
  void onOnnxRuntimeAnActivationIsOneWithTheConvolutionBeforeIt() {
    try (PassSampler sampler = new OnnxSampler(TINY, SeededWeights.of(TINY, 0), 1)) {
      sampler.timed(images(TINY, 2));
      OperationSamples first = sampler.operations(1).get(0);

      assertThat(first.members()).containsExactly("patch_embed.0", "patch_embed.1");
      assertThat(first.traffic().orElseThrow().kind()).isEqualTo(OperationKind.CONVOLUTION_KXK);
      assertThat(first.traffic().orElseThrow().bytesRead())
          .isGreaterThanOrEqualTo(4 * 2 * 3 * 128 * 128);
    }
  }

  private static List<String> names(EfficientViT network) {
    return Blueprint.of(network, 1, true).operations().stream().map(Operation::name).toList();
  }

  private static Tensor images(EfficientViT network, int batch) {
    int side = network.imageSize();
    return SeededWeights.uniform("input", Shape.of(batch, 3, side, side), 0);
  }
}
