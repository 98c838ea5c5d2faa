package org.efficientvit.core.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.efficientvit.core.DataFolder;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;

/**
 * The folder of fetched weights, one file for each entry of the catalogue.
 *
 * <p>No checksums are published beside the files. So the SHA-256 of the first file that was
 * accepted is kept beside it, in {@code FILE.json}, and stays there when the file goes: whatever
 * differs from it later is reported.
 */
public final class WeightStore {

  /** What is kept of a file, as JSON. */
  private record Kept(String model, String url, long bytes, String sha256, String date) {}

  private final Path folder;
  private final Disk disk;

  /** The weights in a folder, which need not exist yet. */
  public WeightStore(Path folder) {
    this(folder, Disk.real());
  }

  WeightStore(Path folder, Disk disk) {
    this.folder = requireNonNull(folder, "folder is null").toAbsolutePath().normalize();
    this.disk = requireNonNull(disk, "disk is null");
  }

  /** The weights of this person, in the data folder that the operating system has for them. */
  public static WeightStore standard() {
    return new WeightStore(DataFolder.standard().resolve("weights"));
  }

  public Path folder() {
    return folder;
  }

  /** Where an entry's file lies, or will. */
  public Path file(CatalogueEntry entry) {
    return folder.resolve(entry.file());
  }

  /** The fetched file of an entry; its content is not looked at. */
  public Optional<FetchedFile> fetched(CatalogueEntry entry) {
    return Files.isRegularFile(file(entry)) ? accepted(file(entry)) : Optional.empty();
  }

  /** Bytes that are here of a fetch which did not come to its end. */
  public long partialBytes(CatalogueEntry entry) {
    return partial(entry).size();
  }

  /**
   * Checks that a file is still as it was accepted. One that lies elsewhere passes: nothing is
   * known of it.
   *
   * @throws InspectorException if it changed, or cannot be read
   */
  public void requireUnchanged(Path file) {
    Path there = file.toAbsolutePath().normalize();
    if (!folder.equals(there.getParent()) || !Files.isRegularFile(there)) {
      return;
    }
    Optional<FetchedFile> kept = accepted(there).filter(known -> !isUnchanged(known));
    if (kept.isPresent()) {
      throw new InspectorException(
          "%s is not the file any more that was fetched on %s: its SHA-256 has changed; fetch it again with 'inspector weights fetch %s'."
              .formatted(file, kept.get().date(), kept.get().model()));
    }
  }

  /** Whether a fetched file has the bytes that were accepted. */
  boolean isUnchanged(FetchedFile kept) {
    try {
      return Files.size(kept.file()) == kept.bytes()
          && Sha256.of(kept.file()).equals(kept.sha256());
    } catch (IOException e) {
      throw new InspectorException(
          "%s cannot be read; check its permissions.".formatted(kept.file()), e);
    }
  }

  /** What was accepted first under a file's name, whether or not it is there. */
  Optional<FetchedFile> accepted(Path file) {
    return JsonFile.read(record(file), Kept.class).flatMap(kept -> known(file, kept));
  }

  private static Optional<FetchedFile> known(Path file, Kept kept) {
    try {
      return isWhole(kept)
          ? Optional.of(
              new FetchedFile(
                  kept.model,
                  file,
                  kept.bytes,
                  kept.sha256,
                  URI.create(kept.url),
                  LocalDate.parse(kept.date)))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Somebody wrote into it.
      return Optional.empty();
    }
  }

  private static boolean isWhole(Kept kept) {
    for (@Nullable String field : new String[] {kept.model, kept.url, kept.sha256, kept.date}) {
      if (field == null) {
        return false;
      }
    }
    return true;
  }

  /** The part of an entry's file that is here. */
  PartialFile partial(CatalogueEntry entry) {
    return new PartialFile(file(entry), disk);
  }

  /** Takes a part that was checked as the whole file, and keeps what it is. */
  void accept(FetchedFile file, PartialFile part) throws IOException {
    JsonFile.write(
        record(file.file()),
        new Kept(
            file.model(),
            file.url().toString(),
            file.bytes(),
            file.sha256(),
            file.date().toString()));
    part.complete();
  }

  /** The right to fetch an entry; empty while somebody else does. */
  Optional<WeightLock> lock(CatalogueEntry entry) throws IOException {
    Files.createDirectories(folder);
    return WeightLock.acquire(file(entry));
  }

  /** Where it is kept what a file was when it was accepted. */
  static Path record(Path file) {
    return file.resolveSibling(file.getFileName() + ".json");
  }
}
