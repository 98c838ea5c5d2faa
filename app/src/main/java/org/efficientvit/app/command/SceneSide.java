package org.efficientvit.app.command;

import org.efficientvit.core.objects.scene.SceneRenderer;

/** The side of a rendered picture in pixels. */
final class SceneSide extends WholeNumber {

  SceneSide() {
    super(SceneRenderer.SMALLEST, SceneRenderer.LARGEST);
  }
}
