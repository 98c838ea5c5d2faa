package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

/**
 * What a network said of one picture whose class is known, or why it could not be asked.
 *
 * <p>What an evaluation says follows from its answers, so that a stopped one goes on from those
 * that are kept.
 */
public sealed interface Answer {

  /** The picture's number in its source, from 0. */
  int index();

  /**
   * The network saw the picture.
   *
   * @param label the class that it shows
   * @param predicted the likeliest class
   * @param rank of the class that it shows, from 0 for the likeliest; of equal logits the first
   *     counts
   * @param confidence share of the likeliest class, 0 to 1
   * @param loss cross-entropy, in nats
   */
  record Seen(int index, int label, int predicted, int rank, float confidence, double loss)
      implements Answer {}

  /**
   * The picture could not be read.
   *
   * @param file or what else it is called
   * @param sentence that says why, and what to do
   */
  record Unreadable(int index, String file, String sentence) implements Answer {

    public Unreadable {
      requireNonNull(file, "file is null");
      requireNonNull(sentence, "sentence is null");
    }
  }
}
