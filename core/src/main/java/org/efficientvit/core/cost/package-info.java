/** What a network costs by its operations alone: multiply-accumulates, bytes, parameters. */
@NullMarked
package org.efficientvit.core.cost;

import org.jspecify.annotations.NullMarked;
