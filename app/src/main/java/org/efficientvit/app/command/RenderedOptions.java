package org.efficientvit.app.command;

import org.efficientvit.app.service.PicturesRequest;
import org.efficientvit.core.objects.scene.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rendered pictures a command looks at, if any. */
final class RenderedOptions {

  @Option(
      names = "--rendered",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Look at N rendered pictures of objects, not at files.",
      order = 1)
  private @Nullable Integer count;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "validation",
      description =
          "Which of them: training, validation or samples, which have no picture in common"
              + " (default: ${DEFAULT-VALUE}).",
      order = 2)
  private Split split = Split.VALIDATION;

  @Option(
      names = "--single",
      description = "One object in every picture; else a fifth of them have two or three.",
      order = 2)
  private boolean single;

  boolean isAsked() {
    return count != null;
  }

  /**
   * The pictures that were asked for.
   *
   * @param seed of the whole set
   */
  PicturesRequest.Rendered request(long seed) {
    if (count == null) {
      throw new IllegalStateException("no rendered pictures were asked for");
    }
    return new PicturesRequest.Rendered(count, split, single, seed);
  }
}
