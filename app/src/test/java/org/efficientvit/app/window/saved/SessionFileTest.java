package org.efficientvit.app.window.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.window.state.Selection;
import org.efficientvit.core.InspectorException;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFileTest {

  @TempDir Path folder;

  /** A state in which nothing is as it is at the start. */
  static SavedSession session() {
    return new SavedSession(
        SavedSession.VERSION,
        List.of(
            new SavedSession.Picture(
                "a.png", "M0", List.of(new SavedSession.Answer(3, "cat", 0.75f))),
            new SavedSession.Picture("b.png", null, List.of())),
        "a.png",
        new SavedSession.Model("m1", "random", 7),
        new SavedSession.Engine("onnx", "fp32", false, 2),
        "cost",
        new Selection("blocks2.3", 1, new Token(3, 4), null, 5),
        new SavedSession.Look("dark", "ember", 0.25, false),
        new SavedSession.Detection(
            new SavedSession.Model("m4", "random", 2), 0.25, List.of("cat", "dog")),
        new SavedSession.Learning(
            "TRAIN", "FILES", "val.tar", "val.txt", 16, Map.of("epochs", "3", "out", "here")),
        new SavedSession.Comparison(List.of("m0", "deit-tiny"), "pytorch", 4, 1, "HOLDS", "CHART"));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Path file = folder.resolve("new folder").resolve("s.inspector.json");
    SessionFile.write(file, session());
    assertThat(SessionFile.read(file)).isEqualTo(session());
  }

  @Test
  void aFileThatIsThereIsReplacedAsAWhole() throws IOException {
    Path file = folder.resolve("s.inspector.json");
    Files.writeString(file, "x".repeat(100_000));
    SessionFile.write(file, session());
    assertThat(SessionFile.read(file)).isEqualTo(session());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"version\":1}",
        "{\"version\":1,\"pictures\":[",
        "words"
      })
  void whatIsNoSessionIsRefusedInOneSentence(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("s.inspector.json"), content);
    assertThatThrownBy(() -> SessionFile.read(file))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("s.inspector.json")
        .hasMessageContaining("choose another file");
  }

  @Test
  void aNewerVersionIsNamed() throws IOException {
    Path file = folder.resolve("s.inspector.json");
    SessionFile.write(file, session());
    Files.writeString(file, Files.readString(file).replace("\"version\": 1", "\"version\": 9"));
    assertThatThrownBy(() -> SessionFile.read(file)).hasMessageContaining("newer version");
  }

  @Test
  void whatIsSetAsideIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("s.inspector.json"), "words");
    Path aside = SessionFile.setAside(file).orElseThrow();
    assertThat(file).doesNotExist();
    assertThat(aside).hasContent("words");
  }
}
