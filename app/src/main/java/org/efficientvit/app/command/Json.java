package org.efficientvit.app.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values as JSON: components of records in their order, nothing left out, no numbers that JSON does
 * not know.
 */
final class Json {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().create();

  private Json() {}

  /** The components of a record by name, to stand beside others in one document. */
  static Map<String, Object> components(Object value) {
    Map<String, Object> components = new LinkedHashMap<>();
    JsonObject object = GSON.toJsonTree(value).getAsJsonObject();
    object.entrySet().forEach(entry -> components.put(entry.getKey(), entry.getValue()));
    return components;
  }

  /** A value on one line, as files keep it. */
  static String line(Object value) {
    return COMPACT.toJson(value);
  }

  /**
   * A document in ASCII, which every terminal and every pipe passes on unharmed.
   *
   * @throws IllegalArgumentException if a number is not finite
   */
  static String of(Object value) {
    String json = GSON.toJson(value);
    StringBuilder ascii = new StringBuilder(json.length());
    json.chars()
        .forEach(
            unit -> {
              // Only strings hold such characters, and there an escape stands for one.
              if (unit > '~') {
                ascii.append("\\u%04x".formatted(unit));
              } else {
                ascii.append((char) unit);
              }
            });
    return ascii.toString();
  }
}
