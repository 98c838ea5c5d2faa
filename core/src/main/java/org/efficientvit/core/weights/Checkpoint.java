package org.efficientvit.core.weights;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Tensor;

/**
 * The tensors of one file under their names, in the file's order.
 *
 * @param file where it was read from
 * @param format how the file is laid out
 * @param tensors name to tensor, in the file's order
 * @param metadata what else the file says in words and numbers: the epoch, the arguments of the
 *     training, the metadata of safetensors
 */
public record Checkpoint(
    Path file,
    CheckpointFormat format,
    Map<String, StoredTensor> tensors,
    Map<String, String> metadata) {

  private static final int NAMES_SHOWN = 5;

  public Checkpoint {
    requireNonNull(file, "file is null");
    requireNonNull(format, "format is null");
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** The file's name, as sentences call it. */
  public String name() {
    return Refusal.fileName(file);
  }

  /** The tensors of floating-point numbers, in the file's order. */
  public Map<String, Tensor> floats() {
    Map<String, Tensor> floats = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> tensor.values().ifPresent(v -> floats.put(name, v)));
    return Collections.unmodifiableMap(floats);
  }

  /** The same file with other names or fewer tensors. */
  public Checkpoint withTensors(Map<String, StoredTensor> changed) {
    return new Checkpoint(file, format, changed, metadata);
  }

  /**
   * This checkpoint, known to hold finite numbers only.
   *
   * @throws InspectorException naming the tensors with a NaN or an infinity, the first five of them
   *     and how many more there are
   */
  public Checkpoint requireFinite() {
    List<String> broken = new ArrayList<>();
    floats()
        .forEach(
            (name, tensor) -> {
              if (!isFinite(tensor)) {
                broken.add(Refusal.printable(name));
              }
            });
    if (!broken.isEmpty()) {
      String shown = String.join(", ", broken.subList(0, Math.min(NAMES_SHOWN, broken.size())));
      String more =
          broken.size() > NAMES_SHOWN ? " and " + (broken.size() - NAMES_SHOWN) + " more" : "";
      throw new InspectorException(
          "%s holds numbers that are not finite (NaN or infinity) in %s%s; use a checkpoint from before the training diverged."
              .formatted(name(), shown, more));
    }
    return this;
  }

  private static boolean isFinite(Tensor tensor) {
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
