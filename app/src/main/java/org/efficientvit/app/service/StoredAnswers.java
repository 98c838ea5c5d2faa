package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;

/** Answers kept in a store of runs, where a stopped run of the same plan goes on. */
public final class StoredAnswers implements AnswerKeeper {

  private final RunStore store;
  private final Machine machine;
  private final boolean fresh;
  private String plan = "";
  private Optional<Run> run = Optional.empty();

  /**
   * Answers in a store, which is closed with this.
   *
   * @param machine on which they are given
   * @param fresh whether to begin anew even where a stopped run could go on
   */
  public StoredAnswers(RunStore store, Machine machine, boolean fresh) {
    this.store = requireNonNull(store, "store is null");
    this.machine = requireNonNull(machine, "machine is null");
    this.fresh = fresh;
  }

  @Override
  public List<Answer> begin(String newPlan) {
    plan = newPlan;
    run = fresh ? Optional.empty() : store.stopped(Run.Kind.EVALUATION, machine, plan);
    return run.map(store::answers).orElse(List.of());
  }

  @Override
  public void keep(List<Answer> answers) {
    // A run that is stopped before its first answer leaves nothing to go on with.
    Run begun = run.orElseGet(() -> store.begin(Run.Kind.EVALUATION, machine, plan));
    run = Optional.of(begun);
    store.add(begun, answers);
  }

  @Override
  public void finish(String summary) {
    run = run.map(begun -> store.finish(begun, summary));
  }

  @Override
  public OptionalLong run() {
    return run.map(begun -> OptionalLong.of(begun.id())).orElse(OptionalLong.empty());
  }

  @Override
  public void close() {
    run.filter(begun -> begun.finished().isEmpty()).ifPresent(store::release);
    store.close();
  }
}
