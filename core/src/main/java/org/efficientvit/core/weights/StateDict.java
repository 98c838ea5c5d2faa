package org.efficientvit.core.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of the things in a PyTorch file are the network's weights: those under {@code model}, or
 * under {@code state_dict}, or the file's own top level.
 *
 * @param tensors the weights, not read yet, without the {@code module.} of data-parallel training
 * @param metadata the words and numbers beside them; those of an object as {@code args.epochs}
 */
record StateDict(Map<String, StridedTensor> tensors, Map<String, String> metadata) {

  private static final List<String> WRAPPERS = List.of("model", "state_dict");
  private static final String DATA_PARALLEL = "module.";
  private static final int MOST_METADATA = 1000;
  private static final int LONGEST_KEY = 200;

  /**
   * The weights in what a file holds.
   *
   * @throws Refusal if there are none; it names what there is instead
   */
  static StateDict find(Object root) throws Refusal {
    if (!(root instanceof Pickled.Dict top)) {
      throw new Refusal("holds no dict of tensors; save the model's state_dict()");
    }
    for (String wrapper : WRAPPERS) {
      if (top.entries().get(wrapper) instanceof Pickled.Dict inner && holdsTensors(inner)) {
        return new StateDict(tensorsOf(inner), metadataOf(top));
      }
    }
    if (holdsTensors(top)) {
      return new StateDict(tensorsOf(top), metadataOf(top));
    }
    String others =
        top.entries().keySet().stream()
            .limit(10)
            .map(key -> key instanceof String name ? Refusal.printable(name) : "an unnamed entry")
            .collect(Collectors.joining(", "));
    throw new Refusal(
        "holds no tensors under 'model' or 'state_dict' (there is %s); save the weights as {'model': model.state_dict()}"
            .formatted(others.isEmpty() ? "nothing" : others));
  }

  /** The same tensors without a {@code module.} that stands before every name. */
  static <T> Map<String, T> withoutPrefix(Map<String, T> tensors) {
    if (!tensors.keySet().stream().allMatch(name -> name.startsWith(DATA_PARALLEL))) {
      return tensors;
    }
    Map<String, T> renamed = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> renamed.put(name.substring(DATA_PARALLEL.length()), tensor));
    return renamed;
  }

  private static boolean holdsTensors(Pickled.Dict dict) {
    return dict.entries().values().stream().anyMatch(StridedTensor.class::isInstance);
  }

  private static Map<String, StridedTensor> tensorsOf(Pickled.Dict dict) {
    Map<String, StridedTensor> tensors = new LinkedHashMap<>();
    dict.entries()
        .forEach(
            (key, value) -> {
              if (key instanceof String name && value instanceof StridedTensor tensor) {
                tensors.put(name, tensor);
              }
            });
    return withoutPrefix(tensors);
  }

  /**
   * Only small dicts are looked at: one that is mentioned again and again could be walked for ever.
   */
  private static Map<String, String> metadataOf(Pickled.Dict top) {
    Map<String, String> metadata = new LinkedHashMap<>();
    top.entries().entrySet().stream()
        .limit(MOST_METADATA)
        .forEach(
            entry -> {
              Object key = entry.getKey();
              addScalar(metadata, "", key, entry.getValue());
              if (isName(key) && entry.getValue() instanceof Pickled.Dict inner) {
                inner.entries().entrySet().stream()
                    .limit(MOST_METADATA)
                    .forEach(e -> addScalar(metadata, key + ".", e.getKey(), e.getValue()));
              }
            });
    return metadata;
  }

  private static void addScalar(
      Map<String, String> metadata, String prefix, Object key, Object value) {
    if (metadata.size() < MOST_METADATA
        && isName(key)
        && (value instanceof String || value instanceof Number || value instanceof Boolean)) {
      metadata.put(prefix + key, value.toString());
    }
  }

  /** A long key that is used again and again would take far more memory than the file. */
  private static boolean isName(Object key) {
    return key instanceof String name && name.length() <= LONGEST_KEY;
  }
}
