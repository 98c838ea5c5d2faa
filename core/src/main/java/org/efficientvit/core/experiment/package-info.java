/** Experiments that anyone can run again: trainings under one plan that differ in one thing. */
@NullMarked
package org.efficientvit.core.experiment;

import org.jspecify.annotations.NullMarked;
