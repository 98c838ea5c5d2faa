/** What the heads say: their maps, how alike they are, the cascade, and what each head is worth. */
@NullMarked
package org.efficientvit.visualizers.heads;

import org.jspecify.annotations.NullMarked;
