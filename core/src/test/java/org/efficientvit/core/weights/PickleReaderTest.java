package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickleReaderTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'7F', 127",
    "'80', -128",
    "'FF00', 255",
    "'00000000000000 80', -9223372036854775808",
    "'FFFFFFFFFFFFFF7F', 9223372036854775807"
  })
  void longsAreLittleEndianTwosComplement(String hex, long expected) throws Exception {
    String digits = hex.replace(" ", "");
    PickleWriter pickle = new PickleWriter().op(PickleOp.LONG1).raw(digits.length() / 2);
    for (int i = 0; i < digits.length(); i += 2) {
      pickle.raw(Integer.parseInt(digits.substring(i, i + 2), 16));
    }

    assertThat(read(pickle.stop())).isEqualTo(expected);
  }

  @Test
  void integersBeyondALongAreKept() throws Exception {
    byte[] pickle = new PickleWriter().op(PickleOp.LONG1).raw(9, 0, 0, 0, 0, 0, 0, 0, 0, 1).stop();

    assertThat(read(pickle)).isEqualTo(BigInteger.TWO.pow(64));
  }

  @Test
  void protocolFourReadsTheSame() throws Exception {
    byte[] pickle =
        new PickleWriter()
            .raw(0x80, 4)
            .op(PickleOp.FRAME)
            .little(8, 30)
            .op(PickleOp.SHORT_BINUNICODE)
            .raw(11, 'c', 'o', 'l', 'l', 'e', 'c', 't', 'i', 'o', 'n', 's')
            .op(PickleOp.MEMOIZE)
            .op(PickleOp.SHORT_BINUNICODE)
            .raw(11, 'O', 'r', 'd', 'e', 'r', 'e', 'd', 'D', 'i', 'c', 't')
            .op(PickleOp.STACK_GLOBAL)
            .op(PickleOp.EMPTY_TUPLE)
            .op(PickleOp.REDUCE)
            .stop();

    assertThat(read(pickle)).isInstanceOf(Pickled.Dict.class);
  }

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "builtins, eval",
    "torch, load",
    "torch.nn.modules.linear, Linear",
    "collections, OrderedDict.fromkeys",
    "java.lang, Runtime"
  })
  void everyOtherNameIsRefusedByName(String module, String name) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(new PickleWriter().global(module, name).stop()))
        .withMessageContaining("asks Python to call " + module + "." + name);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> read(new PickleWriter().text(module).text(name).op(PickleOp.STACK_GLOBAL).stop()))
        .withMessageContaining("asks Python to call " + module + "." + name);
  }

  @Test
  void aRefusedNameCannotBreakTheSentence() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                read(
                    new PickleWriter()
                        .text("a\nb")
                        .text("x".repeat(500))
                        .op(PickleOp.STACK_GLOBAL)
                        .stop()))
        .withMessageContaining("a?b.x")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(350));
  }

  @Test
  void declaredLengthsAreCheckedBeforeMemoryIsTaken() {
    for (PickleOp op : new PickleOp[] {PickleOp.BINUNICODE, PickleOp.BINBYTES, PickleOp.LONG4}) {
      assertRefused(new PickleWriter().op(op).little(4, 0x7FFFFFFF).stop());
    }
    for (PickleOp op : new PickleOp[] {PickleOp.BINUNICODE8, PickleOp.BINBYTES8}) {
      assertRefused(new PickleWriter().op(op).little(8, Long.MAX_VALUE).stop());
      assertRefused(new PickleWriter().op(op).little(8, -1).stop());
    }
  }

  @Test
  void operationsThatDoNotFitTogetherAreRefused() {
    for (char op : "01Ra2\u0085\u0086\u0087tlbesudQ\u0090\u0091\u0093\u0094\u0081.".toCharArray()) {
      assertRefused(new PickleWriter().raw(op).stop());
    }
    assertRefused(new PickleWriter().op(PickleOp.NONE).op(PickleOp.MARK).stop());
    assertRefused(new PickleWriter().raw(0x82, 1).stop());
    assertRefused(new PickleWriter().op(PickleOp.BINGET).raw(3).stop());
  }

  @Test
  void aDeepNestCostsNoStack() throws Exception {
    PickleWriter pickle = new PickleWriter().op(PickleOp.NONE);
    for (int i = 0; i < 500_000; i++) {
      pickle.op(PickleOp.TUPLE1);
    }

    assertThat(read(pickle.stop())).isInstanceOf(Pickled.Tuple.class);
  }

  @Test
  void aDictMayHoldItself() throws Exception {
    byte[] cyclic =
        new PickleWriter()
            .op(PickleOp.EMPTY_DICT)
            .op(PickleOp.BINPUT)
            .raw(0)
            .op(PickleOp.BINGET)
            .raw(0)
            .op(PickleOp.BINGET)
            .raw(0)
            .op(PickleOp.SETITEM)
            .stop();

    assertThat(read(cyclic)).isInstanceOf(Pickled.Dict.class);
  }

  @Test
  void millionsOfObjectsAreNotRead() {
    PickleWriter pickle = new PickleWriter();
    for (int i = 0; i < 2_000_001; i++) {
      pickle.op(PickleOp.EMPTY_DICT);
    }

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(pickle.stop()))
        .withMessageContaining("far more objects than a network has");
  }

  @Test
  void aFewOperationsCannotCopyALargeDictAgainAndAgain() {
    PickleWriter pairs = new PickleWriter().op(PickleOp.EMPTY_LIST).op(PickleOp.BINPUT).raw(0);
    pairs.op(PickleOp.MARK);
    for (int i = 0; i < 10_000; i++) {
      pairs.number(i).op(PickleOp.NONE).op(PickleOp.TUPLE2);
    }
    pairs.op(PickleOp.APPENDS);
    for (int i = 0; i < 10_000; i++) {
      pairs.global("collections", "OrderedDict").op(PickleOp.BINGET).raw(0);
      pairs.op(PickleOp.TUPLE1).op(PickleOp.REDUCE);
    }

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(pairs.stop()))
        .withMessageContaining("copies its own entries without end");
  }

  @Test
  void anOrderedDictOfPythonTwoHasItsPairs() throws Exception {
    byte[] pickle =
        new PickleWriter()
            .global("collections", "OrderedDict")
            .op(PickleOp.EMPTY_LIST)
            .op(PickleOp.EMPTY_LIST)
            .text("a")
            .op(PickleOp.APPEND)
            .number(3)
            .op(PickleOp.APPEND)
            .op(PickleOp.APPEND)
            .op(PickleOp.TUPLE1)
            .op(PickleOp.REDUCE)
            .stop();

    assertThat(((Pickled.Dict) read(pickle)).entries()).containsExactly(entry("a", 3L));
  }

  private static void assertRefused(byte[] pickle) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(pickle));
  }

  private static Object read(byte[] pickle) throws IOException, Refusal {
    PickleInput in = new PickleInput(new ByteArrayInputStream(pickle), pickle.length);
    return new PickleReader(in, new TorchObjects()).read();
  }
}
