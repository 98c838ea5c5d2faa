package org.efficientvit.core.ops.script;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A program and its constants as the archive that PyTorch loads: a zip of a class, an object of it,
 * and the constants (source: PyTorch's notes on serialisation, {@code
 * torch/csrc/jit/docs/serialization.md}).
 */
final class ScriptArchive {

  private static final String ROOT = "network/";

  /** The oldest format that has all that is used here. */
  private static final String VERSION = "3\n";

  private ScriptArchive() {}

  /** The bytes of the archive. */
  static byte[] bytes(String program, List<ScriptConstant> constants) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data.pkl", ScriptPickle.object("__torch__", "Network"));
      put(zip, "code/__torch__.py", program.getBytes(US_ASCII));
      put(zip, "constants.pkl", ScriptPickle.constants(constants));
      for (int i = 0; i < constants.size(); i++) {
        put(zip, "constants/" + i, constants.get(i).bytes());
      }
      put(zip, "version", VERSION.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
    return bytes.toByteArray();
  }

  /** As it is: PyTorch does not read what is compressed. */
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
