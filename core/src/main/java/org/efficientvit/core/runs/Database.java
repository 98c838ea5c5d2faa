package org.efficientvit.core.runs;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.efficientvit.core.InspectorException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/** The SQLite file of a store: how it is opened, and its tables. */
final class Database {

  /** "EVIT" in ASCII: says whose file it is. */
  private static final int APPLICATION = 0x45564954;

  /** Another program's change takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

  /**
   * What brings the tables from one version to the next: the first step makes those of version 1. A
   * change of the tables is one more step, and never another one of those that are here.
   */
  private static final List<List<String>> STEPS =
      List.of(
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
                  + " PRIMARY KEY (run, picture)) WITHOUT ROWID"),
          List.of(
              "CREATE TABLE detections (run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
                  + " picture INTEGER NOT NULL, found BLOB NOT NULL, sentence TEXT,"
                  + " PRIMARY KEY (run, picture)) WITHOUT ROWID"));

  private Database() {}

  /**
   * Opens a file, made if it is not there.
   *
   * @throws InspectorException if it is no store of runs, of a newer program, or cannot be read
   */
  static Connection open(Path file) {
    return open(file, PATIENCE, STEPS);
  }

  /**
   * Opens a file, made if it is not there. Nothing is changed in one that is not a store.
   *
   * @param patience how long it waits for other programs
   * @param steps that make the tables
   * @throws InspectorException if it is no store of runs, of a newer program, or cannot be read
   */
  static Connection open(Path file, Duration patience, List<List<String>> steps) {
    SqliteLibrary.load();
    SQLiteConfig config = new SQLiteConfig();
    // Each change is on the disk when it is done: what was kept outlives a cut of the power too.
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout((int) patience.toMillis());
    config.enforceForeignKeys(true);
    StoreProblems problems = new StoreProblems(file);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      try {
        if (standingVersion(connection, problems, steps.size()) < steps.size()) {
          logAhead(connection, patience);
          migrate(connection, problems, steps);
        }
        return connection;
      } catch (SQLException | InspectorException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw problems.failed("be opened", e);
    }
  }

  /** Of the tables, while other programs may be making them: seen whole or not at all. */
  private static int standingVersion(Connection connection, StoreProblems problems, int newest)
      throws SQLException {
    return transaction("BEGIN", connection, () -> version(connection, problems, newest));
  }

  /** Of the tables; 0 where there are none. To be called within a transaction. */
  private static int version(Connection connection, StoreProblems problems, int newest)
      throws SQLException {
    int application = number(connection, "PRAGMA application_id");
    int version = number(connection, "PRAGMA user_version");
    boolean isEmpty = number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0;
    if (!isEmpty && application != APPLICATION) {
      throw problems.foreign();
    }
    if (version > newest) {
      throw problems.newer();
    }
    return version;
  }

  /**
   * From now on the file has a log of changes beside it, so that readers do not wait. Unlike all
   * else, this change does not wait for others by itself.
   */
  private static void logAhead(Connection connection, Duration patience) throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        execute(connection, "PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException e) {
        boolean isBusy = e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
        if (!isBusy || System.nanoTime() - start > patience.toNanos()) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private static void migrate(
      Connection connection, StoreProblems problems, List<List<String>> steps) throws SQLException {
    change(
        connection,
        () -> {
          // Another program may have done it meanwhile.
          int version = version(connection, problems, steps.size());
          for (List<String> step : steps.subList(version, steps.size())) {
            for (String statement : step) {
              execute(connection, statement);
            }
          }
          execute(connection, "PRAGMA application_id = " + APPLICATION);
          execute(connection, "PRAGMA user_version = " + steps.size());
          return steps.size();
        });
  }

  /** Work on a database. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Does all of the work or nothing, and has it on the disk before it returns. */
  static <T> T change(Connection connection, Work<T> work) throws SQLException {
    return transaction("BEGIN IMMEDIATE", connection, work);
  }

  private static <T> T transaction(String begin, Connection connection, Work<T> work)
      throws SQLException {
    execute(connection, begin);
    boolean isDone = false;
    try {
      T result = work.run();
      execute(connection, "COMMIT");
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // SQLite did so by itself, as it does after some failures; they are what is worth telling.
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
