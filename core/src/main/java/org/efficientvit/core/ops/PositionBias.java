package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Adds the learned bias of one head to its scores (B, N, N), N = side².
 *
 * <p>The bias of a pair of tokens depends on their distance in rows and in columns only; the table
 * holds one number for each pair of distances and head, (heads, side²), in the order in which the
 * official code meets them: by rows, then by columns (official code: {@code attention_bias_idxs}).
 *
 * @param table name of the table in the weights
 * @param head which row of the table
 * @param side rows, and columns, of a window
 */
public record PositionBias(String name, String table, int head, int heads, int side)
    implements Operation {

  /**
   * Where in the table's row the bias of each pair of tokens stands.
   *
   * @return N·N indices, row-major by query and key: |Δrow|·side + |Δcolumn|
   */
  public int[] indices() {
    int tokens = side * side;
    int[] indices = new int[tokens * tokens];
    for (int query = 0; query < tokens; query++) {
      for (int key = 0; key < tokens; key++) {
        int rows = Math.abs(query / side - key / side);
        int columns = Math.abs(query % side - key % side);
        indices[query * tokens + key] = rows * side + columns;
      }
    }
    return indices;
  }

  @Override
  public OperationKind kind() {
    return OperationKind.ADDITION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape scores = inputs.get(0);
    int tokens = side * side;
    Shapes.require(scores.dimension(1) == tokens && scores.dimension(2) == tokens, this, scores);
    return scores;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(table, Shape.of(heads, side * side), Parameter.Role.POSITION_BIAS));
  }

  /** This head's biases, one for each pair of tokens: N·N, of a table that all heads share. */
  @Override
  public long weightsRead() {
    long tokens = (long) side * side;
    return tokens * tokens;
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.positionBias(this, inputs.get(0));
  }
}
