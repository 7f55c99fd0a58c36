/**
 * Gets at the files of a link-kit without trusting them: folders are looked through without following links that lead
 * outside, archives are unpacked member by member into a private folder, and everything has a limit.
 */
package org.karlworkbench.kit.source;
