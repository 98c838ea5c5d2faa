package org.efficientvit.core.claims;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.Claim;
import org.efficientvit.core.published.Printed;
import org.efficientvit.core.published.PublishedFigure;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.published.PublishedModel;
import org.efficientvit.core.published.PublishedModel.Column;
import org.efficientvit.core.published.Quantity;

/**
 * One number that is claimed.
 *
 * @param id of the claim: {@code m5-vs-mobilenetv3}; of the ratio of two printed figures {@code
 *     m5-over-mobilenet_v3_large}
 * @param sort whether somebody states it, or it follows from two printed figures
 * @param text in the source's words, or what is over what
 * @param subject the network that it is about
 * @param rival the network beside it; empty where there is none
 * @param claimed the ratio, the difference or the share
 * @param source where it stands
 * @param status how it was confirmed
 */
public record Statement(
    String id,
    Sort sort,
    String text,
    Quantity quantity,
    Participant subject,
    Optional<Participant> rival,
    Printed claimed,
    String source,
    String status) {

  /** Whose words they are. */
  public enum Sort {
    STATED,
    PRINTED_RATIO
  }

  private static final List<Quantity> PRINTED =
      List.of(Quantity.V100, Quantity.XEON, Quantity.ONNX);

  public Statement {
    requireNonNull(id, "id is null");
    requireNonNull(sort, "sort is null");
    requireNonNull(text, "text is null");
    requireNonNull(quantity, "quantity is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(rival, "rival is null");
    requireNonNull(claimed, "claimed is null");
    requireNonNull(source, "source is null");
    requireNonNull(status, "status is null");
  }

  /**
   * All that is claimed: what somebody states, then the ratio of every two printed speeds of M0 to
   * M5 and of a rival.
   */
  public static List<Statement> all(PublishedFigures published) {
    List<Statement> all = new ArrayList<>();
    for (Claim claim : published.claims()) {
      claim.parts().forEach(part -> all.add(stated(claim, part, published)));
    }
    for (Variant variant : Variant.values()) {
      PublishedModel subject = published.model(variant.id()).orElseThrow();
      for (PublishedModel rival : published.models().values()) {
        if (Variant.of(rival.name()).isEmpty()) {
          PRINTED.forEach(
              quantity -> printedRatio(subject, rival, quantity, published).ifPresent(all::add));
        }
      }
    }
    return all;
  }

  private static Statement stated(Claim claim, Claim.Part part, PublishedFigures published) {
    return new Statement(
        claim.id(),
        Sort.STATED,
        claim.text(),
        part.quantity(),
        Participant.of(part.subject(), published),
        part.rival().map(rival -> Participant.of(rival, published)),
        part.value(),
        claim.source(),
        claim.status());
  }

  private static Optional<Statement> printedRatio(
      PublishedModel subject, PublishedModel rival, Quantity quantity, PublishedFigures published) {
    Column column = quantity.column().orElseThrow();
    Optional<PublishedFigure> own = subject.figure(column);
    Optional<PublishedFigure> other = rival.figure(column);
    if (own.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Statement(
            subject.name() + "-over-" + rival.name(),
            Sort.PRINTED_RATIO,
            "%s images/s of %s over those of %s"
                .formatted(column.words(), subject.displayName(), rival.displayName()),
            quantity,
            Participant.of(subject.name(), published),
            Optional.of(Participant.of(rival.name(), published)),
            quantity.compare(own.get().printed(), other.get().printed()),
            both(own.get().source(), other.get().source()),
            both(own.get().status(), other.get().status())));
  }

  private static String both(String one, String other) {
    return Stream.of(one, other).distinct().collect(Collectors.joining("; "));
  }

  /** The networks that it is about. */
  public List<Participant> participants() {
    return Stream.concat(Stream.of(subject), rival.stream()).toList();
  }

  /** Whether all its networks are in this program. */
  public boolean isOfNetworksHere() {
    return participants().stream().allMatch(one -> one.network().isPresent());
  }

  /** What is over what, or who is compared with whom: {@code M5 : MobileNetV3-Large}. */
  public String pair() {
    return participants().stream()
        .map(Participant::displayName)
        .collect(Collectors.joining(" : "))
        .replace("EfficientViT-", "");
  }
}
