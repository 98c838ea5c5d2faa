package org.efficientvit.app.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.core.machine.Machine;
import org.jspecify.annotations.Nullable;

/** A machine in the answer of {@code --json}; what could not be read is null. */
record MachineReport(
    String fingerprint,
    String processor,
    int cores,
    int logicalProcessors,
    @Nullable Double gigahertz,
    long memoryBytes,
    String system,
    Map<String, String> versions,
    @Nullable Double load) {

  private static final double BUSY = 0.5;
  private static final double GIBIBYTE = 1L << 30;

  static MachineReport of(Machine machine) {
    return new MachineReport(
        machine.fingerprint(),
        machine.processor(),
        machine.cores(),
        machine.logicalProcessors(),
        orNull(machine.gigahertz()),
        machine.memoryBytes(),
        machine.system(),
        machine.versions(),
        orNull(machine.load()));
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  /** The machine that this is the report of. */
  Machine machine() {
    return new Machine(
        processor,
        cores,
        logicalProcessors,
        orEmpty(gigahertz),
        memoryBytes,
        system,
        versions,
        orEmpty(load));
  }

  private static OptionalDouble orEmpty(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** A warning where the machine was busy when something began to be measured. */
  static Optional<String> busy(Machine machine) {
    OptionalDouble load = machine.load();
    return load.isPresent() && load.getAsDouble() > BUSY
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "In the minute before this began, %.1f threads were running; figures are better on a quiet machine.",
                load.getAsDouble()))
        : Optional.empty();
  }

  /** The processor and its cores, as figures have room for. */
  static String shortLine(Machine machine) {
    return machine.processor() + ", " + cores(machine);
  }

  private static String cores(Machine machine) {
    return machine.cores() == 1 ? "1 core" : machine.cores() + " cores";
  }

  /** One line for a person. */
  static String line(Machine machine) {
    StringBuilder line = new StringBuilder(machine.processor());
    machine
        .gigahertz()
        .ifPresent(value -> line.append(String.format(Locale.ROOT, ", %.1f GHz", value)));
    line.append(
        String.format(
            Locale.ROOT,
            ", %s, %.0f GiB, %s",
            cores(machine),
            machine.memoryBytes() / GIBIBYTE,
            machine.system()));
    machine.versions().forEach((name, version) -> line.append(", " + name + " " + version));
    return line.toString();
  }
}
