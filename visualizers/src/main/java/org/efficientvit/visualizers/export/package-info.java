/** Figures as files: PNG, SVG, PDF, CSV and a page that shows them. */
@NullMarked
package org.efficientvit.visualizers.export;

import org.jspecify.annotations.NullMarked;
