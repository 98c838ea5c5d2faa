package org.efficientvit.visualizers.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.PredictionFigure;
import org.efficientvit.visualizers.chart.PredictionFigure.Bar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src|srcset)=\"([^\"]*)\"");

  @TempDir Path folder;

  @Test
  void everyLinkLeadsToAFileBesideThePage() throws IOException {
    String html = write(context(true), "tabby", EnumSet.allOf(FigureFormat.class));
    Matcher links = LINK.matcher(html);
    int count = 0;
    for (; links.find(); count++) {
      assertThat(folder.resolve(links.group(1))).isNotEmptyFile();
    }
    assertThat(count).isEqualTo(6);
    assertThat(html).doesNotContain("<script", "http:", "https:", "@import");
  }

  @Test
  void namesCannotBecomeMarkup() throws IOException {
    FigureContext context =
        new FigureContext("<net>", "\"><script>alert(1)</script>.jpg", "a & b.pth", false);
    String html = write(context, "<img src=x onerror='alert(1)'>", Set.of());

    assertThat(html)
        .doesNotContain("<script", "<img src=x", "<net>", "onerror='")
        .contains("&lt;net&gt;", "a &amp; b.pth", "&quot;&gt;&lt;script&gt;");
  }

  @Test
  void thePageSaysThatWeightsAreRandomWhereTheyAre() throws IOException {
    assertThat(write(context(true), "tabby", Set.of()))
        .contains("These are random weights.", "random weights (seed 0)");
    assertThat(write(context(false), "tabby", Set.of())).doesNotContain("random");
  }

  @Test
  void theHeadNamesWhatRan() throws IOException {
    assertThat(write(context(false), "tabby, tabby cat", Set.of()))
        .contains("EfficientViT-M0", "m0.pth", "a.jpg", "PyTorch")
        .contains("<li>tabby, tabby cat, 50.0%</li>")
        .contains("prefers-color-scheme: dark");
  }

  @Test
  void twoFiguresOfOneNameAreRefused() {
    PredictionFigure figure = new PredictionFigure(List.of(), context(false));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Report(context(false), "x", List.of(), List.of(figure, figure)));
  }

  private String write(FigureContext context, String label, Set<FigureFormat> formats)
      throws IOException {
    List<Bar> top = List.of(new Bar(label, 0.5));
    Report report =
        new Report(context, "PyTorch", top, List.of(new PredictionFigure(top, context)));
    var unused = new ReportWriter(Theme.LIGHT, formats).write(report, folder, figure -> {});
    Path page = ReportWriter.page(folder);
    assertThat(page).hasFileName("index.html");
    return Files.readString(page);
  }

  private static FigureContext context(boolean isRandom) {
    return new FigureContext(
        "EfficientViT-M0", "a.jpg", isRandom ? "random weights (seed 0)" : "m0.pth", isRandom);
  }
}
