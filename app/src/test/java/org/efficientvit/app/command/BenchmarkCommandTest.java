package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.OwnData;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark and what becomes of it in the store of runs. */
class BenchmarkCommandTest {

  @TempDir private Path folder;
  private OwnData data;

  @BeforeEach
  void keepApart() {
    data = new OwnData(folder);
  }

  @AfterEach
  void goBack() {
    data.close();
  }

  private static Result benchmark(Object... more) {
    Object[] words = new Object[more.length + 7];
    Object[] first = {"benchmark", "--models", "m0,m1", "--protocol", "quick", "--rounds", "1"};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return CommandLineRunner.run(words);
  }

  @Test
  void theAnswerHasTheNamesThatOthersRelyOn() {
    Result result = benchmark("--engines", "onnx", "--batches", "1", "--json");

    assertThat(result.status()).isZero();
    JsonObject report = result.json();
    assertThat(report.keySet())
        .containsExactly(
            "machine",
            "protocol",
            "run",
            "whole",
            "weights",
            "cells",
            "ratios",
            "regimes",
            "crossings");
    JsonObject cell = report.getAsJsonArray("cells").get(1).getAsJsonObject();
    assertThat(cell.keySet())
        .contains("model", "engine", "batch", "threads", "milliseconds", "imagesPerSecond");
    assertThat(cell.get("model").getAsString()).isEqualTo("m1");
    JsonObject milliseconds = cell.getAsJsonObject("milliseconds");
    assertThat(milliseconds.keySet()).containsExactly("median", "low", "high");
    assertThat(cell.get("imagesPerSecond").getAsDouble() * milliseconds.get("median").getAsDouble())
        .isBetween(999.999, 1000.001);
    assertThat(report.getAsJsonObject("machine").get("processor").getAsString()).isNotBlank();
    JsonArray ranking =
        report.getAsJsonArray("regimes").get(0).getAsJsonObject().getAsJsonArray("ranking");
    assertThat(ranking.asList())
        .extracting(JsonElement::getAsString)
        .containsExactlyInAnyOrder("m0", "m1");
  }

  @Test
  void aPersonReadsTimesRatiosAndWhichModelIsFastestWhere() {
    String out = benchmark("--batches", "1").out();

    assertThat(out)
        .contains("random weights (seed 0); speed does not depend on them")
        .contains("median ms")
        .contains("times as fast")
        .contains("against")
        .contains("onnx, batch 1, 1 thread")
        .containsPattern("m0 m1|m1 m0");
  }

  @Test
  void numbersOfTwoPrecisionsAreToldApart() {
    Result result = benchmark("--batches", "1", "--precision", "fp32,bf16", "--json");

    List<String> cells = new ArrayList<>();
    for (var one : result.json().getAsJsonArray("cells")) {
      JsonObject cell = one.getAsJsonObject();
      cells.add(
          cell.get("model").getAsString()
              + " "
              + cell.get("engine").getAsString()
              + " "
              + cell.get("precision").getAsString());
    }
    assertThat(cells)
        .containsExactly(
            "m0 pytorch fp32",
            "m0 pytorch bf16",
            "m0 onnx fp32",
            "m1 pytorch fp32",
            "m1 pytorch bf16",
            "m1 onnx fp32");
    assertThat(benchmark("--batches", "1", "--precision", "bf16").out()).contains("pytorch bf16");
    assertThat(benchmark("--engines", "onnx", "--precision", "bf16").status()).isEqualTo(2);
  }

  @Test
  void runsAreListedShownExportedComparedAndForgotten() throws IOException {
    assertThat(CommandLineRunner.run("runs", "list").out()).contains("Nothing was measured yet");
    assertThat(folder.resolve("runs.sqlite")).doesNotExist();
    benchmark("--engines", "onnx", "--batches", "1");
    benchmark("--engines", "onnx", "--batches", "1");

    assertThat(CommandLineRunner.run("runs", "list").out())
        .contains("m0,m1 on onnx, batch 1, quick")
        .contains("finished");
    assertThat(CommandLineRunner.run("runs", "list", "--json").json().getAsJsonArray("runs"))
        .hasSize(2);
    assertThat(CommandLineRunner.run("runs", "show", "1").out()).contains("m1").contains("onnx");
    JsonObject shown = CommandLineRunner.run("runs", "show", "2", "--json").json();
    assertThat(shown.getAsJsonArray("cells")).hasSize(2);
    assertThat(shown.getAsJsonObject("plan").getAsJsonArray("models")).hasSize(2);

    Path csv = folder.resolve("run.csv");
    CommandLineRunner.run("runs", "export", "1", "--out", csv);
    assertThat(Files.readAllLines(csv))
        .hasSizeGreaterThan(4)
        .first()
        .isEqualTo("model,engine,precision,batch,threads,workers,round,pass,time (ms)");
    Path json = folder.resolve("run.json");
    CommandLineRunner.run("runs", "export", "1", "--out", json, "--format", "json");
    assertThat(Files.readString(json)).contains("\"visits\"").contains("\"milliseconds\"");

    Result compared = CommandLineRunner.run("runs", "compare", "1", "2", "--json");
    assertThat(compared.json().getAsJsonArray("differences")).isEmpty();
    assertThat(compared.json().getAsJsonArray("cells")).hasSize(2);
    assertThat(CommandLineRunner.run("runs", "compare", "1", "2").out()).contains("times as long");

    assertThat(CommandLineRunner.run("runs", "delete", "1").status()).isZero();
    Result gone = CommandLineRunner.run("runs", "show", "1");
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.err()).contains("There is no run 1").contains("runs list");
  }

  @Test
  void whatIsNotToBeKeptIsNotKept() {
    assertThat(
            benchmark("--engines", "onnx", "--batches", "1", "--no-store", "--json")
                .json()
                .get("run")
                .isJsonNull())
        .isTrue();
    assertThat(folder.resolve("runs.sqlite")).doesNotExist();
  }

  @Test
  void thePapersProtocolTakesNoSettings() {
    Result result = CommandLineRunner.run("benchmark", "--protocol", "paper", "--batches", "1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("says itself");
    assertThat(CommandLineRunner.run("benchmark", "--batches", "0").status()).isEqualTo(2);
    assertThat(CommandLineRunner.run("benchmark", "--models", "m9").status()).isEqualTo(2);
    assertThat(CommandLineRunner.run("runs").status()).isEqualTo(2);
  }
}
