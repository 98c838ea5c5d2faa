/** What a few measurements say of all: shares, means and medians with their intervals. */
@NullMarked
package org.efficientvit.core.statistics;

import org.jspecify.annotations.NullMarked;
