package org.efficientvit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {

  @Test
  void dataLiesWhereTheSystemWantsIt() {
    Path home = Path.of("home").toAbsolutePath();
    Path other = Path.of("other").toAbsolutePath();
    String program = "efficientvit-inspector";
    assertThat(DataFolder.of("Linux", Map.of(), home))
        .isEqualTo(home.resolve(".local").resolve("share").resolve(program));
    assertThat(DataFolder.of("Linux", Map.of("XDG_DATA_HOME", other.toString()), home))
        .isEqualTo(other.resolve(program));
    assertThat(DataFolder.of("Linux", Map.of("XDG_DATA_HOME", "relative"), home))
        .isEqualTo(home.resolve(".local").resolve("share").resolve(program));
    assertThat(DataFolder.of("Mac OS X", Map.of("XDG_DATA_HOME", other.toString()), home))
        .isEqualTo(home.resolve("Library").resolve("Application Support").resolve(program));
    assertThat(DataFolder.of("Windows 11", Map.of("LOCALAPPDATA", other.toString()), home))
        .isEqualTo(other.resolve(program));
    assertThat(DataFolder.of("Windows 11", Map.of(), home))
        .isEqualTo(home.resolve("AppData").resolve("Local").resolve(program));
  }
}
