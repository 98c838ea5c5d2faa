/** Key frames of VP8 (RFC 6386), the pictures inside lossy WebP files. */
@NullMarked
package org.efficientvit.core.image.vp8;

import org.jspecify.annotations.NullMarked;
