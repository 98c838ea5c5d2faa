package org.efficientvit.app.service;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.catalogue.Catalogue;
import org.efficientvit.core.catalogue.CatalogueEntry;
import org.efficientvit.core.catalogue.FetchedFile;
import org.efficientvit.core.catalogue.WeightStore;

/** Fetched weights by their names in the catalogue. */
public final class FetchedWeights {

  private FetchedWeights() {}

  /**
   * The file that a person names: a path, or where there is no such file the name of fetched
   * weights, {@code m0} or {@code timm:m0}.
   *
   * @throws InspectorException if it is the name of weights that are not fetched
   */
  public static Path resolve(String named) {
    Optional<Path> path = path(named);
    if (path.isPresent() && Files.exists(path.get())) {
      return path.get();
    }
    Optional<CatalogueEntry> entry = Catalogue.published().find(named);
    if (entry.isPresent()) {
      return file(entry.get());
    }
    return path.orElseThrow(
        () -> new InspectorException(named + " is no path of a file; check how it is written."));
  }

  private static Path file(CatalogueEntry entry) {
    return WeightStore.standard()
        .fetched(entry)
        .map(FetchedFile::file)
        .orElseThrow(
            () ->
                new InspectorException(
                    "%s is no file here, and the weights %s are not fetched yet; fetch them with 'inspector weights fetch %s'."
                        .formatted(entry.name(), entry.name(), entry.name())));
  }

  private static Optional<Path> path(String named) {
    try {
      return Optional.of(Path.of(named));
    } catch (InvalidPathException e) {
      // On some systems "timm:m0" cannot be one.
      return Optional.empty();
    }
  }
}
