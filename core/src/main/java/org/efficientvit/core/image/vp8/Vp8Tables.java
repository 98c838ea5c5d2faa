package org.efficientvit.core.image.vp8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The constants of RFC 6386, from a resource of named lists of numbers. */
final class Vp8Tables {

  private static final Map<String, int[]> TABLES = read("vp8-tables.txt");

  /** Of (type of block, band, context, node): that a probability is replaced in the header. */
  static final int[] COEFFICIENT_UPDATES = table("coefficient_update_probabilities", 1056);

  /** Of (type of block, band, context, node): where none is replaced. */
  static final int[] COEFFICIENTS = table("default_coefficient_probabilities", 1056);

  /** Of (mode above, mode to the left, node of the tree of a subblock's mode). */
  static final int[] SUBBLOCK_MODES = table("subblock_mode_probabilities", 900);

  static final int[] DC_STEPS = table("dc_quantizer_steps", 128);
  static final int[] AC_STEPS = table("ac_quantizer_steps", 128);

  private Vp8Tables() {}

  private static int[] table(String name, int length) {
    int[] table = Objects.requireNonNull(TABLES.get(name), name);
    if (table.length != length) {
      throw new IllegalStateException(name + " has " + table.length + " numbers");
    }
    return table;
  }

  private static Map<String, int[]> read(String resource) {
    Map<String, int[]> tables = new HashMap<>();
    String name = "";
    for (String line : lines(resource)) {
      if (line.startsWith("[")) {
        name = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int[] more = Arrays.stream(line.trim().split("\\s+")).mapToInt(Integer::parseInt).toArray();
        int[] before = tables.getOrDefault(name, new int[0]);
        int[] both = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, both, before.length, more.length);
        tables.put(name, both);
      }
    }
    return tables;
  }

  private static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Vp8Tables.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
