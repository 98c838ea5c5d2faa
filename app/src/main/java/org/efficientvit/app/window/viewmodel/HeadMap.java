package org.efficientvit.app.window.viewmodel;

import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.Scale;

/**
 * What one head's panel shows.
 *
 * @param head from 0
 * @param map (H, W)
 * @param scale of the map's colours
 * @param reading its largest number in words, or the number under the pointer
 */
public record HeadMap(int head, Tensor map, Scale scale, String reading) {}
