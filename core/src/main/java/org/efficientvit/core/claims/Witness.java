package org.efficientvit.core.claims;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.published.PublishedFigure;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.published.PublishedNetwork;
import org.efficientvit.core.published.Quantity;
import org.efficientvit.core.published.TimmFigures;
import org.efficientvit.core.published.TimmFigures.SpeedTable;

/**
 * What somebody else's figures say of the same.
 *
 * @param name whose they are and how they were measured
 * @param value in the claim's unit
 */
public record Witness(String name, double value) {

  public Witness {
    requireNonNull(name, "name is null");
  }

  /** Those who say something of a statement; none for a network alone. */
  static List<Witness> of(Statement statement, PublishedFigures published) {
    if (statement.rival().isEmpty()) {
      return List.of();
    }
    List<Witness> witnesses = new ArrayList<>();
    if (statement.sort() == Statement.Sort.STATED) {
      printed(statement, published).ifPresent(witnesses::add);
    }
    Optional<PublishedNetwork> subject = statement.subject().network();
    Optional<PublishedNetwork> rival = statement.rival().get().network();
    if (subject.isPresent() && rival.isPresent()) {
      timm(statement.quantity(), subject.get(), rival.get(), published.timm(), witnesses);
    }
    return witnesses;
  }

  /** What follows from the printed figures of both. */
  private static Optional<Witness> printed(Statement statement, PublishedFigures published) {
    return statement
        .quantity()
        .column()
        .flatMap(
            column -> {
              Optional<PublishedFigure> own =
                  published.model(statement.subject().name()).flatMap(one -> one.figure(column));
              Optional<PublishedFigure> other =
                  published
                      .model(statement.rival().orElseThrow().name())
                      .flatMap(one -> one.figure(column));
              return own.isEmpty() || other.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Witness(
                          "printed figures of both",
                          statement
                              .quantity()
                              .compare(own.get().printed(), other.get().printed())
                              .value()));
            });
  }

  private static void timm(
      Quantity quantity,
      PublishedNetwork subject,
      PublishedNetwork rival,
      TimmFigures timm,
      List<Witness> witnesses) {
    if (quantity == Quantity.TOP1) {
      Optional<Double> own = timm.top1(subject);
      Optional<Double> other = timm.top1(rival);
      if (own.isPresent() && other.isPresent()) {
        witnesses.add(new Witness("timm's weights", own.get() - other.get()));
      }
    }
    for (SpeedTable table : timm.tables()) {
      boolean isSame = table.isCpu() ? quantity == Quantity.XEON : quantity == Quantity.V100;
      if (isSame) {
        table
            .ratio(subject, rival)
            .ifPresent(
                ratio ->
                    witnesses.add(
                        new Witness(
                            "timm, %s, batch %d".formatted(table.name(), table.batch()), ratio)));
      }
    }
  }
}
