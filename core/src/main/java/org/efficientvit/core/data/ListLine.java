package org.efficientvit.core.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.InspectorException;

/**
 * A line of a list that says something.
 *
 * @param number in the file, from 1
 * @param text without blanks at its ends
 */
record ListLine(int number, String text) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** One way to divide a line into a file and what is said of it. */
  record Division(String file, String word) {}

  /**
   * The lines of a file, less those that are blank or begin with #.
   *
   * @throws InspectorException if it cannot be read or is no text
   */
  static List<ListLine> read(Path list) {
    List<String> texts;
    try {
      texts = Files.readAllLines(list);
    } catch (CharacterCodingException e) {
      throw new InspectorException(
          "%s is not a text file in UTF-8; write the name of a picture and its class on each line."
              .formatted(list),
          e);
    } catch (IOException e) {
      throw new InspectorException(
          "%s cannot be read; check that it is there and may be read.".formatted(list), e);
    }
    List<ListLine> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).replace(BYTE_ORDER_MARK, "").strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(new ListLine(i + 1, text));
      }
    }
    return lines;
  }

  boolean isOneWord() {
    return text.chars().noneMatch(c -> c == ',' || Character.isWhitespace(c));
  }

  /** The parts before and after each mark that may stand between them, the surest mark first. */
  List<Division> divisions() {
    Set<Integer> marks = new LinkedHashSet<>();
    marks.add(text.indexOf('\t'));
    marks.add(text.indexOf(','));
    marks.add(text.indexOf(' '));
    marks.add(text.lastIndexOf(' '));
    return marks.stream()
        .filter(mark -> mark > 0)
        .map(
            mark ->
                new Division(unquoted(text.substring(0, mark)), unquoted(text.substring(mark + 1))))
        .toList();
  }

  private static String unquoted(String cell) {
    String bare = cell.strip();
    boolean isQuoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
    return isQuoted ? bare.substring(1, bare.length() - 1) : bare;
  }
}
