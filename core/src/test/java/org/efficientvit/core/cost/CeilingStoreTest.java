package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.efficientvit.core.cost.CeilingStore.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeilingStoreTest {

  private static final String MACHINE = "0123456789ab";
  private static final Measured MEASURED =
      new Measured(HandMade.CEILINGS, Instant.parse("2026-03-01T10:15:30Z"));

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  @Test
  void whatIsKeptIsFoundAgainByMachineEngineAndThreads() {
    CeilingStore store = new CeilingStore(folder.resolve("ceilings"));

    store.keep(MACHINE, MEASURED);

    assertThat(store.find(MACHINE, "pytorch", 1, said::add)).contains(MEASURED);
    assertThat(store.find(MACHINE, "pytorch", 2, said::add)).isEmpty();
    assertThat(store.find(MACHINE, "onnx", 1, said::add)).isEmpty();
    assertThat(store.find("ba9876543210", "pytorch", 1, said::add)).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void newCeilingsTakeThePlaceOfTheOldAndLeaveNothingElseBehind() throws IOException {
    CeilingStore store = new CeilingStore(folder);
    Measured later = new Measured(HandMade.CEILINGS, Instant.parse("2026-04-01T00:00:00Z"));

    store.keep(MACHINE, MEASURED);
    store.keep(MACHINE, later);

    assertThat(store.find(MACHINE, "pytorch", 1, said::add)).contains(later);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{\"machine\":\"0123456789ab\"}", "7"})
  void aBrokenFileIsNoCeilingsAndIsSaid(String content) throws IOException {
    CeilingStore store = new CeilingStore(folder);
    store.keep(MACHINE, MEASURED);
    Files.writeString(file(), content);

    assertThat(store.find(MACHINE, "pytorch", 1, said::add)).isEmpty();
    assertThat(said).singleElement().asString().contains("measured again");
  }

  @Test
  void numbersThatCannotBeAreABrokenFile() throws IOException {
    CeilingStore store = new CeilingStore(folder);
    store.keep(MACHINE, MEASURED);
    String kept = Files.readString(file());
    Files.writeString(file(), kept.replace("\"best\": 100.0", "\"best\": -100.0"));

    assertThat(Files.readString(file())).isNotEqualTo(kept);
    assertThat(store.find(MACHINE, "pytorch", 1, said::add)).isEmpty();
    assertThat(said).hasSize(1);
  }

  @Test
  void aFileOfAnotherMachineOrEngineUnderThisNameIsABrokenFile() throws IOException {
    CeilingStore store = new CeilingStore(folder);
    store.keep("ba9876543210", MEASURED);
    store.keep(MACHINE, MEASURED);
    Files.copy(
        folder.resolve("ba9876543210-pytorch-1.json"), folder.resolve(MACHINE + "-onnx-1.json"));

    assertThat(store.find(MACHINE, "onnx", 1, said::add)).isEmpty();
    assertThat(said).hasSize(1);
  }

  private Path file() {
    return folder.resolve(MACHINE + "-pytorch-1.json");
  }
}
