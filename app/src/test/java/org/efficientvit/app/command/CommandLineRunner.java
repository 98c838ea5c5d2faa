package org.efficientvit.app.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** Runs the command line in this process and keeps what it says. */
final class CommandLineRunner {

  private CommandLineRunner() {}

  /** What a run left behind. */
  record Result(int status, String out, String err) {

    /** The one JSON document on standard output. */
    JsonObject json() {
      return JsonParser.parseString(out).getAsJsonObject();
    }
  }

  static Result run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int status = InspectorCommand.execute(terminal, words);
    return new Result(status, out.toString(), err.toString());
  }
}
