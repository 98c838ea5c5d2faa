package org.efficientvit.core.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.efficientvit.core.InspectorException;

/**
 * Reads a checkpoint of any known format, told by its content and not by its name.
 *
 * <p>Nothing in a file is ever executed, and no length that a file declares is trusted before it is
 * compared with the bytes that are there.
 */
public final class CheckpointReader {

  private CheckpointReader() {}

  /**
   * The checkpoint in a file, with names and order as the file has them, save for the {@code
   * module.} of data-parallel training.
   *
   * @throws InspectorException if the file is missing, damaged, in no known format, or asks for
   *     something to be executed
   */
  public static Checkpoint read(Path file) {
    if (!Files.exists(file)) {
      throw new InspectorException(file + " does not exist; check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new InspectorException(file + " is a folder, not a checkpoint; choose a file in it.");
    }
    if (!Files.isRegularFile(file)) {
      throw new InspectorException(file + " is a device or a pipe; copy it to a file first.");
    }
    try {
      return switch (FormatDetector.detect(file)) {
        case TORCH_ZIP -> TorchZip.read(file, Files.size(file));
        case TORCH_LEGACY -> TorchLegacy.read(file);
        case SAFETENSORS -> SafetensorsReader.read(file);
      };
    } catch (Refusal e) {
      throw e.of(file);
    } catch (EOFException | ZipException e) {
      throw Refusal.damaged("its parts are not where it says they are", e).of(file);
    } catch (AccessDeniedException e) {
      throw new InspectorException(file + " may not be read; check its permissions.", e);
    } catch (IOException e) {
      throw new InspectorException(
          "%s could not be read (%s); check the disk and try again."
              .formatted(Refusal.fileName(file), Refusal.reason(e)),
          e);
    }
  }
}
