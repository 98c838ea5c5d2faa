package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.efficientvit.app.Mirror;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.catalogue.DownloadProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFetchCommandTest {

  @TempDir private Path folder;
  private Mirror mirror;

  @BeforeEach
  void start() {
    mirror = new Mirror(folder);
  }

  @AfterEach
  void stop() {
    mirror.close();
  }

  @Test
  void fetchedWeightsAreListedVerifiedAndUsedByName() {
    JsonObject fetched = fetch("m0").json();

    assertThat(fetched.keySet()).containsExactly("model", "file", "bytes", "sha256", "url");
    Path file = Path.of(fetched.get("file").getAsString());
    assertThat(file).startsWith(folder.resolve("data")).hasFileName("efficientvit_m0.pth");
    assertThat(file).hasSize(fetched.get("bytes").getAsLong());
    assertThat(fetched.get("url").getAsString()).startsWith(mirror.url());
    JsonObject row = list().get(0).getAsJsonObject();
    assertThat(row.get("file").getAsString()).isEqualTo(file.toString());
    assertThat(row.get("sha256")).isEqualTo(fetched.get("sha256"));
    Result verified = CommandLineRunner.run("weights", "verify", "official:m0");
    assertThat(verified.status()).isZero();
    assertThat(verified.out()).startsWith(file + ": all ");
    Result classified =
        CommandLineRunner.run(
            "classify", Samples.picture(folder, "a.png"), "--weights", "m0", "--json");
    assertThat(classified.json().get("weights").getAsString()).isEqualTo("efficientvit_m0.pth");
  }

  @Test
  void aFileOfTheSameNameComesBeforeFetchedWeights() throws IOException {
    assertThat(fetch("m0").status()).isZero();
    Path local = Path.of("m0").toAbsolutePath();
    Files.writeString(local, "no weights");
    try {
      Result result = CommandLineRunner.run("weights", "info", "m0");
      assertThat(result.status()).isEqualTo(1);
      assertThat(result.err()).startsWith("m0 ");
    } finally {
      Files.delete(local);
    }
  }

  @Test
  void aFileThatChangedIsReportedOnUse() throws IOException {
    Path file = Path.of(fetch("m0").json().get("file").getAsString());
    byte[] changed = Files.readAllBytes(file);
    changed[changed.length - 1] ^= 1;
    Files.write(file, changed);

    for (String weights : new String[] {"m0", file.toString()}) {
      Result verified = CommandLineRunner.run("weights", "verify", weights);
      assertThat(verified.status()).isEqualTo(1);
      assertThat(verified.err()).contains("its SHA-256 has changed", "inspector weights fetch m0");
    }
    assertThat(CommandLineRunner.run("cost", "--weights", "m0").status()).isEqualTo(1);
  }

  @Test
  void ofSeveralModelsThoseThatComeAreKeptAndTheOthersReported() {
    Result result = fetch("m1", "m0", "timm:m0", "m0");

    assertThat(result.status()).isEqualTo(1);
    JsonArray fetched = JsonParser.parseString(result.out()).getAsJsonArray();
    assertThat(fetched).hasSize(2);
    assertThat(fetched.get(1).getAsJsonObject().get("model").getAsString()).isEqualTo("m0-timm");
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("efficientvit_m1.pth was not fetched: ");
    assertThat(mirror.requests()).isEqualTo(3);
  }

  @Test
  void aBareNameIsOfTheSourceThatIsChosen() {
    Result result =
        CommandLineRunner.run(
            "weights", "fetch", "m0", "--source", "timm", "--from", mirror.url() + "/hub");

    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("m0-timm: ").contains("SHA-256");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void weightsThatAreNotFetchedSayHowTheyCanBe() {
    Result result = CommandLineRunner.run("cost", "--weights", "timm:m3");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("inspector weights fetch m3-timm");
    assertThat(CommandLineRunner.run("weights", "fetch", "m7").err())
        .startsWith("m7 is not in the catalogue");
    Result address = CommandLineRunner.run("weights", "fetch", "m0", "--from", "ftp://mirror");
    assertThat(address.status()).isEqualTo(2);
    assertThat(mirror.requests()).isZero();
  }

  @Test
  void theListSaysWhereItsFiguresComeFromAndAsksNobody() {
    Result text = CommandLineRunner.run("weights", "list");

    assertThat(text.status()).isZero();
    assertThat(text.out().lines().skip(1).findFirst().orElseThrow())
        .matches("m0 +official +63\\.3 % +about 9\\.4 MB +MIT +no");
    assertThat(text.out()).contains("12.1 MB", "model's card", "classification/README.md");
    assertThat(list()).hasSize(12);
    assertThat(list().get(0).getAsJsonObject().get("file").isJsonNull()).isTrue();
    assertThat(mirror.requests()).isZero();
  }

  @Test
  void ctrlCKeepsWhatIsHere() throws InterruptedException {
    mirror.shut();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    int[] status = new int[1];
    Thread command =
        new Thread(
            () ->
                status[0] =
                    InspectorCommand.execute(
                        terminal, "weights", "fetch", "m0", "m0-timm", "--from", mirror.url()));
    command.start();
    Path part = folder.resolve("data").resolve("weights").resolve("efficientvit_m0.pth.part");
    while (part.toFile().length() < Mirror.START) {
      assertThat(command.isAlive()).isTrue();
      Thread.sleep(10);
    }
    terminal.stop();
    command.join();

    assertThat(status[0]).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .isEqualTo(
            "Stopped after 0.1 of 9.6 MB of efficientvit_m0.pth; the same command goes on from there.");
    assertThat(CommandLineRunner.run("weights", "list").out()).contains("no, but 0.1 MB are here");
    assertThat(mirror.requests()).isEqualTo(1);
  }

  @Test
  void theLineSaysHowFarHowFastAndHowMuchLonger() {
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), true);
    long[] clock = new long[1];
    try (DownloadLine line = new DownloadLine(terminal, "m0.pth", () -> clock[0])) {
      clock[0] = 5_000_000_000L;
      line.report(new DownloadProgress(1_000_000, 9_000_000));
      clock[0] = 6_000_000_000L;
      line.report(new DownloadProgress(3_000_000, 9_000_000));
      assertThat(err.toString())
          .endsWith("[########................] m0.pth  3.0 of 9.0 MB  2.0 MB/s  3 s left");
    }
    assertThat(err.toString()).endsWith("\r");
  }

  private Result fetch(String... names) {
    Object[] arguments = new Object[names.length + 5];
    arguments[0] = "weights";
    arguments[1] = "fetch";
    System.arraycopy(names, 0, arguments, 2, names.length);
    arguments[names.length + 2] = "--json";
    arguments[names.length + 3] = "--from";
    arguments[names.length + 4] = mirror.url();
    return CommandLineRunner.run(arguments);
  }

  private static JsonArray list() {
    return CommandLineRunner.run("weights", "list", "--json").json().getAsJsonArray("weights");
  }
}
