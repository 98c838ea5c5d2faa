package org.efficientvit.core.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The format that {@code torch.save} writes since PyTorch 1.6: a ZIP archive of uncompressed
 * entries, {@code NAME/data.pkl} for the objects and {@code NAME/data/KEY} for each storage.
 */
final class TorchZip {

  private static final String PICKLE = "/data.pkl";

  private final ZipFile zip;
  private final String root;
  private final long fileBytes;

  private TorchZip(ZipFile zip, String root, long fileBytes) {
    this.zip = zip;
    this.root = root;
    this.fileBytes = fileBytes;
  }

  static Checkpoint read(Path file, long fileBytes) throws IOException, Refusal {
    try (ZipFile zip = open(file)) {
      return new TorchZip(zip, rootOf(zip), fileBytes).read(file);
    }
  }

  private static ZipFile open(Path file) throws IOException, Refusal {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | IllegalArgumentException e) {
      throw badContents(e);
    }
  }

  private static String rootOf(ZipFile zip) throws Refusal {
    List<String> roots =
        names(zip).stream()
            .filter(name -> name.endsWith(PICKLE) && name.indexOf('/') == name.lastIndexOf('/'))
            .map(name -> name.substring(0, name.length() - PICKLE.length()))
            .distinct()
            .toList();
    if (roots.size() != 1) {
      throw new Refusal(
          "is a ZIP archive but not a PyTorch checkpoint: it has no single data.pkl; choose the .pth file that torch.save wrote");
    }
    if (zip.getEntry(roots.get(0) + "/constants.pkl") != null) {
      throw new Refusal(
          "is a TorchScript program, not a checkpoint; save the model's state_dict() with torch.save");
    }
    return roots.get(0);
  }

  /** All names are read once, since one that is not UTF-8 is found out only then. */
  private static List<String> names(ZipFile zip) throws Refusal {
    try {
      return zip.stream().map(ZipEntry::getName).toList();
    } catch (IllegalArgumentException e) {
      throw badContents(e);
    }
  }

  private static Refusal badContents(Exception cause) {
    return new Refusal(
        "is cut short or damaged: its table of contents cannot be read; download it or save it again",
        cause);
  }

  private Checkpoint read(Path file) throws IOException, Refusal {
    requireLittleEndian();
    ZipEntry pickle = entry(root + PICKLE);
    StateDict state;
    try (InputStream in = zip.getInputStream(pickle)) {
      state =
          StateDict.find(
              new PickleReader(new PickleInput(in, pickle.getSize()), new TorchObjects()).read());
    }
    Map<String, StoredTensor> tensors =
        TorchStorages.read(state.tensors(), this::open, new MemoryBudget(fileBytes));
    return new Checkpoint(file, CheckpointFormat.TORCH_ZIP, tensors, state.metadata());
  }

  private void requireLittleEndian() throws IOException, Refusal {
    if (zip.getEntry(root + "/byteorder") == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry(root + "/byteorder"))) {
      String order = new String(in.readNBytes(16), StandardCharsets.US_ASCII).strip();
      if (!order.equals("little")) {
        throw new Refusal(
            "keeps its numbers in %s-endian order; save it again on an ordinary (little-endian) machine"
                .formatted(Refusal.printable(order)));
      }
    }
  }

  private InputStream open(StorageRef storage, long firstByte) throws IOException, Refusal {
    ZipEntry entry = entry(root + "/data/" + storage.key());
    if (storage.stored() > entry.getSize() / storage.dtype().bytes()) {
      throw Refusal.damaged(
          "storage %s is shorter than it says".formatted(Refusal.printable(storage.key())));
    }
    InputStream in = zip.getInputStream(entry);
    try {
      in.skipNBytes(firstByte);
    } catch (EOFException e) {
      throw Refusal.damaged(
          "storage %s is cut short".formatted(Refusal.printable(storage.key())), e);
    }
    return in;
  }

  /** An entry that lies in the file as it is, so that its size is no promise to be kept later. */
  private ZipEntry entry(String name) throws Refusal {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw Refusal.damaged("its archive has no entry " + Refusal.printable(name));
    }
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new Refusal(
          "has compressed entries, which torch.save never writes; save it again with torch.save");
    }
    if (entry.getSize() < 0
        || entry.getSize() != entry.getCompressedSize()
        || entry.getSize() > fileBytes) {
      throw Refusal.damaged(
          "the size of its entry %s is impossible".formatted(Refusal.printable(name)));
    }
    return entry;
  }
}
