package org.efficientvit.core.ops.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statements of a script in order, and the constants that they read. */
final class ScriptCode {

  /** The name of the pictures. */
  static final String INPUT = "images";

  /** PyTorch's numbers of the two types. */
  private static final int FLOAT = 6;

  private static final int BFLOAT16 = 15;

  private final StringBuilder statements = new StringBuilder();
  private final List<ScriptConstant> constants = new ArrayList<>();
  private int variables;

  /** Gives an expression a name. */
  String let(String expression) {
    String name = "v" + variables;
    variables++;
    statements.append("    ").append(name).append(" = ").append(expression).append('\n');
    return name;
  }

  /**
   * Gives a function's result a name.
   *
   * @param arguments names, numbers and lists as the language writes them
   */
  String call(String function, Object... arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    return let("torch.%s(%s)".formatted(function, String.join(", ", words)));
  }

  /** Keeps a constant; the name under which statements read it. */
  String constant(ScriptConstant constant) {
    constants.add(constant);
    return "CONSTANTS.c" + (constants.size() - 1);
  }

  String reshape(String value, int... extents) {
    return call("reshape", value, list(extents));
  }

  String permute(String value, int... axes) {
    return call("permute", value, list(axes));
  }

  String slice(String value, int axis, int from, int to) {
    return call("slice", value, axis, from, to);
  }

  /** The same numbers in 32 bits. */
  String widened(String value) {
    return call("to", value, FLOAT);
  }

  /** The nearest numbers in bfloat16. */
  String narrowed(String value) {
    return call("to", value, BFLOAT16);
  }

  /** Whole numbers as the language writes them. */
  static String list(int... numbers) {
    List<String> words = new ArrayList<>();
    for (int number : numbers) {
      words.add(Integer.toString(number));
    }
    return "[" + String.join(", ", words) + "]";
  }

  /** A number as the language writes it: with a point, or it would be a whole one. */
  static String number(double number) {
    return String.format(Locale.ROOT, "%.17e", number);
  }

  List<ScriptConstant> constants() {
    return constants;
  }

  /**
   * The whole program: a class with one method, from pictures to the outputs.
   *
   * @param outputs names of variables
   */
  String program(List<String> outputs) {
    return """
        class Network(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def forward(self: __torch__.Network,
            %s: Tensor) -> List[Tensor]:
        %s    return [%s]
        """
        .formatted(INPUT, statements, String.join(", ", outputs));
  }
}
