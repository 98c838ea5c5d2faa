/** The networks, each written once over {@link org.efficientvit.core.ops.Ops}. */
@NullMarked
package org.efficientvit.core.network;

import org.jspecify.annotations.NullMarked;
