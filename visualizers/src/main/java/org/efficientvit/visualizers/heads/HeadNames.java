package org.efficientvit.visualizers.heads;

/** What a head is called in every figure, so that one can be brought out in all of them. */
public final class HeadNames {

  private HeadNames() {}

  /**
   * A head by its block and its number, from 0: {@code blocks2.3 head 1}.
   *
   * @param block {@code blocks2.3}
   */
  public static String of(String block, int head) {
    return block + " head " + head;
  }
}
