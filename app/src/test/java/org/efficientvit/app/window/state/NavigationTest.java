package org.efficientvit.app.window.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.Test;

class NavigationTest {

  private final Navigation navigation = new Navigation();

  @Test
  void backReturnsToTheLastPlaceWithItsToken() {
    navigation.go("blocks1.0");
    navigation.choose(selection -> selection.withToken(new Token(1, 2)));
    navigation.go("blocks2.3");
    navigation.back();
    assertThat(navigation.selection().place()).isEqualTo("blocks1.0");
    assertThat(navigation.selection().token()).isEqualTo(new Token(1, 2));
    navigation.forward();
    assertThat(navigation.selection().place()).isEqualTo("blocks2.3");
    assertThat(navigation.selection().token()).isNull();
  }

  @Test
  void walkingFromTokenToTokenIsOneStop() {
    navigation.go("blocks1.0");
    navigation.go("blocks2.3");
    for (int column = 0; column < 5; column++) {
      Token token = new Token(0, column);
      navigation.choose(selection -> selection.withToken(token));
    }
    navigation.back();
    assertThat(navigation.selection().token()).isNull();
    assertThat(navigation.selection().place()).isEqualTo("blocks2.3");
    navigation.back();
    assertThat(navigation.selection().place()).isEqualTo("blocks1.0");
  }

  @Test
  void nothingIsNoStop() {
    navigation.go("blocks1.0");
    assertThat(navigation.canGoBackProperty().get()).isFalse();
  }

  @Test
  void anOperationLiesInItsBlockAndItsBlockInItsStage() {
    Selection operation = Selection.NONE.at("blocks2.3.mixer.m.attn.qkvs.0");
    assertThat(operation.among(List.of("blocks1.0", "blocks2.3"))).contains("blocks2.3");
    assertThat(operation.touches("blocks2.3")).isTrue();
    assertThat(operation.touches("blocks2.4")).isFalse();
    assertThat(Selection.NONE.at("blocks2.1").among(List.of("blocks2.10"))).isEmpty();
    assertThat(Selection.NONE.at("blocks2.3").touches("blocks2.3.dw0")).isTrue();
  }
}
