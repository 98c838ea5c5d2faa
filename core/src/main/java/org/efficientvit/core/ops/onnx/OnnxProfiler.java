package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Tensor;

/**
 * A network in ONNX Runtime's memory with its profiler on, which writes how long each node takes
 * into a temporary file; closing deletes it and frees the memory.
 */
public final class OnnxProfiler implements AutoCloseable {

  private final GraphSource source;
  private final Path folder;
  private final OnnxNetwork network;

  /**
   * Makes the model ready.
   *
   * @param threads that work inside one operation
   * @throws InspectorException if ONNX Runtime does not start or does not take the network, or no
   *     temporary file can be written
   */
  public OnnxProfiler(GraphSource source, int threads) {
    this(source, threads, Path.of(System.getProperty("java.io.tmpdir", ".")));
  }

  /** The same with another place for its file. */
  OnnxProfiler(GraphSource source, int threads, Path temporary) {
    this.source = requireNonNull(source, "source is null");
    this.folder = folderIn(temporary);
    try {
      this.network = new OnnxNetwork(source, threads, folder.resolve("profile"));
    } catch (RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  private static Path folderIn(Path temporary) {
    try {
      return Files.createTempDirectory(temporary, "inspector-profile");
    } catch (IOException e) {
      throw new InspectorException(
          "No temporary file can be written for ONNX Runtime's profile; check the space on the disk.",
          e);
    }
  }

  /**
   * One pass that is profiled and brings back the answers.
   *
   * @param images (B, 3, S, S)
   */
  public Map<Tap, Tensor> run(Tensor images) {
    return network.run(images, network.answers());
  }

  /**
   * Ends the profile; no pass may follow.
   *
   * @param passes how many of the last ones count
   * @return what ran in them, in order
   * @throws InspectorException if the profile cannot be read
   */
  public List<OnnxStep> steps(int passes) {
    Path file = network.endProfile();
    try {
      List<List<NodeTime>> all = NodeProfile.read(file);
      return StepBuilder.steps(
          Wiring.of(source.forward(), source.input()),
          all.subList(all.size() - passes, all.size()));
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new InspectorException(
          "The profile that ONNX Runtime wrote of %s cannot be read (%s); use --engine pytorch."
              .formatted(source.name(), e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    // A profile that was not asked for is written when the session ends.
    network.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new InspectorException(
          "The temporary folder %s could not be deleted; delete it.".formatted(folder), e);
    }
  }
}
