package org.efficientvit.app.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;

/** A class of a network by what a person calls it. */
public final class ClassChoice {

  private static final int MOST_NAMED = 5;

  private ClassChoice() {}

  /**
   * The class with a label, in capitals or not; where no label or more than one is so, the class
   * with this number, counted from 0.
   *
   * @param labels one for each class
   * @throws InspectorException if there is no such class
   */
  public static int find(String words, List<String> labels) {
    List<Integer> named =
        IntStream.range(0, labels.size())
            .filter(index -> labels.get(index).equalsIgnoreCase(words.strip()))
            .boxed()
            .toList();
    return named.size() == 1
        ? named.get(0)
        : number(words, labels.size()).orElseThrow(() -> refused(words, labels));
  }

  /** What finds a class: its label, or its number where others are called the same. */
  public static String words(int index, List<String> labels) {
    String label = labels.get(index);
    boolean isAlone = labels.stream().filter(label::equalsIgnoreCase).count() == 1;
    return isAlone ? label : Integer.toString(index);
  }

  private static Optional<Integer> number(String words, int classes) {
    try {
      int index = Integer.parseInt(words.strip());
      return index >= 0 && index < classes ? Optional.of(index) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static InspectorException refused(String words, List<String> labels) {
    String like =
        labels.stream()
            .filter(
                label ->
                    label.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT)))
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    return new InspectorException(
        "The network has no class '%s'; give a label%s, or a number from 0 to %d."
            .formatted(words, like.isEmpty() ? "" : " such as " + like, labels.size() - 1));
  }
}
