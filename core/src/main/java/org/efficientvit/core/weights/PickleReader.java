package org.efficientvit.core.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/**
 * Reads one pickle of protocol 2 to 5 into inert values. Nothing is executed and no class is looked
 * up: what a pickle may name is for {@link PickleObjects} to say.
 *
 * <p>The reader has a stack of its own, so a deep nest costs no Java stack, and it stops after two
 * million operations; the description of a network takes some forty for each tensor.
 */
final class PickleReader {

  private static final int MOST_OPERATIONS = 2_000_000;
  private static final int LONGEST_INTEGER = 255;

  private final PickleInput in;
  private final PickleObjects objects;
  private final PickleStack stack = new PickleStack();

  PickleReader(PickleInput in, PickleObjects objects) {
    this.in = in;
    this.objects = objects;
  }

  /**
   * The value that the pickle holds; the input is left behind its end.
   *
   * @throws Refusal if the pickle is malformed, too large, or names what is not allowed
   */
  Object read() throws IOException, Refusal {
    if (in.unsigned1() != PickleOp.PROTO.code()) {
      throw Refusal.damaged("it does not begin like a pickle of protocol 2 to 5");
    }
    readProtocol();
    for (int operations = 0; operations < MOST_OPERATIONS; operations++) {
      PickleOp op = PickleOp.of(in.unsigned1());
      if (op == PickleOp.STOP) {
        return stack.pop();
      }
      perform(op);
    }
    throw new Refusal("describes far more objects than a network has; it is not read any further");
  }

  private void perform(PickleOp op) throws IOException, Refusal {
    switch (op) {
      case PROTO -> readProtocol();
      case FRAME -> readFrame();
      case MARK -> stack.mark();
      case POP -> stack.pop();
      case POP_MARK -> stack.popToMark();
      case DUP -> stack.push(stack.top());
      case BINPUT -> stack.put(in.unsigned1());
      case LONG_BINPUT -> stack.put(in.unsigned4());
      case MEMOIZE -> stack.memoize();
      case BINGET -> stack.push(stack.get(in.unsigned1()));
      case LONG_BINGET -> stack.push(stack.get(in.unsigned4()));
      case GLOBAL, STACK_GLOBAL, INST, REDUCE, NEWOBJ, BUILD, BINPERSID -> performObject(op);
      case APPEND, APPENDS, ADDITEMS, SETITEM, SETITEMS -> fill(op);
      default -> stack.push(literal(op));
    }
  }

  private void performObject(PickleOp op) throws IOException, Refusal {
    switch (op) {
      case GLOBAL -> stack.push(objects.global(in.line(), in.line()));
      case INST -> {
        objects.global(in.line(), in.line());
        throw PickleStack.malformed();
      }
      case STACK_GLOBAL -> {
        String name = stack.pop(String.class);
        stack.push(objects.global(stack.pop(String.class), name));
      }
      case REDUCE, NEWOBJ -> {
        Pickled.Tuple arguments = stack.pop(Pickled.Tuple.class);
        stack.push(objects.call(stack.pop(), arguments));
      }
      case BUILD -> {
        Object state = stack.pop();
        objects.build(stack.top(), state);
      }
      case BINPERSID -> stack.push(objects.persistent(stack.pop()));
      default -> throw new IllegalArgumentException(op.name());
    }
  }

  private void fill(PickleOp op) throws Refusal {
    List<Object> items =
        switch (op) {
          case APPEND -> stack.pop(1);
          case SETITEM -> stack.pop(2);
          default -> stack.popToMark();
        };
    if (op == PickleOp.SETITEM || op == PickleOp.SETITEMS) {
      put(stack.top(Pickled.Dict.class), items);
    } else {
      stack.top(Pickled.Sequence.class).items().addAll(items);
    }
  }

  private Object literal(PickleOp op) throws IOException, Refusal {
    return switch (op) {
      case NONE -> Pickled.NONE;
      case NEWTRUE -> true;
      case NEWFALSE -> false;
      case BININT -> (long) in.signed4();
      case BININT1 -> (long) in.unsigned1();
      case BININT2 -> (long) in.unsigned2();
      case LONG1 -> integer(in.unsigned1());
      case LONG4 -> integer(in.unsigned4());
      case BINFLOAT -> in.bigEndianDouble();
      case SHORT_BINSTRING, SHORT_BINUNICODE -> in.text(in.unsigned1());
      case BINSTRING, BINUNICODE -> in.text(in.unsigned4());
      case BINUNICODE8 -> in.text(in.signed8());
      case SHORT_BINBYTES -> in.bytes(in.unsigned1());
      case BINBYTES -> in.bytes(in.unsigned4());
      case BINBYTES8, BYTEARRAY8 -> in.bytes(in.signed8());
      case EMPTY_TUPLE -> new Pickled.Tuple(List.of());
      case TUPLE1 -> new Pickled.Tuple(stack.pop(1));
      case TUPLE2 -> new Pickled.Tuple(stack.pop(2));
      case TUPLE3 -> new Pickled.Tuple(stack.pop(3));
      case TUPLE -> new Pickled.Tuple(stack.popToMark());
      case EMPTY_LIST, EMPTY_SET -> new Pickled.Sequence();
      case LIST, FROZENSET -> sequence(stack.popToMark());
      case EMPTY_DICT -> new Pickled.Dict();
      case DICT -> put(new Pickled.Dict(), stack.popToMark());
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  private static Pickled.Sequence sequence(List<Object> items) {
    Pickled.Sequence sequence = new Pickled.Sequence();
    sequence.items().addAll(items);
    return sequence;
  }

  private static Pickled.Dict put(Pickled.Dict dict, List<Object> keysAndValues) throws Refusal {
    if (keysAndValues.size() % 2 != 0) {
      throw PickleStack.malformed();
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      dict.entries().put(keysAndValues.get(i), keysAndValues.get(i + 1));
    }
    return dict;
  }

  private void readProtocol() throws IOException, Refusal {
    int protocol = in.unsigned1();
    if (protocol < 2 || protocol > 5) {
      throw Refusal.damaged("its pickle is of an unknown protocol " + protocol);
    }
  }

  /** Frames only say how much to read at once. */
  private void readFrame() throws IOException, Refusal {
    if (in.signed8() < 0) {
      throw PickleStack.malformed();
    }
  }

  private Object integer(long length) throws IOException, Refusal {
    if (length > LONGEST_INTEGER) {
      throw Refusal.damaged("its pickle has an integer of %d bytes".formatted(length));
    }
    byte[] littleEndian = in.bytes(length);
    byte[] bigEndian = new byte[littleEndian.length + 1];
    for (int i = 0; i < littleEndian.length; i++) {
      bigEndian[littleEndian.length - i] = littleEndian[i];
    }
    bigEndian[0] = (byte) (littleEndian.length > 0 && bigEndian[1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(bigEndian);
    if (value.bitLength() < Long.SIZE) {
      return value.longValueExact();
    }
    return value;
  }
}
