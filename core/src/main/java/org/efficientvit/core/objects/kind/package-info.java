/** The kinds of object, one class each: a different individual at every call. */
@NullMarked
package org.efficientvit.core.objects.kind;

import org.jspecify.annotations.NullMarked;
