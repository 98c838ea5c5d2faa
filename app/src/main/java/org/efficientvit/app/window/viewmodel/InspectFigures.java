package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.map.AttentionFigure;
import org.efficientvit.visualizers.map.FeatureFigure;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;

/** What the Inspect view shows, as figures for files, and the command line that makes them. */
public final class InspectFigures implements FigureSource {

  private final InspectViewModel inspect;
  private final CascadeViewModel cascade;
  private final EvidenceViewModel evidence;

  InspectFigures(InspectViewModel inspect, CascadeViewModel cascade, EvidenceViewModel evidence) {
    this.cascade = requireNonNull(cascade, "cascade is null");
    this.evidence = requireNonNull(evidence, "evidence is null");
    this.inspect = requireNonNull(inspect, "inspect is null");
  }

  @Override
  public Optional<Figure> figure() {
    return switch (inspect.strip().lensProperty().get()) {
      case HEADS -> attention();
      case CASCADE -> cascade.figure();
      case FEATURES -> features();
      case EVIDENCE -> Optional.ofNullable(evidence.figureProperty().get());
    };
  }

  private Optional<Figure> attention() {
    Inspected shown = inspect.inspectedProperty().get();
    StitchedAttention attention = inspect.heads().attentionProperty().get();
    return shown == null || attention == null
        ? Optional.empty()
        : Optional.of(
            new AttentionFigure(
                attention,
                shown.inspection().crop(),
                inspect.heads().query(),
                style(MapStyle.attention())
                    .withSharedScale(inspect.heads().sharedScaleProperty().get()),
                shown.context()));
  }

  private Optional<Figure> features() {
    Inspected shown = inspect.inspectedProperty().get();
    String stage = inspect.features().stageProperty().get();
    Tensor maps = shown == null ? null : shown.inspection().trace().features().get(stage);
    return shown == null || maps == null
        ? Optional.empty()
        : Optional.of(
            FeatureFigure.of(stage, maps, shown.context())
                .with(MapStyle.features().with(inspect.display().coloursProperty().get())));
  }

  private MapStyle style(MapStyle usual) {
    return usual
        .with(inspect.display().coloursProperty().get())
        .withOpacity(inspect.display().opacityProperty().get());
  }

  @Override
  public String command() {
    Inspected shown = inspect.inspectedProperty().get();
    if (shown == null) {
      return "";
    }
    StripViewModel.Lens lens = inspect.strip().lensProperty().get();
    boolean isCascade = lens == StripViewModel.Lens.CASCADE;
    CommandText command =
        new CommandText(isCascade ? "cascade" : "inspect")
            .with(CommandText.path(Path.of(shown.inspection().picture().name())))
            .with("--out", "figures");
    if (isCascade) {
      cascade.command(command.with("--block", inspect.heads().blockProperty().get()));
    }
    if (lens == StripViewModel.Lens.HEADS) {
      command.with("--block", inspect.heads().blockProperty().get());
      Token token = inspect.heads().query();
      if (token != null) {
        command.with("--token", words(token));
      }
      command
          .with("--opacity", opacity())
          .withIf(!inspect.heads().sharedScaleProperty().get(), "--own-scales");
    }
    if (lens == StripViewModel.Lens.EVIDENCE) {
      command.with("--evidence-for", evidence.classWords(shown.inspection()));
    }
    return command
        .withIf(!isCascade, "--colours", inspect.display().coloursProperty().get().name())
        .withIf(inspect.display().darkProperty().get(), "--theme", "dark")
        .with(inspect.model().request())
        .with(inspect.model().engine())
        .toString();
  }

  private String opacity() {
    return String.format(Locale.ROOT, "%.4g", inspect.display().opacityProperty().get())
        .replaceAll("\\.?0+$", "");
  }

  private static String words(Token token) {
    return token.isClass() ? "class" : token.row() + "," + token.column();
  }
}
