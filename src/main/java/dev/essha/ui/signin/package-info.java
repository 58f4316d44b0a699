/**
 * Signing in: to an Identity Center in a browser, with a profile of the AWS tools, or with access keys; on its page, or over the
 * others while a run waits. What is secret is in memory only, and in no control for longer than it is typed.
 */
package dev.essha.ui.signin;
