package org.efficientvit.app.command;

/** A whole number of at least 1. */
final class PositiveInteger extends WholeNumber {

  PositiveInteger() {
    super(1, Integer.MAX_VALUE);
  }
}
