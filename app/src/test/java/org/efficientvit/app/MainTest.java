package org.efficientvit.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as its own process. */
class MainTest {

  @TempDir private Path folder;

  private record Result(int status, String out, String err) {}

  @Test
  void costStartsNeitherPyTorchNorTheWindow() throws Exception {
    Path classes = folder.resolve("classes.log");

    Result result =
        java(
            List.of("-Xlog:class+load:file=" + classes),
            List.of("cost", "--model", "m5", "--json"));

    assertThat(result.status).isZero();
    assertThat(result.err).isEmpty();
    assertThat(JsonParser.parseString(result.out).isJsonObject()).isTrue();
    assertThat(Files.readString(classes))
        .contains("org.efficientvit.app.Main")
        .doesNotContain(" ai.djl.", " javafx.", " org.jfree.", " java.awt.");
  }

  @Test
  void theExitStatusIsThatOfTheCommand() throws Exception {
    assertThat(java(List.of(), List.of("cost", "--batch", "0")).status).isEqualTo(2);
    assertThat(java(List.of(), List.of("weights", "info", "missing.pth")).status).isEqualTo(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theWindowWithoutADisplayIsRefusedInOneSentence() throws Exception {
    Result result = java(List.of(), List.of());

    assertThat(result.status).isEqualTo(1);
    assertThat(result.out).isEmpty();
    assertThat(result.err.lines())
        .singleElement()
        .asString()
        .contains("needs a display", "classify", "train", "--help");
  }

  @Test
  void onlyLinuxNamesItsDisplay() {
    assertThat(WindowLauncher.obstacle("Linux", false, "")).isPresent();
    assertThat(WindowLauncher.obstacle("Linux", true, "")).isEmpty();
    assertThat(WindowLauncher.obstacle("Linux", false, "Monocle")).isEmpty();
    assertThat(WindowLauncher.obstacle("Mac OS X", false, "")).isEmpty();
    assertThat(WindowLauncher.obstacle("Windows 11", false, "")).isEmpty();
  }

  private Result java(List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    // Would make the virtual machine say so on standard error.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
