package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Architecture;
import org.efficientvit.core.network.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariationTest {

  private static final Setup M4 = Setup.of(Variant.M4.config());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cascades=off | There is no change 'cascades'; choose one of depth, heads,",
        "cascade | 'cascade' does not say to what; write cascade=on or off.",
        "cascade=maybe | cascade takes on or off, not 'maybe'.",
        "cascade= | cascade takes on or off, not ''.",
        "heads=9 | heads takes H or H,H,H, from 1 to 8, not '9'.",
        "heads=2,4 | heads takes H or H,H,H, from 1 to 8, not '2,4'.",
        "heads=two | heads takes H or H,H,H, from 1 to 8, not 'two'.",
        "pairs=0 | pairs takes N, from 1 to 8, not '0'.",
        "norm=batch | norm takes folded, unfolded or layer, not 'batch'.",
        "activation=swish | activation takes relu, gelu or hardswish, not 'swish'.",
        "cascade=off+cascade=off | cascade is changed twice at once; make it two variants.",
        "\"\" | There is no change ''; choose one of",
      })
  void whatCannotBeReadIsRefusedInOneSentence(String words, String sentence) {
    assertThatThrownBy(() -> Variation.parse(words))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(sentence)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "heads=3 | 128 channels do not split evenly among 3 heads.",
        "heads=4,4,5 | 384 channels do not split evenly among 5 heads.",
        "attention=full+cascade=on | Heads that read all channels cannot be cascaded",
        "layout=swin+pairs=2 | The Swin layout has one feed-forward after each attention",
        "image-size=100 | EfficientViT takes pictures whose side is a multiple of 16",
        "cascade=on | cascade=on changes nothing: m4 is so already.",
        "heads=4 | heads=4 changes nothing: m4 is so already.",
        "norm=folded | norm=folded changes nothing: m4 is so already.",
      })
  void whatCannotBeMadeIsRefusedInOneSentence(String words, String sentence) {
    Variation variation = Variation.parse(words);

    assertThatThrownBy(() -> variation.applyTo(M4))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(sentence)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cascade=off", "heads=2,4,4", "heads=2+cascade=off+window=14"})
  void aVariationIsWrittenAsItIsRead(String words) {
    assertThat(Variation.parse(words)).hasToString(words);
  }

  @ParameterizedTest
  @EnumSource
  void everyPartSaysWhatItTakes(ChangedPart part) {
    assertThatThrownBy(() -> Change.parse(part.id()))
        .hasMessageContaining(part.id() + "=" + part.takes());
  }

  @Test
  void headsBeyondTheListOfKernelsTakeTheLastOne() {
    assertThat(Variation.parse("heads=8").applyTo(M4).config().usedQueryKernels())
        .containsExactly(7, 5, 3, 3, 3, 3, 3, 3);
    assertThat(
            Variation.parse("heads=8")
                .applyTo(Setup.of(Variant.M0.config()))
                .config()
                .usedQueryKernels())
        .containsExactly(5, 5, 5, 5, 5, 5, 5, 5);
  }

  @Test
  void aChangedNetworkIsNoLongerTakenForThePublishedOne() {
    Setup changed = Variation.parse("query-convolution=off").applyTo(M4);

    assertThat(Variant.like(M4.config())).contains(Variant.M4);
    assertThat(Variant.like(changed.config())).isEmpty();
    assertThat(changed.config().withArchitecture(Architecture.paper())).isEqualTo(M4.config());
  }
}
