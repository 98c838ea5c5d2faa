package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledFiles.Entry;
import org.efficientvit.core.data.ListLine.Division;

/**
 * A text that says of which class each picture is: {@code file class} on each line.
 *
 * <p>Between them stands a tab, a comma or blanks: whichever leaves the name of a file that is
 * there. The class is a label, a WordNet id or a number from 0; after a WordNet id may stand more,
 * as the boxes do in ImageNet's {@code LOC_val_solution.csv}.
 */
final class PictureList {

  private static final Pattern WORDNET_ID = Pattern.compile("n\\d{8}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Set<String> HEADINGS =
      Set.of("imageid", "image", "image_id", "id", "file", "filename", "file_name", "name", "path");
  private static final String WHAT_TO_WRITE =
      "write the name of a picture and its class on each line.";

  /** What a line says of a file. */
  private record Said(int label, int line) {}

  private final Path list;
  private final Path place;
  private final SortedMap<String, PictureFile> files;
  private final FileIndex index;
  private final ClassNames names;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Said> said = new HashMap<>();
  private boolean isNumbered;

  /**
   * Reads a list.
   *
   * @param place where the files are
   * @param files by their names
   * @param labels of the classes in their order
   * @throws InspectorException in one sentence, if it cannot be read, does not say of each file
   *     which class it is, or names none of the files
   */
  PictureList(Path list, Path place, SortedMap<String, PictureFile> files, List<String> labels) {
    this.list = list;
    this.place = place;
    this.files = files;
    this.index = new FileIndex(files.keySet());
    this.names = new ClassNames(labels);
    List<ListLine> lines = new ArrayList<>(ListLine.read(list));
    if (!lines.isEmpty() && isHeading(lines.get(0))) {
      lines.remove(0);
    }
    if (lines.isEmpty()) {
      throw new InspectorException("%s is empty; %s".formatted(list, WHAT_TO_WRITE));
    }
    if (lines.stream().allMatch(ListLine::isOneWord)) {
      addInOrder(lines);
    } else {
      lines.forEach(this::add);
    }
    if (said.isEmpty()) {
      throw new InspectorException(
          "%s holds none of the %d pictures that %s names, such as %s; give the folder or tar that they are in."
              .formatted(place, entries.size(), list, entries.get(0).file().name()));
    }
  }

  /** The files in the order of the list. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** What a person should know about how the list was taken. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (isNumbered) {
      remarks.add(names.numbersRemark());
    }
    int others = files.size() - said.size();
    if (others > 0) {
      remarks.add(
          "%s that %s holds %s not in %s, and left out."
              .formatted(
                  others == 1 ? "1 picture" : others + " pictures",
                  place,
                  others == 1 ? "is" : "are",
                  list));
    }
    return remarks;
  }

  private boolean isHeading(ListLine line) {
    return line.divisions().stream()
        .anyMatch(
            one ->
                HEADINGS.contains(one.file().toLowerCase(Locale.ROOT))
                    && index.find(one.file()).isEmpty());
  }

  /** A list of classes without files, in the order of the files. */
  private void addInOrder(List<ListLine> lines) {
    if (lines.stream().allMatch(line -> NUMBER.matcher(line.text()).matches())) {
      throw new InspectorException(
          "%s holds numbers without names of files; if it is ILSVRC2012_validation_ground_truth.txt, it counts classes in the development kit's own order, which is not the network's: give a list of files and WordNet ids instead, such as LOC_val_solution.csv."
              .formatted(list));
    }
    if (!lines.stream().allMatch(line -> WORDNET_ID.matcher(line.text()).matches())) {
      throw withoutClass(lines.get(0));
    }
    if (lines.size() != files.size()) {
      throw new InspectorException(
          "%s holds %d WordNet ids without names of files, but there are %d pictures in %s; write the name of a picture before each."
              .formatted(list, lines.size(), files.size(), place));
    }
    int next = 0;
    for (Map.Entry<String, PictureFile> file : files.entrySet()) {
      ListLine line = lines.get(next++);
      put(line, file.getKey(), label(line, file.getKey(), line.text()));
    }
  }

  private void add(ListLine line) {
    List<Division> divisions = line.divisions();
    if (divisions.isEmpty()) {
      throw withoutClass(line);
    }
    for (Division division : divisions) {
      Set<String> found = index.find(division.file());
      if (found.size() > 1) {
        throw new InspectorException(
            "Line %d of %s may mean %s; write the file's name with its folder and extension."
                .formatted(line.number(), list, String.join(" or ", found)));
      } else if (found.size() == 1) {
        put(line, found.iterator().next(), label(line, division.file(), division.word()));
        return;
      }
    }
    Division surest = divisions.get(0);
    entries.add(
        new Entry(
            new MissingFile(surest.file(), list, place),
            label(line, surest.file(), surest.word())));
  }

  private InspectorException withoutClass(ListLine line) {
    return new InspectorException(
        "Line %d of %s says of no picture which class it is; %s"
            .formatted(line.number(), list, WHAT_TO_WRITE));
  }

  private int label(ListLine line, String file, String word) {
    String first = word.split("\\s", 2)[0];
    String name = WORDNET_ID.matcher(first).matches() ? first : word;
    OptionalInt label = names.find(name);
    if (label.isPresent()) {
      isNumbered |= names.isNumber(name);
      return label.getAsInt();
    }
    String about =
        "Line %d of %s gives %s the class \"%s\", ".formatted(line.number(), list, file, name);
    if (names.isAmbiguous(name)) {
      throw new InspectorException(
          about
              + "as several of the model are called; give the class's WordNet id, or its number counted from 0.");
    } else if (names.isNumber(name)) {
      throw new InspectorException(
          about
              + "but the model's classes are counted from 0 to %d, in its own order; give labels or WordNet ids."
                  .formatted(names.count() - 1));
    }
    throw new InspectorException(
        about + "which the model does not have; %s: correct it.".formatted(names.described()));
  }

  private void put(ListLine line, String file, int label) {
    Said before = said.putIfAbsent(file, new Said(label, line.number()));
    if (before == null) {
      entries.add(new Entry(requireNonNull(files.get(file), file), label));
    } else if (before.label != label) {
      throw new InspectorException(
          "Lines %d and %d of %s give %s different classes; keep one of them."
              .formatted(before.line, line.number(), list, file));
    }
  }
}
