/**
 * Where a plan comes from and goes to: the start page with its ways, plan files, drafts that were left, and deployments that an
 * account shows.
 */
package dev.essha.ui.start;
