package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.gson.JsonArray;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.ops.onnx.OnnxRuntime;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  @TempDir private Path folder;

  @Test
  void anOnnxFileGivesTheLogitsOfTheModelAndSaysWhatItIs() throws OrtException {
    Path weights = Samples.weights(folder);
    Path file = folder.resolve("small.onnx");

    Result result =
        CommandLineRunner.run(
            "export", "--out", file, "--weights", weights, "--taps", "attention", "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().keySet()).containsExactly("model", "weights", "files");
    assertThat(result.json().getAsJsonArray("files").get(0).getAsJsonObject().keySet())
        .containsExactly("file", "format", "bytes");
    Tensor image = SeededWeights.uniform("image", Shape.of(2, 3, 64, 64), 1);
    // Whoever is first to ask for the environment starts the library, and needs the stack for it.
    assertThat(OnnxRuntime.version()).isNotBlank();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor input =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(image.values()), new long[] {2, 3, 64, 64});
        OrtSession.Result output = session.run(Map.of("images", input))) {
      assertThat(session.getOutputNames()).contains("logits", "blocks2.3.attention.0");
      assertThat(session.getMetadata().getCustomMetadata()).containsKeys("variant", "labels");
      float[][] logits = (float[][]) output.get("logits").orElseThrow().getValue();
      float[][] expected = logits(weights, image);
      for (int i = 0; i < logits.length; i++) {
        assertThat(logits[i]).containsExactly(expected[i], within(2e-5f));
      }
    }
  }

  private static float[][] logits(Path weights, Tensor image) {
    Model model = ModelLoader.load(weights);
    try (TorchRunner runner =
        new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(1))) {
      return runner.run(image, Taps.logits()).stream()
          .map(trace -> trace.logits().values())
          .toArray(float[][]::new);
    }
  }

  @Test
  void severalFormatsGetTheirOwnEndings() {
    Path weights = Samples.weights(folder);

    Result result =
        CommandLineRunner.run(
            "export",
            "--out",
            folder.resolve("both.model"),
            "--format",
            "onnx,safetensors",
            "--half",
            "--weights",
            weights,
            "--json");

    JsonArray files = result.json().getAsJsonArray("files");
    assertThat(
            List.of(
                files.get(0).getAsJsonObject().get("file").getAsString(),
                files.get(1).getAsJsonObject().get("file").getAsString()))
        .containsExactly(
            folder.resolve("both.onnx").toString(), folder.resolve("both.safetensors").toString());
    assertThat(ModelLoader.load(folder.resolve("both.safetensors")).network().classes())
        .isEqualTo(10);
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidInOneSentence() {
    Result result =
        CommandLineRunner.run("export", "--out", folder.resolve("no/such/folder/m0.onnx"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("could not be written");
  }
}
