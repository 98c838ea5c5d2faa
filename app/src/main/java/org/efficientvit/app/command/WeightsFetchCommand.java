package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.catalogue.Catalogue;
import org.efficientvit.core.catalogue.CatalogueEntry;
import org.efficientvit.core.catalogue.DownloadProgress;
import org.efficientvit.core.catalogue.FetchedFile;
import org.efficientvit.core.catalogue.Source;
import org.efficientvit.core.catalogue.WeightFetcher;
import org.efficientvit.core.catalogue.WeightStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings published weights here. */
@Command(
    name = "fetch",
    description = {
      "Downloads published weights, checks every name and shape, and keeps them in your data"
          + " folder.",
      "What was interrupted goes on with the same command; --weights MODEL then uses them.",
      "--json answers with one object, or with a list of them for several models."
    })
final class WeightsFetchCommand implements Callable<Integer> {

  /** One fetched file; the answer of {@code --json}. */
  record Report(String model, String file, long bytes, String sha256, String url) {

    static Report of(FetchedFile fetched) {
      return new Report(
          fetched.model(),
          fetched.file().toString(),
          fetched.bytes(),
          fetched.sha256(),
          fetched.url().toString());
    }
  }

  private final Terminal terminal;
  private final FailureHandler failures;

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL",
      description = "m0 to m5, or a name that 'weights list' shows.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "official|timm",
      defaultValue = "official",
      description = "Whose weights m0 to m5 are (default: ${DEFAULT-VALUE}).",
      order = 1)
  private Source source = Source.OFFICIAL;

  @Option(
      names = "--from",
      paramLabel = "URL",
      converter = WebAddress.class,
      description =
          "A mirror: the same path is asked of it, so https://hub.example stands for"
              + " https://huggingface.co.",
      order = 2)
  private @Nullable URI mirror;

  @Mixin private OutputOptions output = new OutputOptions();

  WeightsFetchCommand(Terminal terminal, FailureHandler failures) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.failures = requireNonNull(failures, "failures is null");
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.published();
    List<CatalogueEntry> entries =
        models.stream().map(name -> catalogue.get(name, source)).distinct().toList();
    WeightFetcher fetcher = WeightFetcher.into(WeightStore.standard(), Optional.ofNullable(mirror));
    List<Report> fetched = new ArrayList<>();
    for (CatalogueEntry entry : entries) {
      if (!terminal.isStopped()) {
        fetch(fetcher, entry).map(Report::of).ifPresent(fetched::add);
      }
    }
    if (output.json() && entries.size() > 1) {
      terminal.document(fetched);
    } else if (output.json() && !fetched.isEmpty()) {
      terminal.document(fetched.get(0));
    }
    return fetched.size() == entries.size() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** What does not come is reported, and the others go on. */
  private Optional<FetchedFile> fetch(WeightFetcher fetcher, CatalogueEntry entry) {
    DownloadLine line = new DownloadLine(terminal, entry.file(), System::nanoTime);
    try (line) {
      FetchedFile file = fetcher.fetch(entry, line);
      line.close();
      if (!output.json()) {
        terminal
            .out()
            .printf(
                "%s: %s (%s, SHA-256 %s)%n",
                entry.name(), file.file(), DownloadProgress.words(file.bytes()), file.sha256());
        terminal.out().flush();
      }
      return Optional.of(file);
    } catch (CancellationException e) {
      line.close();
      terminal.say(
          "Stopped after %s of %s; the same command goes on from there."
              .formatted(line.words(), entry.file()));
    } catch (InspectorException e) {
      line.close();
      failures.report(e, output.verbose());
    }
    return Optional.empty();
  }
}
