/**
 * Scenes: objects before backgrounds, with light, shadows, clutter and a camera's faults, by seed.
 *
 * <p>Lengths are in sides of the picture unless they are said to be pixels, so that a scene looks
 * the same at every size.
 */
@NullMarked
package org.efficientvit.core.objects.scene;

import org.jspecify.annotations.NullMarked;
