package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.app.command.DocumentOptions.Format;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.ClaimReasons;
import org.efficientvit.app.service.ClaimsStudy;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.claims.Statement.Sort;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.visualizers.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Published claims beside what is measured here. */
@Command(
    name = "claims",
    description = {
      "Holds what the paper claims, and every ratio of its printed speeds, against this machine.",
      "Measures what the store of runs lacks: ten networks on both engines, batch 16 and 1, one"
          + " thread, some seven minutes. What is measured is kept at once; the same command goes on"
          + " where it was stopped."
    })
final class ClaimsCommand implements Callable<Integer> {

  private static final String ALL = "all";

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Option(
      names = "--quick",
      description = "Measure by the quick protocol: a first look in two minutes.",
      order = 1)
  private boolean quick;

  @Option(
      names = "--no-measure",
      description = "Measure no speeds; use what the store of runs holds of this machine.",
      order = 2)
  private boolean unmeasured;

  @Option(
      names = "--fresh",
      description = "Begin anew, even where a stopped run could go on.",
      order = 3)
  private boolean fresh;

  @Option(
      names = "--why",
      split = ",",
      paramLabel = "CLAIM",
      description = {
        "Profile the networks of these claims, and say what makes the difference;",
        "all: of every claim that is stated of networks that are here, some two minutes."
      },
      order = 4)
  private List<String> why = List.of();

  @Mixin private DocumentOptions documents = new DocumentOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  ClaimsCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    check();
    List<Statement> asked = asked();
    Optional<RunStore> store =
        unmeasured ? RunStore.existing(RunStore.standardFile()) : Optional.of(RunStore.standard());
    try {
      ClaimsStudy study = new ClaimsStudy(store);
      boolean isWhole = unmeasured || measure(study, store);
      ClaimReasons reasons =
          isWhole && !asked.isEmpty() && !terminal.isStopped()
              ? ClaimReasons.measured(asked, plan -> ProfileProgress.run(plan, terminal))
              : ClaimReasons.none();
      answer(study, reasons);
      if (!reasons.isWhole()) {
        terminal.say("Stopped before all networks were profiled.");
      }
      return isWhole && reasons.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  private void check() {
    documents.check(output.json());
    if (documents.names(Format.CHROME_TRACE)) {
      throw documents.wrong("chrome-trace is of profiles; use 'inspector profile'.");
    }
    if (unmeasured && (quick || fresh)) {
      throw documents.wrong("--no-measure measures nothing, by no protocol.");
    }
  }

  /** The statements of the claims whose differences are to be explained. */
  private List<Statement> asked() {
    List<Statement> all = Statement.all(PublishedFigures.standard());
    List<String> known = ClaimReasons.explained(all);
    for (String id : why) {
      if (!id.equals(ALL) && !known.contains(id)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no claim '%s' of networks that are here; choose all, or of %s."
                .formatted(id, String.join(", ", known)));
      }
    }
    return all.stream()
        .filter(one -> why.contains(one.id()) || (why.contains(ALL) && one.sort() == Sort.STATED))
        .toList();
  }

  private boolean measure(ClaimsStudy study, Optional<RunStore> store) {
    List<BenchmarkPlan> missing =
        study.missing(quick ? SpeedProtocol.quick() : SpeedProtocol.standard());
    if (!missing.isEmpty()) {
      MachineReport.busy(study.machine()).ifPresent(terminal::say);
    }
    boolean isWhole = BenchmarkProgress.runAll(missing, store, fresh, terminal);
    if (!isWhole) {
      terminal.say("Stopped before the end; the same command goes on from here.");
    }
    return isWhole;
  }

  private void answer(ClaimsStudy study, ClaimReasons reasons) {
    Ledger ledger = study.ledger(reasons.memoryShares());
    List<Figure> figures =
        documents.isDrawing() ? ClaimsFigures.of(study, ledger, reasons) : List.of();
    List<Path> files =
        documents.write(
            Map.of("", figures),
            "claims",
            (format, out) -> write(format, study, ledger, reasons, figures, out));
    PrintWriter out = terminal.out();
    Optional<Format> document = documents.document();
    if (output.json()) {
      terminal.document(ClaimsReport.of(ledger, reasons, study.machine(), files));
    } else if (document.isPresent()) {
      write(document.get(), study, ledger, reasons, figures, out);
    } else {
      new ClaimsTable(ledger, reasons, out).print(study.machine());
      files.forEach(out::println);
    }
  }

  private void write(
      Format format,
      ClaimsStudy study,
      Ledger ledger,
      ClaimReasons reasons,
      List<Figure> figures,
      PrintWriter out) {
    switch (format) {
      case MARKDOWN -> new ClaimsMarkdown(study, ledger, reasons, command(), figures, out).print();
      case CSV -> out.print(ClaimsData.of(ledger).toCsv());
      case CHROME_TRACE, PNG, SVG, PDF ->
          throw new IllegalArgumentException(format + " is no document");
    }
  }

  /** What was typed. */
  private String command() {
    return "inspector " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
  }
}
