package org.efficientvit.app.window.state;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.visualizers.map.Token;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen, in every view alike.
 *
 * @param place in the network by the path of operations: an operation, a block or a stage; empty
 *     for none
 * @param head of the block, or null
 * @param token of the block's grid, or null
 * @param channel of the stage, or null
 * @param category the class that the evidence is for, or null
 */
public record Selection(
    String place,
    @Nullable Integer head,
    @Nullable Token token,
    @Nullable Integer channel,
    @Nullable Integer category) {

  /** Nothing is chosen. */
  public static final Selection NONE = new Selection("", null, null, null, null);

  public Selection {
    requireNonNull(place, "place is null");
  }

  /** Another place; head, token and channel are of the old one. */
  public Selection at(String other) {
    return other.equals(place) ? this : new Selection(other, null, null, null, category);
  }

  /** The same place with another head, or none. */
  public Selection withHead(@Nullable Integer other) {
    return new Selection(place, other, token, channel, category);
  }

  /** The same place with another token, or none. */
  public Selection withToken(@Nullable Token other) {
    return new Selection(place, head, other, channel, category);
  }

  /** The same place with another channel, or none. */
  public Selection withChannel(@Nullable Integer other) {
    return new Selection(place, head, token, other, category);
  }

  /** The same with another class, or none. */
  public Selection withCategory(@Nullable Integer other) {
    return new Selection(place, head, token, channel, other);
  }

  /** Whether a place is the chosen one, lies in it, or holds it. */
  public boolean touches(String other) {
    return !place.isEmpty() && (isIn(place, other) || isIn(other, place));
  }

  /** The first of some places that the chosen one is or lies in. */
  public Optional<String> among(Iterable<String> places) {
    for (String candidate : places) {
      if (isIn(place, candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  /** Whether the two differ in no more than what is looked at within one head or stage. */
  boolean isNear(Selection other) {
    return other.withToken(token).withChannel(channel).equals(this);
  }
}
