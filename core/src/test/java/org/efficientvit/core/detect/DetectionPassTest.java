package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.junit.jupiter.api.Test;

class DetectionPassTest {

  private static final String FIRST = "backbone.patch_embed";
  private static final int CLASSES = 4;

  private static DetectionPass pass(Picture picture, double threshold) {
    DetectionModel random =
        DetectionModel.random(RetinaNetConfig.small(Variant.M0.config(), CLASSES), 3);
    DetectionModel model =
        new DetectionModel(
            random.config(),
            random.weights(),
            random.labels(),
            DetectionPreprocessing.imageNet(96, 160),
            random.provenance());
    try (Detector detector =
        new Detector(
            model,
            (network, weights) -> new TorchRunner(network, weights, TorchRunner.Options.fast(1)))) {
      return detector.trace(
          picture,
          DetectionDecoder.PUBLISHED.withThreshold(threshold),
          Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION));
    }
  }

  /** Grey but for one pixel. */
  private static Picture grey(int width, int height, int x, int y) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) 118);
    Arrays.fill(rgb, 3 * (y * width + x), 3 * (y * width + x) + 3, (byte) 255);
    return new Picture("grey", width, height, rgb);
  }

  private static Picture coloured(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 37 + i / width * 11);
    }
    return new Picture("coloured", width, height, rgb);
  }

  @Test
  void everyBoxIsWhatItsAnchorsDeltasMakeOfIt() {
    // Larger than the detector's pictures, and padded to the right.
    DetectionPass pass = pass(coloured(271, 190), 0.05);

    assertThat(pass.detections()).hasSizeGreaterThan(20);
    for (Detection one : pass.detections()) {
      Anchor anchor = requireNonNull(one.anchor(), "no anchor");
      Box made =
          pass.onPicture(
              pass.deltas(anchor)
                  .apply(anchor.box(), pass.fitted().width(), pass.fitted().height()));
      assertThat(made.x()).isEqualTo(one.box().x(), within(1e-3));
      assertThat(made.y()).isEqualTo(one.box().y(), within(1e-3));
      assertThat(made.width()).isEqualTo(one.box().width(), within(1e-3));
      assertThat(made.height()).isEqualTo(one.box().height(), within(1e-3));
    }
  }

  /** So a score can be raised without asking the network again. */
  @Test
  void whatIsAboveAHigherScoreIsWhatAPassWithThatThresholdFinds() {
    Picture picture = coloured(128, 96);
    List<Detection> all = pass(picture, 0.05).detections();
    double middle = all.get(all.size() / 2).score();

    for (double threshold : new double[] {0.06, 0.08, middle, all.get(1).score()}) {
      assertThat(pass(picture, threshold).detections())
          .isEqualTo(all.stream().filter(one -> one.score() > threshold).toList());
    }
    assertThat(pass(picture, middle).detections()).isNotEmpty().hasSizeLessThan(all.size());
  }

  @Test
  void anAnchorsCellIsWhereTheAnchorIsCentred() {
    DetectionPass pass = pass(coloured(271, 190), 0.05);
    for (Detection one : pass.detections()) {
      Anchor anchor = requireNonNull(one.anchor(), "no anchor");
      Box cell = pass.cells(pass.level(anchor.level())).cell(anchor.row(), anchor.column());
      Box box = pass.onPicture(anchor.box());
      assertThat(cell.x() + cell.width() / 2).isEqualTo(box.x() + box.width() / 2, within(1e-6));
      assertThat(cell.y() + cell.height() / 2).isEqualTo(box.y() + box.height() / 2, within(1e-6));
    }
  }

  /**
   * Seen through four convolutions of stride 2, a pixel at a cell's centre is that cell's alone.
   */
  @Test
  void aPixelChangesTheCellThatIsDrawnOverIt() {
    assertThat(changed(48, 32)).containsExactly(cell(2, 3));
    assertThat(changed(0, 0)).containsExactly(cell(0, 0));
    // Midway between two, both.
    assertThat(changed(56, 32)).containsExactly(cell(2, 3), cell(2, 4));
    CellGrid cells = pass(coloured(128, 96), 0.05).cells(6, 8);
    assertThat(cells.cell(2, 3)).isEqualTo(new Box(40, 24, 16, 16));
    assertThat(cells.whole()).isEqualTo(new Box(-8, -8, 128, 96));
  }

  private static int cell(int row, int column) {
    return row * 8 + column;
  }

  private static List<Integer> changed(int x, int y) {
    Tensor with = requireNonNull(pass(grey(128, 96, x, y), 0.05).trace().features().get(FIRST));
    Tensor without =
        requireNonNull(pass(grey(128, 96, 127, 95), 0.05).trace().features().get(FIRST));
    int size = with.shape().dimension(1) * with.shape().dimension(2);
    List<Integer> changed = new ArrayList<>();
    for (int cell = 0; cell < size - 10; cell++) {
      boolean isChanged = false;
      for (int channel = 0; channel < with.shape().dimension(0); channel++) {
        int at = channel * size + cell;
        isChanged |= Math.abs(with.values()[at] - without.values()[at]) > 1e-6;
      }
      if (isChanged) {
        changed.add(cell);
      }
    }
    return changed;
  }

  @Test
  void everyMapOfTheBackboneHasAGridOnThePictureOfItsStride() {
    // Padded to 96 x 160, of which the last stage has 2 x 3 cells of stride 64.
    DetectionPass pass = pass(coloured(271, 190), 0.05);
    double scale = pass.fitted().scaleX();

    assertThat(pass.fitted().paddedWidth()).isEqualTo(160);
    assertThat(widths(pass, FIRST)).isEqualTo(16 / scale, within(1e-9));
    assertThat(widths(pass, "backbone.blocks2")).isEqualTo(32 / scale, within(1e-9));
    assertThat(widths(pass, "backbone.blocks3")).isEqualTo(64 / scale, within(1e-9));
    assertThat(pass.trace().attention()).containsKey("backbone.blocks1.0");
    assertThat(pass.trace().features()).containsKey("neck.4").doesNotContainKey("cls.0");
  }

  private static double widths(DetectionPass pass, String features) {
    Tensor map = requireNonNull(pass.trace().features().get(features), features);
    return pass.cells(map.shape().dimension(1), map.shape().dimension(2)).cellWidth();
  }

  @Test
  void aBoxTooSmallForACellsCentreHasTheNearestCell() {
    CellGrid cells = new CellGrid(3, 4, 10, 10);

    assertThat(cells.cellsIn(new Box(5, 5, 17, 10))).containsExactly(5, 6);
    assertThat(cells.cellsIn(new Box(12, 12, 3, 3))).containsExactly(5);
    assertThat(cells.cellsIn(new Box(38, 28, 2, 2))).containsExactly(11);
  }
}
