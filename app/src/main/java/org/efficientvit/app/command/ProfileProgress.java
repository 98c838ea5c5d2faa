package org.efficientvit.app.command;

import org.efficientvit.app.service.MachineCeilings;
import org.efficientvit.app.service.ProfilePlan;
import org.efficientvit.app.service.Profiling;

/** Shows on a terminal how far profiling is. */
final class ProfileProgress implements Profiling.Listener {

  private final Terminal terminal;
  private final ProgressLine line;
  private final int all;

  private ProfileProgress(Terminal terminal, ProgressLine line, int all) {
    this.terminal = terminal;
    this.line = line;
    this.all = all;
  }

  /** Profiles until the end, or until the person asks for an early one. */
  static Profiling.Result run(ProfilePlan plan, Terminal terminal) {
    try (ProgressLine line = terminal.progressLine()) {
      return new Profiling(plan, MachineCeilings.standard())
          .run(new ProfileProgress(terminal, line, plan.size()));
    }
  }

  @Override
  public void say(String sentence) {
    line.clear();
    terminal.say(sentence);
  }

  @Override
  public void ceilings(double share) {
    line.write(share, () -> "ceilings of this machine");
  }

  @Override
  public void measuring(String network, int batch, int done, double share) {
    line.write(
        (done + share) / all,
        () -> "%d/%d  measuring %s, batch %d".formatted(done + 1, all, network, batch));
  }

  @Override
  public boolean isStopped() {
    return terminal.isStopped();
  }
}
