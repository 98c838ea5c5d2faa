package org.efficientvit.core.ops.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Collections;
import java.util.Map;
import java.util.function.Predicate;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;

/**
 * A network with its weights as an ONNX model that takes {@value #INPUT}, (B, 3, H, W), for any
 * number B of images.
 */
public final class OnnxModel {

  /** The name of the normalised pictures. */
  public static final String INPUT = "images";

  /** Of June 2022: old enough for every engine in use, and what exporters wrote for years. */
  private static final int OPERATORS = 17;

  /** The file format that came with these operators; a newer one would shut older readers out. */
  private static final int FORMAT = 8;

  private static final String PRODUCER = "EfficientViT Inspector";

  private final ModelProto model;
  private final Map<Tap, String> outputs;

  private OnnxModel(ModelProto model, Map<Tap, String> outputs) {
    this.model = model;
    this.outputs = Collections.unmodifiableMap(outputs);
  }

  /**
   * Writes a network down.
   *
   * @param wanted which values besides the answers are outputs, in the shapes of {@link Tap.Kind}
   * @param metadata words that the model carries, by key
   */
  public static OnnxModel of(
      GraphSource source, Predicate<Tap> wanted, Map<String, String> metadata) {
    OnnxGraph graph = new OnnxGraph(source.name());
    Predicate<Tap> outputs = wanted.or(tap -> tap.kind() == Tap.Kind.LOGITS);
    OnnxOps ops = new OnnxOps(graph, new OnnxKernels(graph, source.weights()), outputs);
    source.forward().tapped().forward(ops, graph.input(INPUT, source.input()));

    ModelProto.Builder model = ModelProto.newBuilder();
    model.setIrVersion(FORMAT).setProducerName(PRODUCER).setGraph(graph.build());
    model.addOpsetImportBuilder().setDomain("").setVersion(OPERATORS);
    metadata.forEach((key, value) -> model.addMetadataPropsBuilder().setKey(key).setValue(value));
    return new OnnxModel(model.build(), ops.outputs());
  }

  /** The names of the outputs by what they are, in the order of the network. */
  public Map<Tap, String> outputs() {
    return outputs;
  }

  /** The bytes of an {@code .onnx} file. */
  public byte[] bytes() {
    return model.toByteArray();
  }
}
