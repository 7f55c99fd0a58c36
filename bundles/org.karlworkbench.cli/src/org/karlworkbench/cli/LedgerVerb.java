package org.karlworkbench.cli;

import org.karlworkbench.elf.Progress;

/** {@code karl ledger}: the verbs that keep a ledger. */
final class LedgerVerb extends Verb {
    LedgerVerb() {
        super(
                "Keeps the ledger: the record of every relink.",
                "DIR is a folder of entries, as --ledger made it, or one with kernels and their entries beside them.");
        options.verb("list", new LedgerListVerb(false));
        options.verb("verify", new LedgerListVerb(true));
        options.verb("note", new LedgerNoteVerb());
        options.verb("pin", new LedgerPinVerb(true));
        options.verb("unpin", new LedgerPinVerb(false));
        options.verb("delete", new LedgerDeleteVerb());
        options.verb("clean", new LedgerCleanVerb());
    }

    @Override
    Answer answer(Progress progress) throws UsageException {
        throw new UsageException(
                "no verb for the ledger is given", "try one of list, verify, note, pin, unpin, delete, clean");
    }
}
