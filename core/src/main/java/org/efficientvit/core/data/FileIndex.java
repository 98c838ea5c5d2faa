package org.efficientvit.core.data;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds files by what lists call them: with or without their folders and their extensions. */
final class FileIndex {

  /** The files of each way to write them, the whole name first. */
  private final List<Map<String, Set<String>>> ways =
      List.of(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());

  /**
   * An index of files.
   *
   * @param names of the files, with slashes
   */
  FileIndex(Collection<String> names) {
    for (String name : names) {
      String last = last(name);
      add(0, name, name);
      add(1, stem(name), name);
      add(2, last, name);
      add(3, stem(last), name);
    }
  }

  private void add(int way, String written, String name) {
    ways.get(way).computeIfAbsent(written, unused -> new TreeSet<>()).add(name);
  }

  /**
   * The files that a list may mean.
   *
   * @return none, one, or several where it does not say which
   */
  Set<String> find(String written) {
    String name = written.replace('\\', '/');
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    for (int way = 0; way < ways.size(); way++) {
      Set<String> files = ways.get(way).get(way < 2 ? name : last(name));
      if (files != null) {
        return files;
      }
    }
    return Set.of();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }
}
