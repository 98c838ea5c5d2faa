package org.efficientvit.core.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a PyTorch checkpoint's pickle makes: dicts, and tensors that are still only described. */
final class TorchObjects implements PickleObjects {

  /** As many entries of dicts are copied: a dict of them all, copied again and again, is not. */
  private static final int MOST_COPIES = 1_000_000;

  private final Map<String, StorageRef> storages = new LinkedHashMap<>();
  private long copies;

  /** The storages that were mentioned, by key. */
  Map<String, StorageRef> storages() {
    return storages;
  }

  @Override
  public Object global(String module, String name) throws Refusal {
    return TorchGlobal.of(module, name);
  }

  @Override
  public Object call(Object callable, Pickled.Tuple arguments) throws Refusal {
    if (!(callable instanceof TorchGlobal global)) {
      throw PickleStack.malformed();
    }
    List<Object> items = arguments.items();
    return switch (global) {
      case ORDERED_DICT -> dict(items);
      case NAMESPACE -> dict(List.of());
      case SIZE -> argument(items, 0, Pickled.Tuple.class);
      case REBUILD_TENSOR -> tensor(items);
      case REBUILD_PARAMETER -> argument(items, 0, StridedTensor.class);
    };
  }

  /** Attributes are kept of a plain object; those of an OrderedDict (its versions) are not. */
  @Override
  public void build(Object target, Object state) throws Refusal {
    if (!(target instanceof Pickled.Dict dict) || !(state instanceof Pickled.Dict attributes)) {
      throw PickleStack.malformed();
    }
    if (!attributes.entries().containsKey("_metadata")) {
      claimCopies(attributes.entries().size());
      dict.entries().putAll(attributes.entries());
    }
  }

  /**
   * The storage that {@code ("storage", type, key, location, elements)} names; files before 1.6 add
   * {@code None} or {@code (view's key, offset, elements)}.
   */
  @Override
  public Object persistent(Object id) throws Refusal {
    if (!(id instanceof Pickled.Tuple tuple)) {
      throw PickleStack.malformed();
    }
    List<Object> items = tuple.items();
    DType dtype = argument(items, 1, DType.class);
    String key = argument(items, 2, String.class);
    long stored = argument(items, 4, Long.class);
    StorageRef whole = storage(key, dtype, 0, stored, stored);
    StorageRef known = storages.putIfAbsent(key, whole);
    if (!argument(items, 0, String.class).equals("storage")
        || (known != null && !known.equals(whole))) {
      throw PickleStack.malformed();
    }
    if (items.size() > 5 && items.get(5) instanceof Pickled.Tuple view) {
      long first = argument(view.items(), 1, Long.class);
      return storage(key, dtype, first, argument(view.items(), 2, Long.class), stored);
    }
    return whole;
  }

  private static StorageRef storage(String key, DType dtype, long first, long elements, long stored)
      throws Refusal {
    try {
      return new StorageRef(key, dtype, first, elements, stored);
    } catch (IllegalArgumentException e) {
      throw Refusal.damaged("it has a storage of impossible size", e);
    }
  }

  private static StridedTensor tensor(List<Object> items) throws Refusal {
    return StridedTensor.of(
        argument(items, 0, StorageRef.class),
        argument(items, 1, Long.class),
        argument(items, 2, Pickled.Tuple.class).items(),
        argument(items, 3, Pickled.Tuple.class).items());
  }

  /** A dict of the pairs that Python 2 gave to OrderedDict, or an empty one. */
  private Pickled.Dict dict(List<Object> items) throws Refusal {
    Pickled.Dict dict = new Pickled.Dict();
    if (!items.isEmpty()) {
      List<Object> pairs = argument(items, 0, Pickled.Sequence.class).items();
      claimCopies(pairs.size());
      for (Object pair : pairs) {
        List<Object> keyAndValue =
            pair instanceof Pickled.Sequence list
                ? list.items()
                : argument(List.of(pair), 0, Pickled.Tuple.class).items();
        dict.entries()
            .put(argument(keyAndValue, 0, Object.class), argument(keyAndValue, 1, Object.class));
      }
    }
    return dict;
  }

  private void claimCopies(int entries) throws Refusal {
    copies += entries;
    if (copies > MOST_COPIES) {
      throw new Refusal("copies its own entries without end; it is not read any further");
    }
  }

  private static <T> T argument(List<Object> items, int index, Class<T> type) throws Refusal {
    if (index >= items.size() || !type.isInstance(items.get(index))) {
      throw PickleStack.malformed();
    }
    return type.cast(items.get(index));
  }
}
