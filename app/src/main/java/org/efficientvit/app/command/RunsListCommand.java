package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** All runs in a table. */
@Command(name = "list", description = "Lists what was measured, the newest first.")
final class RunsListCommand implements Callable<Integer> {

  /** The answer of {@code --json}. */
  record Report(String file, List<Listed> runs) {}

  /** One run. */
  record Listed(
      long run, String kind, String state, String started, String machine, String summary) {}

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Terminal terminal;

  @Mixin private OutputOptions output = new OutputOptions();

  RunsListCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    List<Listed> listed = new ArrayList<>();
    Optional<RunStore> existing = RunStore.existing(RunStore.standardFile());
    if (existing.isPresent()) {
      try (RunStore store = existing.get()) {
        store.runs().forEach(run -> listed.add(listed(store, run)));
      }
    }
    if (output.json()) {
      terminal.document(new Report(RunStore.standardFile().toString(), listed));
    } else if (listed.isEmpty()) {
      terminal
          .out()
          .println(
              "Nothing was measured yet; 'inspector benchmark' and 'inspector evaluate' keep what they measure.");
    } else {
      print(listed);
    }
    return ExitCode.OK;
  }

  private static Listed listed(RunStore store, Run run) {
    return new Listed(
        run.id(),
        run.kind().toString(),
        RunReport.state(store, run),
        run.started().toString(),
        run.machine().fingerprint(),
        RunReport.line(store, run));
  }

  private void print(List<Listed> listed) {
    TextTable table = TextTable.leftAligned("run", "kind", "started", "state", "machine", "what");
    for (Listed one : listed) {
      table.row(
          Long.toString(one.run),
          one.kind,
          LOCAL.format(Instant.parse(one.started).atZone(ZoneId.systemDefault())),
          one.state,
          one.machine,
          one.summary);
    }
    table.print(terminal.out());
  }
}
