package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.efficientvit.core.InspectorException;

/**
 * One thing about a network that is otherwise: {@code cascade=off}.
 *
 * @param part what is changed
 * @param value what it is changed to, in the part's words
 */
public record Change(ChangedPart part, String value) {

  private static final char SIGN = '=';

  /**
   * Checks that the part takes such a value.
   *
   * @throws InspectorException if it does not
   */
  public Change {
    requireNonNull(part, "part is null");
    var unused = part.effect(value);
  }

  /**
   * Reads a change.
   *
   * @throws InspectorException in one sentence, if there is no such part or it takes no such value
   */
  public static Change parse(String words) {
    int sign = words.indexOf(SIGN);
    String name = sign < 0 ? words : words.substring(0, sign);
    Optional<ChangedPart> part =
        Arrays.stream(ChangedPart.values()).filter(one -> one.id().equals(name)).findFirst();
    if (part.isEmpty()) {
      throw new InspectorException(
          "There is no change '%s'; choose one of %s."
              .formatted(
                  name,
                  Arrays.stream(ChangedPart.values())
                      .map(ChangedPart::id)
                      .collect(Collectors.joining(", "))));
    }
    if (sign < 0) {
      throw new InspectorException(
          "'%s' does not say to what; write %s=%s.".formatted(name, name, part.get().takes()));
    }
    return new Change(part.get(), words.substring(sign + 1));
  }

  /**
   * The same with this change.
   *
   * @throws InspectorException if no such network can be made
   */
  Setup applyTo(Setup setup) {
    return part.effect(value).apply(setup);
  }

  /** The words that it is read from. */
  @Override
  public String toString() {
    return part.id() + SIGN + value;
  }
}
