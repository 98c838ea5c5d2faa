package org.efficientvit.app.service;

import java.util.List;
import java.util.OptionalLong;
import org.efficientvit.core.evaluate.Answer;

/** Where the answers of an evaluation are kept while it runs, if anywhere. */
public interface AnswerKeeper extends AutoCloseable {

  /** One that keeps nothing. */
  static AnswerKeeper none() {
    return new AnswerKeeper() {
      @Override
      public List<Answer> begin(String plan) {
        return List.of();
      }

      @Override
      public void keep(List<Answer> answers) {
        // Nobody asks for them again.
      }

      @Override
      public void finish(String summary) {
        // Nothing was begun.
      }

      @Override
      public OptionalLong run() {
        return OptionalLong.empty();
      }

      @Override
      public void close() {
        // Nothing was opened.
      }
    };
  }

  /**
   * The answers that an earlier run of the same plan left, from which this one goes on.
   *
   * @param plan what is evaluated, the same text for the same
   */
  List<Answer> begin(String plan);

  /** Keeps the answers to one batch; they are there even if the program is killed right after. */
  void keep(List<Answer> answers);

  /**
   * Closes the run with what came out of it.
   *
   * @param summary as JSON
   */
  void finish(String summary);

  /** The number of the run that the answers are kept in; empty while nothing is kept. */
  OptionalLong run();

  @Override
  void close();
}
