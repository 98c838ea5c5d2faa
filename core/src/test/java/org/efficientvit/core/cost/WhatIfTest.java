package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.efficientvit.core.cost.Difference.Presence;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.OperationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each change does to M4 at 224 pixels, in closed form: its windows divide its grids, so that
 * a stage attends over as many tokens as it has.
 */
class WhatIfTest {

  private static final Setup M4 = Setup.of(Variant.M4.config());
  private static final long[] TOKENS = {14 * 14, 7 * 7, 4 * 4};
  private static final long[] WINDOW_TOKENS = {7 * 7, 7 * 7, 4 * 4};
  private static final int[] KERNELS = {7, 5, 3, 3, 3, 3, 3, 3};
  private static final long K = 16;

  private static WhatIf whatIf(String change) {
    return WhatIf.of(M4, Variation.parse(change), 1);
  }

  private static long addedMacs(String change) {
    WhatIf one = whatIf(change);
    long added = one.after().macs() - one.before().macs();
    assertThat(one.difference().total().added().macs()).isEqualTo(added);
    return added;
  }

  private static long addedParameters(String change) {
    WhatIf one = whatIf(change);
    return one.after().parameters() - one.before().parameters();
  }

  private static StageConfig stage(int index) {
    return M4.config().stages().get(index);
  }

  /** A sum over all blocks with attention, of a figure of their stage. */
  private static long overBlocks(ToLongFunction<Integer> figure) {
    return IntStream.range(0, 3)
        .mapToLong(index -> stage(index).depth() * figure.applyAsLong(index))
        .sum();
  }

  /**
   * A sum over all pairs of token interaction and feed-forward: two for each block, and for each
   * subsampling one before it and one after it.
   */
  private static long overPairs(ToLongFunction<Integer> figure) {
    return overBlocks(index -> 2 * figure.applyAsLong(index))
        + LongStream.of(0, 1, 1, 2).map(index -> figure.applyAsLong((int) index)).sum();
  }

  private static long width(int index) {
    return stage(index).width();
  }

  private static long squaredKernels(int heads) {
    return IntStream.range(0, heads).mapToLong(head -> (long) KERNELS[head] * KERNELS[head]).sum();
  }

  @Test
  void withoutTheCascadeOneAdditionLessForEachHeadButTheFirstAndNothingElse() {
    CostDifference difference = whatIf("cascade=off").difference();

    List<Difference> removed =
        difference.operations().stream().filter(one -> one.presence() != Presence.SAME).toList();
    assertThat(removed)
        .hasSize((int) overBlocks(index -> 4 - 1))
        .allMatch(one -> one.presence() == Presence.REMOVED)
        .allMatch(one -> one.kind() == OperationKind.ADDITION)
        .allMatch(one -> one.name().contains(".attn.cascade."));
    assertThat(difference.total().added())
        .isEqualTo(
            new Load(
                -removed.size(),
                0,
                -overBlocks(index -> 3L * 3 * 4 * TOKENS[index] * width(index) / 4)));
    assertThat(addedParameters("cascade=off")).isZero();
  }

  @Test
  void twiceTheFeedForwardRatioDoublesExactlyTheMacsOfItsTwoConvolutions() {
    CostDifference difference = whatIf("ffn-ratio=4").difference();

    assertThat(difference.operations())
        .filteredOn(one -> one.name().endsWith(".pw1") || one.name().endsWith(".pw2"))
        .hasSize((int) (2 * overPairs(index -> 1)))
        .allMatch(one -> one.after().macs() == 2 * one.before().macs());
    assertThat(difference.operations())
        .filteredOn(one -> !one.name().endsWith(".pw1") && !one.name().endsWith(".pw2"))
        .allMatch(one -> one.after().macs() == one.before().macs());
    assertThat(addedMacs("ffn-ratio=4"))
        .isEqualTo(overPairs(index -> 4 * width(index) * width(index) * TOKENS[index]));
    assertThat(addedParameters("ffn-ratio=4"))
        .isEqualTo(overPairs(index -> 4 * width(index) * width(index) + 2 * 2 * width(index)));
  }

  @Test
  void withoutTheQueryConvolutionItsKernelLessForEachHeadAndToken() {
    assertThat(addedMacs("query-convolution=off"))
        .isEqualTo(-overBlocks(index -> K * squaredKernels(4) * TOKENS[index]));
    assertThat(addedParameters("query-convolution=off"))
        .isEqualTo(-overBlocks(index -> K * squaredKernels(4) + 4 * 2 * K));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void morePairsAddTheirConvolutionsOnBothSidesOfEachAttention(int pairs) {
    assertThat(addedMacs("pairs=" + pairs))
        .isEqualTo(
            overBlocks(
                index ->
                    2L
                        * (pairs - 1)
                        * (9 * width(index) + 4 * width(index) * width(index))
                        * TOKENS[index]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void otherHeadsHaveOtherSplitsAndTheirKernelsByTheRule(int heads) {
    assertThat(addedMacs("heads=" + heads))
        .isEqualTo(overBlocks(index -> attentionMacs(index, heads) - attentionMacs(index, 4)));
  }

  /** qkv, the query's convolution, q·kᵀ and the weighted sum of all heads; of D = C/h. */
  private static long attentionMacs(int index, long heads) {
    long perToken =
        width(index) * (2 * K + width(index) / heads)
            + K * squaredKernels((int) heads)
            + heads * WINDOW_TOKENS[index] * K
            + WINDOW_TOKENS[index] * width(index);
    return TOKENS[index] * perToken;
  }

  @Test
  void headsThatReadAllChannelsProjectFromAllOfThem() {
    assertThat(addedMacs("attention=full"))
        .isEqualTo(
            overBlocks(
                index -> (4 - 1) * width(index) * (2 * K + width(index) / 4) * TOKENS[index]));
    assertThat(whatIf("attention=full").difference().operations())
        .filteredOn(one -> one.presence() == Presence.REMOVED)
        .allMatch(one -> one.name().contains(".cascade.") || one.name().contains(".split."));
  }

  @Test
  void queriesAndKeysAsWideAsValuesGrowEverythingThatTheyMeet() {
    assertThat(addedMacs("key-width=value"))
        .isEqualTo(
            overBlocks(
                index -> {
                  long wider = width(index) / 4 - K;
                  return TOKENS[index]
                      * wider
                      * (2 * width(index) + squaredKernels(4) + 4 * WINDOW_TOKENS[index]);
                }));
  }

  @Test
  void withoutTokenInteractionNoDepthwiseConvolutionStandsBeforeAFeedForward() {
    assertThat(addedMacs("token-interaction=off"))
        .isEqualTo(-overPairs(index -> 9 * width(index) * TOKENS[index]));
    assertThat(whatIf("token-interaction=off").difference().total().added().operations())
        .isEqualTo((int) (-2 * overPairs(index -> 1)));
  }

  @Test
  void theSwinLayoutHasOneFeedForwardInPlaceOfTwoPairs() {
    assertThat(addedMacs("layout=swin"))
        .isEqualTo(
            -overBlocks(
                index -> (2 * 9 * width(index) + 4 * width(index) * width(index)) * TOKENS[index]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"norm=unfolded", "norm=layer"})
  void normalisationThatIsNotFoldedIsAnOperationAfterEachConvolution(String change) {
    WhatIf one = whatIf(change);
    List<Difference> normalisations =
        one.difference().operations().stream()
            .filter(operation -> operation.kind() == OperationKind.NORMALISATION)
            .toList();
    long convolutions =
        one.before().operations().stream()
            .filter(operation -> operation.macs() > 0)
            .filter(operation -> operation.kind() != OperationKind.MATMUL)
            .filter(operation -> !operation.name().contains(".se."))
            .count();

    assertThat(addedMacs(change)).isZero();
    assertThat(normalisations)
        .hasSize((int) convolutions)
        .allMatch(operation -> operation.presence() == Presence.ADDED);
    assertThat(one.difference().total().added().operations()).isEqualTo((int) convolutions);
    assertThat(one.after().parameters()).isEqualTo(one.before().parameters());
  }

  @Test
  void layerNormLeavesNothingToFold() {
    NetworkCost layer = whatIf("norm=layer").after();

    assertThat(layer.parametersFolded()).isEqualTo(layer.parameters());
    assertThat(layer.parameters()).isEqualTo(8_804_228);
  }

  @ParameterizedTest
  @ValueSource(strings = {"activation=gelu", "activation=hardswish"})
  void anotherActivationCostsTheSameByCount(String change) {
    CostDifference difference = whatIf(change).difference();

    assertThat(difference.total().added()).isEqualTo(Load.NOTHING);
    assertThat(difference.largest(10)).isEmpty();
  }

  @Test
  void aWindowAsLargeAsTheGridLooksAtAllTokensAndCutsNothing() {
    CostDifference difference = whatIf("window=14").difference();

    assertThat(addedMacs("window=14"))
        .isEqualTo(TOKENS[0] * (TOKENS[0] - WINDOW_TOKENS[0]) * (4 * K + width(0)));
    assertThat(difference.operations())
        .filteredOn(one -> one.presence() == Presence.REMOVED)
        .extracting(Difference::name)
        .containsExactly("blocks1.0.mixer.m.windows", "blocks1.0.mixer.m.unwindow");
    assertThat(addedParameters("window=14")).isEqualTo(4 * (TOKENS[0] - WINDOW_TOKENS[0]));
  }

  @Test
  void picturesTwiceAsWideCostThePatchEmbeddingFourTimesAsMuch() {
    Difference patches = whatIf("image-size=448").difference().byStage().get(0);

    assertThat(patches.name()).isEqualTo("patch_embed");
    assertThat(patches.after().macs()).isEqualTo(4 * patches.before().macs());
  }

  @Test
  void anotherDepthAddsWholeBlocks() {
    WhatIf one = whatIf("depth=2,2,3");

    assertThat(one.difference().byStage())
        .filteredOn(stage -> stage.added().macs() != 0)
        .extracting(Difference::name)
        .containsExactly("blocks1");
    assertThat(addedMacs("depth=2,2,3"))
        .isEqualTo(
            TOKENS[0] * 2 * (9 * width(0) + 4 * width(0) * width(0))
                + attentionMacs(0, 4)
                + TOKENS[0] * width(0) * width(0));
  }

  @Test
  void severalChangesAtOnceAreMadeInTheOrderThatMakesSense() {
    Setup changed = Variation.parse("key-width=value+heads=2").applyTo(M4);

    assertThat(changed.config().stages())
        .extracting(StageConfig::keyWidth)
        .containsExactly(64, 128, 192);
    assertThat(changed).isEqualTo(Variation.parse("heads=2+key-width=value").applyTo(M4));
  }

  @Test
  void kindsAndStagesEachSumToTheWhole() {
    CostDifference difference = whatIf("pairs=2+norm=layer").difference();

    for (List<Difference> groups : List.of(difference.byKind(), difference.byStage())) {
      assertThat(groups.stream().map(Difference::added).reduce(Load.NOTHING, Load::plus))
          .isEqualTo(difference.total().added());
    }
    assertThat(difference.byStage())
        .extracting(Difference::name)
        .containsExactly("patch_embed", "blocks1", "blocks2", "blocks3", "head");
  }
}
