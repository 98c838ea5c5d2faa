package org.efficientvit.app.command;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import picocli.CommandLine.ITypeConverter;

/**
 * One word of a list of networks: a name, or {@code all}.
 *
 * @param designs that it stands for
 */
record DesignChoice(List<Design> designs) {

  private static final String ALL = "all";

  DesignChoice {
    designs = List.copyOf(designs);
  }

  /** The networks of some words, each once. */
  static List<Design> of(List<DesignChoice> words) {
    return words.stream().flatMap(word -> word.designs.stream()).distinct().toList();
  }

  /** The words that there are. */
  static final class Words implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Designs.all().stream().map(Design::id), Stream.of(ALL)).iterator();
    }
  }

  /** Reads a word in either case. */
  static final class Reader implements ITypeConverter<DesignChoice> {

    @Override
    public DesignChoice convert(String word) {
      return word.equalsIgnoreCase(ALL)
          ? new DesignChoice(Designs.all())
          : new DesignChoice(List.of(new DesignName().convert(word)));
    }
  }
}
