package org.efficientvit.core.image;

import java.io.IOException;

/** A file that is not the picture it should be; the message is the predicate of a sentence. */
final class BrokenPictureException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The end of such a sentence, for whatever a fresh copy of the file may mend. */
  static final String COPY_AGAIN = "; copy or download it again";

  BrokenPictureException(String predicate) {
    super(predicate);
  }

  static BrokenPictureException truncated() {
    return new BrokenPictureException("is truncated: its end is missing" + COPY_AGAIN);
  }

  static BrokenPictureException damaged(String what) {
    return new BrokenPictureException("is damaged: " + what + COPY_AGAIN);
  }
}
