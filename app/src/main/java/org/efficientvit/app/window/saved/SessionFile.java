package org.efficientvit.app.window.saved;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.efficientvit.core.DataFolder;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.weights.WholeFile;
import org.jspecify.annotations.Nullable;

/** Sessions in files of JSON, which appear whole or not at all. */
public final class SessionFile {

  /** How the names of such files end. */
  public static final String ENDING = ".inspector.json";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private SessionFile() {}

  /** Where the last state of the window lies. */
  public static Path last() {
    return DataFolder.standard().resolve("last" + ENDING);
  }

  /** Writes a session; a file that is there is replaced. */
  public static void write(Path file, SavedSession session) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new InspectorException(
          "%s cannot be made; check the permissions of the folder above it.".formatted(folder), e);
    }
    WholeFile.write(
        file, WholeFile.Content.of(GSON.toJson(session).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads a session.
   *
   * @throws InspectorException if it cannot be read or is no session
   */
  public static SavedSession read(Path file) {
    try {
      return parse(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InspectorException(
          "%s cannot be read (%s); check that it is there and may be read."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  private static SavedSession parse(Path file, String text) {
    @Nullable SavedSession session;
    try {
      session = GSON.fromJson(text, SavedSession.class);
    } catch (RuntimeException e) {
      // Records refuse parts that are not there, and what they throw comes wrapped.
      throw refused(file, e);
    }
    if (session == null || !isWhole(session)) {
      throw refused(file, null);
    }
    if (session.version() > SavedSession.VERSION) {
      throw new InspectorException(
          "%s was saved by a newer version of this program; open it with that one."
              .formatted(file));
    }
    return session;
  }

  /** Whether a file that was written by hand, or cut short, leaves nothing out. */
  private static boolean isWhole(SavedSession session) {
    return session.version() >= 1
        && session.model() != null
        && session.engine() != null
        && session.room() != null
        && session.selection() != null
        && session.look() != null;
  }

  private static InspectorException refused(Path file, @Nullable Throwable cause) {
    return new InspectorException(
        "%s is no session of this program, or only part of one; choose another file."
            .formatted(file),
        cause);
  }

  /**
   * Moves a file that cannot be read out of the way, so that it is not overwritten.
   *
   * @return where it lies now; empty if it could not be moved
   */
  public static Optional<Path> setAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    try {
      return Optional.of(Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
