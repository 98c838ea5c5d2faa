package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rendered pictures of objects as files. */
@Command(
    name = "dataset",
    description = {
      "Renders pictures of everyday objects, with where the objects are.",
      "Writes DIR/LABEL/LABEL-NUMBER.png and .json; the labels take turns. A folder that holds"
          + " anything is added to only if its dataset.json says the same settings; pictures that"
          + " it has are kept."
    })
final class DatasetCommand implements Callable<Integer> {

  private static final double NANOSECONDS = 1e9;

  /**
   * The answer of {@code --json}.
   *
   * @param pictures how many were written, without those that were there
   */
  record Report(String folder, int pictures, double perSecond, List<String> labels) {}

  private final Terminal terminal;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to, made if it is not there.",
      order = 1)
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path folder;

  @Option(
      names = "--count",
      required = true,
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "How many pictures the folder shall have, of all labels together.",
      order = 2)
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "Decides everything: the same seed makes the same pictures (default: 0).",
      order = 3)
  private long seed;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "training",
      description =
          "training, validation or samples, which have no picture in common (default: training).",
      order = 4)
  private Split split = Split.TRAINING;

  @Option(
      names = "--size",
      paramLabel = "PX",
      defaultValue = "224",
      converter = SceneSide.class,
      description = "Width and height of the pictures, 64 to 1024 (default: ${DEFAULT-VALUE}).",
      order = 5)
  private int size;

  @Option(
      names = "--single",
      description = "One object in every picture; else a fifth of them have two or three.",
      order = 6)
  private boolean single;

  @Mixin private OutputOptions output = new OutputOptions();

  DatasetCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    DatasetFolder target =
        DatasetFolder.open(
            folder,
            new DatasetFolder.Settings(split.word(), seed, size, single, ObjectKind.labels()));
    RenderedPictures pictures =
        new RenderedPictures(split, seed, count, new SceneRenderer(size, single));
    long start = System.nanoTime();
    DatasetWriter.Result result = new DatasetWriter(pictures, target, terminal).write();
    double seconds = Math.max((System.nanoTime() - start) / NANOSECONDS, 1e-9);
    answer(result, result.written() / seconds);
    return result.written() + result.kept() == count ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void answer(DatasetWriter.Result result, double perSecond) {
    if (output.json()) {
      terminal.document(
          new Report(folder.toString(), result.written(), perSecond, ObjectKind.labels()));
    } else {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%s: %d pictures of %d labels written, %d kept (%.0f/s).%n",
              folder,
              result.written(),
              ObjectKind.labels().size(),
              result.kept(),
              perSecond);
    }
  }
}
