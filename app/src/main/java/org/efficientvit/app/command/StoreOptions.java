package org.efficientvit.app.command;

import java.util.Optional;
import org.efficientvit.core.runs.RunStore;
import picocli.CommandLine.Option;

/** Whether what is measured is kept, and whether a stopped run goes on. */
final class StoreOptions {

  @Option(
      names = "--fresh",
      description = "Begin anew where a stopped run of the same plan could go on.",
      order = 30)
  private boolean fresh;

  @Option(names = "--no-store", description = "Keep nothing in the store of runs.", order = 31)
  private boolean nothing;

  boolean isFresh() {
    return fresh;
  }

  /** The person's store; empty if nothing is to be kept. */
  Optional<RunStore> open() {
    return nothing ? Optional.empty() : Optional.of(RunStore.standard());
  }
}
