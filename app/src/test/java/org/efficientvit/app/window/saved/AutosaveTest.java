package org.efficientvit.app.window.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {

  @TempDir Path folder;

  private final Queue<Runnable> later = new ArrayDeque<>();
  private int taken;
  private Path file;
  private Autosave autosave;

  @BeforeEach
  void begin() {
    file = folder.resolve("last.inspector.json");
    autosave =
        new Autosave(
            file,
            () -> {
              taken++;
              return SessionFileTest.session();
            },
            later::add,
            Runnable::run,
            Runnable::run);
  }

  @Test
  void manyChangesAreWrittenOnceAndAfterAWhile() {
    for (int i = 0; i < 100; i++) {
      autosave.changed();
    }
    assertThat(file).doesNotExist();
    assertThat(later).hasSize(1);
    later.remove().run();
    assertThat(taken).isEqualTo(1);
    assertThat(SessionFile.read(file)).isEqualTo(SessionFileTest.session());
  }

  @Test
  void aChangeAfterwardsIsWrittenToo() {
    autosave.changed();
    later.remove().run();
    autosave.changed();
    later.remove().run();
    assertThat(taken).isEqualTo(2);
  }

  @Test
  void theEndWaitsForNothing() {
    autosave.changed();
    autosave.finish();
    assertThat(SessionFile.read(file)).isEqualTo(SessionFileTest.session());
    later.remove().run();
    assertThat(taken).isEqualTo(1);
  }
}
