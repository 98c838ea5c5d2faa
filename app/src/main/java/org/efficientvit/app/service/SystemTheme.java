package org.efficientvit.app.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Whether the desktop is dark, by asking it the way its own tools do: JavaFX says so from version
 * 22 on only, which needs a newer Java.
 */
public final class SystemTheme {

  private static final long SECONDS = 2;

  private final String system;
  private final Map<String, String> environment;
  private final Function<List<String>, Optional<String>> command;

  /**
   * A desktop.
   *
   * @param system name of the operating system
   * @param environment its variables
   * @param command runs a program and gives what it says; empty where it fails
   */
  SystemTheme(
      String system,
      Map<String, String> environment,
      Function<List<String>, Optional<String>> command) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.environment = environment;
    this.command = command;
  }

  /** This desktop. */
  public static SystemTheme ofThisDesktop() {
    return new SystemTheme(System.getProperty("os.name", ""), System.getenv(), SystemTheme::output);
  }

  /** Whether it is dark, which takes some milliseconds; a desktop that does not say is light. */
  public boolean isDark() {
    if (system.startsWith("windows")) {
      return says(
          "0x0",
          "reg",
          "query",
          "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
          "/v",
          "AppsUseLightTheme");
    }
    if (system.startsWith("mac")) {
      return says("dark", "defaults", "read", "-g", "AppleInterfaceStyle");
    }
    String theme = environment.getOrDefault("GTK_THEME", "").toLowerCase(Locale.ROOT);
    return theme.endsWith("dark")
        || says("dark", "gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
  }

  private boolean says(String word, String... words) {
    return command
        .apply(List.of(words))
        .filter(answer -> answer.toLowerCase(Locale.ROOT).contains(word))
        .isPresent();
  }

  private static Optional<String> output(List<String> words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
    } catch (IOException e) {
      // Such a desktop has no such tool.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
