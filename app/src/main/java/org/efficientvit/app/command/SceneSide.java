package org.efficientvit.app.command;

import org.efficientvit.core.objects.scene.SceneRenderer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The side of a rendered picture in pixels. */
final class SceneSide implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    try {
      int side = Integer.parseInt(value);
      if (side >= SceneRenderer.SMALLEST && side <= SceneRenderer.LARGEST) {
        return side;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number that is too small.
    }
    throw new TypeConversionException(
        "'%s' is not a whole number from %d to %d"
            .formatted(value, SceneRenderer.SMALLEST, SceneRenderer.LARGEST));
  }
}
