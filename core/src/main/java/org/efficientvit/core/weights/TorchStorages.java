package org.efficientvit.core.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.tensor.Tensor;

/** The raw numbers of a PyTorch file, and how views of them become tensors. */
interface TorchStorages {

  /**
   * The bytes of a storage from one on. Whoever reads them stops at the storage's end and does not
   * close the stream.
   *
   * @throws Refusal if the file does not hold that storage whole
   */
  InputStream open(StorageRef storage, long firstByte) throws IOException, Refusal;

  /** Reads every tensor of a state dict; of whole numbers only shape and kind. */
  static Map<String, StoredTensor> read(
      Map<String, StridedTensor> tensors, TorchStorages storages, MemoryBudget budget)
      throws IOException, Refusal {
    Map<String, StoredTensor> read = new LinkedHashMap<>();
    for (Map.Entry<String, StridedTensor> entry : tensors.entrySet()) {
      StridedTensor view = entry.getValue();
      DType dtype = view.storage().dtype();
      read.put(
          entry.getKey(),
          dtype.isFloating()
              ? StoredTensor.of(dtype, read(entry.getKey(), view, storages, budget))
              : StoredTensor.listed(dtype, view.shape()));
    }
    return read;
  }

  private static Tensor read(
      String name, StridedTensor view, TorchStorages storages, MemoryBudget budget)
      throws IOException, Refusal {
    boolean contiguous = view.isContiguous();
    long numbers = contiguous ? view.shape().elements() : view.span();
    budget.claim(name, contiguous ? numbers : numbers + view.shape().elements());
    if (numbers > Integer.MAX_VALUE - 8) {
      throw new Refusal(
          "holds %s, which has more than two thousand million numbers; this tool reads no larger tensors"
              .formatted(Refusal.printable(name)));
    }
    StorageRef storage = view.storage();
    try {
      InputStream in = storages.open(storage, view.start() * storage.dtype().bytes());
      float[] values = FloatCodec.read(in, storage.dtype(), (int) numbers);
      return new Tensor(view.shape(), contiguous ? values : view.gather(values));
    } catch (EOFException e) {
      throw Refusal.damaged("it ends inside " + Refusal.printable(name), e);
    }
  }
}
