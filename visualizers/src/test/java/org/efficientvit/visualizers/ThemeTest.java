package org.efficientvit.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.colour.Oklab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {

  /** Machado, Oliveira and Fernandes 2009: no red cones, no green cones; on linear RGB. */
  private static final List<double[][]> COLOUR_BLIND =
      List.of(
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          },
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          });

  @ParameterizedTest
  @EnumSource
  void everyTextCanBeReadOnItsBackground(Theme theme) {
    assertThat(List.of(theme.text(), theme.muted(), theme.warning()))
        .allSatisfy(
            colour -> assertThat(contrast(colour, theme.background())).isGreaterThanOrEqualTo(4.5));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfOperationStandsOutFromTheBackground(Theme theme) {
    assertThat(OperationKind.values())
        .allSatisfy(
            kind ->
                assertThat(contrast(theme.of(kind), theme.background()))
                    .isGreaterThanOrEqualTo(1.9));
  }

  @ParameterizedTest
  @EnumSource
  void everyBoundStandsOutFromTheBackground(Theme theme) {
    assertThat(Bound.values())
        .allSatisfy(
            bound ->
                assertThat(contrast(theme.of(bound), theme.background()))
                    .isGreaterThanOrEqualTo(1.9));
  }

  @Test
  void noTwoKindsLookAlikeToAnyEye() {
    for (OperationKind one : OperationKind.values()) {
      for (OperationKind other : OperationKind.values()) {
        if (one != other) {
          Color a = Theme.LIGHT.of(one);
          Color b = Theme.LIGHT.of(other);
          assertThat(distance(a, b)).as("%s and %s", one, other).isGreaterThan(0.07);
          for (double[][] eye : COLOUR_BLIND) {
            assertThat(distance(seen(a, eye), seen(b, eye)))
                .as("%s and %s, colour blind", one, other)
                .isGreaterThan(0.07);
          }
        }
      }
    }
  }

  private static double distance(Color a, Color b) {
    return Oklab.of(a.getRGB()).distance(Oklab.of(b.getRGB()));
  }

  private static Color seen(Color colour, double[][] eye) {
    double[] from = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    float[] to = new float[3];
    for (int i = 0; i < 3; i++) {
      double v = eye[i][0] * from[0] + eye[i][1] * from[1] + eye[i][2] * from[2];
      double clipped = Math.min(1, Math.max(0, v));
      to[i] =
          (float)
              (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055);
    }
    return new Color(to[0], to[1], to[2]);
  }

  /** As WCAG 2 defines it. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int level) {
    double v = level / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
