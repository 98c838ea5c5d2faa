package org.efficientvit.core.weights;

import java.util.HashMap;
import java.util.Map;

/** The operations of pickle protocols 2 to 5 that PyTorch writes, and their codes. */
enum PickleOp {
  PROTO(0x80),
  FRAME(0x95),
  STOP('.'),
  MARK('('),
  POP('0'),
  POP_MARK('1'),
  DUP('2'),
  NONE('N'),
  NEWTRUE(0x88),
  NEWFALSE(0x89),
  BININT('J'),
  BININT1('K'),
  BININT2('M'),
  LONG1(0x8A),
  LONG4(0x8B),
  BINFLOAT('G'),
  SHORT_BINSTRING('U'),
  BINSTRING('T'),
  SHORT_BINUNICODE(0x8C),
  BINUNICODE('X'),
  BINUNICODE8(0x8D),
  SHORT_BINBYTES('C'),
  BINBYTES('B'),
  BINBYTES8(0x8E),
  BYTEARRAY8(0x96),
  EMPTY_TUPLE(')'),
  TUPLE1(0x85),
  TUPLE2(0x86),
  TUPLE3(0x87),
  TUPLE('t'),
  EMPTY_LIST(']'),
  LIST('l'),
  APPEND('a'),
  APPENDS('e'),
  EMPTY_SET(0x8F),
  ADDITEMS(0x90),
  FROZENSET(0x91),
  EMPTY_DICT('}'),
  DICT('d'),
  SETITEM('s'),
  SETITEMS('u'),
  BINPUT('q'),
  LONG_BINPUT('r'),
  MEMOIZE(0x94),
  BINGET('h'),
  LONG_BINGET('j'),
  GLOBAL('c'),
  STACK_GLOBAL(0x93),
  INST('i'),
  REDUCE('R'),
  NEWOBJ(0x81),
  BUILD('b'),
  BINPERSID('Q');

  private static final Map<Integer, PickleOp> BY_CODE = new HashMap<>();

  static {
    for (PickleOp op : values()) {
      BY_CODE.put(op.code, op);
    }
  }

  private final int code;

  PickleOp(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static PickleOp of(int code) throws Refusal {
    PickleOp op = BY_CODE.get(code);
    if (op == null) {
      throw Refusal.damaged(
          "its pickle has an operation %#04x that PyTorch never writes".formatted(code));
    }
    return op;
  }
}
