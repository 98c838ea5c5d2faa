package org.efficientvit.visualizers.heads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.efficientvit.core.attention.HeadSimilarity;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;

/** Draws every figure of heads in both themes, to be looked at. */
public final class HeadLook {

  private HeadLook() {}

  /** Writes the figures under a folder. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    for (int size : new int[] {224, 256}) {
      List<Figure> figures = figures(HeadSamples.at(size), "blocks1.0", "blocks2.3", "blocks3.5");
      write(figures, folder.resolve(Integer.toString(size)));
    }
    write(HeadSamples.made(), folder.resolve("made"));
    for (int size : new int[] {224, 256}) {
      List<Figure> figures = figures(HeadSamples.survey(size, Integer.MAX_VALUE));
      write(figures, folder.resolve("folder" + size));
    }
  }

  static List<Figure> figures(HeadSurvey survey) {
    FigureContext context = HeadSamples.at(224).context().withoutPicture();
    List<Figure> figures = new ArrayList<>();
    figures.add(new HeadSummaryFigure(survey, context));
    figures.add(new SimilarityDepthFigure(survey, context));
    survey
        .blocks()
        .forEach(block -> figures.add(HeadSimilarityFigure.of(block, survey.images(), context)));
    return figures;
  }

  static List<Figure> figures(HeadSamples of, String... blocks) {
    List<Figure> figures = new ArrayList<>();
    for (String block : blocks) {
      figures.addAll(maps(of, block));
    }
    int[] classes = of.classes();
    figures.add(
        ClassEvidenceFigure.of(
            of.model().labels().get(classes[0]), of.evidence(classes[0]), of.crop(), of.context()));
    figures.add(
        ClassEvidenceFigure.between(
            of.model().labels().get(classes[0]),
            of.evidence(classes[0]),
            of.model().labels().get(classes[1]),
            of.evidence(classes[1]),
            of.crop(),
            of.context()));
    return figures;
  }

  private static List<Figure> maps(HeadSamples of, String block) {
    HeadMapsFigure received =
        HeadMapsFigure.of(of.attention(block), of.crop(), new Reading.Received(), of.context());
    Token token = new Token(3, 3);
    StitchedAttention attention = new StitchedAttention(of.attention(block));
    return List.of(
        received,
        received.with(new Reading.Query(token)),
        received
            .with(new Reading.Entropy())
            .with(MapStyle.attention().withSharedScale(false).withOpacity(0.8)),
        HeadMapsFigure.split(
            of.attention(block),
            of.content(block),
            of.bias(block),
            of.crop(),
            new Reading.Query(token),
            of.context()),
        AttentionMatrixFigure.of(attention, attention.grid().windows() - 1, of.context()),
        HeadSimilarityFigure.of(
            block,
            HeadSimilarity.ofMaps(of.attention(block)),
            HeadSimilarity.ofOutputs(of.outputs(block)),
            of.context()),
        of.cascade(block),
        of.changed(block));
  }

  private static void write(List<Figure> figures, Path folder) {
    for (Theme theme : Theme.values()) {
      for (Figure figure : figures) {
        new FigureWriter(theme, 1.6)
            .write(figure, FigureFormat.PNG, folder.resolve(theme.name().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
