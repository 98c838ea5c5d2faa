/**
 * What a network costs, how long it takes, and what keeps it from being faster; and what a changed
 * one would cost beside it.
 */
@NullMarked
package org.efficientvit.core.cost;

import org.jspecify.annotations.NullMarked;
