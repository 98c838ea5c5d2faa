package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.image.Resampler;

/**
 * Small pictures of files, made when somebody looks at them: the newest wish first, since a list
 * that is scrolled has forgotten the others. So many are kept and no more.
 */
public final class Thumbnails {

  /** The longer side, in pixels. */
  public static final int SIDE = 96;

  /** At most 27 KB each: 7 MB. */
  private static final int KEPT = 256;

  private final Executor worker;
  private final Executor screen;
  private final Map<Path, Optional<Picture>> made = new LinkedHashMap<>(16, 0.75f, true);
  private final LinkedHashMap<Path, Consumer<Optional<Picture>>> wanted = new LinkedHashMap<>();

  /**
   * None are made yet.
   *
   * @param worker makes one after another
   * @param screen runs what it is given on the screen's thread
   */
  public Thumbnails(Executor worker, Executor screen) {
    this.worker = requireNonNull(worker, "worker is null");
    this.screen = requireNonNull(screen, "screen is null");
  }

  /**
   * Asks for a file's thumbnail; called on the screen's thread.
   *
   * @param taker gets it there, at once where it is kept; empty where the file cannot be read
   */
  public void request(Path file, Consumer<Optional<Picture>> taker) {
    Optional<Picture> kept = made.get(file);
    if (kept != null) {
      taker.accept(kept);
      return;
    }
    synchronized (wanted) {
      wanted.put(file, taker);
    }
    worker.execute(this::makeNewest);
  }

  /** Takes a wish back. */
  public void withdraw(Path file) {
    synchronized (wanted) {
      wanted.remove(file);
    }
  }

  /** How many are kept now. */
  int kept() {
    return made.size();
  }

  private void makeNewest() {
    Map.Entry<Path, Consumer<Optional<Picture>>> newest = null;
    synchronized (wanted) {
      for (Map.Entry<Path, Consumer<Optional<Picture>>> wish : wanted.entrySet()) {
        newest = Map.entry(wish.getKey(), wish.getValue());
      }
      if (newest != null) {
        wanted.remove(newest.getKey());
      }
    }
    if (newest != null) {
      Path file = newest.getKey();
      Consumer<Optional<Picture>> taker = newest.getValue();
      Optional<Picture> picture = make(file);
      screen.execute(
          () -> {
            keep(file, picture);
            taker.accept(picture);
          });
    }
  }

  private void keep(Path file, Optional<Picture> picture) {
    made.put(file, picture);
    if (made.size() > KEPT) {
      made.remove(made.keySet().iterator().next());
    }
  }

  private static Optional<Picture> make(Path file) {
    try {
      Picture picture = PictureReader.read(file, Orientation.APPLY);
      return Optional.of(Resampler.bicubicWithin(picture, SIDE));
    } catch (InspectorException e) {
      // Whoever opens it reads why.
      return Optional.empty();
    }
  }
}
