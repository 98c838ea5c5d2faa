package org.efficientvit.app.command;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An address that begins with http:// or https:// and names a host. */
final class WebAddress implements ITypeConverter<URI> {

  @Override
  public URI convert(String value) {
    try {
      URI address = URI.create(value);
      if (value.matches("(?i)https?://.*") && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as of one without a host.
    }
    throw new TypeConversionException(
        "'%s' is not an address such as https://mirror.example".formatted(value));
  }
}
