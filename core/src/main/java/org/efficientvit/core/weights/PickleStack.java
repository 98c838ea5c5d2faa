package org.efficientvit.core.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stack, the marks and the memo of a pickle that is being read. */
final class PickleStack {

  private final List<Object> items = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();

  void push(Object item) {
    items.add(item);
  }

  void mark() {
    marks.add(items.size());
  }

  Object top() throws Refusal {
    requireItem();
    return items.get(items.size() - 1);
  }

  Object pop() throws Refusal {
    requireItem();
    return items.remove(items.size() - 1);
  }

  /** The top item, which must be of a type. */
  <T> T top(Class<T> type) throws Refusal {
    return cast(top(), type);
  }

  <T> T pop(Class<T> type) throws Refusal {
    return cast(pop(), type);
  }

  /** The last items, in the order in which they were pushed. */
  List<Object> pop(int count) throws Refusal {
    int bottom = items.size() - count;
    if (bottom < bottomOfFrame()) {
      throw malformed();
    }
    return popFrom(bottom);
  }

  /** Everything above the last mark, and the mark. */
  List<Object> popToMark() throws Refusal {
    if (marks.isEmpty()) {
      throw malformed();
    }
    return popFrom(marks.remove(marks.size() - 1));
  }

  void put(long index) throws Refusal {
    memo.put(index, top());
  }

  void memoize() throws Refusal {
    put(memo.size());
  }

  Object get(long index) throws Refusal {
    Object item = memo.get(index);
    if (item == null) {
      throw malformed();
    }
    return item;
  }

  static Refusal malformed() {
    return Refusal.damaged("the operations of its pickle do not fit together");
  }

  private static <T> T cast(Object item, Class<T> type) throws Refusal {
    if (!type.isInstance(item)) {
      throw malformed();
    }
    return type.cast(item);
  }

  private List<Object> popFrom(int bottom) {
    List<Object> top = items.subList(bottom, items.size());
    List<Object> popped = new ArrayList<>(top);
    top.clear();
    return popped;
  }

  private void requireItem() throws Refusal {
    if (items.size() <= bottomOfFrame()) {
      throw malformed();
    }
  }

  private int bottomOfFrame() {
    return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
  }
}
