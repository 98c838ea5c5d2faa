package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareEnginesCommandTest {

  @TempDir private Path folder;
  private Path picture;
  private Path weights;

  @BeforeEach
  void makeFiles() {
    picture = Samples.picture(folder, "gradient.png");
    weights = Samples.weights(folder);
  }

  private Result run(Object... more) {
    Object[] words = new Object[more.length + 4];
    words[0] = "compare-engines";
    words[1] = picture;
    words[2] = "--weights";
    words[3] = weights;
    System.arraycopy(more, 0, words, 4, more.length);
    return CommandLineRunner.run(words);
  }

  @Test
  void theEnginesAgreeOnAModelAndTheAnswerSaysSo() {
    Result result = run("--json");

    assertThat(result.status()).isZero();
    JsonObject report = result.json();
    assertThat(report.keySet())
        .contains("model", "weights", "engines", "bound", "beyond", "logits", "operations");
    assertThat(report.get("beyond").getAsInt()).isZero();
    assertThat(report.get("first"))
        .satisfiesAnyOf(
            first -> assertThat(first).isNull(), first -> assertThat(first.isJsonNull()).isTrue());
    assertThat(report.getAsJsonObject("logits").get("sameTop1").getAsBoolean()).isTrue();
    JsonArray operations = report.getAsJsonArray("operations");
    assertThat(operations.get(0).getAsJsonObject().get("name").getAsString())
        .isEqualTo("patch_embed.0");
    assertThat(operations).hasSizeGreaterThan(100);
  }

  @Test
  void aBoundOfNothingNamesWhereRoundingBegins() {
    Result result = run("--bound", "0", "--json");
    JsonObject report = result.json();

    String first = report.get("first").getAsString();
    for (var one : report.getAsJsonArray("operations")) {
      JsonObject operation = one.getAsJsonObject();
      boolean isFirst = operation.get("name").getAsString().equals(first);
      if (isFirst) {
        assertThat(operation.get("difference").getAsDouble()).isPositive();
        break;
      }
      assertThat(operation.get("difference").getAsDouble()).isZero();
    }
    assertThat(run("--bound", "0").out()).contains("They part at " + first);
  }

  @Test
  void aPersonReadsTheFarthestOperationsOrAll() {
    String few = run().out();

    assertThat(few).contains("agree on all").contains("both name the same class");
    assertThat(few.lines().count()).isLessThan(12);
    assertThat(run("--all").out().lines().count()).isGreaterThan(100);
  }

  @Test
  void bfloat16IsComparedWith32BitsOnManyPictures() {
    JsonObject report = run("--precision", "bf16", picture, "--json").json();

    assertThat(report.getAsJsonArray("engines").toString()).isEqualTo("[\"pytorch\",\"pytorch\"]");
    assertThat(report.getAsJsonArray("precisions").toString()).isEqualTo("[\"fp32\",\"bf16\"]");
    JsonObject logits = report.getAsJsonObject("logits");
    assertThat(logits.get("images").getAsInt()).isEqualTo(2);
    assertThat(logits.get("relative").getAsDouble()).isGreaterThan(1e-5).isLessThan(0.1);
    assertThat(run("--precision", "bf16", "--bound", "0.5").out())
        .contains("PyTorch in 32 bits and PyTorch in bfloat16 agree");
  }

  @Test
  void aBoundThatIsNoneIsWrongUsage() {
    assertThat(run("--bound", "-1").status()).isEqualTo(2);
    assertThat(run("--bound", "NaN").status()).isEqualTo(2);
  }
}
