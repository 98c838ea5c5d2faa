package org.efficientvit.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.SceneRenderer;
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
   * What was asked for, as an evaluation's answer tells it.
   *
   * @param seed of the whole set
   */
  Map<String, Object> description(long seed) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("kind", "rendered");
    description.put("split", split.word());
    description.put("seed", seed);
    description.put("pictures", asked());
    description.put("single", single);
    return description;
  }

  private int asked() {
    if (count == null) {
      throw new IllegalStateException("no rendered pictures were asked for");
    }
    return count;
  }

  /**
   * The pictures that were asked for, as large as the network's input where they can be.
   *
   * @param imageSize S of the network
   * @param alone whether there must be one object in each, whatever was asked for
   */
  RenderedPictures pictures(int imageSize, long seed, boolean alone) {
    return new RenderedPictures(
        split, seed, asked(), SceneRenderer.forNetwork(imageSize, single || alone));
  }
}
