/** Drawings as values: shapes with paints, and what an artist needs to make them. */
@NullMarked
package org.efficientvit.core.objects.drawing;

import org.jspecify.annotations.NullMarked;
