package org.efficientvit.core.ops.onnx;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the file that ONNX Runtime's profiler writes: a trace of events in Chrome's format. */
final class NodeProfile {

  private static final String NODE = "Node";
  private static final String RUN = "_kernel_time";
  private static final String PASS = "model_run";

  private NodeProfile() {}

  /**
   * The nodes of each pass, in the order in which they ran.
   *
   * @throws JsonParseException if the file is not such a trace
   */
  static List<List<NodeTime>> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader);
    }
  }

  /** An event is written when it ends, so that a pass comes after its nodes. */
  static List<List<NodeTime>> read(Reader text) throws IOException {
    List<List<NodeTime>> passes = new ArrayList<>();
    List<NodeTime> nodes = new ArrayList<>();
    JsonReader json = new JsonReader(text);
    json.beginArray();
    while (json.hasNext()) {
      JsonObject event = JsonParser.parseReader(json).getAsJsonObject();
      String name = string(event, "name");
      if (string(event, "cat").equals(NODE) && name.endsWith(RUN)) {
        nodes.add(node(name.substring(0, name.length() - RUN.length()), event));
      } else if (name.equals(PASS)) {
        passes.add(List.copyOf(nodes));
        nodes.clear();
      }
    }
    json.endArray();
    return passes;
  }

  private static NodeTime node(String name, JsonObject event) {
    JsonElement arguments = event.get("args");
    if (arguments == null) {
      throw new JsonParseException(name + " has no arguments");
    }
    JsonObject args = arguments.getAsJsonObject();
    return new NodeTime(
        name,
        string(args, "op_name"),
        Long.parseLong(string(event, "dur")),
        Long.parseLong(string(args, "activation_size")),
        Long.parseLong(string(args, "parameter_size")),
        Long.parseLong(string(args, "output_size")));
  }

  private static String string(JsonObject object, String key) {
    JsonElement value = object.get(key);
    if (value == null || !value.isJsonPrimitive()) {
      throw new JsonParseException("an event without " + key);
    }
    return value.getAsString();
  }
}
