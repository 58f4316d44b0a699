/**
 * What the engine says to people, in a reader's language: a phrase is a key with its arguments, a bundle has the sentences,
 * and a constant has a label that keys end in. Knows nothing else of the program.
 */
package dev.essha.wording;
