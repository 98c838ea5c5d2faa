package org.efficientvit.visualizers.colour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of colours from 0 to 1 in which equal steps look equally large.
 *
 * <p>The colours between the points of a map's file lie on straight lines in {@link Oklab}.
 */
public final class ColourMap {

  /** Odd, so that one entry is the middle. */
  private static final int ENTRIES = 1025;

  /** Purple through green to yellow, like viridis. */
  public static final ColourMap LAGOON =
      new ColourMap("lagoon", "purple to yellow, like viridis", false);

  /** Black through magenta to cream, like magma. */
  public static final ColourMap EMBER = new ColourMap("ember", "black to cream, like magma", false);

  /** Navy through grey to yellow, like cividis: nearly the same to red-green blind eyes. */
  public static final ColourMap SAND = new ColourMap("sand", "navy to yellow, like cividis", false);

  /** Near-black to white. */
  public static final ColourMap GREY = new ColourMap("grey", "near-black to white", false);

  /** Blue through near-white to red, for numbers on both sides of 0. */
  public static final ColourMap BLUE_RED =
      new ColourMap("blue-red", "blue below 0, red above", true);

  private static final List<ColourMap> ALL = List.of(LAGOON, EMBER, SAND, GREY, BLUE_RED);

  private final String name;
  private final String description;
  private final boolean isDiverging;
  private final int[] table;

  private ColourMap(String name, String description, boolean isDiverging) {
    this.name = name;
    this.description = description;
    this.isDiverging = isDiverging;
    this.table = table(points(name + ".tsv"));
  }

  /** All of them, the one for numbers on both sides of 0 last. */
  public static List<ColourMap> all() {
    return ALL;
  }

  /** The one of a name. */
  public static Optional<ColourMap> of(String name) {
    return ALL.stream().filter(map -> map.name.equals(name)).findFirst();
  }

  /** The word for it on the command line: {@code lagoon}. */
  public String name() {
    return name;
  }

  /** What it looks like, in a few words. */
  public String description() {
    return description;
  }

  /** Whether its middle stands for 0 and its two ends for numbers below and above. */
  public boolean isDiverging() {
    return isDiverging;
  }

  /**
   * The colour at a place.
   *
   * @param fraction from 0 to 1; clipped to them
   * @return opaque, 0xFFRRGGBB; fully transparent for NaN
   */
  public int argb(double fraction) {
    if (Double.isNaN(fraction)) {
      return 0;
    }
    double clipped = Math.min(1, Math.max(0, fraction));
    return table[(int) Math.round(clipped * (ENTRIES - 1))];
  }

  @Override
  public String toString() {
    return name;
  }

  private static int[] table(List<Oklab> points) {
    int[] table = new int[ENTRIES];
    int last = points.size() - 1;
    for (int i = 0; i < ENTRIES; i++) {
      double place = (double) i * last / (ENTRIES - 1);
      int from = Math.min((int) place, last - 1);
      table[i] = points.get(from).towards(points.get(from + 1), place - from).argb();
    }
    return table;
  }

  private static List<Oklab> points(String file) {
    try (InputStream stream =
        Objects.requireNonNull(ColourMap.class.getResourceAsStream(file), file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(ColourMap::point).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Oklab point(String line) {
    String[] fields = line.split("\t", -1);
    return new Oklab(
        Double.parseDouble(fields[0]),
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]));
  }
}
