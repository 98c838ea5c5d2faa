/** A trace or a report in, a picture or a chart out. No controls, no forward passes. */
@NullMarked
package org.efficientvit.visualizers;

import org.jspecify.annotations.NullMarked;
