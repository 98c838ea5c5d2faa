package org.efficientvit.visualizers.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text that a browser shows as it is. */
final class Html {

  private Html() {}

  /** Text for an element's content or for an attribute in double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A relative address of a file by its name. */
  static String link(String fileName) {
    return escape(URLEncoder.encode(fileName, StandardCharsets.UTF_8)).replace("+", "%20");
  }
}
