/**
 * Numbers, no screen: the networks, what runs them, and what one forward pass says.
 *
 * <p>Shapes are written in letters from one legend:
 *
 * <table>
 *   <caption>Letters of a shape</caption>
 *   <tr><td>B</td><td>images of a batch</td></tr>
 *   <tr><td>C</td><td>channels</td></tr>
 *   <tr><td>H, W</td><td>rows and columns of a picture or of a grid of tokens</td></tr>
 *   <tr><td>N</td><td>tokens that attend to one another: H·W, or those of one window</td></tr>
 *   <tr><td>w</td><td>windows of one image</td></tr>
 *   <tr><td>h</td><td>heads of an attention</td></tr>
 *   <tr><td>K</td><td>width of a query or a key</td></tr>
 *   <tr><td>D</td><td>width of a value, and so of a head's output</td></tr>
 *   <tr><td>L</td><td>classes</td></tr>
 * </table>
 */
@NullMarked
package org.efficientvit.core;

import org.jspecify.annotations.NullMarked;
