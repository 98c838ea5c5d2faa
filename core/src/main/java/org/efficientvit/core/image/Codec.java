package org.efficientvit.core.image;

import java.io.IOException;

/**
 * One file format.
 *
 * <p>Decoders pad a file that ends early, each in its own way, so the codec walks the file's own
 * structure first and refuses what is not whole.
 */
interface Codec {

  /**
   * The header of a file that is whole as far as its structure tells.
   *
   * @throws IOException if it is not
   */
  Header header(byte[] file) throws IOException;

  /**
   * The samples, (H, W, 3), of a file whose header was read.
   *
   * @throws IOException if they cannot be decoded
   */
  byte[] decode(byte[] file, Header header) throws IOException;
}
