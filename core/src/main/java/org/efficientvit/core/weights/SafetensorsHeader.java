package org.efficientvit.core.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The JSON header of a safetensors file, checked against the bytes that follow it.
 *
 * @param entries name to where its numbers lie, in the header's order
 * @param metadata the strings under {@code __metadata__}
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {

  static final String METADATA = "__metadata__";

  private static final int MOST_TENSORS = 100_000;
  private static final int MOST_DIMENSIONS = 64;

  /**
   * One tensor.
   *
   * @param begin its first byte, counted from the end of the header
   * @param end the byte behind its last
   */
  record Entry(DType dtype, Shape shape, long begin, long end) {

    private void requireToLieBehind(long covered, long dataBytes, String name) throws Refusal {
      if (end > dataBytes) {
        throw Refusal.damaged(
            "%s should end at byte %d, but only %d bytes of numbers are there"
                .formatted(name, end, dataBytes));
      }
      if (end - begin != (long) shape.elements() * dtype.bytes()) {
        throw Refusal.damaged(
            "%s has %d bytes, which %s numbers of kind %s do not take"
                .formatted(name, end - begin, shape, dtype));
      }
      if (begin < covered) {
        throw Refusal.damaged(name + " overlaps another tensor");
      }
      if (begin > covered) {
        throw Refusal.damaged("there is a gap before " + name);
      }
    }
  }

  /**
   * Reads a header.
   *
   * @param dataBytes how many bytes follow it in the file
   * @throws Refusal if it is no such header or does not describe those bytes
   */
  static SafetensorsHeader parse(byte[] json, long dataBytes) throws Refusal {
    SafetensorsHeader header = new SafetensorsHeader(new LinkedHashMap<>(), new LinkedHashMap<>());
    try (JsonReader reader =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8))) {
      reader.setStrictness(Strictness.STRICT);
      header.readAll(reader);
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw Refusal.damaged("its header is not the JSON of a safetensors file", e);
    }
    header.requireToCover(dataBytes);
    return header;
  }

  private void readAll(JsonReader in) throws IOException, Refusal {
    in.beginObject();
    boolean metadataSeen = false;
    while (in.hasNext()) {
      String name = in.nextName();
      boolean again = name.equals(METADATA) ? metadataSeen : entries.containsKey(name);
      if (again) {
        throw Refusal.damaged("its header names %s twice".formatted(Refusal.printable(name)));
      }
      if (name.equals(METADATA)) {
        metadataSeen = true;
        readMetadata(in);
      } else {
        entries.put(name, readEntry(in, name));
      }
      if (entries.size() > MOST_TENSORS) {
        throw new Refusal("holds far more tensors than a network has; it is not read any further");
      }
    }
    in.endObject();
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalStateException("more than one object");
    }
  }

  private void readMetadata(JsonReader in) throws IOException, Refusal {
    in.beginObject();
    while (in.hasNext()) {
      String key = in.nextName();
      if (in.peek() != JsonToken.STRING || metadata.put(key, in.nextString()) != null) {
        throw Refusal.damaged("its metadata are not strings under names of their own");
      }
    }
    in.endObject();
  }

  private static Entry readEntry(JsonReader in, String name) throws IOException, Refusal {
    @Nullable String code = null;
    @Nullable List<Long> sizes = null;
    @Nullable List<Long> offsets = null;
    in.beginObject();
    while (in.hasNext()) {
      switch (in.nextName()) {
        case "dtype" -> code = once(code, in.nextString());
        case "shape" -> sizes = once(sizes, numbers(in));
        case "data_offsets" -> offsets = once(offsets, numbers(in));
        default -> throw new IllegalStateException("an unknown key");
      }
    }
    in.endObject();
    if (code == null || sizes == null || offsets == null || offsets.size() != 2) {
      throw new IllegalStateException("an incomplete entry");
    }
    String unread = code;
    DType dtype =
        DType.ofCode(code)
            .orElseThrow(
                () ->
                    new Refusal(
                        "keeps %s as %s, which this tool cannot read; save it as F32 or F16"
                            .formatted(Refusal.printable(name), Refusal.printable(unread))));
    return entry(name, dtype, sizes, offsets.get(0), offsets.get(1));
  }

  private static <T> T once(@Nullable T before, T now) {
    if (before != null) {
      throw new IllegalStateException("a key given twice");
    }
    return now;
  }

  private static Entry entry(String name, DType dtype, List<Long> sizes, long begin, long end)
      throws Refusal {
    try {
      return new Entry(
          dtype, Shape.of(sizes.stream().mapToInt(Math::toIntExact).toArray()), begin, end);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw Refusal.damaged("%s has an impossible shape".formatted(Refusal.printable(name)), e);
    }
  }

  private static List<Long> numbers(JsonReader in) throws IOException {
    List<Long> numbers = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      long number = in.peek() == JsonToken.NUMBER ? Long.parseLong(in.nextString()) : -1;
      if (number < 0 || numbers.size() == MOST_DIMENSIONS) {
        throw new IllegalStateException("not a list of sizes");
      }
      numbers.add(number);
    }
    in.endArray();
    return numbers;
  }

  /** Tensors lie one behind the other, so none overlaps another or reaches past the end. */
  private void requireToCover(long dataBytes) throws Refusal {
    List<Map.Entry<String, Entry>> byPlace = new ArrayList<>(entries.entrySet());
    byPlace.sort(
        Comparator.comparingLong((Map.Entry<String, Entry> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long covered = 0;
    for (Map.Entry<String, Entry> named : byPlace) {
      named.getValue().requireToLieBehind(covered, dataBytes, Refusal.printable(named.getKey()));
      covered = named.getValue().end();
    }
    if (covered != dataBytes) {
      throw Refusal.damaged(
          "%d bytes of numbers belong to no tensor".formatted(dataBytes - covered));
    }
  }
}
