package org.efficientvit.visualizers.heads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efficientvit.core.attention.ScoreMaps;
import org.efficientvit.core.evidence.ClassEvidence;
import org.efficientvit.core.evidence.LinearReadout;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.survey.HeadSurvey;
import org.efficientvit.core.survey.HeadSurveyor;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.LearnedBias;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.visualizers.FigureContext;

/**
 * One of the sample pictures through the demonstration weights.
 *
 * @param trace with all that heads say
 */
public record HeadSamples(Model model, Crop crop, Trace trace, FigureContext context) {

  private static final Path WEIGHTS = Path.of("../weights/efficientvit_m0_objects.safetensors");
  private static final Path PICTURES = Path.of("../sample-images");

  /** A picture at an image size, as 224, where no window is padded, or 256, where some are. */
  public static HeadSamples of(String picture, int imageSize) {
    Model model = ModelLoader.load(WEIGHTS, Optional.empty(), OptionalInt.of(imageSize));
    Picture seen = PictureReader.read(PICTURES.resolve(picture), Orientation.APPLY);
    Crop crop = model.preprocessing().crop(seen);
    try (TorchRunner runner =
        new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1))) {
      Trace trace =
          runner.trace(model.preprocessing().normalise(crop.picture()), Taps.everything());
      return new HeadSamples(model, crop, trace, FigureContext.of(model, picture));
    }
  }

  /** All sample pictures at an image size. */
  public static HeadSurvey survey(int imageSize) {
    Model model = ModelLoader.load(WEIGHTS, Optional.empty(), OptionalInt.of(imageSize));
    HeadSurveyor surveyor = new HeadSurveyor(model.network());
    try (TorchRunner runner =
            new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1));
        Stream<Path> files = Files.list(PICTURES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".png")).sorted().toList()) {
        Picture picture = PictureReader.read(file, Orientation.APPLY);
        surveyor.add(runner.trace(model.preprocessing().apply(picture), HeadSurveyor.taps()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return surveyor.survey();
  }

  public HeadMaps attention(String block) {
    return trace.heads(Tap.Kind.ATTENTION, block).orElseThrow();
  }

  public HeadMaps outputs(String block) {
    return trace.heads(Tap.Kind.HEAD_OUTPUT, block).orElseThrow();
  }

  public HeadMaps content(String block) {
    return ScoreMaps.attention(trace.heads(Tap.Kind.SCORES, block).orElseThrow());
  }

  public HeadMaps bias(String block) {
    Map<String, HeadMaps> all = LearnedBias.of(model.network(), model.weights());
    return ScoreMaps.attention(all.get(block));
  }

  /** The likeliest classes, likeliest first. */
  public int[] classes() {
    float[] shares = trace.probabilities();
    return IntStream.range(0, shares.length)
        .boxed()
        .sorted((a, b) -> Float.compare(shares[b], shares[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  public ClassEvidence evidence(int label) {
    return LinearReadout.of(model.network(), model.weights()).of(trace, label);
  }
}
