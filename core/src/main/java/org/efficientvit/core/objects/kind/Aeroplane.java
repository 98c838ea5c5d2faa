package org.efficientvit.core.objects.kind;

import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;
import org.efficientvit.core.objects.drawing.Turntable;

/** An airliner, a small jet or a propeller aeroplane, from its side or from above. */
public final class Aeroplane implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Turntable turntable = new Turntable(studio);
    double climb = studio.between(-10.0, 26.0);
    switch (studio.between(0, 6)) {
      case 0, 1 -> new JetFromSide(turntable, studio, Livery.of(studio, 0.15), false).draw();
      case 2 -> new JetFromSide(turntable, studio, Livery.of(studio, 0.3), true).draw();
      case 3, 4 -> new PropellerPlane(turntable, studio, Livery.of(studio, 0.55)).draw();
      default -> {
        new JetFromAbove(turntable, studio, Livery.of(studio, 0.15)).draw();
        climb = studio.between(-110.0, 110.0);
      }
    }
    boolean mirrored = studio.chance(0.5);
    return turntable.floating(Shapes2D.pose(mirrored ? -climb : climb, mirrored));
  }
}
