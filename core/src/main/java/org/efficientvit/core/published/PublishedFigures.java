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
import java.util.stream.StreamSupport;
import org.efficientvit.core.published.PublishedModel.Column;
import org.efficientvit.core.published.TimmFigures.SpeedTable;

/**
 * The figures of the paper (arXiv 2305.07027), of its authors' repository and of its rivals' own,
 * each with its source and how it was confirmed; what is claimed of them; and timm's.
 */
public final class PublishedFigures {

  private static final String RESOURCE = "published.json";
  private static final String SOURCE = "source";
  private static final String STATUS = "status";
  private static final String MODELS = "models";
  private static final String NAME = "name";
  private static final String SUBJECT = "subject";
  private static final String RIVAL = "rival";
  private static final String TIMM = "timm";

  /** Groups of models; where two have the same column, the first counts. */
  private static final List<String> GROUPS =
      List.of("efficientvit", "efficientvit_cpu_onnx", "rivals", "deit");

  private static final PublishedFigures STANDARD = new PublishedFigures(resource());

  private final Map<String, PublishedModel> models = new LinkedHashMap<>();
  private final Map<String, PublishedNetwork> networks = new LinkedHashMap<>();
  private final List<Claim> claims;
  private final TimmFigures timm;

  private PublishedFigures(JsonObject all) {
    Map<String, Map<Column, PublishedFigure>> figures = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    GROUPS.forEach(group -> read(all.getAsJsonObject(group), figures, names));
    figures.forEach(
        (id, columns) ->
            models.put(id, new PublishedModel(id, names.getOrDefault(id, id), columns)));
    all.getAsJsonObject("networks")
        .getAsJsonObject(MODELS)
        .entrySet()
        .forEach(one -> networks.put(one.getKey(), network(one.getKey(), one.getValue())));
    claims = list(all, "claims").stream().map(PublishedFigures::claim).toList();
    timm = timm(all.getAsJsonObject(TIMM));
  }

  /** All that are known. */
  public static PublishedFigures standard() {
    return STANDARD;
  }

  private static JsonObject resource() {
    try (InputStream stream =
            Objects.requireNonNull(PublishedFigures.class.getResourceAsStream(RESOURCE), RESOURCE);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(
      JsonObject group,
      Map<String, Map<Column, PublishedFigure>> figures,
      Map<String, String> names) {
    for (Map.Entry<String, JsonElement> model : group.getAsJsonObject(MODELS).entrySet()) {
      Map<Column, PublishedFigure> columns =
          figures.computeIfAbsent(model.getKey(), id -> new EnumMap<>(Column.class));
      JsonObject values = model.getValue().getAsJsonObject();
      if (values.has(NAME)) {
        names.put(model.getKey(), text(values, NAME));
      }
      for (Column column : Column.values()) {
        if (values.has(column.key())) {
          columns.putIfAbsent(
              column,
              new PublishedFigure(
                  Printed.of(values.get(column.key()).getAsBigDecimal()),
                  text(group, SOURCE),
                  text(group, STATUS)));
        }
      }
    }
  }

  private PublishedNetwork network(String id, JsonElement element) {
    JsonObject one = element.getAsJsonObject();
    return new PublishedNetwork(
        id,
        one.get("resolution").getAsInt(),
        text(one, SOURCE),
        text(one, STATUS),
        Objects.requireNonNull(models.get(text(one, "printed")), id),
        one.has(TIMM) ? Optional.of(text(one, TIMM)) : Optional.empty());
  }

  private static Claim claim(JsonObject one) {
    return new Claim(
        text(one, "id"),
        text(one, "text"),
        text(one, SOURCE),
        text(one, STATUS),
        list(one, "parts").stream()
            .map(
                part ->
                    new Claim.Part(
                        Quantity.of(text(part, "of")),
                        text(part, SUBJECT),
                        part.has(RIVAL) ? Optional.of(text(part, RIVAL)) : Optional.empty(),
                        Printed.of(part.get("value").getAsBigDecimal())))
            .toList());
  }

  private static TimmFigures timm(JsonObject group) {
    Map<String, Double> top1 =
        numbers(group.getAsJsonObject("accuracy").getAsJsonObject("imagenet"), "top1");
    List<SpeedTable> tables =
        group.getAsJsonObject("speed").entrySet().stream()
            .map(table -> table(table.getKey(), table.getValue().getAsJsonObject()))
            .toList();
    return new TimmFigures(text(group, SOURCE), text(group, STATUS), top1, tables);
  }

  private static SpeedTable table(String name, JsonObject rows) {
    int batch =
        rows.entrySet().iterator().next().getValue().getAsJsonObject().get("batch").getAsInt();
    return new SpeedTable(name, batch, numbers(rows, "images_per_s"));
  }

  private static Map<String, Double> numbers(JsonObject rows, String column) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    rows.entrySet()
        .forEach(
            row ->
                numbers.put(
                    row.getKey(), row.getValue().getAsJsonObject().get(column).getAsDouble()));
    return numbers;
  }

  private static List<JsonObject> list(JsonObject object, String key) {
    return StreamSupport.stream(object.getAsJsonArray(key).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }

  /** All models by the names that they have in print. */
  public Map<String, PublishedModel> models() {
    return Collections.unmodifiableMap(models);
  }

  /** What is known of a model. */
  public Optional<PublishedModel> model(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /** What is known of a network of this program, by its name on the command line. */
  public Optional<PublishedNetwork> network(String id) {
    return Optional.ofNullable(networks.get(id));
  }

  /** The network of this program that has a name in print. */
  public Optional<PublishedNetwork> networkOf(String printed) {
    return networks.values().stream().filter(one -> one.model().name().equals(printed)).findFirst();
  }

  /** What is claimed, in the order of the resource. */
  public List<Claim> claims() {
    return claims;
  }

  /** What timm's results say. */
  public TimmFigures timm() {
    return timm;
  }
}
