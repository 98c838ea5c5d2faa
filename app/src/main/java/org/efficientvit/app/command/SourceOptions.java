package org.efficientvit.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.data.LabelledFiles;
import org.efficientvit.core.data.PictureSource;
import org.efficientvit.core.data.SampledPictures;
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
    return rendered.pictures(model.network().imageSize(), seed, true);
  }

  /**
   * Finds the pictures; the caller closes them.
   *
   * @throws org.efficientvit.core.InspectorException in one sentence, if they or their classes
   *     cannot be found
   */
  EvaluationSource open(Model model, long seed) {
    EvaluationSource all = place == null ? rendered(model, seed) : files(place, model);
    if (sample == null) {
      return all;
    }
    Map<String, Object> description = new LinkedHashMap<>(all.description());
    description.put("sample", sample);
    description.put("sampleSeed", seed);
    return new EvaluationSource(
        new SampledPictures(all.pictures(), sample, seed),
        description,
        all.remarks(),
        all.release());
  }

  private EvaluationSource rendered(Model model, long seed) {
    RenderedPictures pictures = rendered.pictures(model.network().imageSize(), seed, false);
    return new EvaluationSource(pictures, rendered.description(seed), List.of(), () -> {});
  }

  private EvaluationSource files(Path from, Model model) {
    Orientation orientation = applyExif ? Orientation.APPLY : Orientation.IGNORE;
    LabelledFiles files =
        PictureSource.open(from, Optional.ofNullable(list), orientation, model.labels());
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("kind", Files.isDirectory(from) ? "folder" : "tar");
    description.put("path", whole(from));
    if (list != null) {
      description.put("list", whole(list));
    }
    description.put("pictures", files.size());
    description.put("fingerprint", files.fingerprint());
    return new EvaluationSource(files, description, files.remarks(), files::close);
  }

  private static String whole(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }
}
