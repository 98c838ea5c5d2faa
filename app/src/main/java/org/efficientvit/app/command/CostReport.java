package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.OperationCost;

/**
 * The answer of {@code cost --json}.
 *
 * @param folded whether normalisation is folded into the layer beside it
 * @param arithmetic floating-point operations besides multiply-accumulates
 * @param weightBytes those bytes read that are weights
 */
record CostReport(
    String model,
    int imageSize,
    int batch,
    long parameters,
    long parametersFolded,
    long macs,
    List<Operation> operations,
    boolean folded,
    long arithmetic,
    long bytesRead,
    long weightBytes,
    long bytesWritten,
    List<String> figures) {

  /**
   * One operation.
   *
   * @param arithmetic floating-point operations besides multiply-accumulates
   * @param weightBytes those bytes read that are weights
   * @param parameters that no operation before it reads
   * @param output shape of the result
   * @param intensity floating-point operations for each byte; 0 for a view, which moves none
   */
  record Operation(
      String name,
      String kind,
      long macs,
      long bytesRead,
      long bytesWritten,
      long arithmetic,
      long weightBytes,
      long parameters,
      List<Integer> output,
      double intensity) {

    static Operation of(OperationCost cost) {
      return new Operation(
          cost.name(),
          cost.kind().id(),
          cost.macs(),
          cost.bytesRead(),
          cost.bytesWritten(),
          cost.arithmetic(),
          cost.weightBytes(),
          cost.parameters(),
          Arrays.stream(cost.output().toArray()).boxed().toList(),
          cost.intensity());
    }
  }

  static CostReport of(NetworkCost cost, List<Path> figures) {
    return new CostReport(
        cost.network(),
        cost.imageSize(),
        cost.batch(),
        cost.parameters(),
        cost.parametersFolded(),
        cost.macs(),
        cost.operations().stream().map(Operation::of).toList(),
        cost.folded(),
        cost.arithmetic(),
        cost.bytesRead(),
        cost.weightBytes(),
        cost.bytesWritten(),
        figures.stream().map(Path::toString).toList());
  }
}
