package org.efficientvit.core.ops;

/**
 * A computation written over operations whose meaning the caller brings: {@code network::forward}.
 */
@FunctionalInterface
public interface Forward {

  /** Runs on one interpreter's values. */
  <T> T forward(Ops<T> ops, T input);

  /** The same computation, which offers the result of every operation. */
  default Forward tapped() {
    Forward plain = this;
    return new Forward() {
      @Override
      public <T> T forward(Ops<T> ops, T input) {
        return plain.forward(new TappedOps<>(ops), input);
      }
    };
  }
}
