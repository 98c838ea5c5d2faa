package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.catalogue.Catalogue;
import org.efficientvit.core.catalogue.CatalogueEntry;
import org.efficientvit.core.catalogue.FetchedFile;
import org.efficientvit.core.catalogue.WeightStore;
import org.efficientvit.core.network.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A detector that can be chosen.
 *
 * @param title as a person reads it
 * @param request that opens it; null where its weights are not fetched
 * @param hint how to come by it where it is not there; else empty
 */
public record DetectorChoice(String title, @Nullable DetectorRequest request, String hint) {

  /** The backbone of the published detector. */
  private static final Variant PUBLISHED = Variant.M4;

  /** What comes with the program. */
  public static final DetectorRequest DEMONSTRATION =
      new DetectorRequest(PUBLISHED, new WeightsChoice.Demonstration());

  /** The published design with weights that nobody trained. */
  public static final DetectorRequest RANDOM =
      new DetectorRequest(PUBLISHED, new WeightsChoice.Random(0));

  public DetectorChoice {
    requireNonNull(title, "title is null");
    requireNonNull(hint, "hint is null");
  }

  /** All but files, with what is fetched now. */
  public static List<DetectorChoice> all() {
    List<DetectorChoice> all = new ArrayList<>();
    all.add(new DetectorChoice(title(DEMONSTRATION), DEMONSTRATION, ""));
    WeightStore store = WeightStore.standard();
    for (CatalogueEntry entry : Catalogue.published().detectors()) {
      all.add(published(entry, store.fetched(entry)));
    }
    all.add(new DetectorChoice(title(RANDOM), RANDOM, ""));
    return List.copyOf(all);
  }

  private static DetectorChoice published(CatalogueEntry entry, Optional<FetchedFile> fetched) {
    return fetched
        .map(here -> new DetectorChoice("Published " + entry.name(), of(here.file()), ""))
        .orElseGet(
            () ->
                new DetectorChoice(
                    "Published %s (not fetched)".formatted(entry.name()),
                    null,
                    "The weights %s are not fetched yet; fetch them with 'inspector weights fetch %s', then choose them here."
                        .formatted(entry.name(), entry.name())));
  }

  /** The detector of a file of weights. */
  static DetectorRequest of(Path file) {
    return new DetectorRequest(PUBLISHED, new WeightsChoice.InFile(file));
  }

  /** What a person reads of a detector. */
  public static String title(DetectorRequest request) {
    if (request.weights() instanceof WeightsChoice.InFile chosen) {
      return FileNames.of(chosen.file());
    }
    return request.weights() instanceof WeightsChoice.Random
        ? "RetinaNet on %s, random weights".formatted(request.backbone().name())
        : "RetinaNet on M0, demonstration";
  }
}
