package org.efficientvit.core.runs;

import com.google.gson.Gson;
import java.util.Map;
import java.util.OptionalDouble;
import org.efficientvit.core.machine.Machine;
import org.jspecify.annotations.Nullable;

/** A machine as it stands in the store; what could not be read is left out. */
record MachineJson(
    String processor,
    int cores,
    int logicalProcessors,
    @Nullable Double gigahertz,
    long memoryBytes,
    String system,
    Map<String, String> versions,
    @Nullable Double load) {

  private static final Gson GSON = new Gson();

  static String of(Machine machine) {
    return GSON.toJson(
        new MachineJson(
            machine.processor(),
            machine.cores(),
            machine.logicalProcessors(),
            orNull(machine.gigahertz()),
            machine.memoryBytes(),
            machine.system(),
            machine.versions(),
            orNull(machine.load())));
  }

  static Machine read(String json) {
    MachineJson kept = GSON.fromJson(json, MachineJson.class);
    return new Machine(
        kept.processor,
        kept.cores,
        kept.logicalProcessors,
        orEmpty(kept.gigahertz),
        kept.memoryBytes,
        kept.system,
        kept.versions,
        orEmpty(kept.load));
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static OptionalDouble orEmpty(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
