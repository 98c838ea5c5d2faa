package org.efficientvit.app.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that the build wrote down. */
public final class ProgramVersion {

  private static final String RESOURCE = "version.properties";

  private ProgramVersion() {}

  /** This program's version: {@code 0.1.0}. */
  public static String number() {
    Properties properties = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(ProgramVersion.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(properties.getProperty("version"), "version");
  }
}
