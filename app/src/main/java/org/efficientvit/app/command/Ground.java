package org.efficientvit.app.command;

import java.util.Locale;
import org.efficientvit.visualizers.Theme;

/**
 * What figures stand on: the word for a {@link Theme}, whose colours and type take longer to load
 * than a command that draws nothing takes to run.
 */
enum Ground {
  LIGHT,
  DARK;

  Theme theme() {
    return Theme.valueOf(name());
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
