package org.efficientvit.core.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operations of one head, by their names: from its split to its output, with the edge of the
 * cascade that leads into it. What all heads share, the concatenation and the projection, is no
 * head's.
 */
public final class HeadOperations {

  /** {@code cascade.1}, {@code qkvs.1.c}; a projection is numbered by its place in a sequence. */
  private static final Pattern OF_HEAD = Pattern.compile("(?!proj\\.)[a-z_]+\\.(\\d+)(\\..+)?");

  private HeadOperations() {}

  /**
   * Whether an operation is one of a head's.
   *
   * @param operation its name
   * @param block {@code blocks2.3}
   * @param head from 0
   */
  public static boolean isOf(String operation, String block, int head) {
    String attention = Stage.attention(block) + ".";
    if (!operation.startsWith(attention)) {
      return false;
    }
    Matcher matcher = OF_HEAD.matcher(operation.substring(attention.length()));
    return matcher.matches() && Integer.parseInt(matcher.group(1)) == head;
  }
}
