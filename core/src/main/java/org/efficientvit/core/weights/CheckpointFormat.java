package org.efficientvit.core.weights;

/** How a checkpoint file is laid out. */
public enum CheckpointFormat {
  TORCH_ZIP("PyTorch"),
  TORCH_LEGACY("PyTorch before 1.6"),
  SAFETENSORS("safetensors");

  private final String title;

  CheckpointFormat(String title) {
    this.title = title;
  }

  /** What to call it on a screen. */
  @Override
  public String toString() {
    return title;
  }
}
