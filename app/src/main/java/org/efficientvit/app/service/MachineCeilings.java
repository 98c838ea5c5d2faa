package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.efficientvit.core.DataFolder;
import org.efficientvit.core.cost.CeilingMeter;
import org.efficientvit.core.cost.CeilingStore;
import org.efficientvit.core.cost.CeilingStore.Measured;
import org.efficientvit.core.cost.Ceilings;
import org.efficientvit.core.cost.Effort;
import org.efficientvit.core.machine.Machine;

/** This machine's ceilings: those that were measured before, or measured now and kept. */
public final class MachineCeilings {

  private static final String FOLDER = "ceilings";

  /** Which ceilings a person wants. */
  public enum Choice {
    /** Those that were kept; a quick look where there are none. */
    KEPT,
    /** Measured now, below a second. */
    QUICK,
    /** Measured now, some 15 seconds. */
    CAREFUL;

    private Effort effort() {
      return this == CAREFUL ? Effort.takingCare() : Effort.quickLook();
    }

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final CeilingStore store;

  /** The ceilings in a person's data folder. */
  public static MachineCeilings standard() {
    return new MachineCeilings(new CeilingStore(DataFolder.standard().resolve(FOLDER)));
  }

  MachineCeilings(CeilingStore store) {
    this.store = requireNonNull(store, "store is null");
  }

  /**
   * Finds ceilings or measures them; what is measured is kept in place of what was.
   *
   * @param engine whose products and fixed times they are, on the CPU in 32 bits
   * @param say is told in one sentence what a person should know
   * @param progress is told now and then the share that is done, 0 to 1
   * @param stopped whether to end early
   * @throws org.efficientvit.core.InspectorException if it was stopped, or they cannot be kept
   */
  public Measured get(
      Machine machine,
      EngineOptions engine,
      Choice choice,
      Consumer<String> say,
      DoubleConsumer progress,
      BooleanSupplier stopped) {
    String name = engine.engine().toString();
    if (choice == Choice.KEPT) {
      var kept = store.find(machine.fingerprint(), name, engine.threads(), say);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    Ceilings ceilings =
        CeilingMeter.measure(
            (network, weights) -> engine.sampler(network, weights, true),
            choice.effort(),
            progress,
            stopped);
    Measured measured = new Measured(ceilings, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    store.keep(machine.fingerprint(), measured);
    if (choice == Choice.KEPT) {
      say.accept(
          "This machine's ceilings were measured in a quick look, for there were none; --ceilings careful takes some 15 seconds and is surer.");
    }
    return measured;
  }
}
