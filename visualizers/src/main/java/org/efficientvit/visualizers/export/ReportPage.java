package org.efficientvit.visualizers.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.PredictionFigure;

/**
 * The text of a report's page.
 *
 * @param theme of the figures that bear their plain names
 * @param figures folder of the figures' files, seen from the page
 * @param formats that each figure was written in
 */
record ReportPage(Report report, Theme theme, String figures, Set<FigureFormat> formats) {

  private static final int CLASSES = 5;

  private static final String STYLE = "report.css";
  static final String DARK = "-dark";

  String html() {
    FigureContext context = report.context();
    String picture = context.picture() == null ? context.network() : context.picture();
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s · EfficientViT Inspector</title>
    <style>
    %2$s</style>
    </head>
    <body>
    <h1>%1$s</h1>
    %3$s<dl>
    %4$s</dl>
    <main>
    %5$s</main>
    </body>
    </html>
    """
        .formatted(Html.escape(picture), style(), note(), facts(), sections());
  }

  private String note() {
    return report.context().isRandom()
        ? """
        <p class="note"><strong>These are random weights.</strong> Nobody trained them: the \
        classes and maps below say nothing about the picture. Times and costs are those of the \
        network.</p>
        """
        : "";
  }

  private String facts() {
    FigureContext context = report.context();
    StringBuilder facts = new StringBuilder();
    facts.append(fact("Network", Html.escape(context.network())));
    facts.append(fact("Weights", Html.escape(context.weights())));
    if (context.picture() != null) {
      facts.append(fact("Picture", Html.escape(context.picture())));
    }
    facts.append(fact("Engine", Html.escape(report.engine())));
    List<PredictionFigure.Bar> top = report.top();
    if (!top.isEmpty()) {
      facts.append(fact("Likeliest classes", classes(top)));
    }
    return facts.toString();
  }

  private static String classes(List<PredictionFigure.Bar> top) {
    return top.stream()
        .limit(CLASSES)
        .map(
            bar ->
                "<li>%s, %s</li>"
                    .formatted(Html.escape(bar.label()), Numbers.percent(bar.probability())))
        .collect(Collectors.joining("", "<ol>", "</ol>"));
  }

  private static String fact(String name, String html) {
    return "<dt>%s</dt><dd>%s</dd>\n".formatted(name, html);
  }

  private String sections() {
    return report.figures().stream().map(this::section).collect(Collectors.joining());
  }

  private String section(Figure figure) {
    return """
    <section aria-label="%1$s">
    <picture>
    <source srcset="%2$s" media="(prefers-color-scheme: dark)">
    <img src="%3$s" width="%4$d" height="%5$d" alt="%1$s">
    </picture>
    <p class="files">%6$s</p>
    </section>
    """
        .formatted(
            Html.escape(figure.title()),
            path(stem(figure, theme, Theme.DARK), FigureFormat.PNG),
            path(stem(figure, theme, Theme.LIGHT), FigureFormat.PNG),
            Math.round(figure.width() * 4 / 3),
            Math.round(figure.height() * 4 / 3),
            files(figure));
  }

  private String files(Figure figure) {
    return formats.stream()
        .map(
            format -> "<a href=\"%s\">%s</a>".formatted(path(figure.name(), format), format.name()))
        .collect(Collectors.joining(" · "));
  }

  /** What a figure's file is called in a theme, where those of the chosen one bear plain names. */
  static String stem(Figure figure, Theme chosen, Theme theme) {
    return theme == chosen
        ? figure.name()
        : figure.name() + "-" + theme.name().toLowerCase(Locale.ROOT);
  }

  private String path(String stem, FigureFormat format) {
    return figures + "/" + Html.link(stem + "." + format.extension());
  }

  private static String style() {
    try (InputStream stream =
        Objects.requireNonNull(ReportPage.class.getResourceAsStream(STYLE), STYLE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
