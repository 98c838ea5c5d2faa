package org.efficientvit.core.evaluate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.efficientvit.core.data.LabelledFiles;
import org.efficientvit.core.data.PictureSource;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.Split;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.OnnxRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.weights.SeededWeights;

/**
 * Whether reading pictures holds the network back: JPEG files of 500 x 375 pixels through M0, batch
 * 16, the network on one thread.
 *
 * <p>In each round: what preparing a picture takes of one processor; how many images a second the
 * network answers that are there already; how many an evaluation does from file to answer, with a
 * reader for each processor; and the last as a share of the one before.
 */
public final class EvaluationSpeed {

  private static final int WIDTH = 500;
  private static final int HEIGHT = 375;
  private static final int SCENE = 512;
  private static final int BATCH = 16;
  private static final int CLASSES = 16;
  private static final int WARM_UP = 10;
  private static final double NANOSECONDS = 1e9;

  private EvaluationSpeed() {}

  /** What one round measured on one engine. */
  private record Round(double alone, double evaluated) {}

  /**
   * Measures.
   *
   * @param args how many pictures, 2000 if not given; how many rounds, 5 if not given; the quality
   *     of the files in per cent, 90 if not given
   */
  public static void main(String[] args) throws IOException {
    int pictures = argument(args, 0, 2000);
    int rounds = argument(args, 1, 5);
    int quality = argument(args, 2, 90);
    Path folder = Files.createTempDirectory("evaluation-speed");
    try {
      write(folder, pictures, quality);
      Model model = Model.random(Variant.M0.config(), 0);
      try (LabelledFiles files =
              PictureSource.open(folder, Optional.empty(), Orientation.IGNORE, model.labels());
          TorchRunner torch =
              new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1));
          OnnxRunner onnx = new OnnxRunner(model.network(), model.weights(), 1)) {
        measure(model, files, List.of(torch, onnx), rounds);
      }
    } finally {
      delete(folder);
    }
  }

  private static int argument(String[] args, int index, int otherwise) {
    boolean isGiven = args.length > index && !args[index].isEmpty();
    return isGiven ? Integer.parseInt(args[index]) : otherwise;
  }

  private static void measure(
      Model model, LabelledFiles files, List<? extends NetworkRunner> runners, int rounds) {
    int readers = Runtime.getRuntime().availableProcessors();
    Round[][] measured = new Round[runners.size()][rounds];
    // A round that does not count warms the compiler up.
    for (int round = -1; round < rounds; round++) {
      System.out.printf(
          Locale.ROOT,
          "round %d: a picture takes %.2f ms of one processor to prepare%n",
          round + 1,
          preparing(model, files));
      for (int i = 0; i < runners.size(); i++) {
        NetworkRunner runner = runners.get(i);
        Round one = new Round(alone(runner), evaluated(model, files, runner, readers));
        print(runner.engine(), one);
        if (round >= 0) {
          measured[i][round] = one;
        }
      }
    }
    System.out.printf("medians of %d rounds, %d threads reading%n", rounds, readers);
    for (int i = 0; i < runners.size(); i++) {
      print(
          runners.get(i).engine(),
          new Round(
              median(Arrays.stream(measured[i]).mapToDouble(Round::alone).toArray()),
              median(Arrays.stream(measured[i]).mapToDouble(Round::evaluated).toArray())));
    }
  }

  private static void print(String engine, Round round) {
    System.out.printf(
        Locale.ROOT,
        "  %-8s network alone %.0f images/s, evaluation %.0f images/s: %.0f %%%n",
        engine,
        round.alone,
        round.evaluated,
        100 * round.evaluated / round.alone);
  }

  /** Milliseconds of this thread's processor for each picture, from file to normalised crop. */
  private static double preparing(Model model, LabelledFiles files) {
    float[] values = new float[3 * model.network().imageSize() * model.network().imageSize()];
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < files.size(); i++) {
      model.preprocessing().apply(files.get(0, i).picture(), values, 0);
    }
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return taken / 1e6 / files.size();
  }

  private static double alone(NetworkRunner runner) {
    Tensor images = SeededWeights.uniform("images", Shape.of(BATCH, 3, 224, 224), 0);
    for (int i = 0; i < WARM_UP; i++) {
      var unused = runner.run(images, Taps.logits());
    }
    int passes = 60;
    long start = System.nanoTime();
    for (int i = 0; i < passes; i++) {
      var unused = runner.run(images, Taps.logits());
    }
    return passes * BATCH * NANOSECONDS / (System.nanoTime() - start);
  }

  private static double evaluated(
      Model model, LabelledFiles files, NetworkRunner runner, int readers) {
    Pace pace = new Pace(System::nanoTime);
    new Evaluator(runner, model.preprocessing(), BATCH, readers)
        .answer(files, index -> false, answers -> pace.done(answers.size()), () -> false);
    return pace.imagesPerSecond().orElseThrow();
  }

  /** Scenes in folders that are named by the number of a class. */
  private static void write(Path folder, int pictures, int quality) {
    RenderedPictures scenes = new RenderedPictures(Split.TRAINING, 0, pictures, SCENE);
    for (int label = 0; label < CLASSES; label++) {
      create(folder.resolve(Integer.toString(label)));
    }
    long bytes =
        IntStream.range(0, pictures)
            .parallel()
            .mapToLong(
                i -> {
                  Path inside = folder.resolve(Integer.toString(i % CLASSES));
                  return write(scenes, i, inside.resolve(i + ".jpg"), quality / 100f);
                })
            .sum();
    System.out.printf(
        "%d files of %d x %d, %d bytes each in the mean%n",
        pictures, WIDTH, HEIGHT, bytes / pictures);
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long write(RenderedPictures scenes, int index, Path file, float quality) {
    BufferedImage scene = scenes.get(0, index).picture().toBufferedImage();
    BufferedImage cut = scene.getSubimage((SCENE - WIDTH) / 2, (SCENE - HEIGHT) / 2, WIDTH, HEIGHT);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(cut, null, null), settings);
      out.flush();
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
