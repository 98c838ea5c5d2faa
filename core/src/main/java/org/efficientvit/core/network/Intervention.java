package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efficientvit.core.InspectorException;

/**
 * One thing that is changed in a pass, to see what it was for; the weights stay as they are.
 *
 * @param kind what is changed
 * @param block the block's name, {@code blocks2.3}
 * @param head which of its heads, from 0
 */
public record Intervention(Kind kind, String block, int head) {

  private static final Pattern PLACE = Pattern.compile("(\\S+):(\\d{1,4})");

  /** What is changed of a head. */
  public enum Kind {
    /** It reads its own split alone: the output of the head before it is not added. */
    CUT("cut"),
    /** Its output is zero, for the head after it as for the projection. */
    SILENCE("silence"),
    /**
     * Its map is uniform, 1/N for each of the N tokens of a window, those of padding among them, as
     * softmax of equal scores would have it; neither content nor position bias count.
     */
    UNIFORM("uniform");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word on the command line and in reports. */
    @Override
    public String toString() {
      return word;
    }
  }

  public Intervention {
    requireNonNull(kind, "kind is null");
    requireNonNull(block, "block is null");
  }

  /**
   * An intervention at a place.
   *
   * @param place block and head, {@code blocks2.3:1}
   * @throws InspectorException if the place is not written so
   */
  public static Intervention parse(Kind kind, String place) {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches()) {
      throw new InspectorException(
          "%s names no head; write its block and its number from 0 with a colon between, such as blocks2.3:1."
              .formatted(place));
    }
    return new Intervention(kind, matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  /** Block and head as they are read: {@code blocks2.3:1}. */
  public String place() {
    return block + ":" + head;
  }

  /** In words: {@code cut blocks2.3:1}. */
  @Override
  public String toString() {
    return kind + " " + place();
  }
}
