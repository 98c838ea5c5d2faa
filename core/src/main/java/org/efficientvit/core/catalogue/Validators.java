package org.efficientvit.core.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server said of the version of a file, remembered beside the part that is here.
 *
 * @param url that was asked
 * @param etag the server's name for the version
 * @param lastModified when the server's file last changed, in the server's words
 */
record Validators(String url, @Nullable String etag, @Nullable String lastModified) {

  /**
   * What to send as If-Range, so that a newer version comes from its start. A weak ETag may not be
   * sent (RFC 9110, 13.1.5): it does not promise the same bytes.
   */
  Optional<String> ifRange() {
    return etag != null && !etag.startsWith("W/")
        ? Optional.of(etag)
        : Optional.ofNullable(lastModified);
  }
}
