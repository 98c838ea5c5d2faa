package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

/**
 * A class and how often it was found.
 *
 * @param label from 0
 * @param count objects above the score
 * @param isChosen whether objects are filtered for it
 */
public record ClassCount(int label, String name, int count, boolean isChosen) {

  public ClassCount {
    requireNonNull(name, "name is null");
  }
}
