/**
 * What a network costs by its operations alone: multiply-accumulates, bytes, parameters; and what a
 * changed one would cost beside it.
 */
@NullMarked
package org.efficientvit.core.cost;

import org.jspecify.annotations.NullMarked;
