package org.efficientvit.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number of at least 1. */
final class PositiveInteger implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number that is too small.
    }
    throw new TypeConversionException(
        "'%s' is not a whole number from 1 to %d".formatted(value, Integer.MAX_VALUE));
  }
}
