package org.efficientvit.core.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes an answer holds, by its header Content-Range: {@code bytes 100-999/1000}, with a star
 * in place of what is not known or not there.
 *
 * @param start the first of them, or {@link DownloadProgress#UNKNOWN} of none
 * @param total bytes of the whole file, or {@link DownloadProgress#UNKNOWN}
 */
record ContentRange(long start, long total) {

  /** What an answer says that says nothing. */
  static final ContentRange NONE =
      new ContentRange(DownloadProgress.UNKNOWN, DownloadProgress.UNKNOWN);

  private static final Pattern FORM =
      Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(?:(\\d{1,18})|\\*)");

  static Optional<ContentRange> parse(String header) {
    Matcher matcher = FORM.matcher(header.strip());
    return matcher.matches()
        ? Optional.of(new ContentRange(number(matcher, 1), number(matcher, 2)))
        : Optional.empty();
  }

  private static long number(Matcher matcher, int group) {
    return matcher.group(group) == null
        ? DownloadProgress.UNKNOWN
        : Long.parseLong(matcher.group(group));
  }
}
