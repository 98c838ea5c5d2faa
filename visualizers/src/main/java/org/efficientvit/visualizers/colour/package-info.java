/** Colours of numbers: scales and colour maps. */
@NullMarked
package org.efficientvit.visualizers.colour;

import org.jspecify.annotations.NullMarked;
