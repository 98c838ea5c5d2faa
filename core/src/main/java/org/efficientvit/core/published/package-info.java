/** Figures that others printed, each with its source and how it was confirmed. */
@NullMarked
package org.efficientvit.core.published;

import org.jspecify.annotations.NullMarked;
