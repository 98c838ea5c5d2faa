package org.efficientvit.core.weights;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.InspectorException;

/** Whose names the tensors of a checkpoint have. */
public enum NameScheme {
  /** The names of the authors' own network: {@code blocks2.3.mixer.m.attn.qkvs.0.c.weight}. */
  OFFICIAL,
  /** timm's: {@code stages.1.blocks.0.mixer.m.attn.qkvs.0.conv.weight}. */
  TIMM,
  /** Neither: the file is of another network. */
  OTHER;

  /** The scheme of a set of names. */
  public static NameScheme detect(Collection<String> names) {
    if (names.stream().anyMatch(TimmNames::isTimm)) {
      return TIMM;
    }
    boolean official = names.stream().anyMatch(name -> name.matches("blocks[123]\\.\\d+\\..+"));
    return official ? OFFICIAL : OTHER;
  }

  /**
   * A checkpoint under the official names and without the buffers that no network needs; one of
   * another network keeps its names.
   *
   * @throws InspectorException if two tensors would get the same name
   */
  public static Checkpoint toOfficial(Checkpoint checkpoint) {
    boolean timm = detect(checkpoint.tensors().keySet()) == TIMM;
    Map<String, StoredTensor> renamed = new LinkedHashMap<>();
    checkpoint
        .tensors()
        .forEach(
            (name, tensor) -> {
              String official = timm ? TimmNames.toOfficial(name) : name;
              if (isBuffer(official)) {
                return;
              }
              if (renamed.put(official, tensor) != null) {
                throw new InspectorException(
                    "%s holds %s twice, under the official name and under timm's; save it again with one of them."
                        .formatted(checkpoint.name(), Refusal.printable(official)));
              }
            });
    return checkpoint.withTensors(renamed);
  }

  /** Whether a name is that of a buffer which follows from the network and is not read. */
  public static boolean isBuffer(String name) {
    return name.endsWith("num_batches_tracked") || name.endsWith("attention_bias_idxs");
  }
}
