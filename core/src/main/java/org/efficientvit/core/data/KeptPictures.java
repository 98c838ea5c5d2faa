package org.efficientvit.core.data;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pictures that are made once and stay in memory, the same in every epoch: for sources whose
 * pictures cost more to make than the room they take, three bytes a pixel.
 */
public final class KeptPictures implements LabelledPictures {

  private final LabelledPictures source;
  private final Map<Integer, LabelledPicture> kept;

  /**
   * Keeps what a source gives, each picture from when it is first asked for.
   *
   * @param source whose epoch 0 is kept
   */
  public KeptPictures(LabelledPictures source) {
    this.source = requireNonNull(source, "source is null");
    this.kept = new ConcurrentHashMap<>(2 * source.size());
  }

  @Override
  public List<String> labels() {
    return source.labels();
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public String name(int index) {
    return source.name(index);
  }

  /** Whoever asks for a picture that another thread is making waits for it. */
  @Override
  public LabelledPicture get(int epoch, int index) {
    return kept.computeIfAbsent(index, unmade -> source.get(0, unmade));
  }
}
