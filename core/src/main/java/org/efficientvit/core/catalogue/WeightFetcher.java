package org.efficientvit.core.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.DetectionModelLoader;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.RetinaNetConfig;

/** Fetches entries of the catalogue, and accepts them only as the models that they should be. */
public final class WeightFetcher {

  private final WeightStore store;
  private final Downloader downloader;
  private final Optional<URI> mirror;

  WeightFetcher(WeightStore store, Downloader downloader, Optional<URI> mirror) {
    this.store = requireNonNull(store, "store is null");
    this.downloader = requireNonNull(downloader, "downloader is null");
    this.mirror = requireNonNull(mirror, "mirror is null");
  }

  /**
   * Fetches into a folder, from where the catalogue says or from a mirror.
   *
   * @param mirror see {@link CatalogueEntry#at}
   */
  public static WeightFetcher into(WeightStore store, Optional<URI> mirror) {
    return new WeightFetcher(store, Downloader.standard(), mirror);
  }

  /**
   * Brings an entry's file here, unless it is here and as it was accepted.
   *
   * @param listener may end it by throwing a {@link java.util.concurrent.CancellationException}
   * @throws InspectorException in one sentence, if it does not come, or is not what it should be
   */
  public FetchedFile fetch(CatalogueEntry entry, DownloadProgress.Listener listener) {
    URI url = mirror.map(entry::at).orElse(entry.url());
    Problems problems = new Problems(entry.file(), url);
    try {
      WeightLock lock = store.lock(entry).orElseThrow(problems::busy);
      try {
        Optional<FetchedFile> here = store.fetched(entry).filter(store::isUnchanged);
        return here.isPresent() ? here.get() : fetch(entry, listener, problems);
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw problems.notWritten(store.folder(), e);
    }
  }

  private FetchedFile fetch(
      CatalogueEntry entry, DownloadProgress.Listener listener, Problems problems)
      throws IOException {
    PartialFile part = store.partial(entry);
    downloader.download(problems.url(), part, listener);
    return accept(entry, part, problems);
  }

  private FetchedFile accept(CatalogueEntry entry, PartialFile part, Problems problems)
      throws IOException {
    FetchedFile arrived = null;
    try {
      requireModel(entry, part, problems);
      FetchedFile checked =
          new FetchedFile(
              entry.name(),
              store.file(entry),
              Files.size(part.path()),
              Sha256.of(part.path()),
              problems.url(),
              LocalDate.now(ZoneId.systemDefault()));
      Optional<FetchedFile> first = store.accepted(checked.file());
      if (first.isPresent() && !first.get().sha256().equals(checked.sha256())) {
        throw problems.changed(first.get(), checked, WeightStore.record(checked.file()));
      }
      arrived = first.orElse(checked);
      store.accept(arrived, part);
      return arrived;
    } finally {
      if (arrived == null) {
        part.discard();
      }
    }
  }

  /** Every name and every shape has to be as published. */
  private static void requireModel(CatalogueEntry entry, PartialFile part, Problems problems) {
    try {
      switch (entry.task()) {
        case CLASSIFICATION -> requireClassifier(entry, part, problems);
        case DETECTION -> requireDetector(entry, part);
      }
    } catch (InspectorException e) {
      String refusal = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw problems.refused(refusal.replace(entry.file() + ".part", "it"), e);
    }
  }

  /** For 224 pixels and 1000 classes. */
  private static void requireClassifier(CatalogueEntry entry, PartialFile part, Problems problems) {
    EfficientViTConfig published = entry.variant().config();
    Network network =
        ModelLoader.load(part.path(), Optional.of(Designs.of(entry.variant())), OptionalInt.empty())
            .network();
    if (network.imageSize() != published.imageSize() || network.classes() != published.classes()) {
      throw problems.refused(
          "it is for %d pixels and %d classes".formatted(network.imageSize(), network.classes()),
          null);
    }
  }

  private static void requireDetector(CatalogueEntry entry, PartialFile part) {
    RetinaNetConfig published = RetinaNetConfig.published(entry.variant());
    RetinaNetConfig there = DetectionModelLoader.load(part.path()).config();
    if (!there.equals(published.withName(there.name()))) {
      throw new InspectorException("It holds a detector of other figures than the published one.");
    }
  }
}
