package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.InspectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectorCommandTest {

  @Test
  void helpNamesEveryCommand() {
    Result result = CommandLineRunner.run("--help");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("classify", "trace", "inspect", "cost", "weights");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classify",
        "trace",
        "inspect",
        "cost",
        "profile",
        "what-if",
        "dataset",
        "train",
        "evaluate",
        "export",
        "weights",
        "weights list",
        "weights fetch",
        "weights info",
        "weights verify"
      })
  void everyCommandExplainsItselfAndItsExitStatus(String command) {
    String[] words = (command + " --help").split(" ");
    Result result = CommandLineRunner.run((Object[]) words);

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("Usage: inspector " + command, "--json", "--verbose", "wrong usage");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    Result result = CommandLineRunner.run("--version");

    assertThat(result.status()).isZero();
    assertThat(result.out()).containsPattern("EfficientViT Inspector \\d+\\.\\d+\\.\\d+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classify",
        "cost --batch 0",
        "cost --batch many",
        "cost --model m6",
        "cost --modle m1",
        "cost --engine tensorflow",
        "cost --threads -1",
        "clasify a.png",
        "trace a.png",
        "--json",
      })
  void wrongUsageIsSaidBrieflyWithStatusTwo(String arguments) {
    Result result = CommandLineRunner.run((Object[]) arguments.split(" "));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().count()).isBetween(1L, 3L);
    assertThat(result.err()).doesNotContain("Exception");
  }

  @Test
  void aMistakeInTheProgramIsSaidAsOneAndShownOnlyWhenAskedFor() {
    StringWriter quiet = new StringWriter();
    StringWriter loud = new StringWriter();
    IllegalStateException mistake = new IllegalStateException("no such thing");

    int status = handler(quiet).report(mistake, false);
    handler(loud).report(mistake, true);

    assertThat(status).isEqualTo(1);
    assertThat(quiet.toString().lines())
        .singleElement()
        .asString()
        .contains("mistake in the program", "no such thing", "--verbose");
    assertThat(loud.toString()).contains("\tat " + InspectorCommandTest.class.getName());
  }

  @Test
  void aRefusalIsItsOwnSentence() {
    StringWriter err = new StringWriter();

    handler(err).report(new InspectorException("a.png is empty; copy it again."), false);

    assertThat(err.toString().strip()).isEqualTo("a.png is empty; copy it again.");
  }

  @Test
  void verboseShowsWhereARefusalComesFrom() {
    Result result = CommandLineRunner.run("cost", "--image-size", 100, "--verbose");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("multiple of 16", "\tat org.efficientvit");
  }

  private static FailureHandler handler(StringWriter err) {
    return new FailureHandler(
        new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false));
  }
}
