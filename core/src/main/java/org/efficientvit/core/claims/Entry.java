package org.efficientvit.core.claims;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A claim beside what is known of it here.
 *
 * @param conditions under which the claim was made, or is to be held against a measurement
 * @param finding what was found under these conditions; empty where nothing was
 * @param judgement what that says of the claim
 * @param elsewhere what was measured of the same two networks in other settings
 * @param witnesses what others' figures say of the same
 */
public record Entry(
    Statement statement,
    String conditions,
    Optional<Finding> finding,
    Judgement judgement,
    List<Elsewhere> elsewhere,
    List<Witness> witnesses) {

  /** The same ratio in another setting, and what it would say of the claim there. */
  public record Elsewhere(Finding finding, Judgement judgement) {

    public Elsewhere {
      requireNonNull(finding, "finding is null");
      requireNonNull(judgement, "judgement is null");
    }
  }

  public Entry {
    requireNonNull(statement, "statement is null");
    requireNonNull(conditions, "conditions is null");
    requireNonNull(finding, "finding is null");
    requireNonNull(judgement, "judgement is null");
    elsewhere = List.copyOf(elsewhere);
    witnesses = List.copyOf(witnesses);
  }

  public Verdict verdict() {
    return judgement.verdict();
  }
}
