package org.efficientvit.core.ops;

/**
 * A computation written over operations whose meaning the caller brings: {@code network::forward}.
 */
@FunctionalInterface
public interface Forward {

  /** Runs on one interpreter's values. */
  <T> T forward(Ops<T> ops, T input);
}
