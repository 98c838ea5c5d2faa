package org.efficientvit.app.command;

import java.util.List;
import java.util.Optional;
import org.efficientvit.app.service.AnswerKeeper;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.service.StoredAnswers;
import org.efficientvit.app.service.ThisMachine;
import org.efficientvit.core.runs.RunStore;
import picocli.CommandLine.Option;

/** Whether what is measured is kept, and whether a stopped run goes on. */
final class StoreOptions {

  @Option(
      names = "--fresh",
      description = "Begin anew, even where a stopped run of the same could go on.",
      order = 30)
  private boolean fresh;

  @Option(names = "--no-store", description = "Keep nothing in the store of runs.", order = 31)
  private boolean nothing;

  boolean isFresh() {
    return fresh;
  }

  /**
   * The person's store, which the caller closes; empty if nothing is to be kept.
   *
   * @throws org.efficientvit.core.InspectorException if it cannot be opened
   */
  Optional<RunStore> open() {
    return nothing ? Optional.empty() : Optional.of(RunStore.standard());
  }

  /**
   * What keeps the answers of an evaluation; the caller closes it.
   *
   * @throws org.efficientvit.core.InspectorException if the store cannot be opened
   */
  AnswerKeeper answers(Engine engine) {
    return nothing
        ? AnswerKeeper.none()
        : new StoredAnswers(RunStore.standard(), ThisMachine.with(List.of(engine)), fresh);
  }
}
