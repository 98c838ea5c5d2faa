package org.efficientvit.core.cost;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.efficientvit.core.InspectorException;

/**
 * What is otherwise about a network, all at once: {@code heads=2+cascade=off}.
 *
 * @param changes in the order in which they are applied, each of another part
 */
public record Variation(List<Change> changes) {

  private static final String SEPARATOR = "+";

  /**
   * Puts changes in order.
   *
   * @throws InspectorException if there is none, or one part is changed twice
   */
  public Variation {
    changes = changes.stream().sorted(Comparator.comparing(Change::part)).toList();
    if (changes.isEmpty()) {
      throw new InspectorException("Name a change, such as cascade=off.");
    }
    for (int i = 1; i < changes.size(); i++) {
      if (changes.get(i).part() == changes.get(i - 1).part()) {
        throw new InspectorException(
            "%s is changed twice at once; make it two variants."
                .formatted(changes.get(i).part().id()));
      }
    }
  }

  /**
   * Reads changes with {@code +} between them.
   *
   * @throws InspectorException in one sentence, if one cannot be read
   */
  public static Variation parse(String words) {
    return new Variation(
        Arrays.stream(words.split("\\" + SEPARATOR, -1)).map(Change::parse).toList());
  }

  /**
   * A network with these changes.
   *
   * @throws InspectorException in one sentence, if no such network can be made or it is the same
   */
  public Setup applyTo(Setup setup) {
    Setup changed = setup;
    for (Change change : changes) {
      changed = change.applyTo(changed);
    }
    if (isSame(changed, setup)) {
      throw new InspectorException(
          "%s changes nothing: %s is so already.".formatted(this, setup.config().name()));
    }
    return changed;
  }

  /** Kernels that no head uses make no difference. */
  private static boolean isSame(Setup one, Setup other) {
    return one.with(one.config().withQueryKernels(one.config().usedQueryKernels()))
        .equals(other.with(other.config().withQueryKernels(other.config().usedQueryKernels())));
  }

  /** The words that it is read from. */
  @Override
  public String toString() {
    return changes.stream().map(Change::toString).collect(Collectors.joining(SEPARATOR));
  }
}
