package org.efficientvit.app.command;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How maps are drawn, and of which token. */
final class MapOptions {

  private static final String CLASS = "class";

  @Option(
      names = "--token",
      paramLabel = "ROW,COLUMN",
      converter = Place.class,
      description =
          "Draw also where the token there attends, counted from 0; class for the class token, which"
              + " is drawn wherever there is one.",
      order = 2)
  private @Nullable Token token;

  @Option(
      names = "--colours",
      paramLabel = "MAP",
      converter = Colours.class,
      completionCandidates = Colours.class,
      description = "Colour map: any of ${COMPLETION-CANDIDATES} (default: lagoon).",
      order = 4)
  private @Nullable ColourMap colours;

  @Option(
      names = "--opacity",
      paramLabel = "SHARE",
      converter = Opacity.class,
      description = "Opacity of attention maps over the picture, 0 to 1 (default: 0.65).",
      order = 4)
  private @Nullable Double opacity;

  @Option(
      names = "--own-scales",
      description = "Draw each head on its own scale, not all heads of a block on one.",
      order = 4)
  private boolean ownScales;

  /** The token that was asked for. */
  Optional<Token> token() {
    return Optional.ofNullable(token);
  }

  /** How attention maps are drawn. */
  MapStyle style() {
    MapStyle style = MapStyle.attention().withSharedScale(!ownScales);
    ColourMap map = colours;
    Double share = opacity;
    MapStyle coloured = map == null ? style : style.with(map);
    return share == null ? coloured : coloured.withOpacity(share);
  }

  /** A token by its place. */
  static final class Place implements ITypeConverter<Token> {

    @Override
    public Token convert(String words) {
      if (words.equals(CLASS)) {
        return Token.CLASS;
      }
      try {
        List<Integer> numbers =
            Arrays.stream(words.split(",", -1)).map(String::strip).map(Integer::valueOf).toList();
        if (numbers.size() == 2 && numbers.get(0) >= 0 && numbers.get(1) >= 0) {
          return new Token(numbers.get(0), numbers.get(1));
        }
      } catch (NumberFormatException e) {
        throw refused(words);
      }
      throw refused(words);
    }

    private static TypeConversionException refused(String words) {
      return new TypeConversionException(
          "%s names no token; write its row and column from 0, such as 3,4, or class."
              .formatted(words));
    }
  }

  /** A share. */
  static final class Opacity implements ITypeConverter<Double> {

    @Override
    public Double convert(String words) {
      try {
        double share = Double.parseDouble(words);
        if (share >= 0 && share <= 1) {
          return share;
        }
      } catch (NumberFormatException e) {
        throw refused(words);
      }
      throw refused(words);
    }

    private static TypeConversionException refused(String words) {
      return new TypeConversionException(
          "%s is no opacity; give a number from 0 to 1.".formatted(words));
    }
  }

  /** A colour map by its name. */
  static final class Colours implements ITypeConverter<ColourMap>, Iterable<String> {

    @Override
    public ColourMap convert(String name) {
      return ColourMap.of(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "%s is no colour map; choose one of %s."
                          .formatted(
                              name,
                              String.join(
                                  ", ", ColourMap.all().stream().map(ColourMap::name).toList()))));
    }

    @Override
    public Iterator<String> iterator() {
      return ColourMap.all().stream().map(ColourMap::name).iterator();
    }
  }
}
