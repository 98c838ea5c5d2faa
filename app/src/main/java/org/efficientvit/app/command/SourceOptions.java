package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.efficientvit.app.service.EvaluationSource;
import org.efficientvit.app.service.PicturesRequest;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.objects.RenderedPictures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which pictures are evaluated. */
final class SourceOptions {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER-OR-TAR",
      description = "Where the pictures are: folders of classes, or pictures that a list names.")
  private @Nullable Path place;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description =
          "Of which class each picture is: lines of a file's name and a label, WordNet id or number"
              + " from 0, with a tab, a comma or blanks between.",
      order = 1)
  private @Nullable Path list;

  @Option(
      names = "--sample",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Look at N of the pictures alone, drawn at random by --seed.",
      order = 1)
  private @Nullable Integer sample;

  @Option(
      names = "--apply-exif",
      description =
          "Turn pictures upright as the camera says; the official evaluation leaves them as they"
              + " are stored, and so does this without it.",
      order = 5)
  private boolean applyExif;

  @Mixin private RenderedOptions rendered = new RenderedOptions();

  /** Refuses what does not say where the pictures are. */
  void check() {
    if ((place == null) != rendered.isAsked()) {
      throw wrong("Name either a folder or a tar, or a number of pictures with --rendered.");
    }
    if (list != null && place == null) {
      throw wrong("--list goes with a folder or a tar.");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  boolean isRendered() {
    return rendered.isAsked();
  }

  /** Rendered pictures of one object each. */
  RenderedPictures singleObjects(Model model, long seed) {
    PicturesRequest.Rendered asked = rendered.request(seed);
    return new PicturesRequest.Rendered(asked.count(), asked.split(), true, seed)
        .pictures(model.network().imageSize());
  }

  /**
   * Finds the pictures; the caller closes them.
   *
   * @throws org.efficientvit.core.InspectorException in one sentence, if they or their classes
   *     cannot be found
   */
  EvaluationSource open(Model model, long seed) {
    PicturesRequest all = place == null ? rendered.request(seed) : files(place);
    return (sample == null ? all : all.sampled(sample, seed)).open(model);
  }

  private PicturesRequest files(Path from) {
    Orientation orientation = applyExif ? Orientation.APPLY : Orientation.IGNORE;
    return new PicturesRequest.InFiles(from, Optional.ofNullable(list), orientation);
  }
}
