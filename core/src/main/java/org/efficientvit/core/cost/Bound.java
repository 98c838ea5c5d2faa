package org.efficientvit.core.cost;

import java.util.Locale;

/** What keeps an operation from being faster. */
public enum Bound {
  /** Bytes that have to be moved. */
  MEMORY("memory"),
  /** Numbers that have to be multiplied and added. */
  COMPUTE("compute"),
  /** What an operation of its kind takes however small it is. */
  OVERHEAD("overhead");

  private final String label;

  Bound(String label) {
    this.label = label;
  }

  /** The word that a person reads. */
  public String label() {
    return label;
  }

  /** The word that stands in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
