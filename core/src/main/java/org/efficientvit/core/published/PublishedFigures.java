package org.efficientvit.core.published;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.efficientvit.core.published.PublishedModel.Column;

/**
 * The paper's figures (arXiv 2305.07027) and those of its authors' repository, each with its source
 * and how it was confirmed.
 */
public final class PublishedFigures {

  private static final String RESOURCE = "published.json";

  /** Groups of models; where two have the same column, the first counts. */
  private static final List<String> GROUPS =
      List.of("efficientvit", "efficientvit_cpu_onnx", "rivals");

  private final Map<String, PublishedModel> models;

  private PublishedFigures(Map<String, PublishedModel> models) {
    this.models = models;
  }

  /** All that are known. */
  public static PublishedFigures standard() {
    try (InputStream stream =
            Objects.requireNonNull(PublishedFigures.class.getResourceAsStream(RESOURCE), RESOURCE);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      JsonObject all = JsonParser.parseReader(reader).getAsJsonObject();
      Map<String, Map<Column, PublishedFigure>> figures = new LinkedHashMap<>();
      GROUPS.forEach(group -> read(all.getAsJsonObject(group), figures));
      Map<String, PublishedModel> models = new LinkedHashMap<>();
      figures.forEach((name, columns) -> models.put(name, new PublishedModel(name, columns)));
      return new PublishedFigures(Collections.unmodifiableMap(models));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(JsonObject group, Map<String, Map<Column, PublishedFigure>> figures) {
    String source = group.get("source").getAsString();
    String status = group.get("status").getAsString();
    for (Map.Entry<String, JsonElement> model : group.getAsJsonObject("models").entrySet()) {
      Map<Column, PublishedFigure> columns =
          figures.computeIfAbsent(model.getKey(), name -> new EnumMap<>(Column.class));
      JsonObject values = model.getValue().getAsJsonObject();
      for (Column column : Column.values()) {
        if (values.has(column.key())) {
          columns.putIfAbsent(
              column, new PublishedFigure(values.get(column.key()).getAsDouble(), source, status));
        }
      }
    }
  }

  /** All models by the names that they have in print. */
  public Map<String, PublishedModel> models() {
    return models;
  }

  /** What is known of a model. */
  public Optional<PublishedModel> model(String name) {
    return Optional.ofNullable(models.get(name));
  }
}
