package org.efficientvit.core.ops.torch;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;

/** Another interpreter that keeps what the network answers, by name. */
final class AnswerOps implements Ops<NDArray> {

  private final TorchOps delegate;
  private final Map<String, NDArray> answers = new LinkedHashMap<>();

  AnswerOps(TorchOps delegate) {
    this.delegate = delegate;
  }

  Map<String, NDArray> answers() {
    return answers;
  }

  @Override
  public NDArray apply(Operation operation, List<NDArray> inputs) {
    return delegate.apply(operation, inputs);
  }

  @Override
  public Shape shape(NDArray value) {
    return delegate.shape(value);
  }

  @Override
  public boolean isFolded() {
    return delegate.isFolded();
  }

  @Override
  public NDArray scope(NDArray input, UnaryOperator<NDArray> body) {
    return delegate.scope(input, body);
  }

  @Override
  public void tap(Tap tap, NDArray value) {
    if (tap.kind() == Tap.Kind.LOGITS) {
      answers.put(tap.name(), value);
    }
  }
}
