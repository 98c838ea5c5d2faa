/**
 * The operations that networks are written in, and what it means to run them.
 *
 * <p>A network is written once, over {@link org.efficientvit.core.ops.Ops}; what {@code T} is
 * decides what the same lines do: arrays run it, shapes cost it, graph values export it.
 */
@NullMarked
package org.efficientvit.core.ops;

import org.jspecify.annotations.NullMarked;
