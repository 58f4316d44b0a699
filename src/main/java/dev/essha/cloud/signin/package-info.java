/**
 * The port to signing in: how somebody can say who they are, which ways this computer knows, and IAM Identity Center's flow in
 * a browser.
 *
 * <p>{@link dev.essha.cloud.signin.Login} is what a person chose, {@link dev.essha.cloud.signin.SignIns} is what they can choose
 * from, {@link dev.essha.cloud.signin.SignedIn} is the login of an account that is open. {@code cloud.aws} reads the files of the
 * AWS tools and speaks to the services, {@code cloud.rehearsal} is the double. Nothing here shows a secret.
 */
package dev.essha.cloud.signin;
