/** The port on an account in memory: takes the same rendered templates, refuses what CloudFormation would refuse, knows typical creation times. */
package dev.essha.cloud.rehearsal;
