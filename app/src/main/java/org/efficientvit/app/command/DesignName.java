package org.efficientvit.app.command;

import java.util.Iterator;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A network by its name, in either case. */
final class DesignName implements ITypeConverter<Design> {

  /** The names that there are. */
  static final class All implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Designs.all().stream().map(Design::id).iterator();
    }
  }

  @Override
  public Design convert(String name) {
    return Designs.find(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of [%s] (case-insensitive) but was '%s'"
                        .formatted(Designs.names(), name)));
  }
}
