package org.efficientvit.app.window.saved;

import java.util.List;
import java.util.Map;
import org.efficientvit.app.window.state.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a window in plain words and numbers.
 *
 * @param version of this form
 * @param pictures of the library that a person opened, and what was said about them
 * @param shown file of the picture in focus, or null
 * @param look how things are drawn
 * @param room the view that is open: {@code inspect}
 * @param detection what is shown of a detector's answer, or null in files of before
 * @param learning what is chosen to be evaluated and trained; null in sessions of before
 * @param comparison what is compared, and which claims are listed; null in sessions of before
 */
public record SavedSession(
    int version,
    List<Picture> pictures,
    @Nullable String shown,
    Model model,
    Engine engine,
    String room,
    Selection selection,
    Look look,
    @Nullable Detection detection,
    @Nullable Learning learning,
    @Nullable Comparison comparison) {

  /** What this program writes, and the newest that it reads. */
  public static final int VERSION = 1;

  /**
   * One picture.
   *
   * @param file its path
   * @param by which model and weights said it, or null where nobody was asked
   * @param answers likeliest first; empty where nobody was asked
   */
  public record Picture(String file, @Nullable String by, List<Answer> answers) {

    public Picture {
      answers = List.copyOf(answers);
    }
  }

  /** A class and how likely it was found. */
  public record Answer(int index, String label, float probability) {}

  /**
   * The model that was open.
   *
   * @param design its name on the command line; null for what the file says
   * @param weights {@code demonstration}, {@code random} or the path of a file
   * @param seed of random weights
   */
  public record Model(@Nullable String design, String weights, long seed) {}

  /** On what it ran, in the words of the command line. */
  public record Engine(String engine, String precision, boolean gpu, int threads) {}

  /** How things are drawn. */
  public record Look(String appearance, String colours, double opacity, boolean sharedScale) {}

  /**
   * What is shown of a detector's answer.
   *
   * @param detector {@code design} is that of random weights
   * @param score that objects have at least
   * @param classes that are shown; empty for all
   */
  public record Detection(Model detector, double score, List<String> classes) {

    public Detection {
      classes = List.copyOf(classes);
    }
  }

  /**
   * What is chosen to be evaluated and trained.
   *
   * @param segment which of the two is shown
   * @param source of the pictures
   * @param place of their files, or null
   * @param list of their classes, or null
   * @param rendered how many are rendered
   * @param training options by their names on the command line
   */
  public record Learning(
      String segment,
      String source,
      @Nullable String place,
      @Nullable String list,
      int rendered,
      Map<String, String> training) {

    public Learning {
      training = Map.copyOf(training);
    }
  }

  /**
   * Which networks are compared in which setting, and which claims are listed.
   *
   * @param networks by their names on the command line
   * @param engine in the words of the command line
   * @param batch pictures of one pass
   * @param threads that work inside one operation
   * @param claims which of them
   * @param form how claims are shown
   */
  public record Comparison(
      List<String> networks, String engine, int batch, int threads, String claims, String form) {

    public Comparison {
      networks = List.copyOf(networks);
    }
  }

  public SavedSession {
    pictures = List.copyOf(pictures);
  }
}
