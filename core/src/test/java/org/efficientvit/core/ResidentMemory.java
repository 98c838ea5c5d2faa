package org.efficientvit.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether work leaves anything behind in the process; Linux only. */
public final class ResidentMemory {

  private static final int KILOBYTES = 1024;

  private ResidentMemory() {}

  /**
   * The least that a round of work adds: what leaks grows in every round, what the collector and
   * the allocator do grows in some.
   *
   * @return megabytes
   */
  public static long leastGrowth(int rounds, Runnable round) throws IOException {
    round.run();
    long least = Long.MAX_VALUE;
    long before = megabytes();
    for (int i = 0; i < rounds; i++) {
      round.run();
      long after = megabytes();
      least = Math.min(least, after - before);
      before = after;
    }
    return least;
  }

  /** What of the process lies in memory, less the Java heap, whose size the collector chooses. */
  private static long megabytes() throws IOException {
    System.gc();
    String anonymous =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("RssAnon"))
            .findFirst()
            .orElseThrow();
    long kilobytes = Long.parseLong(anonymous.replaceAll("\\D", ""));
    return kilobytes / KILOBYTES - Runtime.getRuntime().totalMemory() / (1 << 20);
  }
}
