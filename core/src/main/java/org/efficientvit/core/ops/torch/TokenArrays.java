package org.efficientvit.core.ops.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** What happens to tokens as arrays (B, N, C), which lie the same in every layout of maps. */
final class TokenArrays {

  private TokenArrays() {}

  /** One token, (1, 1, C), before those of every picture. */
  static NDArray prepend(NDArray token, NDArray tokens) {
    Shape shape = tokens.getShape();
    if (shape.get(0) == 1) {
      return NDArrays.concat(new NDList(token, tokens), 1);
    }
    try (NDArray each = token.broadcast(shape.get(0), 1, shape.get(2))) {
      return NDArrays.concat(new NDList(each, tokens), 1);
    }
  }

  /** (B, N, C) to (B·h, N, D): a view of one picture, a copy of several. */
  static NDArray split(NDArray tokens, int heads) {
    Shape shape = tokens.getShape();
    long batch = shape.get(0);
    long count = shape.get(1);
    long width = shape.get(2) / heads;
    if (batch == 1) {
      try (NDArray parts = tokens.reshape(count, heads, width)) {
        return parts.transpose(1, 0, 2);
      }
    }
    try (NDArray parts = tokens.reshape(batch, count, heads, width);
        NDArray ordered = parts.transpose(0, 2, 1, 3)) {
      return ordered.reshape(batch * heads, count, width);
    }
  }

  /** (B·h, N, D) to (B, N, C). */
  static NDArray merge(NDArray parts, int heads) {
    Shape shape = parts.getShape();
    long batch = shape.get(0) / heads;
    long count = shape.get(1);
    long width = shape.get(2);
    try (NDArray grouped = parts.reshape(batch, heads, count, width);
        NDArray ordered = grouped.transpose(0, 2, 1, 3)) {
      return ordered.reshape(batch, count, heads * width);
    }
  }

  /** (B, N, C) to (B, C), a view. */
  static NDArray take(NDArray tokens, int index) {
    Shape shape = tokens.getShape();
    try (NDArray one = slice(tokens, index, index + 1)) {
      return one.reshape(shape.get(0), shape.get(2));
    }
  }

  /** Tokens from one to before another, a view. */
  static NDArray slice(NDArray tokens, int from, int to) {
    return JniUtils.slice((PtNDArray) tokens, 1, from, to, 1);
  }
}
