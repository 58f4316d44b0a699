/** The command line, a thin face of the same parts as the window. Its commands, options and exit statuses are fixed: other programs rely on them. */
package dev.essha.cli;
