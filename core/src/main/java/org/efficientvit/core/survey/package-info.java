/** What the heads of a network say over many pictures, with intervals and baselines. */
@NullMarked
package org.efficientvit.core.survey;

import org.jspecify.annotations.NullMarked;
