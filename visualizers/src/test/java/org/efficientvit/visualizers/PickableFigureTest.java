package org.efficientvit.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;

class PickableFigureTest {

  /** A wide box behind, a small dot on it, and another box far away. */
  private record Boxes() implements PickableFigure {

    @Override
    public String name() {
      return "boxes";
    }

    @Override
    public String title() {
      return "Boxes";
    }

    @Override
    public double width() {
      return 200;
    }

    @Override
    public double height() {
      return 100;
    }

    @Override
    public void draw(Graphics2D g, double width, double height, Theme theme) {
      Canvas.on(g, theme).fill(new Rectangle2D.Double(0, 0, width, height), theme.background());
    }

    @Override
    public DataTable data() {
      return new DataTable(List.of("box"), List.of());
    }

    @Override
    public List<Pickable> pickables(double width, double height) {
      return List.of(
          new Pickable("stage", Set.of("a", "b"), new Rectangle2D.Double(20, 20, 60, 40), "both"),
          new Pickable("dot", Set.of("a"), new Ellipse2D.Double(48, 38, 4, 4), "a"),
          new Pickable("far", Set.of("c"), new Rectangle2D.Double(150, 20, 30, 30), "c"));
    }
  }

  private static final Boxes BOXES = new Boxes();

  private static String picked(double x, double y) {
    return BOXES.pick(x, y, 200, 100).map(Pickable::name).orElse("nothing");
  }

  @Test
  void whatLiesInFrontIsPicked() {
    assertThat(picked(50, 40)).isEqualTo("dot");
    assertThat(picked(30, 30)).isEqualTo("stage");
  }

  @Test
  void aHandMayMissALittleAndNoMore() {
    assertThat(picked(147, 30)).isEqualTo("far");
    assertThat(picked(145, 30)).isEqualTo("nothing");
  }

  @Test
  void anIndexPicksWhatTheFigureWould() {
    PickIndex index = PickIndex.of(BOXES, 200, 100);
    for (int x = 0; x < 200; x++) {
      for (int y = 0; y < 100; y++) {
        assertThat(index.pick(x, y)).isEqualTo(slowly(x, y));
      }
    }
    assertThat(index.isOf(BOXES, 200, 100)).isTrue();
    assertThat(index.isOf(BOXES, 200, 101)).isFalse();
    assertThat(index.isOf(new Boxes(), 200, 100)).isFalse();
  }

  /** By the distance to every part. */
  private static Optional<Pickable> slowly(double x, double y) {
    Optional<Pickable> picked = Optional.empty();
    double nearest = PickableFigure.REACH;
    for (Pickable part : BOXES.pickables(200, 100)) {
      if (part.distance(x, y) <= nearest) {
        nearest = part.distance(x, y);
        picked = Optional.of(part);
      }
    }
    return picked;
  }

  @Test
  void everyPartThatShowsAnOperationIsBroughtOutAndNoOther() {
    BufferedImage a = FigureWriter.of(Theme.LIGHT).image(BOXES.highlighting("a"));
    BufferedImage c = FigureWriter.of(Theme.LIGHT).image(BOXES.highlighting("c"));
    BufferedImage none = FigureWriter.of(Theme.LIGHT).image(BOXES.highlighting("stranger"));

    assertThat(inked(a, 15, 15, 70, 50)).isTrue();
    // The dot is too small to be seen by its outline: there is a ring around it.
    assertThat(inked(a, 42, 32, 8, 8)).isTrue();
    assertThat(inked(a, 145, 15, 40, 40)).isFalse();
    assertThat(inked(c, 145, 15, 40, 40)).isTrue();
    assertThat(inked(c, 15, 15, 70, 50)).isFalse();
    assertThat(inked(none, 0, 0, 200, 100)).isFalse();
  }

  @Test
  void aFigureWithAnOperationBroughtOutIsOtherwiseTheSame() {
    PickableFigure one = BOXES.highlighting("a");

    assertThat(one.name()).isEqualTo("boxes");
    assertThat(one.title()).isEqualTo("Boxes");
    assertThat(one.data()).isEqualTo(BOXES.data());
    assertThat(one.pick(50, 40, 200, 100)).map(Pickable::name).contains("dot");
    assertThat(one.highlighting("c")).isEqualTo(BOXES.highlighting("c"));
  }

  private static boolean inked(BufferedImage image, int x, int y, int width, int height) {
    for (int row = 2 * y; row < 2 * (y + height); row++) {
      for (int column = 2 * x; column < 2 * (x + width); column++) {
        if (image.getRGB(column, row) != Theme.LIGHT.background().getRGB()) {
          return true;
        }
      }
    }
    return false;
  }
}
