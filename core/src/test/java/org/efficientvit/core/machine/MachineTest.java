package org.efficientvit.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MachineTest {

  private static Machine machine(String processor, String java, OptionalDouble load) {
    return new Machine(
        processor, 2, 4, OptionalDouble.of(2.5), 8L << 30, "a system", Map.of("java", java), load);
  }

  @Test
  void theFingerprintKnowsWhatMakesFiguresDifferButNotTheLoad() {
    Machine machine = machine("p", "17", OptionalDouble.empty());

    assertThat(machine.fingerprint()).matches("[0-9a-f]{12}");
    assertThat(machine("p", "17", OptionalDouble.of(1)).fingerprint())
        .isEqualTo(machine.fingerprint());
    assertThat(machine("p", "21", OptionalDouble.empty()).fingerprint())
        .isNotEqualTo(machine.fingerprint());
    assertThat(machine("q", "17", OptionalDouble.empty()).fingerprint())
        .isNotEqualTo(machine.fingerprint());
  }
}
