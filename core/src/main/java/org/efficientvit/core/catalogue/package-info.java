/** Published weights: which there are, where they lie, and how they come here. */
@NullMarked
package org.efficientvit.core.catalogue;

import org.jspecify.annotations.NullMarked;
