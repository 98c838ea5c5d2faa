/** Rendered objects: pictures of everyday things that the program draws itself, by seed. */
@NullMarked
package org.efficientvit.core.objects;

import org.jspecify.annotations.NullMarked;
