package org.efficientvit.app.window.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that a person can do, in the order of the menus. */
public final class Actions {

  /** What stands in a menu. */
  public sealed interface Entry permits Action, Choice, Line {

    /** The menu in which it stands. */
    String menu();
  }

  /** A line between what belongs together. */
  public record Line(String menu) implements Entry {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds what stands next in its menu. */
  public Actions add(Entry entry) {
    entries.add(entry);
    return this;
  }

  /** The menus by name, each with what stands in it. */
  public Map<String, List<Entry>> menus() {
    Map<String, List<Entry>> menus = new LinkedHashMap<>();
    entries.forEach(
        entry -> menus.computeIfAbsent(entry.menu(), name -> new ArrayList<>()).add(entry));
    return menus;
  }

  /** Every single action; those of settings bear the setting's name. */
  public List<Action> all() {
    return entries.stream().flatMap(Actions::each).toList();
  }

  private static Stream<Action> each(Entry entry) {
    if (entry instanceof Action action) {
      return Stream.of(action);
    }
    return entry instanceof Choice<?> choice ? choice.named().stream() : Stream.empty();
  }

  /**
   * The actions whose names hold all words of a query, those whose name begins with it first.
   *
   * @param query as it was typed, in either case
   */
  public List<Action> matching(String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    List<String> words = List.of(wanted.split("\\s+"));
    Stream<Action> found =
        all().stream()
            .filter(
                action -> {
                  String name = (action.menu() + " " + action.name()).toLowerCase(Locale.ROOT);
                  return words.stream().allMatch(name::contains);
                });
    return found.sorted(Comparator.comparingInt(action -> rank(action, wanted))).toList();
  }

  private static int rank(Action action, String wanted) {
    String name = action.name().toLowerCase(Locale.ROOT);
    if (name.startsWith(wanted)) {
      return 0;
    }
    return name.contains(wanted) ? 1 : 2;
  }
}
