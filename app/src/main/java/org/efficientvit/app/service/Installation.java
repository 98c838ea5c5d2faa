package org.efficientvit.app.service;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.efficientvit.core.network.Variant;

/**
 * What travels with the program: demonstration weights and sample pictures, in folders beside the
 * one that holds its code, or at the top of the project where it runs from there.
 */
public final class Installation {

  private static final String WEIGHTS = "weights";
  private static final String SAMPLES = "sample-images";

  /** From {@code lib/app.jar}, or from {@code app/target/classes}, it is not farther. */
  private static final int MOST_LEVELS = 4;

  private static final Optional<Path> HOME = find();

  private Installation() {}

  /** The demonstration weights of a variant, if there are any. */
  public static Optional<Path> demonstration(Variant variant) {
    return HOME.map(
            home ->
                home.resolve(WEIGHTS)
                    .resolve("efficientvit_" + variant.id() + "_objects.safetensors"))
        .filter(Files::isRegularFile);
  }

  /** The demonstration weights of a detector, if there are any. */
  public static Optional<Path> detector() {
    return HOME.map(home -> home.resolve(WEIGHTS).resolve("retinanet_m0_objects.safetensors"))
        .filter(Files::isRegularFile);
  }

  /** The sample pictures by name; empty if they did not come along. */
  public static List<Path> samples() {
    if (HOME.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(HOME.get().resolve(SAMPLES))) {
      return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    } catch (IOException e) {
      // A program without its samples is still a program.
      return List.of();
    }
  }

  private static Optional<Path> find() {
    CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      for (int level = 0; level < MOST_LEVELS && place != null; level++) {
        if (Files.isDirectory(place.resolve(WEIGHTS))
            && Files.isDirectory(place.resolve(SAMPLES))) {
          return Optional.of(place);
        }
        place = place.getParent();
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
