package org.efficientvit.core.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pickle holds, as inert values: Strings, Longs, BigIntegers, Doubles, Booleans, byte arrays
 * and the containers below.
 *
 * <p>Containers are equal only to themselves, so that neither a cycle nor a deep nest of them is
 * ever walked behind the reader's back.
 */
final class Pickled {

  /** Python's {@code None}. */
  static final Object NONE =
      new Object() {
        @Override
        public String toString() {
          return "None";
        }
      };

  private Pickled() {}

  /** A tuple. */
  static final class Tuple {
    private final List<Object> items;

    Tuple(List<Object> items) {
      this.items = List.copyOf(items);
    }

    List<Object> items() {
      return items;
    }
  }

  /** A list or a set. */
  static final class Sequence {
    private final List<Object> items = new ArrayList<>();

    List<Object> items() {
      return items;
    }
  }

  /** A dict, in its own order, or an object that is no more than its attributes. */
  static final class Dict {
    private final Map<Object, Object> entries = new LinkedHashMap<>();

    Map<Object, Object> entries() {
      return entries;
    }
  }
}
