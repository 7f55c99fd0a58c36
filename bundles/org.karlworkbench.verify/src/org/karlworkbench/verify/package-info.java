/** Accounts for every byte of a linked kernel: {@link org.karlworkbench.verify.Accounting} is the witness of all linkers. */
package org.karlworkbench.verify;
