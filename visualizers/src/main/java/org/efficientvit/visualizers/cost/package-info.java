/** What operations cost, how long they take and what bounds them, on a machine's ceilings. */
@NullMarked
package org.efficientvit.visualizers.cost;

import org.jspecify.annotations.NullMarked;
