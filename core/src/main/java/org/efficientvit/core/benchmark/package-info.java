/** How fast networks run: the speed protocol, and what its figures say. */
@NullMarked
package org.efficientvit.core.benchmark;

import org.jspecify.annotations.NullMarked;
