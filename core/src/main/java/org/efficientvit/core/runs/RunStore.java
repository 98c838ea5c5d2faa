package org.efficientvit.core.runs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.DataFolder;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.detect.PictureDetections;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.runs.Database.Work;
import org.efficientvit.core.trace.Precision;

/**
 * Runs in a file in the person's data folder; what was added is there after the program was killed.
 *
 * <p>Usable from any thread, and by several programs at a time. What the file refuses is an {@link
 * InspectorException}; all that was kept before stays.
 */
public final class RunStore implements AutoCloseable {

  private static final String FILE = "runs.sqlite";

  private static final String BEGIN =
      "INSERT INTO runs (kind, machine, fingerprint, plan, started, process, process_started)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String VISIT =
      "INSERT INTO visits (run, sequence, model, engine, precision, batch, threads, workers, round,"
          + " seconds, milliseconds) VALUES (?, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM visits"
          + " WHERE run = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ANSWER =
      "INSERT OR REPLACE INTO answers (run, picture, label, predicted, rank, confidence, loss,"
          + " file, sentence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final StoreProblems problems;
  private final Connection connection;
  private final Set<Long> held = new HashSet<>();

  RunStore(Path file, Connection connection) {
    this.problems = new StoreProblems(file);
    this.connection = connection;
  }

  /** Where the person's own store lies, or will. */
  public static Path standardFile() {
    return DataFolder.standard().resolve(FILE);
  }

  /**
   * The person's own, made if it is not there.
   *
   * @throws InspectorException if it cannot be opened or is no such store
   */
  public static RunStore standard() {
    return open(standardFile());
  }

  /**
   * A store in a file, made if it is not there.
   *
   * @throws InspectorException if it cannot be opened or is no such store
   */
  public static RunStore open(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(requireNonNull(absolute.getParent(), "no folder"));
    } catch (IOException e) {
      throw new StoreProblems(absolute).noFolder(e);
    }
    return new RunStore(absolute, Database.open(absolute));
  }

  /** The store in a file; empty where there is none. */
  public static Optional<RunStore> existing(Path file) {
    return Files.exists(file) ? Optional.of(open(file)) : Optional.empty();
  }

  /** Begins a run of this program. */
  public synchronized Run begin(Run.Kind kind, Machine machine, String plan) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Run begun =
        change(
            "begin a run",
            () -> {
              try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
                insert.setString(1, kind.toString());
                insert.setString(2, MachineJson.of(machine));
                insert.setString(3, machine.fingerprint());
                insert.setString(4, plan);
                insert.setString(5, now.toString());
                setWriter(insert, 6);
                insert.executeUpdate();
              }
              long id = number("SELECT last_insert_rowid()");
              return new Run(id, kind, machine, plan, now, Optional.empty(), Optional.empty());
            });
    held.add(begun.id());
    return begun;
  }

  /**
   * The newest run of this plan, on this machine, that was stopped before its end; from now on it
   * is this program's. Runs that other programs are at are left alone.
   */
  public synchronized Optional<Run> stopped(Run.Kind kind, Machine machine, String plan) {
    Optional<Run> claimed =
        change(
            "look for stopped runs",
            () -> {
              for (Run run : select("WHERE finished IS NULL AND plan = ? ORDER BY id DESC", plan)) {
                if (run.kind() == kind
                    && run.machine().fingerprint().equals(machine.fingerprint())
                    && !isRunning(run)) {
                  try (PreparedStatement claim =
                      connection.prepareStatement(
                          "UPDATE runs SET process = ?, process_started = ? WHERE id = ?")) {
                    setWriter(claim, 1);
                    claim.setLong(3, run.id());
                    claim.executeUpdate();
                  }
                  return Optional.of(run);
                }
              }
              return Optional.empty();
            });
    claimed.ifPresent(run -> held.add(run.id()));
    return claimed;
  }

  private static void setWriter(PreparedStatement statement, int index) throws SQLException {
    Writer self = Writer.current();
    statement.setLong(index, self.process());
    statement.setString(index + 1, self.started());
  }

  /** Whether some program is at this run. */
  public synchronized boolean isRunning(Run run) {
    return read(
        () -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT process, process_started FROM runs WHERE id = ? AND finished IS NULL")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
              return row.next() && new Writer(row.getLong(1), row.getString(2)).isAlive();
            }
          }
        });
  }

  /** Lets go of a run that this program stopped before its end, so that others may go on. */
  public synchronized void release(Run run) {
    letGo(run.id());
  }

  private void letGo(long id) {
    change(
        "let go of a run",
        () -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE runs SET process = 0 WHERE id = ?")) {
            update.setLong(1, id);
            return update.executeUpdate();
          }
        });
    held.remove(id);
  }

  /** Keeps what a benchmark measured. */
  public synchronized void add(Run run, Visit visit) {
    change(
        "keep a measurement",
        () -> {
          try (PreparedStatement insert = connection.prepareStatement(VISIT)) {
            Cell cell = visit.cell();
            insert.setLong(1, run.id());
            insert.setLong(2, run.id());
            insert.setString(3, cell.model());
            insert.setString(4, cell.engine());
            insert.setString(5, cell.precision().toString());
            insert.setInt(6, cell.batch());
            insert.setInt(7, cell.threads());
            insert.setInt(8, cell.workers());
            insert.setInt(9, visit.round());
            insert.setDouble(10, visit.seconds());
            insert.setBytes(11, Doubles.toBytes(visit.milliseconds()));
            return insert.executeUpdate();
          }
        });
  }

  /** Keeps what an evaluation was answered, all or nothing. */
  public synchronized void add(Run run, List<Answer> answers) {
    change(
        "keep answers",
        () -> {
          try (PreparedStatement insert = connection.prepareStatement(ANSWER)) {
            for (Answer answer : answers) {
              insert.setLong(1, run.id());
              insert.setInt(2, answer.index());
              setAnswer(insert, answer);
              insert.addBatch();
            }
            return insert.executeBatch().length;
          }
        });
  }

  private static void setAnswer(PreparedStatement insert, Answer answer) throws SQLException {
    for (int column = 3; column <= 9; column++) {
      insert.setObject(column, null);
    }
    if (answer instanceof Answer.Seen seen) {
      insert.setInt(3, seen.label());
      insert.setInt(4, seen.predicted());
      insert.setInt(5, seen.rank());
      insert.setFloat(6, seen.confidence());
      insert.setDouble(7, seen.loss());
    } else if (answer instanceof Answer.Unreadable unreadable) {
      insert.setString(8, unreadable.file());
      insert.setString(9, unreadable.sentence());
    }
  }

  /** What a benchmark measured, in the order in which it was added. */
  public synchronized List<Visit> visits(Run run) {
    return read(
        () -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT model, engine, precision, batch, threads, workers, round, seconds,"
                      + " milliseconds FROM visits WHERE run = ? ORDER BY sequence")) {
            select.setLong(1, run.id());
            List<Visit> visits = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                visits.add(visit(row));
              }
            }
            return visits;
          }
        });
  }

  private static Visit visit(ResultSet row) throws SQLException {
    Cell cell =
        new Cell(
            row.getString(1),
            row.getString(2),
            Precision.of(row.getString(3)),
            row.getInt(4),
            row.getInt(5),
            row.getInt(6));
    return new Visit(cell, row.getInt(7), Doubles.fromBytes(row.getBytes(9)), row.getDouble(8));
  }

  /** What an evaluation was answered, by the pictures' numbers. */
  public synchronized List<Answer> answers(Run run) {
    return read(
        () -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT picture, label, predicted, rank, confidence, loss, file, sentence"
                      + " FROM answers WHERE run = ? ORDER BY picture")) {
            select.setLong(1, run.id());
            List<Answer> answers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                answers.add(answer(row));
              }
            }
            return answers;
          }
        });
  }

  private static Answer answer(ResultSet row) throws SQLException {
    String broken = row.getString(7);
    return broken == null
        ? new Answer.Seen(
            row.getInt(1),
            row.getInt(2),
            row.getInt(3),
            row.getInt(4),
            row.getFloat(5),
            row.getDouble(6))
        : new Answer.Unreadable(row.getInt(1), broken, row.getString(8));
  }

  /** Keeps what a detector found on a picture. */
  public synchronized void add(Run run, PictureDetections found) {
    change("keep detections", () -> DetectionRows.insert(connection, run, found));
  }

  /** What a detector found, by the pictures' numbers. */
  public synchronized List<PictureDetections> detections(Run run) {
    return read(() -> DetectionRows.select(connection, run));
  }

  /** Closes a run with what came out of it. */
  public synchronized Run finish(Run run, String summary) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Run finished =
        change(
            "close a run",
            () -> {
              try (PreparedStatement update =
                  connection.prepareStatement(
                      "UPDATE runs SET finished = ?, summary = ? WHERE id = ?")) {
                update.setString(1, now.toString());
                update.setString(2, summary);
                update.setLong(3, run.id());
                update.executeUpdate();
              }
              return new Run(
                  run.id(),
                  run.kind(),
                  run.machine(),
                  run.plan(),
                  run.started(),
                  Optional.of(now),
                  Optional.of(summary));
            });
    held.remove(finished.id());
    return finished;
  }

  /**
   * Forgets a run with all that was measured in it.
   *
   * @return whether there was such a run
   */
  public synchronized boolean delete(long id) {
    return change(
        "forget a run",
        () -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM runs WHERE id = ?")) {
            delete.setLong(1, id);
            return delete.executeUpdate() > 0;
          }
        });
  }

  /** All runs, the newest first. */
  public synchronized List<Run> runs() {
    return read(() -> select("WHERE ? IS NOT NULL ORDER BY id DESC", ""));
  }

  /** One run. */
  public synchronized Optional<Run> find(long id) {
    return read(() -> select("WHERE id = CAST(? AS INTEGER)", Long.toString(id))).stream()
        .findFirst();
  }

  private List<Run> select(String which, String value) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, kind, machine, plan, started, finished, summary FROM runs " + which)) {
      select.setString(1, value);
      List<Run> runs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          runs.add(
              new Run(
                  row.getLong(1),
                  Run.Kind.of(row.getString(2)),
                  MachineJson.read(row.getString(3)),
                  row.getString(4),
                  Instant.parse(row.getString(5)),
                  Optional.ofNullable(row.getString(6)).map(Instant::parse),
                  Optional.ofNullable(row.getString(7))));
        }
      }
      return runs;
    }
  }

  private long number(String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private <T> T read(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw problems.failed("be read", e);
    }
  }

  /** All or nothing, and on the disk before it returns. */
  private <T> T change(String what, Work<T> work) {
    try {
      return Database.change(connection, work);
    } catch (SQLException e) {
      throw problems.failed(what, e);
    }
  }

  /** Lets go of the runs that this store began or took up and did not finish, and closes it. */
  @Override
  public synchronized void close() {
    try {
      releaseAll();
    } finally {
      closeConnection();
    }
  }

  private void releaseAll() {
    try {
      List.copyOf(held).forEach(this::letGo);
    } catch (InspectorException e) {
      // They are let go of when the program ends, at the latest.
    }
  }

  private void closeConnection() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw problems.failed("be closed", e);
    }
  }
}
