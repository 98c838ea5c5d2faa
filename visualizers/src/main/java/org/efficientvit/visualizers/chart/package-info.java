/** Bars: what a network says, how long its operations take and what they cost. */
@NullMarked
package org.efficientvit.visualizers.chart;

import org.jspecify.annotations.NullMarked;
