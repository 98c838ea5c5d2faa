/** A network with its weights, labels and preprocessing: what a person picks and runs. */
@NullMarked
package org.efficientvit.core.model;

import org.jspecify.annotations.NullMarked;
