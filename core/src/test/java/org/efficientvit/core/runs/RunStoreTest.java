package org.efficientvit.core.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.detect.PictureDetections;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

  private static final Machine MACHINE =
      new Machine(
          "a processor",
          2,
          4,
          OptionalDouble.of(2.5),
          8L << 30,
          "a system",
          Map.of("java", "17"),
          OptionalDouble.empty());
  private static final Cell CELL = new Cell("m0", "onnx", Precision.FP32, 16, 1, 2);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("data").resolve("runs.sqlite");
  }

  private static Visit visit(int round) {
    return new Visit(CELL, round, List.of(1.5, 0.1 + round, Math.PI), 0.25);
  }

  @Test
  void detectionsComeBackByTheirPicturesWithoutTheirAnchors() {
    Detection found = new Detection(7, 0.625, new Box(1.5, 2, 30, 40.25), null);
    PictureDetections second = new PictureDetections(1, List.of(found, found), null);
    PictureDetections first = new PictureDetections(0, List.of(), "a.jpg does not exist.");
    try (RunStore store = RunStore.open(file())) {
      Run run = store.begin(Run.Kind.DETECTION, MACHINE, "plan");
      store.add(run, second);
      store.add(run, first);

      assertThat(store.detections(run)).containsExactly(first, second);
      store.delete(run.id());
      assertThat(store.detections(run)).isEmpty();
    }
  }

  @Test
  void whatIsKeptComesBackAsItWas() {
    List<Answer> answers =
        List.of(
            new Answer.Seen(7, 3, 2, 1, 0.123456f, 1.0 / 3),
            new Answer.Unreadable(8, "a/b.png", "It is broken."),
            new Answer.Seen(2, 0, 0, 0, 1, 0));
    Run begun;
    Run finished;
    try (RunStore store = RunStore.open(file())) {
      begun = store.begin(Run.Kind.BENCHMARK, MACHINE, "{\"plan\":1}");
      store.add(begun, visit(0));
      store.add(begun, visit(1));
      store.add(begun, answers);
      finished = store.finish(begun, "{}");
    }

    try (RunStore store = RunStore.open(file())) {
      assertThat(store.runs()).containsExactly(finished);
      assertThat(store.find(begun.id())).contains(finished);
      assertThat(store.find(99)).isEmpty();
      assertThat(finished.machine()).isEqualTo(MACHINE);
      assertThat(store.visits(begun)).containsExactly(visit(0), visit(1));
      assertThat(store.answers(begun))
          .containsExactly(answers.get(2), answers.get(0), answers.get(1));
    }
  }

  @Test
  void theSamePictureAnsweredAgainCountsOnce() {
    try (RunStore store = RunStore.open(file())) {
      Run run = store.begin(Run.Kind.EVALUATION, MACHINE, "p");
      store.add(run, List.of(new Answer.Unreadable(1, "a", "b")));
      store.add(run, List.of(new Answer.Seen(1, 0, 0, 0, 1, 0)));

      assertThat(store.answers(run)).containsExactly(new Answer.Seen(1, 0, 0, 0, 1, 0));
    }
  }

  @Test
  void theNewestFirstAndAForgottenOneIsGoneWithAllThatItHeld() {
    try (RunStore store = RunStore.open(file())) {
      Run first = store.begin(Run.Kind.BENCHMARK, MACHINE, "p");
      Run second = store.begin(Run.Kind.EVALUATION, MACHINE, "p");
      store.add(first, visit(0));

      assertThat(store.runs()).containsExactly(second, first);
      assertThat(store.delete(first.id())).isTrue();
      assertThat(store.delete(first.id())).isFalse();
      assertThat(store.runs()).containsExactly(second);
      assertThat(store.visits(first)).isEmpty();
      assertThat(store.begin(Run.Kind.BENCHMARK, MACHINE, "p").id()).isGreaterThan(second.id());
    }
  }

  @Test
  void onlyAStoppedRunOfTheSamePlanOnTheSameMachineGoesOn() {
    Machine updated =
        new Machine(
            MACHINE.processor(),
            MACHINE.cores(),
            MACHINE.logicalProcessors(),
            MACHINE.gigahertz(),
            MACHINE.memoryBytes(),
            MACHINE.system(),
            Map.of("java", "21"),
            OptionalDouble.of(0.1));
    try (RunStore store = RunStore.open(file())) {
      Run run = store.begin(Run.Kind.BENCHMARK, MACHINE, "plan");

      assertThat(store.isRunning(run)).isTrue();
      assertThat(store.stopped(Run.Kind.BENCHMARK, MACHINE, "plan")).isEmpty();

      store.release(run);
      assertThat(store.isRunning(run)).isFalse();
      assertThat(store.stopped(Run.Kind.BENCHMARK, MACHINE, "other plan")).isEmpty();
      assertThat(store.stopped(Run.Kind.EVALUATION, MACHINE, "plan")).isEmpty();
      assertThat(store.stopped(Run.Kind.BENCHMARK, updated, "plan")).isEmpty();
      assertThat(store.stopped(Run.Kind.BENCHMARK, MACHINE, "plan")).contains(run);
      // Now it is ours, and nobody else's.
      assertThat(store.stopped(Run.Kind.BENCHMARK, MACHINE, "plan")).isEmpty();

      store.finish(run, "{}");
      store.release(run);
      assertThat(store.stopped(Run.Kind.BENCHMARK, MACHINE, "plan")).isEmpty();
    }
  }

  /** Keeps visits until somebody kills it. */
  static final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
      RunStore store = RunStore.open(Path.of(arguments[0]));
      Run run = store.begin(Run.Kind.BENCHMARK, MACHINE, "plan");
      for (int round = 0; round < 3; round++) {
        store.add(run, visit(round));
      }
      store.add(run, IntStream.range(0, 256).mapToObj(RunStoreTest::answer).toList());
      System.out.println("kept");
      System.out.flush();
      Thread.sleep(60_000);
    }
  }

  private static Answer answer(int index) {
    return new Answer.Seen(index, 1, 2, 3, 0.5f, 0.25);
  }

  @Test
  void aKilledProgramLosesNothingThatItKeptAndLeavesNothingElse()
      throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                file().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(victim.inputReader().readLine()).isEqualTo("kept");
    try (RunStore store = RunStore.open(file())) {
      assertThat(store.stopped(Run.Kind.BENCHMARK, MACHINE, "plan")).isEmpty();
    }
    victim.destroyForcibly().waitFor();
    assertThat(temporary).isEmptyDirectory();

    try (RunStore store = RunStore.open(file())) {
      Run run = store.stopped(Run.Kind.BENCHMARK, MACHINE, "plan").orElseThrow();
      assertThat(store.visits(run)).containsExactly(visit(0), visit(1), visit(2));
      assertThat(store.answers(run)).hasSize(256).first().isEqualTo(answer(0));
    }
  }

  @Test
  void severalProgramsWriteAtATime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        writers.add(
            threads.submit(
                () -> {
                  try (RunStore store = RunStore.open(file())) {
                    Run run = store.begin(Run.Kind.BENCHMARK, MACHINE, "p");
                    for (int round = 0; round < 20; round++) {
                      store.add(run, visit(round));
                    }
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }

    try (RunStore store = RunStore.open(file())) {
      assertThat(store.runs()).hasSize(2);
      for (Run run : store.runs()) {
        assertThat(store.visits(run)).hasSize(20);
      }
    }
  }

  @Test
  void noStoreIsMadeOfLookingForOne() {
    assertThat(RunStore.existing(file())).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aFileThatIsNoStoreIsRefusedAndLeftAsItIs() throws IOException, SQLException {
    Path text = Files.writeString(folder.resolve("text.sqlite"), "no database".repeat(100));
    refuse(text, "no store of runs");
    assertThat(text).hasContent("no database".repeat(100));

    Path foreign = folder.resolve("foreign.sqlite");
    change(foreign, "CREATE TABLE notes (text TEXT)");
    byte[] before = Files.readAllBytes(foreign);
    refuse(foreign, "of another program");
    assertThat(foreign).hasBinaryContent(before);

    RunStore.open(file()).close();
    change(file(), "PRAGMA user_version = 3");
    refuse(file(), "newer version");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "");

    refuse(plain.resolve("runs.sqlite"), "cannot be made");
  }

  @Test
  void whatIsInTheWayOfTheDatabaseIsSaid() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("runs.sqlite"));

    refuse(taken, "check the permissions");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidAndTheStoreIsStillThere() throws IOException {
    try (RunStore store = RunStore.open(file())) {
      Run unused = store.begin(Run.Kind.BENCHMARK, MACHINE, "p");
    }
    Path data = file().getParent();
    assumeTrue(data.toFile().setWritable(false) && !Files.isWritable(data), "not as root");
    try {
      refuse(file(), "check the permissions");
    } finally {
      assertThat(data.toFile().setWritable(true)).isTrue();
    }
    try (RunStore store = RunStore.open(file())) {
      assertThat(store.runs()).hasSize(1);
    }
  }

  @Test
  void aFullDiskIsSaidAndWhatWasKeptBeforeIsThere() throws SQLException {
    RunStore.open(file()).close();
    Connection connection = Database.open(file());
    Database.execute(connection, "PRAGMA max_page_count = 12");
    Run run;
    try (RunStore store = new RunStore(file(), connection)) {
      run = store.begin(Run.Kind.EVALUATION, MACHINE, "p");
      store.add(run, List.of(answer(0)));
      List<Answer> many = IntStream.range(1, 5000).mapToObj(RunStoreTest::answer).toList();

      assertThatThrownBy(() -> store.add(run, many))
          .isInstanceOf(InspectorException.class)
          .hasMessageStartingWith("The store of runs " + file())
          .hasMessageContaining("the disk is full; make room");
      store.add(run, List.of(answer(9999)));
    }

    try (RunStore store = RunStore.open(file())) {
      assertThat(store.answers(run)).containsExactly(answer(0), answer(9999));
    }
  }

  @Test
  void aStoreThatAnotherProgramHoldsIsReadAtOnceAndNotWritten() throws SQLException {
    RunStore.open(file()).close();
    Connection impatient =
        Database.open(file(), Duration.ofMillis(20), List.of(List.of(), List.of()));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        RunStore store = new RunStore(file(), impatient)) {
      Database.execute(other, "BEGIN IMMEDIATE");

      assertThatThrownBy(() -> store.begin(Run.Kind.BENCHMARK, MACHINE, "p"))
          .isInstanceOf(InspectorException.class)
          .hasMessageContaining("another program has held it for too long")
          .hasMessageNotContaining("move it away");
      assertThat(store.runs()).isEmpty();
      try (RunStore reader = RunStore.open(file())) {
        assertThat(reader.runs()).isEmpty();
      }
    }
  }

  @Test
  void anOlderStoreGetsTheTablesOfLaterStepsAndKeepsWhatItHas() throws SQLException {
    Run run;
    try (RunStore store = RunStore.open(file())) {
      run = store.begin(Run.Kind.BENCHMARK, MACHINE, "p");
      store.add(run, visit(0));
    }
    List<List<String>> steps =
        List.of(
            List.of("no step that is done again"),
            List.of("nor this one"),
            List.of("ALTER TABLE runs ADD note TEXT"));

    Connection later = Database.open(file(), Duration.ofSeconds(1), steps);
    try (RunStore store = new RunStore(file(), later)) {
      Database.execute(later, "UPDATE runs SET note = 'kept'");
      assertThat(store.visits(run)).containsExactly(visit(0));
    }
    refuse(file(), "newer version");
  }

  @Test
  void aStepThatFailsChangesNothing() throws SQLException {
    RunStore.open(file()).close();
    List<List<String>> steps =
        List.of(List.of(), List.of(), List.of("ALTER TABLE runs ADD note TEXT", "no statement"));

    assertThatThrownBy(() -> Database.open(file(), Duration.ofSeconds(1), steps))
        .isInstanceOf(InspectorException.class);

    try (RunStore store = RunStore.open(file())) {
      assertThat(store.runs()).isEmpty();
    }
  }

  @Test
  void manyProgramsMakeTheSameStoreAtOnce() throws Exception {
    int count = 8;
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> programs = new ArrayList<>();
      for (int program = 0; program < count; program++) {
        programs.add(
            threads.submit(
                () -> {
                  start.await();
                  try (RunStore store = RunStore.open(file())) {
                    return store.begin(Run.Kind.BENCHMARK, MACHINE, "p");
                  }
                }));
      }
      start.countDown();
      for (Future<?> program : programs) {
        program.get();
      }
    } finally {
      threads.shutdownNow();
    }

    try (RunStore store = RunStore.open(file())) {
      assertThat(store.runs()).hasSize(count);
    }
  }

  @Test
  void aRunThatFailedIsLetGoOfWhenItsStoreIsClosed() {
    Run run;
    try (RunStore store = RunStore.open(file())) {
      run = store.begin(Run.Kind.BENCHMARK, MACHINE, "p");
      try (RunStore other = RunStore.open(file())) {
        assertThat(other.stopped(Run.Kind.BENCHMARK, MACHINE, "p")).isEmpty();
      }
      assertThat(store.isRunning(run)).isTrue();
    }

    try (RunStore store = RunStore.open(file())) {
      assertThat(store.isRunning(run)).isFalse();
      assertThat(store.stopped(Run.Kind.BENCHMARK, MACHINE, "p")).contains(run);
    }
    try (RunStore store = RunStore.open(file())) {
      assertThat(store.isRunning(run)).isFalse();
    }
  }

  @Test
  void aClockThatIsSetEndsNoRunButAnotherProcessOfTheSameNumberIsAnother() throws SQLException {
    try (RunStore store = RunStore.open(file())) {
      Run run = store.begin(Run.Kind.BENCHMARK, MACHINE, "p");
      Instant start = ProcessHandle.current().info().startInstant().orElseThrow();

      change(file(), "UPDATE runs SET process_started = '%s'".formatted(start.plusSeconds(3)));
      assertThat(store.isRunning(run)).isTrue();
      change(file(), "UPDATE runs SET process_started = '%s'".formatted(start.minusSeconds(60)));
      assertThat(store.isRunning(run)).isFalse();
    }
  }

  private static void refuse(Path store, String why) {
    assertThatThrownBy(() -> RunStore.open(store))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining(why)
        .hasMessageContaining(store.getFileName().toString().startsWith("runs") ? "" : "sqlite")
        .hasMessageContaining("-Dinspector.data=DIR");
  }

  private static void change(Path store, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }
}
