package org.efficientvit.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemThemeTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, 'gsettings', '''prefer-dark''', true",
    "Linux, 'gsettings', '''default''', false",
    "Mac OS X, 'defaults', 'Dark', true",
    "Windows 11, 'reg', 'AppsUseLightTheme    REG_DWORD    0x0', true",
    "Windows 11, 'reg', 'AppsUseLightTheme    REG_DWORD    0x1', false"
  })
  void eachDesktopIsAskedItsOwnWay(String system, String tool, String answer, boolean isDark) {
    SystemTheme theme =
        new SystemTheme(
            system,
            Map.of(),
            words -> words.get(0).equals(tool) ? Optional.of(answer) : Optional.empty());
    assertThat(theme.isDark()).isEqualTo(isDark);
  }

  @Test
  void aDesktopThatDoesNotSayIsLight() {
    assertThat(new SystemTheme("Linux", Map.of(), SystemThemeTest::nothing).isDark()).isFalse();
    assertThat(new SystemTheme("Mac OS X", Map.of(), SystemThemeTest::nothing).isDark()).isFalse();
  }

  @Test
  void aThemeThatIsSetForOneProgramCounts() {
    SystemTheme theme =
        new SystemTheme("Linux", Map.of("GTK_THEME", "Adwaita:dark"), SystemThemeTest::nothing);
    assertThat(theme.isDark()).isTrue();
  }

  private static Optional<String> nothing(List<String> words) {
    return Optional.empty();
  }
}
