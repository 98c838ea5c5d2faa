package org.efficientvit.core.claims;

import java.util.Locale;

/** How large a measured effect is beside the claimed one, whatever its direction. */
public enum Size {
  SMALLER,
  AS_CLAIMED,
  LARGER;

  /** The words on the screen and in JSON: {@code as claimed}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
