package org.efficientvit.core.weights;

/**
 * How many numbers one file may turn into.
 *
 * <p>Views may overlap, so a few bytes can ask for gigabytes: what is read in all must stay in
 * proportion to the file, and within the memory of this program.
 */
final class MemoryBudget {

  private static final long BYTES_PER_FILE_BYTE = 8;
  private static final long SMALLEST = 1 << 22;

  private final long heapBytes;
  private long bytesOfFile;
  private long bytesOfHeap;

  MemoryBudget(long fileBytes) {
    this(fileBytes, Runtime.getRuntime().maxMemory());
  }

  MemoryBudget(long fileBytes, long heapBytes) {
    this.heapBytes = heapBytes;
    this.bytesOfFile = Math.max(SMALLEST, fileBytes * BYTES_PER_FILE_BYTE);
    this.bytesOfHeap = heapBytes;
  }

  /**
   * Takes what 32-bit floats of one tensor need, before they are allocated.
   *
   * @throws Refusal if that is more than is left
   */
  void claim(String name, long elements) throws Refusal {
    bytesOfFile -= elements * Float.BYTES;
    bytesOfHeap -= elements * Float.BYTES;
    if (bytesOfFile < 0) {
      throw Refusal.damaged(
          "its tensors overlap so much that %s asks for more than the file can hold"
              .formatted(Refusal.printable(name)));
    }
    if (bytesOfHeap < 0) {
      throw new Refusal(
          "needs more than the %d MiB of memory that this program may use; start it with a larger -Xmx"
              .formatted(heapBytes >> 20));
    }
  }
}
