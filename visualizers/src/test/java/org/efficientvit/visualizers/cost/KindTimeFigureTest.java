package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efficientvit.visualizers.ProfileSamples.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.ProfileSamples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindTimeFigureTest {

  private static final KindTimeFigure FIGURE =
      new KindTimeFigure(
          ProfileSamples.profile(
              operation("linear", OperationKind.LINEAR, 3_000_000, 0, 1000, 100_000),
              operation("softmax", OperationKind.SOFTMAX, 0, 100, 1_000_000, 200_000),
              operation("small", OperationKind.SOFTMAX, 0, 100, 1000, 50_000),
              operation("product", OperationKind.MATMUL, 1_000_000, 0, 1000, 50_000)),
          ProfileSamples.CONTEXT);

  @TempDir Path folder;

  @Test
  void theKindThatTakesMostTimeComesFirstWithItsShareOfTheMacs() {
    assertThat(FIGURE.data().rows())
        .containsExactly(
            List.of("softmax", 2, 250_000.0, 0.625, 0.8, 0.0, 0.2, 0L, 0.0),
            List.of("linear", 1, 100_000.0, 0.25, 0.0, 1.0, 0.0, 3_000_000L, 0.75),
            List.of("matrix product", 1, 50_000.0, 0.125, 0.0, 1.0, 0.0, 1_000_000L, 0.25));
  }

  @Test
  void bothSharesAreWritten() throws IOException {
    Path file = FigureWriter.of(Theme.LIGHT).write(FIGURE, FigureFormat.SVG, folder);

    assertThat(Files.readString(file))
        .contains(
            "62.5% · 250 µs · 2 operations",
            "no MACs", "75.0% · 3.00 M MACs", "share of the multiply-accumulates");
  }

  @Test
  void aKindHoldsAllItsOperations() {
    List<Pickable> parts = FIGURE.pickables(FIGURE.width(), FIGURE.height());

    assertThat(parts).extracting(Pickable::name).startsWith("softmax");
    assertThat(parts.get(0).operations()).containsExactlyInAnyOrder("softmax", "small");
  }
}
