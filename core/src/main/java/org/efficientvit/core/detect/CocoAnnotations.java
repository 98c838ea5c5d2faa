package org.efficientvit.core.detect;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.evaluate.Box;

/**
 * What a file of annotations in COCO's format says: {@code instances_val2017.json} and its like.
 *
 * @param pictures in the file's order
 * @param categories COCO's number of each class, by label
 */
public record CocoAnnotations(List<CocoPicture> pictures, List<Long> categories) {

  /**
   * One picture.
   *
   * @param id COCO's number
   * @param file its name
   * @param objects on it
   */
  public record CocoPicture(long id, String file, List<GroundTruth> objects) {

    public CocoPicture {
      objects = List.copyOf(objects);
    }
  }

  public CocoAnnotations {
    pictures = List.copyOf(pictures);
    categories = List.copyOf(categories);
  }

  /**
   * Reads a file.
   *
   * @param labels of the detector, in its order; the file's categories are found by these names
   * @throws InspectorException if the file cannot be read, is no such file, or has other categories
   */
  public static CocoAnnotations read(Path file, List<String> labels) {
    Parts parts = new Parts();
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      parts.read(json);
    } catch (NoSuchFileException e) {
      throw new InspectorException(
          "%s does not exist; give a file of annotations in COCO's format.".formatted(file), e);
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new InspectorException(
          "%s is no whole file of annotations in COCO's format (%s); give one such as instances_val2017.json."
              .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
    return parts.together(file, labels);
  }

  /** One annotation as the file has it. */
  private record Annotation(
      long picture, long category, List<Double> box, double area, boolean isCrowd) {}

  /** The file's lists, which come in any order. */
  private static final class Parts {

    private final Map<Long, String> files = new LinkedHashMap<>();
    private final Map<String, Long> categories = new LinkedHashMap<>();
    private final List<Annotation> annotations = new ArrayList<>();

    void read(JsonReader json) throws IOException {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "images" -> each(json, this::picture);
          case "annotations" -> each(json, this::annotation);
          case "categories" -> each(json, this::category);
          default -> json.skipValue();
        }
      }
      json.endObject();
    }

    @FunctionalInterface
    private interface Reading {
      void read(JsonReader json) throws IOException;
    }

    private static void each(JsonReader json, Reading reading) throws IOException {
      json.beginArray();
      while (json.hasNext()) {
        json.beginObject();
        reading.read(json);
        json.endObject();
      }
      json.endArray();
    }

    private void picture(JsonReader json) throws IOException {
      long id = -1;
      String name = "";
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "id" -> id = json.nextLong();
          case "file_name" -> name = json.nextString();
          default -> json.skipValue();
        }
      }
      files.put(id, name);
    }

    private void category(JsonReader json) throws IOException {
      long id = -1;
      String name = "";
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "id" -> id = json.nextLong();
          case "name" -> name = json.nextString();
          default -> json.skipValue();
        }
      }
      categories.put(name, id);
    }

    private void annotation(JsonReader json) throws IOException {
      long picture = -1;
      long category = -1;
      List<Double> box = List.of();
      double area = Double.NaN;
      boolean isCrowd = false;
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "image_id" -> picture = json.nextLong();
          case "category_id" -> category = json.nextLong();
          case "bbox" -> box = numbers(json);
          case "area" -> area = json.nextDouble();
          case "iscrowd" -> isCrowd = isTrue(json);
          default -> json.skipValue();
        }
      }
      if (box.size() != 4 || !(box.get(2) >= 0 && box.get(3) >= 0)) {
        throw new IllegalStateException("a box of " + box);
      }
      double known = Double.isNaN(area) ? box.get(2) * box.get(3) : area;
      annotations.add(new Annotation(picture, category, box, known, isCrowd));
    }

    private static boolean isTrue(JsonReader json) throws IOException {
      return json.peek() == JsonToken.BOOLEAN ? json.nextBoolean() : json.nextInt() != 0;
    }

    private static List<Double> numbers(JsonReader json) throws IOException {
      List<Double> numbers = new ArrayList<>();
      json.beginArray();
      while (json.hasNext()) {
        numbers.add(json.nextDouble());
      }
      json.endArray();
      return numbers;
    }

    CocoAnnotations together(Path file, List<String> labels) {
      List<Long> ordered = new ArrayList<>();
      for (String label : labels) {
        Long id = categories.get(label);
        if (id == null) {
          throw new InspectorException(
              "%s has no category '%s', which the detector knows; give annotations of the detector's classes."
                  .formatted(file, label));
        }
        ordered.add(id);
      }
      Map<Long, List<GroundTruth>> objects = new LinkedHashMap<>();
      for (Annotation one : annotations) {
        int label = ordered.indexOf(one.category());
        if (label >= 0) {
          List<Double> box = one.box();
          objects
              .computeIfAbsent(one.picture(), id -> new ArrayList<>())
              .add(
                  new GroundTruth(
                      label,
                      new Box(box.get(0), box.get(1), box.get(2), box.get(3)),
                      one.area(),
                      one.isCrowd()));
        }
      }
      if (files.isEmpty()) {
        throw new InspectorException(
            "%s names no pictures; give annotations in COCO's format.".formatted(file));
      }
      List<CocoPicture> pictures = new ArrayList<>();
      files.forEach(
          (id, name) ->
              pictures.add(
                  new CocoPicture(id, name, objects.getOrDefault(id, Collections.emptyList()))));
      return new CocoAnnotations(pictures, ordered);
    }
  }
}
