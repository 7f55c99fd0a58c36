/** What must hold for every order of a kit's body and for the largest gaps, checked before anyone boots one of them. */
package org.karlworkbench.relink.orders;
