package org.efficientvit.core.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.ops.torch.TorchTraining;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.Checkpoint;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.jspecify.annotations.Nullable;

/**
 * A training's state as one file of safetensors: weights and moments as 32-bit floats, and as
 * metadata the results of its epochs and the settings with which it was begun.
 */
final class TrainingFile {

  private static final String STEPS = "steps";
  private static final String RESULTS = "results";
  private static final String SETTINGS = "settings";
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private TrainingFile() {}

  static void write(Path file, TrainingState<?> state, Map<String, String> settings) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(state.parameters().weights());
    tensors.putAll(state.parameters().moments());
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(STEPS, Long.toString(state.parameters().steps()));
    metadata.put(RESULTS, GSON.toJson(state.results()));
    metadata.put(SETTINGS, GSON.toJson(settings));
    SafetensorsWriter.write(file, tensors, DType.FLOAT32, metadata);
  }

  /**
   * The state in a file.
   *
   * @param type of the results of its epochs
   * @throws InspectorException if the file is no training, or one of another network or with other
   *     settings, which the sentence names
   */
  static <R> TrainingState<R> read(
      Path file, VisionNetwork network, Map<String, String> settings, Class<R[]> type) {
    Checkpoint checkpoint = CheckpointReader.read(file).requireFinite();
    Map<String, String> metadata = checkpoint.metadata();
    try {
      requireSame(checkpoint.name(), begun(checkpoint), settings);
      long steps = Long.parseLong(metadata.getOrDefault(STEPS, ""));
      List<R> results = results(checkpoint, type);
      Map<String, Tensor> moments = new LinkedHashMap<>(checkpoint.floats());
      Map<String, Tensor> weights = take(checkpoint.name(), network, moments);
      return new TrainingState<>(new TorchTraining.State(weights, moments, steps), results);
    } catch (JsonSyntaxException | NumberFormatException e) {
      throw foreign(checkpoint.name(), e);
    }
  }

  /**
   * What a file says of its training, whatever network it is of.
   *
   * @throws InspectorException if the file is no training
   */
  static KeptTraining readKept(Path file) {
    Checkpoint checkpoint = CheckpointReader.read(file);
    try {
      return new KeptTraining(results(checkpoint, EpochResult[].class), begun(checkpoint));
    } catch (JsonSyntaxException e) {
      throw foreign(checkpoint.name(), e);
    }
  }

  private static <R> List<R> results(Checkpoint checkpoint, Class<R[]> type) {
    R[] results = GSON.fromJson(checkpoint.metadata().get(RESULTS), type);
    if (results == null || Arrays.asList(results).contains(null)) {
      throw foreign(checkpoint.name(), null);
    }
    return List.of(results);
  }

  private static Map<String, String> begun(Checkpoint checkpoint) {
    Map<?, ?> begun = GSON.fromJson(checkpoint.metadata().get(SETTINGS), Map.class);
    if (begun == null) {
      throw foreign(checkpoint.name(), null);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    begun.forEach((name, value) -> settings.put(name.toString(), String.valueOf(value)));
    return settings;
  }

  /** Which settings a training was begun otherwise with. */
  static List<String> differences(Map<String, String> begun, Map<String, String> wanted) {
    List<String> differences = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          String before = begun.get(name);
          if (!value.equals(before)) {
            differences.add("%s %s instead of %s".formatted(name, before, value));
          }
        });
    return differences;
  }

  private static void requireSame(
      String file, Map<String, String> begun, Map<String, String> settings) {
    List<String> differences = differences(begun, settings);
    if (!differences.isEmpty()) {
      throw new InspectorException(
          "%s was begun with other settings (%s); go on with those, or begin in another folder."
              .formatted(file, String.join(", ", differences)));
    }
  }

  /** Moves the network's tensors out of all. */
  private static Map<String, Tensor> take(
      String file, VisionNetwork network, Map<String, Tensor> tensors) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : Blueprint.of(network, 1, false).parameters()) {
      Tensor tensor = tensors.remove(parameter.name());
      Shape expected = parameter.shape();
      if (tensor == null || !tensor.shape().equals(expected)) {
        throw new InspectorException(
            "%s is the training of another network (%s is not there as %s); go on with that one, or begin in another folder."
                .formatted(file, parameter.name(), expected));
      }
      weights.put(parameter.name(), tensor);
    }
    return weights;
  }

  private static InspectorException foreign(String file, @Nullable Exception cause) {
    return new InspectorException(
        "%s holds no training that could go on; begin in another folder.".formatted(file), cause);
  }
}
