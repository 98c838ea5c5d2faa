package org.efficientvit.core.runs;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.efficientvit.core.InspectorException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The SQLite file of a store: how it is opened, and its tables. */
final class Database {

  /** "EVIT" in ASCII: says whose file it is. */
  private static final int APPLICATION = 0x45564954;

  /** Of the tables; each change of them gets the next number and a step in {@link #migrate}. */
  private static final int VERSION = 1;

  /** Another program's change takes milliseconds. */
  private static final int PATIENCE_MILLISECONDS = 10_000;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,"
              + " machine TEXT NOT NULL, fingerprint TEXT NOT NULL, plan TEXT NOT NULL,"
              + " started TEXT NOT NULL, finished TEXT, summary TEXT,"
              + " process INTEGER NOT NULL, process_started TEXT NOT NULL)",
          "CREATE TABLE visits (run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
              + " sequence INTEGER NOT NULL, model TEXT NOT NULL, engine TEXT NOT NULL,"
              + " precision TEXT NOT NULL, batch INTEGER NOT NULL, threads INTEGER NOT NULL,"
              + " workers INTEGER NOT NULL, round INTEGER NOT NULL, seconds REAL NOT NULL,"
              + " milliseconds BLOB NOT NULL, PRIMARY KEY (run, sequence)) WITHOUT ROWID",
          "CREATE TABLE answers (run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
              + " picture INTEGER NOT NULL, label INTEGER, predicted INTEGER, rank INTEGER,"
              + " confidence REAL, loss REAL, file TEXT, sentence TEXT,"
              + " PRIMARY KEY (run, picture)) WITHOUT ROWID");

  private Database() {}

  /**
   * Opens a file, made if it is not there.
   *
   * @throws InspectorException if it is no store of runs, of a newer program, or cannot be read
   */
  static Connection open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    // A program that is killed loses nothing; a machine that loses power may lose the last second.
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(PATIENCE_MILLISECONDS);
    config.enforceForeignKeys(true);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      try {
        prepare(connection, file);
        return connection;
      } catch (SQLException | InspectorException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new InspectorException(
          "%s is no store of runs that can be opened (%s); move it away, or name another data folder with -Dinspector.data=DIR."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void prepare(Connection connection, Path file) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    try {
      int application = number(connection, "PRAGMA application_id");
      int version = number(connection, "PRAGMA user_version");
      boolean isEmpty = number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0;
      if (!isEmpty && application != APPLICATION) {
        throw new InspectorException(
            "%s is a database of another program; move it away, or name another data folder with -Dinspector.data=DIR."
                .formatted(file));
      }
      if (version > VERSION) {
        throw new InspectorException(
            "%s was written by a newer version of this program; update it, or name another data folder with -Dinspector.data=DIR."
                .formatted(file));
      }
      migrate(connection, version);
      execute(connection, "COMMIT");
    } catch (SQLException | InspectorException e) {
      execute(connection, "ROLLBACK");
      throw e;
    }
  }

  /** Brings the tables from one version to the next, and so on to the last. */
  private static void migrate(Connection connection, int version) throws SQLException {
    if (version < 1) {
      for (String table : TABLES) {
        execute(connection, table);
      }
      execute(connection, "PRAGMA application_id = " + APPLICATION);
      execute(connection, "PRAGMA user_version = " + VERSION);
    }
  }

  static void execute(Connection connection, String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement one = connection.createStatement();
        ResultSet row = one.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
