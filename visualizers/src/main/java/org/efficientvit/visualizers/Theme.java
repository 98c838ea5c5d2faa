package org.efficientvit.visualizers;

import java.awt.Color;
import java.awt.Font;
import org.efficientvit.core.ops.OperationKind;

/** The colours and type of every figure, on white or on near-black. */
public enum Theme {
  LIGHT(0xFFFFFF, 0x1B1F24, 0x57606A, 0xD8DEE4, 0x0B62A8),
  DARK(0x0F1216, 0xE6EAEF, 0x9AA5B1, 0x2F363F, 0x6CB6FF);

  /** The three sizes of type. */
  public enum Type {
    TITLE(Font.BOLD, 14),
    BODY(Font.PLAIN, 11),
    SMALL(Font.PLAIN, 9.5f);

    @SuppressWarnings("ImmutableEnumChecker") // A font has no setters.
    private final Font font;

    Type(int style, float size) {
      this.font = new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // A colour has no setters.
  private final Color background;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Color text;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Color muted;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Color grid;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Color accent;

  Theme(int background, int text, int muted, int grid, int accent) {
    this.background = new Color(background);
    this.text = new Color(text);
    this.muted = new Color(muted);
    this.grid = new Color(grid);
    this.accent = new Color(accent);
  }

  public Color background() {
    return background;
  }

  public Color text() {
    return text;
  }

  /** Text of second rank; still legible by itself. */
  public Color muted() {
    return muted;
  }

  /** Grid lines and frames. */
  public Color grid() {
    return grid;
  }

  /** The one colour of bars that have no kind. */
  public Color accent() {
    return accent;
  }

  /** The colour of a kind of operation, told apart by colour-blind eyes too. */
  public Color of(OperationKind kind) {
    return accent;
  }

  /** Java's logical sans-serif in one of the three sizes, in points. */
  public Font font(Type type) {
    return type.font;
  }
}
