package org.efficientvit.core.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.core.model.Labels;

/**
 * Which class of a model a word stands for: its label, one of the names that the label lists
 * between commas, its WordNet id where the label is one of ImageNet's, or its number from 0.
 */
final class ClassNames {

  private static final int LABELS_NAMED = 5;
  private static final int MOST_DIGITS = 9;

  private final List<String> labels;

  /** The classes that each name may mean. */
  private final Map<String, Set<Integer>> named = new HashMap<>();

  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * The names of classes.
   *
   * @param labels of the classes in their order
   */
  ClassNames(List<String> labels) {
    this.labels = List.copyOf(labels);
    for (int index = 0; index < labels.size(); index++) {
      name(labels.get(index), index);
      for (String one : labels.get(index).split(",", -1)) {
        name(one.strip(), index);
      }
    }
    wordNet();
  }

  private void name(String name, int index) {
    named.computeIfAbsent(name, unused -> new TreeSet<>()).add(index);
  }

  private void wordNet() {
    List<String> imageNet = Labels.imageNet();
    List<String> imageNetIds = Labels.imageNetIds();
    if (labels.equals(imageNet)) {
      IntStream.range(0, labels.size()).forEach(i -> ids.put(imageNetIds.get(i), i));
      return;
    }
    for (int i = 0; i < imageNet.size(); i++) {
      // A label that ImageNet has twice, "crane", does not say which of the two it is.
      String label = imageNet.get(i);
      boolean isOne =
          imageNet.indexOf(label) == imageNet.lastIndexOf(label)
              && labels.indexOf(label) >= 0
              && labels.indexOf(label) == labels.lastIndexOf(label);
      if (isOne) {
        ids.put(imageNetIds.get(i), labels.indexOf(label));
      }
    }
  }

  /** The class of a word; empty if it is of none, or may be of several. */
  OptionalInt find(String word) {
    if (named.containsKey(word)) {
      return isAmbiguous(word)
          ? OptionalInt.empty()
          : OptionalInt.of(named.get(word).iterator().next());
    }
    Integer byId = ids.get(word);
    return byId != null ? OptionalInt.of(byId) : number(word);
  }

  private OptionalInt number(String word) {
    if (!isNumber(word) || word.length() > MOST_DIGITS) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(word);
    return number < labels.size() ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** How many classes there are. */
  int count() {
    return labels.size();
  }

  /** Whether a word may be of more than one class. */
  boolean isAmbiguous(String word) {
    return named.getOrDefault(word, Set.of()).size() > 1;
  }

  /** Whether a word is a number and no class is called so. */
  boolean isNumber(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(c -> c >= '0' && c <= '9')
        && !named.containsKey(word);
  }

  /** The first classes as a sentence names them: {@code its 6 classes are called "a", "b" ...}. */
  String described() {
    String first =
        labels.stream().limit(LABELS_NAMED).collect(Collectors.joining("\", \"", "\"", "\""));
    return "its %d classes are called %s%s"
        .formatted(labels.size(), first, labels.size() > LABELS_NAMED ? " ..." : "");
  }

  /** What is to be said where classes were given by number. */
  String numbersRemark() {
    return "Numbers are taken as classes of the model, counted from 0: 0 is \"%s\"."
        .formatted(labels.get(0));
  }
}
