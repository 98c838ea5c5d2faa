package org.efficientvit.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineReaderTest {

  @Test
  void thisMachineIsDescribed() {
    Machine machine = MachineReader.read(Map.of("pytorch", "2.7.1"));

    assertThat(machine.processor()).isNotBlank();
    assertThat(machine.cores()).isPositive();
    assertThat(machine.logicalProcessors()).isGreaterThanOrEqualTo(machine.cores());
    assertThat(machine.memoryBytes()).isGreaterThan(Runtime.getRuntime().maxMemory() / 2);
    assertThat(machine.system()).contains(System.getProperty("os.arch"));
    assertThat(machine.versions())
        .containsEntry("pytorch", "2.7.1")
        .containsEntry("java", System.getProperty("java.version"));
    assertThat(MachineReader.read(Map.of("pytorch", "2.7.1")).fingerprint())
        .isEqualTo(machine.fingerprint());
  }
}
