package org.efficientvit.visualizers.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.visualizers.chart.BlockNames;

/** The stages of a network by the names of its operations. */
final class Stages {

  private Stages() {}

  /**
   * The stage of each operation. A copy that an engine makes for itself bears no name of the
   * network's: it counts with the operation before it, or, where there is none, after it.
   */
  static List<String> of(List<ProfiledOperation> operations) {
    List<String> stages = new ArrayList<>();
    String stage =
        operations.stream()
            .filter(one -> !one.members().isEmpty())
            .map(one -> BlockNames.stageOf(one.name()))
            .findFirst()
            .orElse("");
    for (ProfiledOperation one : operations) {
      stage = one.members().isEmpty() ? stage : BlockNames.stageOf(one.name());
      stages.add(stage);
    }
    return stages;
  }

  /** The operations of each stage, the stages in their order. */
  static Map<String, List<ProfiledOperation>> divide(List<ProfiledOperation> operations) {
    List<String> stages = of(operations);
    Map<String, List<ProfiledOperation>> divided = new LinkedHashMap<>();
    for (int i = 0; i < stages.size(); i++) {
      divided.computeIfAbsent(stages.get(i), stage -> new ArrayList<>()).add(operations.get(i));
    }
    return divided;
  }
}
