package org.efficientvit.visualizers;

import java.awt.Color;
import java.awt.Font;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.colour.Oklab;

/** The colours and type of every figure, on white or on near-black. */
@SuppressWarnings("ImmutableEnumChecker") // Colours and fonts have no setters.
public enum Theme {
  LIGHT(0xFFFFFF, 0x1B1F24, 0x57606A, 0xD8DEE4, 0x0B62A8, 0xA63A00),
  DARK(0x0F1216, 0xE6EAEF, 0x9AA5B1, 0x2F363F, 0x6CB6FF, 0xFFA657);

  /** The three sizes of type. */
  @SuppressWarnings("ImmutableEnumChecker")
  public enum Type {
    TITLE(Font.BOLD, 14),
    BODY(Font.PLAIN, 11),
    SMALL(Font.PLAIN, 9.5f);

    private final Font font;

    Type(int style, float size) {
      this.font = Typeface.font(style, size);
    }
  }

  private final Color background;
  private final Color text;
  private final Color muted;
  private final Color grid;
  private final Color accent;
  private final Color warning;

  Theme(int background, int text, int muted, int grid, int accent, int warning) {
    this.background = new Color(background);
    this.text = new Color(text);
    this.muted = new Color(muted);
    this.grid = new Color(grid);
    this.accent = new Color(accent);
    this.warning = new Color(warning);
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

  /** Text that must not be overlooked, such as "random weights". */
  public Color warning() {
    return warning;
  }

  /**
   * The colour of a kind of operation, the same in both themes.
   *
   * <p>Convolutions and matrix products wear Okabe and Ito's colours; the others were chosen so
   * that no two come near each other, to red-green blind eyes either.
   */
  public Color of(OperationKind kind) {
    return new Color(
        switch (kind) {
          case CONVOLUTION_1X1 -> 0x0072B2;
          case CONVOLUTION_KXK -> 0x56B4E9;
          case CONVOLUTION_DEPTHWISE -> 0x009E73;
          case LINEAR -> 0xB16EE1;
          case MATMUL -> 0xD55E00;
          case SOFTMAX -> 0xE28627;
          case ACTIVATION -> 0xE3B000;
          case ADDITION -> 0x8DB37C;
          case MULTIPLICATION -> 0xC6B2B9;
          case NORMALISATION -> 0x9C3421;
          case POOLING -> 0x583DA0;
          case COPY -> 0x6D6D69;
          case VIEW -> 0x8A8FB0;
        });
  }

  /**
   * The colour of what bounds operations, the same in both themes: dark, light and without colour,
   * so that they can be told apart in grey too.
   */
  public Color of(Bound bound) {
    return new Color(
        switch (bound) {
          case MEMORY -> 0xF0A830;
          case COMPUTE -> 0x2F6DB5;
          case OVERHEAD -> 0xA7ADB5;
        });
  }

  /** The program's own type in one of the three sizes, in points. */
  public Font font(Type type) {
    return type.font;
  }

  /** Of the text's colour and the background's, that which can be read on another. */
  public Color legibleOn(Color behind) {
    double lightness = Oklab.of(behind.getRGB()).lightness();
    double asText = Math.abs(Oklab.of(text.getRGB()).lightness() - lightness);
    double asBackground = Math.abs(Oklab.of(background.getRGB()).lightness() - lightness);
    return asText >= asBackground ? text : background;
  }
}
