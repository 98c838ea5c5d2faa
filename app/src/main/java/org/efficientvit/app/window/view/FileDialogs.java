package org.efficientvit.app.window.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a person is asked for files. */
public interface FileDialogs {

  /**
   * A sort of files.
   *
   * @param name as people read it: {@code Pictures}
   * @param endings without the dot: {@code png}
   */
  record Sort(String name, List<String> endings) {}

  /** Asks for files that are there; none if the person changed their mind. */
  List<Path> openFiles(String title, Sort sort);

  /** Asks for a file that is there. */
  Optional<Path> openFile(String title, Sort sort);

  /** Asks for a folder that is there. */
  Optional<Path> openFolder(String title);

  /**
   * Asks where to write a file.
   *
   * @param name offered for it
   * @param sorts that it may be of, the offered one first
   */
  Optional<Path> saveFile(String title, String name, List<Sort> sorts);
}
