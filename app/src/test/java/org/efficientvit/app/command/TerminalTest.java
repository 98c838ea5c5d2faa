package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void jsonIsAsciiAndReadsBackAsItWas() {
    String text = "Käse \"<&>\" 😀";

    String json = Json.of(List.of(text));

    assertThat(json).matches("\\p{ASCII}+").contains("<&>");
    assertThat(JsonParser.parseString(json).getAsJsonArray().get(0).getAsString()).isEqualTo(text);
  }

  @Test
  void aNumberThatJsonDoesNotKnowIsNotWritten() {
    assertThatThrownBy(() -> Json.of(List.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void progressSaysHowFarHowFastAndHowMuchLonger() {
    StringWriter err = new StringWriter();
    AtomicLong clock = new AtomicLong();
    try (Progress progress = new Progress(new PrintWriter(err), true, 4, clock::get)) {
      clock.set(500_000_000);
      progress.step();
      assertThat(err.toString()).endsWith("[######..................] 1/4  2.0/s  2 s left");
    }
    assertThat(err.toString()).endsWith("\r");
  }

  @Test
  void whatWasDoneBeforeCountsForHowFarButNotForHowFast() {
    StringWriter err = new StringWriter();
    AtomicLong clock = new AtomicLong();
    try (Progress progress = new Progress(new PrintWriter(err), true, 60, 100, clock::get)) {
      clock.set(2_000_000_000);
      progress.reach(80);
      assertThat(err.toString()).contains("] 80/100  10.0/s  2 s left");
    }
  }

  @Test
  void progressIsQuietWhereNobodyWatches() {
    StringWriter err = new StringWriter();
    try (Progress progress = new Progress(new PrintWriter(err), false, 2, () -> 0)) {
      progress.step();
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void numbersOfATableEndAtTheSameColumn() {
    StringWriter out = new StringWriter();
    TextTable table = TextTable.ofNumbers("block", "MACs");
    table.row("head", "1");
    table.rule();
    table.row("total", "12345");

    table.print(new PrintWriter(out, true));

    assertThat(out.toString().lines())
        .containsExactly("block   MACs", "head       1", "-----  -----", "total  12345");
  }
}
