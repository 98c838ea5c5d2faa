package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;

import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;
import org.junit.jupiter.api.Test;

class NotesTest {

  private static final String TEXT =
      "Hatched: 16×16 tokens fill windows of 7×7; the rest is padding, which takes its share.";

  @Test
  void noLineIsWiderThanItsRoomAndNoWordIsLost() {
    Notes notes = Notes.of(TEXT, 150);

    assertThat(notes.lines())
        .hasSizeGreaterThan(2)
        .allSatisfy(
            line ->
                assertThat(Canvas.width(line, Theme.DARK.font(Theme.Type.SMALL)))
                    .isLessThanOrEqualTo(150));
    assertThat(String.join(" ", notes.lines())).isEqualTo(TEXT);
  }

  @Test
  void aWordThatIsWiderThanItsRoomStandsAlone() {
    assertThat(Notes.of("a extraordinarily b", 20).lines())
        .containsExactly("a", "extraordinarily", "b");
  }
}
