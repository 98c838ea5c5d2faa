package org.efficientvit.core.machine;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The machine that something is measured on, at the start of it.
 *
 * @param processor its name
 * @param cores physical ones
 * @param logicalProcessors those that threads run on
 * @param gigahertz nominal or largest frequency; empty where it cannot be read
 * @param memoryBytes that are built in
 * @param system operating system, its version and architecture
 * @param versions of what runs the networks, by name: {@code java}, {@code pytorch}, {@code onnx}
 *     and {@code inspector}
 * @param load mean number of threads that ran during the minute before; empty where it cannot be
 *     read
 */
public record Machine(
    String processor,
    int cores,
    int logicalProcessors,
    OptionalDouble gigahertz,
    long memoryBytes,
    String system,
    Map<String, String> versions,
    OptionalDouble load) {

  private static final int GIBIBYTE_BITS = 30;
  private static final int FINGERPRINT_DIGITS = 12;

  public Machine {
    requireNonNull(processor, "processor is null");
    requireNonNull(gigahertz, "gigahertz is null");
    requireNonNull(system, "system is null");
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    requireNonNull(load, "load is null");
  }

  /**
   * The same for all runs whose figures may stand beside one another: processor, processors,
   * memory, system and versions, not the load.
   *
   * @return 12 hexadecimal digits
   */
  public String fingerprint() {
    String stable =
        String.join(
            "\n",
            processor,
            Integer.toString(cores),
            Integer.toString(logicalProcessors),
            Long.toString(memoryBytes >> GIBIBYTE_BITS),
            system,
            versions.toString());
    return HexFormat.of().formatHex(sha256(stable)).substring(0, FINGERPRINT_DIGITS);
  }

  /** Whether another is the same computer, whatever versions it has. */
  public boolean isSameComputerAs(Machine other) {
    return processor.equals(other.processor)
        && cores == other.cores
        && logicalProcessors == other.logicalProcessors
        && memoryBytes >> GIBIBYTE_BITS == other.memoryBytes >> GIBIBYTE_BITS
        && system.equals(other.system);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
