package org.efficientvit.core.catalogue;

import java.util.Locale;

/** Who publishes weights. */
public enum Source {
  /** The authors, as files of a release. */
  OFFICIAL("official release"),
  /** timm, which publishes the authors' weights under its own names. */
  TIMM("timm");

  private final String label;

  Source(String label) {
    this.label = label;
  }

  /** The name on the command line and in the catalogue: {@code official}. */
  public final String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a person reads: "official release". */
  public final String label() {
    return label;
  }

  @Override
  public final String toString() {
    return id();
  }
}
