package org.efficientvit.core.ops.script;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * The few sentences of Python's pickle language that an archive needs (protocol 2; source: the
 * comments of Python's {@code pickletools}).
 */
final class ScriptPickle {

  private static final int PROTOCOL = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ScriptPickle() {
    bytes.write(0x80);
    bytes.write(PROTOCOL);
  }

  /** An object of a class, with nothing in it but that it is not in training. */
  static byte[] object(String module, String name) {
    ScriptPickle pickle = new ScriptPickle();
    pickle.global(module, name);
    pickle.code(')').code((char) 0x81); // made with no arguments
    pickle.code('}').code('(').word("training").no().code('u').code('b');
    return pickle.end();
  }

  /** All constants, whose numbers stand in files that are called by their place. */
  static byte[] constants(List<ScriptConstant> constants) {
    ScriptPickle pickle = new ScriptPickle();
    pickle.code('(');
    for (int i = 0; i < constants.size(); i++) {
      pickle.tensor(i, constants.get(i));
    }
    pickle.code('t');
    return pickle.end();
  }

  /** A call of PyTorch's function that makes a tensor over numbers in another file. */
  private void tensor(int file, ScriptConstant constant) {
    Shape shape = constant.tensor().shape();
    global("torch._utils", "_rebuild_tensor_v2").code('(');
    code('(').word("storage");
    global("torch", constant.isWide() ? "FloatStorage" : "BFloat16Storage");
    word(Integer.toString(file)).word("cpu").number(shape.elements()).code('t').code('Q');
    number(0);
    code('(');
    for (int axis = 0; axis < shape.rank(); axis++) {
      number(shape.dimension(axis));
    }
    code('t').code('(');
    for (int axis = 0; axis < shape.rank(); axis++) {
      number(stride(shape, axis));
    }
    code('t').no();
    global("collections", "OrderedDict").code(')').code('R');
    code('t').code('R');
  }

  /** How many numbers stand between neighbours along an axis. */
  private static int stride(Shape shape, int axis) {
    int stride = 1;
    for (int inner = axis + 1; inner < shape.rank(); inner++) {
      stride *= shape.dimension(inner);
    }
    return stride;
  }

  private ScriptPickle code(char code) {
    bytes.write(code);
    return this;
  }

  private ScriptPickle global(String module, String name) {
    code('c');
    bytes.writeBytes((module + "\n" + name + "\n").getBytes(US_ASCII));
    return this;
  }

  private ScriptPickle word(String word) {
    code('X').little(word.length());
    bytes.writeBytes(word.getBytes(US_ASCII));
    return this;
  }

  private ScriptPickle number(int number) {
    return code('J').little(number);
  }

  /** False. */
  private ScriptPickle no() {
    return code((char) 0x89);
  }

  private ScriptPickle little(int number) {
    bytes.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
    return this;
  }

  private byte[] end() {
    code('.');
    return bytes.toByteArray();
  }
}
