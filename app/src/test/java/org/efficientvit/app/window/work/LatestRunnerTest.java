package org.efficientvit.app.window.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.efficientvit.core.InspectorException;
import org.junit.jupiter.api.Test;

class LatestRunnerTest {

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final Queue<Runnable> screen = new ArrayDeque<>();
  private final LatestRunner runner = new LatestRunner(worker::add, screen::add);
  private final List<String> ran = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();

  @Test
  void resultIsHandedOverOnTheScreensThreadOnly() {
    submit("picture", "a");
    runAll(worker);
    assertThat(heard).isEmpty();
    runAll(screen);
    assertThat(heard).containsExactly("a");
  }

  @Test
  void newerWorkOfTheSameNameReplacesWorkThatWaits() {
    submit("picture", "a");
    submit("picture", "b");
    runEverything();
    assertThat(ran).containsExactly("b");
    assertThat(heard).containsExactly("b");
  }

  @Test
  void resultOfReplacedWorkReachesNobodyEvenWhenItIsReady() {
    submit("picture", "a");
    runAll(worker);
    submit("picture", "b");
    runEverything();
    assertThat(ran).containsExactly("a", "b");
    assertThat(heard).containsExactly("b");
  }

  @Test
  void workOfOtherNamesIsLeftAlone() {
    submit("picture", "a");
    submit("model", "b");
    runEverything();
    assertThat(heard).containsExactly("a", "b");
  }

  @Test
  void replacedWorkEndsAtItsNextReport() {
    submit(
        "picture",
        progress -> {
          submit("picture", "b");
          progress.report(0.5);
          ran.add("a goes on");
          return "a";
        });
    runEverything();
    assertThat(ran).containsExactly("b");
    assertThat(heard).containsExactly("b");
  }

  @Test
  void whatIsToldOnTheWayIsHeardAtOnceAndOfReplacedWorkNever() {
    submit(
        "picture",
        progress -> {
          progress.tell(() -> heard.add("half of a"));
          return "a";
        });
    runEverything();
    assertThat(heard).containsExactly("half of a", "a");

    submit(
        "picture",
        progress -> {
          progress.tell(() -> heard.add("half of b"));
          return "b";
        });
    runAll(worker);
    submit("picture", "c");
    runEverything();
    assertThat(heard).containsExactly("half of a", "a", "c");
  }

  @Test
  void aWishToStopIsHeardFromEitherSide() {
    Stop stop = new Stop();
    submit(
        "picture",
        progress -> {
          stop.report(progress, 0.1);
          ran.add("stopped at first: " + stop.isAsked());
          runner.cancel("picture");
          stop.report(progress, 0.2);
          ran.add("stopped then: " + stop.isAsked());
          return "a";
        });
    runEverything();
    assertThat(ran).containsExactly("stopped at first: false", "stopped then: true");
    Stop other = new Stop();
    other.ask();
    assertThat(other.isAsked()).isTrue();
  }

  @Test
  void sentenceOfAnInspectorExceptionIsHandedOverAsItIs() {
    submit(
        "picture",
        progress -> {
          throw new InspectorException("a.png is empty.");
        });
    runEverything();
    assertThat(heard).containsExactly("failed: a.png is empty.");
    assertThat(runner.runningProperty().get()).isEmpty();
  }

  @Test
  void anyOtherFailureStillEndsInOneSentence() {
    submit(
        "picture",
        progress -> {
          throw new IllegalStateException("x");
        });
    runEverything();
    assertThat(heard)
        .singleElement()
        .asString()
        .startsWith("failed: This failed inside")
        .endsWith(".");
  }

  @Test
  void failureOfReplacedWorkIsNotHeard() {
    submit(
        "picture",
        progress -> {
          throw new InspectorException("a.png is empty.");
        });
    runAll(worker);
    submit("picture", "b");
    runEverything();
    assertThat(heard).containsExactly("b");
  }

  @Test
  void cancelledWorkNeitherRunsNorIsHeard() {
    submit("picture", "a");
    submit("model", "b");
    runner.cancelAll();
    runEverything();
    assertThat(ran).isEmpty();
    assertThat(heard).isEmpty();
    assertThat(runner.runningProperty().get()).isEmpty();
  }

  @Test
  void oldestWorkIsNamedWhileItRunsAndThenTheNext() {
    submit("picture", "a");
    submit("model", "b");
    assertThat(runner.runningProperty().get()).isEqualTo("Doing a");
    worker.remove().run();
    runAll(screen);
    assertThat(runner.runningProperty().get()).isEqualTo("Doing b");
  }

  @Test
  void progressIsUnknownUntilItIsReported() {
    submit(
        "picture",
        progress -> {
          progress.report(0.25);
          return "a";
        });
    assertThat(runner.progressProperty().get()).isEqualTo(LatestRunner.UNKNOWN);
    runAll(worker);
    screen.remove().run();
    assertThat(runner.progressProperty().get()).isEqualTo(0.25);
  }

  private void submit(String name, String result) {
    runner.submit(
        new Work<>(
            name,
            "Doing " + result,
            progress -> {
              ran.add(result);
              return result;
            },
            heard::add,
            sentence -> heard.add("failed: " + sentence)));
  }

  private void submit(String name, Function<Progress, String> task) {
    runner.submit(
        new Work<>(
            name, "Doing it", task, heard::add, sentence -> heard.add("failed: " + sentence)));
  }

  private void runEverything() {
    while (!worker.isEmpty() || !screen.isEmpty()) {
      runAll(worker);
      runAll(screen);
    }
  }

  private static void runAll(Queue<Runnable> queue) {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
  }
}
