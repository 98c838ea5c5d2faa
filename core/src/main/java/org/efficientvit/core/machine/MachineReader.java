package org.efficientvit.core.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/** Asks the operating system what machine this is. */
public final class MachineReader {

  private static final double GIGA = 1e9;
  private static final String UNKNOWN = "unknown processor";

  private MachineReader() {}

  /**
   * This machine as it is now.
   *
   * @param versions of what runs the networks, by name; Java's is added
   */
  public static Machine read(Map<String, String> versions) {
    SystemInfo system = new SystemInfo();
    HardwareAbstractionLayer hardware = system.getHardware();
    CentralProcessor processor = hardware.getProcessor();
    String name = processor.getProcessorIdentifier().getName().strip();
    Map<String, String> all = new LinkedHashMap<>(versions);
    all.put("java", System.getProperty("java.version", ""));
    return new Machine(
        name.isEmpty() ? UNKNOWN : name,
        processor.getPhysicalProcessorCount(),
        processor.getLogicalProcessorCount(),
        positive(frequency(processor) / GIGA),
        hardware.getMemory().getTotal(),
        describe(system.getOperatingSystem()),
        all,
        positiveOrZero(processor.getSystemLoadAverage(1)[0]));
  }

  /** The nominal frequency where the processor names one, else the largest. */
  private static double frequency(CentralProcessor processor) {
    long nominal = processor.getProcessorIdentifier().getVendorFreq();
    return nominal > 0 ? nominal : processor.getMaxFreq();
  }

  private static String describe(OperatingSystem system) {
    return "%s %s, %s"
        .formatted(
            system.getFamily(),
            system.getVersionInfo().getVersion(),
            System.getProperty("os.arch", ""));
  }

  private static OptionalDouble positive(double value) {
    return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Systems that know no load say −1. */
  private static OptionalDouble positiveOrZero(double value) {
    return value >= 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
