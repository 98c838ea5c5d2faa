package org.efficientvit.core.model;

import java.nio.file.Path;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;

/** Writes a model as a file of weights that says what it is. */
public final class ModelWriter {

  private ModelWriter() {}

  /**
   * Writes a detector's tensors as safetensors, in the network's order and under the official
   * names, with its name, sizes, labels, mean, std and provenance as metadata.
   *
   * @param dtype {@link DType#FLOAT32} or {@link DType#FLOAT16}
   * @throws InspectorException if the file cannot be written
   */
  public static void write(DetectionModel model, Path file, DType dtype) {
    SafetensorsWriter.write(file, model.weights(), dtype, ModelMetadata.of(model));
  }

  /**
   * Writes a model's tensors as safetensors, in the network's order and under the official names,
   * with its variant, image size, labels, mean, std and provenance as metadata.
   *
   * @param dtype {@link DType#FLOAT32} or {@link DType#FLOAT16}
   * @throws InspectorException if the file cannot be written
   */
  public static void write(Model model, Path file, DType dtype) {
    SafetensorsWriter.write(file, model.weights(), dtype, ModelMetadata.of(model));
  }
}
