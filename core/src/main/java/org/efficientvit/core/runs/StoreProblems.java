package org.efficientvit.core.runs;

import java.nio.file.Path;
import java.sql.SQLException;
import org.efficientvit.core.InspectorException;
import org.sqlite.SQLiteErrorCode;

/**
 * What a person reads when the store could not do something.
 *
 * @param file of the store
 */
record StoreProblems(Path file) {

  private static final String ELSEWHERE = "or name another data folder with -Dinspector.data=DIR";

  /**
   * The database refused.
   *
   * @param what the store was to do: {@code keep answers}
   */
  InspectorException failed(String what, SQLException cause) {
    return new InspectorException(sentence(what, cause), cause);
  }

  private String sentence(String what, SQLException cause) {
    // The codes of SQLite come without their details.
    return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode())) {
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          "%s is no store of runs, or is damaged (%s); move it away, %s."
              .formatted(file, cause.getMessage(), ELSEWHERE);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "The store of runs %s could not %s: another program has held it for too long; end that one and try again."
              .formatted(file, what);
      case SQLITE_FULL ->
          "The store of runs %s could not %s: the disk is full; make room and do the same again, what was kept before is still there."
              .formatted(file, what);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
          "The store of runs %s could not %s, because it cannot be written (%s); check the permissions of the file and of its folder, %s."
              .formatted(file, what, cause.getMessage(), ELSEWHERE);
      default ->
          "The store of runs %s could not %s (%s); check the disk, %s."
              .formatted(file, what, cause.getMessage(), ELSEWHERE);
    };
  }

  /** The folder of the store cannot be made. */
  InspectorException noFolder(Throwable cause) {
    return new InspectorException(
        "%s cannot be made, so that runs cannot be kept; check the folder's permissions, %s."
            .formatted(file.getParent(), ELSEWHERE),
        cause);
  }

  /** Another program's database. */
  InspectorException foreign() {
    return new InspectorException(
        "%s is a database of another program; move it away, %s.".formatted(file, ELSEWHERE));
  }

  /** A database of tables that this program does not know yet. */
  InspectorException newer() {
    return new InspectorException(
        "%s was written by a newer version of this program; update it, %s."
            .formatted(file, ELSEWHERE));
  }
}
