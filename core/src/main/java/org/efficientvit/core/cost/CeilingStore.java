package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.weights.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * The folder of ceilings that were measured, a file for each machine, engine and number of threads.
 */
public final class CeilingStore {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** What is kept in a file. */
  private record Kept(
      @Nullable String machine, @Nullable String measured, @Nullable Ceilings ceilings) {}

  /**
   * Ceilings and when they were measured.
   *
   * @param measured the end of measuring
   */
  public record Measured(Ceilings ceilings, Instant measured) {

    public Measured {
      requireNonNull(ceilings, "ceilings is null");
      requireNonNull(measured, "measured is null");
    }
  }

  private final Path folder;

  /** The ceilings in a folder, which need not exist yet. */
  public CeilingStore(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /**
   * What was measured before.
   *
   * @param machine its fingerprint
   * @param say is told in one sentence if there is a file that cannot be used
   */
  public Optional<Measured> find(String machine, String engine, int threads, Consumer<String> say) {
    Path file = file(machine, engine, threads);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Optional<Measured> found =
        read(file, machine)
            .filter(one -> one.ceilings().engine().equals(engine))
            .filter(one -> one.ceilings().threads() == threads);
    if (found.isEmpty()) {
      say.accept(
          "%s cannot be read as this machine's ceilings; they are measured again.".formatted(file));
    }
    return found;
  }

  private static Optional<Measured> read(Path file, String machine) {
    try {
      Kept kept = GSON.fromJson(Files.readString(file), Kept.class);
      boolean isWhole =
          kept != null
              && kept.ceilings != null
              && kept.measured != null
              && machine.equals(kept.machine);
      return isWhole
          ? Optional.of(
              new Measured(
                  requireNonNull(kept.ceilings), Instant.parse(requireNonNull(kept.measured))))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Gson hands on whatever a record's own checks throw; all of it means a broken file.
      return Optional.empty();
    }
  }

  /**
   * Keeps ceilings in place of those that were measured before.
   *
   * @param machine its fingerprint
   * @throws InspectorException if the file cannot be written
   */
  public void keep(String machine, Measured measured) {
    Ceilings ceilings = measured.ceilings();
    Path file = file(machine, ceilings.engine(), ceilings.threads());
    String json = GSON.toJson(new Kept(machine, measured.measured().toString(), ceilings));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InspectorException(
          "The folder %s cannot be made; check its permissions.".formatted(folder), e);
    }
    WholeFile.write(file, WholeFile.Content.of(json.getBytes(StandardCharsets.UTF_8)));
  }

  private Path file(String machine, String engine, int threads) {
    return folder.resolve("%s-%s-%d.json".formatted(machine, engine, threads));
  }
}
