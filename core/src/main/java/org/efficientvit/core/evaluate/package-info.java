/** How often a model is right, and where its heads look, over many pictures. */
@NullMarked
package org.efficientvit.core.evaluate;

import org.jspecify.annotations.NullMarked;
