package org.efficientvit.core.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.onnx.OnnxModel;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.WholeFile;

/** Writes a model as an ONNX file, which other programs run. */
public final class OnnxExport {

  private OnnxExport() {}

  /**
   * Writes a network with its weights, normalisation folded, and with its variant, image size,
   * labels, mean, std and provenance as metadata. The file appears whole or not at all.
   *
   * @param taps which values are outputs besides the logits, such as the attention of each head
   * @throws InspectorException if the file cannot be written
   */
  public static void write(Model model, Path file, Predicate<Tap> taps) {
    Network network = model.network();
    Map<String, Tensor> folded =
        Folding.fold(Blueprint.of(network, 1, true).layers(), model.weights());
    GraphSource source =
        new GraphSource(network.name(), network.input(1), network::forward, folded);
    byte[] bytes = OnnxModel.of(source, taps, ModelMetadata.of(model)).bytes();
    WholeFile.write(file, WholeFile.Content.of(bytes));
  }
}
