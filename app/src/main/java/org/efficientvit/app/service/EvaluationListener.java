package org.efficientvit.app.service;

/** Hears how far an evaluation is, and may end it. */
public interface EvaluationListener {

  /**
   * The evaluation begins.
   *
   * @param answered pictures that an earlier run has answered
   * @param size pictures in all
   */
  void begins(int answered, int size);

  /** So many pictures are answered by now, those of an earlier run among them. */
  void reached(int answered);

  /** Whether to end after this batch, with what has been answered so far. */
  boolean isStopped();
}
