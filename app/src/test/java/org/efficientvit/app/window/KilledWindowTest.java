package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.efficientvit.app.Main;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.saved.SessionFile;
import org.efficientvit.core.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window whose process is killed has not lost what was seen in it. */
class KilledWindowTest {

  private static final long SECONDS = 120;

  @TempDir Path folder;

  @Test
  void whatWasSeenBeforeTheProcessWasKilledComesBack() throws IOException, InterruptedException {
    Path picture = Pictures.disc(folder, "seen.png", 320, 240, Color.BLUE);
    Path state = folder.resolve("data").resolve(SessionFile.last().getFileName());
    Process window = start(picture);
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (!isAnswered(state) && window.isAlive() && System.nanoTime() < end) {
        Thread.sleep(100);
      }
      assertThat(window.isAlive()).as(output()).isTrue();
    } finally {
      window.destroyForcibly().waitFor();
    }
    SavedSession saved = SessionFile.read(state);
    assertThat(saved.shown()).isEqualTo(picture.toString());
    assertThat(saved.pictures()).hasSize(1);
    assertThat(saved.pictures().get(0).answers()).isNotEmpty();
  }

  /** Written whole or not at all: it can be read at any time. */
  private static boolean isAnswered(Path state) {
    return Files.exists(state)
        && SessionFile.read(state).pictures().stream().anyMatch(one -> !one.answers().isEmpty());
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  private Process start(Path picture) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The headless screen, and what else this test runs with, but for what watches it.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-D"))
        .forEach(command::add);
    command.add("-D" + DataFolder.PROPERTY + "=" + folder.resolve("data"));
    command.addAll(List.of("-cp", classPath(), Main.class.getName(), "window"));
    command.add(picture.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  /** Surefire hands the class path over in a property where the real one is a jar that names it. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace("\n", File.pathSeparator);
  }
}
