package org.efficientvit.core.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Part;
import org.efficientvit.core.objects.drawing.Studio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectKindTest {

  private static final int INDIVIDUALS = 60;
  private static final int MOST_PARTS = 260;
  private static final Set<String> STANDING =
      Set.of("house", "tree", "car", "sailboat", "cat", "flower", "mushroom", "cup", "bicycle");

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameParts(ObjectKind kind) {
    Drawing first = draw(kind, 7);
    Drawing second = draw(kind, 7);

    assertThat(boxes(second)).isEqualTo(boxes(first));
    assertThat(pixels(second)).isEqualTo(pixels(first));
  }

  @ParameterizedTest
  @EnumSource
  void eachSeedGivesAnotherIndividual(ObjectKind kind) {
    Set<List<Rectangle2D>> different = new HashSet<>();
    for (int seed = 0; seed < INDIVIDUALS; seed++) {
      different.add(boxes(draw(kind, seed)));
    }

    assertThat(different).hasSize(INDIVIDUALS);
  }

  @ParameterizedTest
  @EnumSource
  void individualsStayWithinTheUnitFrame(ObjectKind kind) {
    for (int seed = 0; seed < INDIVIDUALS; seed++) {
      Rectangle2D bounds = draw(kind, seed).bounds(new AffineTransform());

      assertThat(new Rectangle2D.Double(-0.52, -0.52, 1.04, 1.04).contains(bounds))
          .as("seed %s: %s", seed, bounds)
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void individualsFillAGoodPartOfTheFrame(ObjectKind kind) {
    for (int seed = 0; seed < INDIVIDUALS; seed++) {
      Drawing drawing = draw(kind, seed);
      Rectangle2D bounds = drawing.bounds(new AffineTransform());

      assertThat(Math.max(bounds.getWidth(), bounds.getHeight()))
          .as("seed %s", seed)
          .isGreaterThan(0.6);
      assertThat(covered(drawing)).as("seed %s", seed).isGreaterThan(0.02);
    }
  }

  @ParameterizedTest
  @EnumSource
  void individualsAreMadeOfSeveralButNotTooManyParts(ObjectKind kind) {
    for (int seed = 0; seed < INDIVIDUALS; seed++) {
      assertThat(draw(kind, seed).parts()).as("seed %s", seed).hasSizeBetween(5, MOST_PARTS);
    }
  }

  @ParameterizedTest
  @MethodSource("standing")
  void whatStandsTouchesTheGround(ObjectKind kind) {
    for (int seed = 0; seed < INDIVIDUALS; seed++) {
      assertThat(draw(kind, seed).bounds(new AffineTransform()).getMaxY())
          .as("seed %s", seed)
          .isCloseTo(0.5, within(0.011));
    }
  }

  static Stream<ObjectKind> standing() {
    return Stream.of(ObjectKind.values()).filter(kind -> STANDING.contains(kind.label()));
  }

  @ParameterizedTest
  @EnumSource
  void theLightMakesADifference(ObjectKind kind) {
    int[] left = pixels(kind.artist().draw(new Studio(new SplittableRandom(3), -0.9, -0.44)));
    int[] right = pixels(kind.artist().draw(new Studio(new SplittableRandom(3), 0.9, -0.44)));

    assertThat(left).isNotEqualTo(right);
  }

  @Test
  void labelsAreLowerCaseNamesInTheOrderOfTheKinds() {
    assertThat(ObjectKind.labels())
        .containsExactlyElementsOf(
            Stream.of(ObjectKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  private static Drawing draw(ObjectKind kind, int seed) {
    return kind.artist().draw(new Studio(new SplittableRandom(seed), -0.6, -0.8));
  }

  private static List<Rectangle2D> boxes(Drawing drawing) {
    return drawing.parts().stream().map(Part::shape).map(shape -> shape.getBounds2D()).toList();
  }

  /** How much of the unit frame is painted, 0 to 1. */
  private static double covered(Drawing drawing) {
    BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = inUnitFrame(picture);
    drawing.paintSilhouette(graphics, Color.BLACK);
    graphics.dispose();
    int painted = 0;
    for (int pixel : picture.getRGB(0, 0, 64, 64, null, 0, 64)) {
      painted += pixel >>> 24 > 127 ? 1 : 0;
    }
    return painted / (64.0 * 64);
  }

  private static int[] pixels(Drawing drawing) {
    BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = inUnitFrame(picture);
    drawing.paint(graphics);
    graphics.dispose();
    return picture.getRGB(0, 0, 64, 64, null, 0, 64);
  }

  private static Graphics2D inUnitFrame(BufferedImage picture) {
    Graphics2D graphics = picture.createGraphics();
    graphics.scale(picture.getWidth(), picture.getHeight());
    graphics.translate(0.5, 0.5);
    return graphics;
  }
}
