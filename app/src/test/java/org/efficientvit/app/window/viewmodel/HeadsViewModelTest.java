package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadsViewModelTest {

  private static Inspected inspected;
  private static Inspected deit;
  private static Inspected convolutions;
  private HeadsViewModel heads;

  @BeforeAll
  static void runOnePicture() {
    byte[] rgb = new byte[3 * 256 * 256];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) ((i * 31) >> 5);
    }
    Picture waves = new Picture("waves", 256, 256, rgb);
    try (ModelKeeper keeper = new ModelKeeper()) {
      EngineOptions engine = EngineOptions.standard();
      inspected = keeper.inspect(ModelRequest.random(Variant.M0), engine, waves);
      deit = keeper.inspect(small("deit-tiny"), engine, waves);
      convolutions = keeper.inspect(small("mobilenetv2"), engine, waves);
    }
  }

  private static ModelRequest small(String id) {
    return new ModelRequest(
        Designs.find(id), new WeightsChoice.Random(0), OptionalInt.of(64), Optional.empty());
  }

  @BeforeEach
  void show() {
    heads = new HeadsViewModel();
    heads.show(inspected);
  }

  @Test
  void withoutATokenEachHeadShowsWhatItsTokensReceive() {
    assertThat(heads.mapsProperty().get()).hasSize(4);
    assertThat(sum(firstMap())).isCloseTo(14 * 14, within(0.01));
  }

  @Test
  void tokenUnderThePointerShowsWhereItAttends() {
    heads.hoveredProperty().set(new Token(9, 3));
    assertThat(sum(firstMap())).isCloseTo(1, within(1e-4));
    assertThat(heads.readingProperty().get()).startsWith("Token at row 9, column 3");
  }

  @Test
  void pinnedTokenStaysWhenThePointerLeavesAndIsReleased() {
    heads.pin(new Token(9, 3));
    heads.hoveredProperty().set(null);
    assertThat(heads.query()).isEqualTo(new Token(9, 3));
    heads.release();
    assertThat(heads.query()).isNull();
    assertThat(sum(firstMap())).isCloseTo(14 * 14, within(0.01));
  }

  @Test
  void pointerReadsTheWeightsOfThePinnedToken() {
    heads.pin(new Token(0, 0));
    heads.hoveredProperty().set(new Token(2, 5));
    float weight = firstMap().at(2, 5);
    assertThat(heads.mapsProperty().get().get(0).reading())
        .isEqualTo("to (2, 5): " + Numbers.significant(weight));
  }

  @Test
  void arrowsStopAtTheEdges() {
    heads.pin(new Token(0, 13));
    heads.move(-1, 0);
    heads.move(0, 1);
    assertThat(heads.query()).isEqualTo(new Token(0, 13));
    heads.move(1, -1);
    assertThat(heads.query()).isEqualTo(new Token(1, 12));
  }

  @Test
  void arrowsStartAtTheCentre() {
    heads.move(0, 1);
    assertThat(heads.query()).isEqualTo(new Token(7, 7));
  }

  @Test
  void tokenIsReleasedWhenTheNextBlockHasAnotherGrid() {
    heads.pin(new Token(13, 13));
    heads.blockProperty().set("blocks3.3");
    assertThat(heads.query()).isNull();
    assertThat(firstMap().shape().dimension(0)).isEqualTo(4);
  }

  @Test
  void tokenStaysWhenTheNextBlockHasTheSameGrid() {
    heads.blockProperty().set("blocks3.3");
    heads.pin(new Token(1, 2));
    heads.blockProperty().set("blocks3.4");
    assertThat(heads.query()).isEqualTo(new Token(1, 2));
  }

  @Test
  void oneScaleIsTheSameForAllHeadsAndOwnScalesEndAtEachMaximum() {
    assertThat(heads.mapsProperty().get()).extracting(HeadMap::scale).containsOnly(scale(0));
    heads.sharedScaleProperty().set(false);
    for (HeadMap map : heads.mapsProperty().get()) {
      assertThat(map.scale().max()).isEqualTo(max(map.map()));
    }
  }

  private Scale scale(int head) {
    return heads.mapsProperty().get().get(head).scale();
  }

  private Tensor firstMap() {
    return heads.mapsProperty().get().get(0).map();
  }

  @Test
  void theClassTokenSaysWhereItAttendsUntilItIsReleased() {
    heads.show(deit);
    assertThat(heads.blocks()).hasSize(12);
    assertThat(heads.hasClassTokenProperty().get()).isTrue();

    heads.toggleClassToken();
    double given = sum(firstMap());
    assertThat(given).isBetween(0.5, 0.9999);
    assertThat(heads.readingProperty().get()).isEqualTo("Class token · Esc releases it");
    assertThat(heads.mapsProperty().get().get(0).reading())
        .endsWith(" · itself " + Numbers.significant(1 - given));

    heads.blockProperty().set("blocks.9");
    assertThat(heads.query()).isEqualTo(Token.CLASS);
    heads.toggleClassToken();
    assertThat(heads.query()).isNull();
  }

  @Test
  void arrowsLeadFromTheClassTokenToThePicture() {
    heads.show(deit);
    heads.toggleClassToken();
    heads.move(0, 1);
    assertThat(heads.query()).isEqualTo(new Token(2, 2));
    assertThat(heads.mapsProperty().get().get(0).reading()).contains(" · class token ");
  }

  @Test
  void aNetworkWithoutAClassTokenHasNoneToAsk() {
    heads.toggleClassToken();
    assertThat(heads.hasClassTokenProperty().get()).isFalse();
    assertThat(heads.query()).isNull();
  }

  @Test
  void aNetworkWithoutAttentionLeavesNothingOfTheOneBefore() {
    heads.pin(new Token(1, 1));
    heads.show(convolutions);
    assertThat(heads.blocks()).isEmpty();
    assertThat(heads.mapsProperty().get()).isEmpty();
    assertThat(heads.attentionProperty().get()).isNull();
    assertThat(heads.query()).isNull();

    heads.move(1, 0);
    heads.show(inspected);
    assertThat(heads.mapsProperty().get()).hasSize(4);
  }

  private static double sum(Tensor map) {
    double sum = 0;
    for (float value : map.values()) {
      sum += value;
    }
    return sum;
  }

  private static double max(Tensor map) {
    double max = 0;
    for (float value : map.values()) {
      max = Math.max(max, value);
    }
    return max;
  }
}
