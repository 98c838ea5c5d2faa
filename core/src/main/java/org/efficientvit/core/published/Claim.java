package org.efficientvit.core.published;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What others say of networks, in numbers.
 *
 * @param id in the resource: {@code m5-vs-mobilenetv3}
 * @param text in their words
 * @param source where it stands
 * @param status how it was confirmed, to be shown wherever the claim is
 * @param parts what it says, one number each
 */
public record Claim(String id, String text, String source, String status, List<Part> parts) {

  /**
   * One number of a claim.
   *
   * @param subject the network that it is about, by its name in print
   * @param rival the network beside it; empty where there is none
   * @param value how much more or how many times as much, in the quantity's unit
   */
  public record Part(Quantity quantity, String subject, Optional<String> rival, Printed value) {

    public Part {
      requireNonNull(quantity, "quantity is null");
      requireNonNull(subject, "subject is null");
      requireNonNull(rival, "rival is null");
      requireNonNull(value, "value is null");
    }
  }

  public Claim {
    requireNonNull(id, "id is null");
    requireNonNull(text, "text is null");
    requireNonNull(source, "source is null");
    requireNonNull(status, "status is null");
    parts = List.copyOf(parts);
  }
}
