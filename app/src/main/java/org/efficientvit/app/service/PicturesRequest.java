package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledFiles;
import org.efficientvit.core.data.PictureSource;
import org.efficientvit.core.data.SampledPictures;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;

/** Which pictures of known classes a person asks for. */
public sealed interface PicturesRequest {

  /**
   * Finds the pictures; the caller closes them.
   *
   * @param labels of the classes, in the order of the network
   * @param imageSize side of the network's input, in pixels
   * @throws org.efficientvit.core.InspectorException in one sentence, if they or their classes
   *     cannot be found
   */
  EvaluationSource open(List<String> labels, int imageSize);

  /** Finds the pictures for a model. */
  default EvaluationSource open(Model model) {
    return open(model.labels(), model.network().imageSize());
  }

  /**
   * The pictures that a plan kept, if they are still what they were.
   *
   * @param labels of the classes
   * @return empty where files are gone or have changed
   */
  static Optional<PicturesRequest> of(EvaluationPlan plan, List<String> labels) {
    for (PicturesRequest candidate : candidates(plan.source())) {
      try (EvaluationSource source = candidate.open(labels, plan.preprocessing().imageSize())) {
        if (Objects.equals(
            source.description().get("fingerprint"), plan.source().get("fingerprint"))) {
          return Optional.of(candidate);
        }
      } catch (InspectorException e) {
        // Gone, or not of these classes.
      }
    }
    return Optional.empty();
  }

  private static List<PicturesRequest> candidates(Map<String, Object> source) {
    List<PicturesRequest> all = new ArrayList<>();
    if (source.get("path") instanceof String path) {
      Optional<Path> list = Optional.ofNullable(source.get("list")).map(one -> Path.of("" + one));
      // How they are turned is known by the fingerprint alone.
      for (Orientation orientation : List.of(Orientation.IGNORE, Orientation.APPLY)) {
        all.add(new InFiles(Path.of(path), list, orientation));
      }
    } else {
      for (Split split : Split.values()) {
        if (split.word().equals(source.get("split"))) {
          all.add(
              new Rendered(
                  (int) number(source, "pictures"),
                  split,
                  Boolean.TRUE.equals(source.get("single")),
                  number(source, "seed")));
        }
      }
    }
    return source.containsKey("sample")
        ? all.stream()
            .map(one -> one.sampled((int) number(source, "sample"), number(source, "sampleSeed")))
            .toList()
        : all;
  }

  private static long number(Map<String, Object> source, String key) {
    return source.get(key) instanceof Number number ? number.longValue() : 0;
  }

  /** These alone, so many of them drawn at random. */
  default PicturesRequest sampled(int count, long seed) {
    return new Sampled(this, count, seed);
  }

  /**
   * Pictures in files.
   *
   * @param place a folder or a tar
   * @param list that says of which class each is; empty where the folders in it do
   */
  record InFiles(Path place, Optional<Path> list, Orientation orientation)
      implements PicturesRequest {

    public InFiles {
      requireNonNull(place, "place is null");
      requireNonNull(list, "list is null");
      requireNonNull(orientation, "orientation is null");
    }

    @Override
    public EvaluationSource open(List<String> labels, int imageSize) {
      LabelledFiles files = PictureSource.open(place, list, orientation, labels);
      Map<String, Object> description = new LinkedHashMap<>();
      description.put("kind", Files.isDirectory(place) ? "folder" : "tar");
      description.put("path", whole(place));
      list.ifPresent(file -> description.put("list", whole(file)));
      description.put("pictures", files.size());
      description.put("fingerprint", files.fingerprint());
      return new EvaluationSource(files, description, files.remarks(), files::close);
    }

    private static String whole(Path path) {
      return path.toAbsolutePath().normalize().toString();
    }
  }

  /**
   * Pictures that the program renders, as large as the network's input where they can be.
   *
   * @param single whether there is one object in every picture
   * @param seed of the whole set
   */
  record Rendered(int count, Split split, boolean single, long seed) implements PicturesRequest {

    public Rendered {
      requireNonNull(split, "split is null");
    }

    /** The pictures for a network whose input has sides of so many pixels. */
    public RenderedPictures pictures(int imageSize) {
      return new RenderedPictures(split, seed, count, SceneRenderer.forNetwork(imageSize, single));
    }

    @Override
    public EvaluationSource open(List<String> labels, int imageSize) {
      Map<String, Object> description = new LinkedHashMap<>();
      description.put("kind", "rendered");
      description.put("split", split.word());
      description.put("seed", seed);
      description.put("pictures", count);
      description.put("single", single);
      return new EvaluationSource(pictures(imageSize), description, List.of(), () -> {});
    }
  }

  /**
   * Some of other pictures.
   *
   * @param seed by which they are drawn
   */
  record Sampled(PicturesRequest all, int count, long seed) implements PicturesRequest {

    public Sampled {
      requireNonNull(all, "all is null");
    }

    @Override
    public EvaluationSource open(List<String> labels, int imageSize) {
      EvaluationSource whole = all.open(labels, imageSize);
      Map<String, Object> description = new LinkedHashMap<>(whole.description());
      description.put("sample", count);
      description.put("sampleSeed", seed);
      return new EvaluationSource(
          new SampledPictures(whole.pictures(), count, seed),
          description,
          whole.remarks(),
          whole.release());
    }
  }
}
