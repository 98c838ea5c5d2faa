package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Architecture;
import org.efficientvit.core.network.Architecture.HeadInput;
import org.efficientvit.core.network.DeitTiny;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Intervention.Kind;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InterventionsTest {

  /** Its first stage has windows of 3 on a grid of 8, which are padded, and two heads. */
  private static final EfficientViT TINY = TinyNetworks.efficientViT(5);

  private static final Map<String, Tensor> WEIGHTS = SeededWeights.of(TINY, 0);
  private static final TorchRunner RUNNER =
      new TorchRunner(TINY, WEIGHTS, TorchRunner.Options.fast(1));
  private static final Tensor IMAGES = SeededWeights.uniform("input", Shape.of(2, 3, 128, 128), 0);
  private static final Tensor IMAGE = IMAGES.get(0);

  @AfterAll
  static void close() {
    RUNNER.close();
  }

  private static Trace run(Interventions interventions) {
    return RUNNER.trace(IMAGE, Taps.everything(), interventions);
  }

  private static Interventions of(Kind kind, String place) {
    return Interventions.of(Intervention.parse(kind, place));
  }

  private static float[] head(Trace trace, Tap.Kind kind, String block, int head) {
    return trace.heads(kind, block).orElseThrow().values().get(head).values();
  }

  @ParameterizedTest
  @EnumSource(names = {"M0", "M1", "M5"})
  void cuttingAllEdgesIsTheSameNetworkWithoutCascade(Variant variant) {
    EfficientViTConfig config = variant.config();
    assertCutIsNoCascade(config, Shape.of(2, 3, 224, 224));
  }

  @Test
  void soItIsWhereWindowsArePadded() {
    assertCutIsNoCascade(TINY.config(), IMAGES.shape());
  }

  private static void assertCutIsNoCascade(EfficientViTConfig config, Shape input) {
    EfficientViT cascaded = new EfficientViT(config);
    EfficientViT plain =
        new EfficientViT(
            config.withArchitecture(Architecture.paper().withHeads(HeadInput.SPLIT, false)));
    Map<String, Tensor> weights = SeededWeights.of(cascaded, 0);
    Tensor images = SeededWeights.uniform("input", input, 0);
    try (TorchRunner ours = new TorchRunner(cascaded, weights, TorchRunner.Options.fast(1));
        TorchRunner theirs = new TorchRunner(plain, weights, TorchRunner.Options.fast(1))) {
      Interventions cut = Interventions.withoutCascade(cascaded);
      List<Trace> actual = ours.run(images, Taps.everything(), cut);
      List<Trace> expected = theirs.run(images, Taps.everything());
      for (int image = 0; image < 2; image++) {
        assertThat(difference(actual.get(image).logits(), expected.get(image).logits()))
            .isLessThan(1e-6);
        assertThat(actual.get(image).operations().keySet())
            .isEqualTo(expected.get(image).operations().keySet());
        Trace before = ours.run(images, Taps.logits()).get(image);
        assertThat(difference(actual.get(image).logits(), before.logits())).isGreaterThan(1e-4);
      }
    }
  }

  private static double difference(Tensor one, Tensor other) {
    return Reference.difference(requireNonNull(one), requireNonNull(other));
  }

  @Test
  void aCutHeadReadsItsSplitAndTheOthersReadWhatIsBeforeThem() {
    Trace before = run(Interventions.none());
    Trace after = run(of(Kind.CUT, "blocks3.3:1"));

    assertThat(head(before, Tap.Kind.HEAD_INPUT, "blocks3.3", 1))
        .isNotEqualTo(head(before, Tap.Kind.HEAD_SPLIT, "blocks3.3", 1));
    assertThat(head(after, Tap.Kind.HEAD_INPUT, "blocks3.3", 1))
        .isEqualTo(head(after, Tap.Kind.HEAD_SPLIT, "blocks3.3", 1));
    assertSum(
        head(after, Tap.Kind.HEAD_INPUT, "blocks3.3", 2),
        head(after, Tap.Kind.HEAD_SPLIT, "blocks3.3", 2),
        head(after, Tap.Kind.HEAD_OUTPUT, "blocks3.3", 1));
  }

  private static void assertSum(float[] sum, float[] one, float[] other) {
    for (int i = 0; i < sum.length; i++) {
      assertThat(sum[i]).isEqualTo(one[i] + other[i]);
    }
  }

  @Test
  void aSilentHeadGivesZeroToTheProjectionAndToTheNextHead() {
    Trace before = run(Interventions.none());
    Trace after = run(of(Kind.SILENCE, "blocks3.3:1"));

    assertThat(head(before, Tap.Kind.HEAD_OUTPUT, "blocks3.3", 1)).doesNotContain(0);
    assertThat(head(after, Tap.Kind.HEAD_OUTPUT, "blocks3.3", 1)).containsOnly(0);
    assertThat(head(after, Tap.Kind.HEAD_INPUT, "blocks3.3", 2))
        .isEqualTo(head(after, Tap.Kind.HEAD_SPLIT, "blocks3.3", 2));
    Tensor concatenated = requireNonNull(after.operations().get("blocks3.3.mixer.m.attn.concat"));
    assertThat(concatenated.get(0).get(8).values()).containsOnly(0);
    assertThat(concatenated.get(0).get(15).values()).containsOnly(0);
    assertThat(concatenated.get(0).get(7).values()).doesNotContain(0);
    assertThat(concatenated.get(0).get(16).values()).doesNotContain(0);
  }

  @Test
  void aUniformMapHasOneOverNEverywhereThePaddingCounted() {
    Trace after = run(of(Kind.UNIFORM, "blocks1.0:1"));

    assertThat(after.attention().get("blocks1.0").grid().isPadded()).isTrue();
    assertThat(head(after, Tap.Kind.ATTENTION, "blocks1.0", 1)).containsOnly(1f / 9);
    assertThat(head(after, Tap.Kind.ATTENTION, "blocks1.0", 0))
        .isEqualTo(head(run(Interventions.none()), Tap.Kind.ATTENTION, "blocks1.0", 0));
  }

  /** The output under a uniform map is the mean of the window's values. */
  @Test
  void aUniformHeadGivesEachTokenOfAWindowTheSame() {
    Trace after = run(of(Kind.UNIFORM, "blocks1.0:1"));

    Tensor output = after.heads(Tap.Kind.HEAD_OUTPUT, "blocks1.0").orElseThrow().values().get(1);
    for (int window = 0; window < output.shape().dimension(0); window++) {
      for (int channel = 0; channel < output.shape().dimension(1); channel++) {
        float first = output.at(window, channel, 0, 0);
        for (float value : output.get(window).get(channel).values()) {
          assertThat(value).isCloseTo(first, within(1e-6f));
        }
      }
    }
  }

  @Test
  void whatComesBeforeAnInterventionStaysAndWhatComesAfterChanges() {
    Trace before = run(Interventions.none());
    Trace after = run(of(Kind.SILENCE, "blocks2.3:0"));

    assertThat(after.attention().get("blocks1.0").values().values())
        .isEqualTo(before.attention().get("blocks1.0").values().values());
    assertThat(after.attention().get("blocks3.3").values().values())
        .isNotEqualTo(before.attention().get("blocks3.3").values().values());
    assertThat(requireNonNull(after.logits()).values())
        .isNotEqualTo(requireNonNull(before.logits()).values());
  }

  @Test
  void severalAreMadeAtOnceAndThePassAfterThemIsAsBefore() {
    Trace before = run(Interventions.none());
    Trace both =
        run(of(Kind.SILENCE, "blocks1.0:0").with(Intervention.parse(Kind.CUT, "blocks3.3:2")));

    assertThat(head(both, Tap.Kind.HEAD_OUTPUT, "blocks1.0", 0)).containsOnly(0);
    assertThat(head(both, Tap.Kind.HEAD_INPUT, "blocks3.3", 2))
        .isEqualTo(head(both, Tap.Kind.HEAD_SPLIT, "blocks3.3", 2));
    assertThat(requireNonNull(run(Interventions.none()).logits()).values())
        .isEqualTo(requireNonNull(before.logits()).values());
  }

  @ParameterizedTest
  @EnumSource
  void anotherEngineMakesThemAsWell(Kind kind) {
    Interventions interventions =
        of(kind, "blocks1.0:1").with(Intervention.parse(kind, "blocks3.3:2"));
    try (OnnxRunner onnx = new OnnxRunner(interventions.in(TINY), WEIGHTS, 1)) {
      Trace expected = RUNNER.trace(IMAGE, Taps.logits(), interventions);
      assertThat(difference(onnx.trace(IMAGE, Taps.logits()).logits(), expected.logits()))
          .isLessThan(1e-5);
    }
  }

  @Test
  void anEngineThatCannotSaysSo() {
    try (OnnxRunner onnx = new OnnxRunner(TINY, WEIGHTS, 1)) {
      assertThat(onnx.intervenes()).isFalse();
      assertThatExceptionOfType(InspectorException.class)
          .isThrownBy(() -> onnx.trace(IMAGE, Taps.logits(), of(Kind.SILENCE, "blocks1.0:0")))
          .withMessageContaining("use --engine pytorch");
    }
  }

  @Test
  void whatIsLeftOutIsNotTimed() {
    List<String> timed =
        run(of(Kind.CUT, "blocks3.3:1")).times().stream().map(OperationTime::name).toList();

    assertThat(timed)
        .contains("blocks3.3.mixer.m.attn.cascade.2")
        .doesNotContain("blocks3.3.mixer.m.attn.cascade.1");
  }

  @Test
  void eachHeadCanBeSilencedAndEachButTheFirstCut() {
    assertThat(Interventions.each(TINY, Kind.SILENCE))
        .extracting(Intervention::place)
        .containsExactly(
            "blocks1.0:0",
            "blocks1.0:1",
            "blocks2.3:0",
            "blocks2.3:1",
            "blocks3.3:0",
            "blocks3.3:1",
            "blocks3.3:2");
    assertThat(Interventions.each(TINY, Kind.CUT))
        .extracting(Intervention::place)
        .containsExactly("blocks1.0:1", "blocks2.3:1", "blocks3.3:1", "blocks3.3:2");
    assertThat(Interventions.each(new DeitTiny(224, 5), Kind.UNIFORM)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SILENCE | blocks2.0:0 | tiny has no heads in a block blocks2.0; choose one of blocks1.0, blocks2.3, blocks3.3.
          UNIFORM | blocks2.3:2 | tiny has no head 2 in blocks2.3; its heads are 0 to 1.
          CUT     | blocks2.3:0 | Head 0 of blocks2.3 is the first and reads its split alone, so there is nothing to cut; choose one from 1 to 1.
          CUT     | blocks2.3   | blocks2.3 names no head; write its block and its number from 0 with a colon between, such as blocks2.3:1.
          """)
  void aPlaceThatIsNotThereIsRefused(Kind kind, String place, String sentence) {
    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> run(of(kind, place)))
        .withMessage(sentence);
  }

  @Test
  void aNetworkWithoutCascadeOrWithoutSuchHeadsIsRefused() {
    Network plain =
        new EfficientViT(
            TINY.config().withArchitecture(Architecture.paper().withHeads(HeadInput.SPLIT, false)));
    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> of(Kind.CUT, "blocks3.3:1").requireIn(plain))
        .withMessage("tiny has no cascade, so there is nothing to cut; choose another network.");
    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> of(Kind.SILENCE, "blocks.3:1").requireIn(new DeitTiny(224, 5)))
        .withMessage(
            "deit-tiny has no heads that can be changed one by one; choose one of m0 to m5.");
  }
}
