package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.claims.Evidence;
import org.efficientvit.core.claims.Finding;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimsFigureTest {

  private static final FigureContext CONTEXT =
      new FigureContext("All families", null, "a machine", false);

  /** M5 is three times as fast as its rivals, and nobody measured another. */
  private static final Evidence M5 =
      new Evidence() {
        @Override
        public Optional<Finding> speed(String subject, String rival, Setting setting) {
          return subject.equals("m5")
              ? Optional.of(
                  new Finding(
                      new Estimate(3, new Interval(2.9, 3.1)), Optional.of(setting), "here"))
              : Optional.empty();
        }

        @Override
        public Optional<Finding> accuracy(String subject, String rival) {
          return Optional.empty();
        }

        @Override
        public Optional<Finding> memoryShare(String network) {
          return Optional.empty();
        }
      };

  private static final ClaimsFigure FIGURE =
      new ClaimsFigure(Ledger.of(PublishedFigures.standard(), M5), CONTEXT);

  @Test
  void theTableHoldsEveryRatioOfNetworksThatAreHereAndWhatBecameOfIt() {
    List<List<Object>> rows = FIGURE.data().rows();

    // Three rivals, six models, two columns; M1 has no printed speed on ONNX.
    assertThat(rows).hasSize(3 * 6 * 2 - 3);
    assertThat(rows)
        .filteredOn(row -> row.get(0).equals("M5"))
        .hasSize(6)
        .allSatisfy(row -> assertThat(row.get(4)).isEqualTo(3.0))
        .allSatisfy(row -> assertThat(row.get(7)).isEqualTo(3.0));
    assertThat(rows)
        .filteredOn(row -> row.get(0).equals("M0"))
        .allSatisfy(row -> assertThat(row.get(8)).isEqualTo("not measured"));
    assertThat(rows)
        .filteredOn(row -> row.get(0).equals("M5") && row.get(1).equals("EfficientNet-B0"))
        .allSatisfy(row -> assertThat(row.get(8)).isEqualTo("holds"));
  }

  @Test
  void everyRatioCanBePointedAtAndTellsItsNumbersAndItsVerdict() {
    List<Pickable> parts = FIGURE.pickables(FIGURE.width(), FIGURE.height());

    assertThat(parts).hasSameSizeAs(FIGURE.data().rows());
    Pickable m5 =
        parts.stream()
            .filter(part -> part.name().equals("M5 : EfficientNet-B0 on PyTorch"))
            .findFirst()
            .orElseThrow();
    assertThat(m5.text()).contains("printed ", "measured here 3.00 (95 %: 2.90 – 3.10)", "holds");
    assertThat(
            FIGURE.pick(
                m5.outline().getBounds2D().getCenterX(),
                m5.outline().getBounds2D().getCenterY(),
                FIGURE.width(),
                FIGURE.height()))
        .contains(m5);
    for (int i = 0; i < parts.size(); i++) {
      var box = parts.get(i).outline().getBounds2D();
      assertThat(parts.subList(i + 1, parts.size()))
          .noneMatch(
              other -> {
                var both = box.createIntersection(other.outline().getBounds2D());
                return both.getWidth() > 1e-6 && both.getHeight() > 1e-6;
              });
    }
  }

  @Test
  void verdictsAreWordsThatNeedNoColour() {
    List<String> words =
        FIGURE.ledger().entries().stream()
            .map(entry -> ClaimsFigure.words(entry.judgement()))
            .distinct()
            .toList();

    // M5 was printed as slower than MobileNets on ONNX Runtime.
    assertThat(words).contains("holds", "reversed", "not measured", "not here");
  }

  /** Each of six measured ratios is a filled dot; the legend has one more. */
  @ParameterizedTest
  @EnumSource(Theme.class)
  void whatWasMeasuredIsDrawnAndWhatWasNotIsLeftOut(Theme theme) {
    long measured = accent(theme, FIGURE);
    long none =
        accent(
            theme,
            new ClaimsFigure(
                new Ledger(
                    FIGURE.ledger().entries().stream()
                        .filter(entry -> entry.finding().isEmpty())
                        .toList()),
                CONTEXT));

    assertThat(none).isPositive();
    assertThat(measured).isGreaterThan(5 * none / 2);
  }

  private static long accent(Theme theme, ClaimsFigure figure) {
    BufferedImage image = new FigureWriter(theme, 2).image(figure);
    int colour = theme.accent().getRGB();
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void smallPrintIsBrokenBetweenWordsAndLosesNone() {
    Footnote footnote = Footnote.of("one two three four five six seven eight", 60);

    assertThat(footnote.lines()).hasSizeGreaterThan(2);
    assertThat(String.join(" ", footnote.lines()))
        .isEqualTo("one two three four five six seven eight");
    assertThat(Footnote.of("short", 500).lines()).containsExactly("short");
  }
}
