package org.efficientvit.app.window.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdleGateTest {

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final LatestRunner runner = new LatestRunner(worker::add, Runnable::run);
  private final IdleGate gate = new IdleGate(runner);

  private void submit() {
    runner.submit(new Work<>("picture", "Reading", progress -> 1, result -> {}, sentence -> {}));
  }

  @Test
  void anIdleRunnerLetsWorkPassAtOnce() {
    gate.pass(
        () -> {
          throw new AssertionError("waited");
        });
  }

  @Test
  void workWaitsUntilTheRunnerIsDone() throws Exception {
    submit();
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Void> passed =
        CompletableFuture.runAsync(() -> gate.pass(waiting::countDown));
    assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(passed).isNotDone();
    worker.remove().run();
    assertThat(passed.get(30, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void waitingEndsWhenNobodyWantsTheResultAnyMore() {
    submit();
    assertThatThrownBy(
            () ->
                gate.pass(
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
  }
}
