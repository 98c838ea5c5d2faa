package org.efficientvit.app.window.viewmodel;

import java.util.List;
import java.util.Locale;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.core.image.CropGeometry;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.visualizers.FigureContext;

/**
 * One picture through one model, and what the window shows beside it.
 *
 * @param thumbnail the whole picture, small
 * @param parts of the network
 */
public record Inspected(Inspection inspection, Picture thumbnail, List<NetworkPart> parts) {

  public Inspected {
    parts = List.copyOf(parts);
  }

  /** Where the weights come from. */
  public Provenance provenance() {
    return inspection.model().provenance();
  }

  /** What all figures of this pass are of. */
  public FigureContext context() {
    return FigureContext.of(inspection.model(), inspection.picture().name());
  }

  /** The picture's size and which part of it the network saw. */
  public String cropLine() {
    Picture picture = inspection.picture();
    CropGeometry crop = inspection.crop().geometry();
    return String.format(
        Locale.ROOT,
        "%d × %d, crop %s × %s at (%s, %s) as %d × %d",
        picture.width(),
        picture.height(),
        Numbers.pixels(crop.width()),
        Numbers.pixels(crop.height()),
        Numbers.pixels(crop.x()),
        Numbers.pixels(crop.y()),
        crop.size(),
        crop.size());
  }
}
