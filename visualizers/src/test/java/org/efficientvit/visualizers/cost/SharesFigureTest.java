package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.visualizers.ProfileSamples.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.ProfileSamples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesFigureTest {

  /** Bound by compute, by overhead and by memory. */
  private static final Profile PROFILE =
      ProfileSamples.profile(
          operation("patch_embed.0", OperationKind.CONVOLUTION_KXK, 1_000_000, 0, 1000, 60_000),
          operation("patch_embed.1", OperationKind.ACTIVATION, 0, 100, 800, 20_000),
          operation("blocks1.0.dw0", OperationKind.ADDITION, 0, 100, 1_000_000, 40_000),
          operation("blocks1.0.view", OperationKind.VIEW, 0, 0, 0, 0));

  @TempDir Path folder;

  @Test
  void theTableDividesEachStageByBothRules() {
    assertThat(new StageSharesFigure(PROFILE, ProfileSamples.CONTEXT).data().rows())
        .containsExactly(
            List.of("patch_embed", "limit", 0.0, 0.75, 0.25, 80_000.0),
            List.of("patch_embed", "paper", 0.25, 0.75, 0.0, 80_000.0),
            List.of("blocks1", "limit", 1.0, 0.0, 0.0, 40_000.0),
            List.of("blocks1", "paper", 1.0, 0.0, 0.0, 40_000.0),
            List.of("all", "limit", 1 / 3.0, 0.5, 1 / 6.0, 120_000.0),
            List.of("all", "paper", 0.5, 0.5, 0.0, 120_000.0));
  }

  @Test
  void partsAreAsLongAsTheirSharesAndHoldTheirOperations() {
    StageSharesFigure figure =
        new StageSharesFigure(PROFILE, List.of(Grouping.LIMIT), ProfileSamples.CONTEXT);
    List<Pickable> parts = figure.pickables(figure.width(), figure.height());
    Pickable compute = parts.get(0);
    Pickable overhead = parts.get(1);

    assertThat(compute.operations()).containsExactly("patch_embed.0");
    assertThat(overhead.operations()).containsExactly("patch_embed.1");
    assertThat(compute.outline().getBounds2D().getWidth())
        .isEqualTo(3 * overhead.outline().getBounds2D().getWidth(), within(1e-6));
    assertThat(overhead.outline().getBounds2D().getMinX())
        .isEqualTo(compute.outline().getBounds2D().getMaxX(), within(1e-6));
    assertThat(overhead.text())
        .isEqualTo("patch_embed\noverhead bound: 25.0% of 80.0 µs\nby the largest of three limits");
  }

  @Test
  void oneRuleAloneHasOnePanel() throws IOException {
    String svg =
        svg(new StageSharesFigure(PROFILE, List.of(Grouping.PAPER), ProfileSamples.CONTEXT));

    assertThat(svg).contains("by sort of operation, as in the paper").doesNotContain("limits");
    assertThat(svg).contains("75%", "80.0 µs · 66.7%", "memory bound");
  }

  @Test
  void whatAllNetworksHaveInCommonIsSaidOnceAndWhatNotBesideEach() throws IOException {
    NetworkSharesFigure figure =
        new NetworkSharesFigure(
            List.of(
                ProfileSamples.of("m0", "pytorch", 1),
                ProfileSamples.of("m0", "onnx", 1),
                ProfileSamples.of("deit-tiny", "pytorch", 1)),
            ProfileSamples.CONTEXT);

    assertThat(figure.data().rows())
        .extracting(row -> row.get(0))
        .containsExactly(
            "EfficientViT-M0, pytorch",
            "EfficientViT-M0, pytorch",
            "EfficientViT-M0, onnx",
            "EfficientViT-M0, onnx",
            "DeiT-Tiny, pytorch",
            "DeiT-Tiny, pytorch");
    assertThat(svg(figure)).contains("1 thread, batch 1, 224×224 pixels");
  }

  @Test
  void operationsOfSeveralNetworksAreNotTakenForOneAnothers() {
    NetworkSharesFigure figure = new NetworkSharesFigure(List.of(PROFILE), ProfileSamples.CONTEXT);

    assertThat(figure.pickables(700, 300)).isNotEmpty().allMatch(one -> one.operations().isEmpty());
  }

  @Test
  void aNetworksSharesAreItsProfiles() {
    Profile profile = ProfileSamples.of("m0", "pytorch", 16);
    List<Object> row =
        new NetworkSharesFigure(List.of(profile), ProfileSamples.CONTEXT).data().rows().get(0);

    assertThat(row.subList(2, 5))
        .containsExactly(
            profile.shares(Grouping.LIMIT).memory(),
            profile.shares(Grouping.LIMIT).compute(),
            profile.shares(Grouping.LIMIT).overhead());
  }

  private String svg(Figure figure) throws IOException {
    return Files.readString(FigureWriter.of(Theme.LIGHT).write(figure, FigureFormat.SVG, folder));
  }
}
