package org.efficientvit.core.data;

import java.util.List;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;

/** Classes by the names of folders. */
final class FolderNames {

  private final ClassNames names;
  private boolean isNumbered;

  /**
   * Folders of classes that are known.
   *
   * @param labels of the classes in their order
   */
  FolderNames(List<String> labels) {
    this.names = new ClassNames(labels);
  }

  /**
   * The class of a folder.
   *
   * @param name of the folder
   * @param folder what to call it in messages
   * @throws InspectorException if it is named as no class, or as several
   */
  int classOf(String name, String folder) {
    if (names.isAmbiguous(name)) {
      throw new InspectorException(
          "%s may be of more than one class, since several of the model are called %s; name it by the WordNet id of its class, or by its number counted from 0."
              .formatted(folder, name));
    }
    OptionalInt label = names.find(name);
    if (label.isEmpty()) {
      throw new InspectorException(
          "%s is not named as a class of the model; %s: rename the folder."
              .formatted(folder, names.described()));
    }
    isNumbered |= names.isNumber(name);
    return label.getAsInt();
  }

  /** What a person should know about how the names were taken. */
  List<String> remarks() {
    return isNumbered ? List.of(names.numbersRemark()) : List.of();
  }
}
