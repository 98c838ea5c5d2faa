package org.efficientvit.core.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training that a file keeps, as far as it has come.
 *
 * @param results of its whole epochs, in their order
 * @param settings with which it was begun, by the names of {@link TrainingPlan#settings()}, {@code
 *     network}, {@code image size}, {@code classes} and {@code pictures}
 */
public record KeptTraining(List<EpochResult> results, Map<String, String> settings) {

  public KeptTraining {
    results = List.copyOf(results);
    settings = Map.copyOf(settings);
  }

  /**
   * The training in a file of {@link Trainer}.
   *
   * @return empty if there is no such file
   * @throws org.efficientvit.core.InspectorException in one sentence, if it holds no training
   */
  public static Optional<KeptTraining> find(Path file) {
    return Files.exists(file) ? Optional.of(TrainingFile.readKept(file)) : Optional.empty();
  }

  /**
   * Which of some settings it was begun otherwise with: {@code epochs 2 instead of 3}; empty if it
   * goes on with these.
   */
  public List<String> differences(Map<String, String> wanted) {
    return TrainingFile.differences(settings, wanted);
  }
}
