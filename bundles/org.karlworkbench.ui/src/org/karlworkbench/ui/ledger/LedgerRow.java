package org.karlworkbench.ui.ledger;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.items.InKit;
import org.karlworkbench.ui.items.NoteItem;
import org.karlworkbench.ui.items.RelinkItem;

/**
 * One line of the ledger's table.
 *
 * @param filed the entry as it lies on the disk
 * @param item what its menu is about: a relink, or a note where the entry cannot be read
 */
record LedgerRow(FiledEntry filed, InKit item) {
    static LedgerRow of(IFile kitFile, FiledEntry filed) {
        Path kernel = LedgerFiles.kernelOf(filed.file());
        InKit item = filed.isReadable()
                ? RelinkItem.of(kitFile, kernel, filed.entry())
                : new NoteItem(kitFile, filed.problem().line(), "error");
        return new LedgerRow(filed, item);
    }

    String linker() {
        return item instanceof RelinkItem relink ? relink.linker() : "";
    }

    String digest() {
        return item instanceof RelinkItem relink ? relink.sha256() : "";
    }

    String recipe() {
        return item instanceof RelinkItem relink && relink.recipe() != null ? relink.recipe() : "";
    }

    /** All five, in the order of their names. */
    String gaps() {
        if (!(item instanceof RelinkItem relink)) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        relink.gaps().byName().forEach((name, bytes) -> words.append(words.isEmpty() ? "" : "  ")
                .append(name)
                .append(' ')
                .append(Formats.count(bytes)));
        return words.toString();
    }

    /** The person's own words, or why there is nothing to read. */
    String note() {
        return item instanceof RelinkItem relink ? (relink.note() == null ? "" : relink.note()) : item.label();
    }

    boolean isPinned() {
        return item instanceof RelinkItem relink && relink.pinned();
    }

    long millis() {
        return item instanceof RelinkItem relink ? relink.millis() : -1;
    }

    /** Whether a check was about what lies there now. */
    boolean isOf(EntryCheck check) {
        return check != null
                && filed.isReadable()
                && check.filed().isReadable()
                && check.filed().kernelBytes() == filed.kernelBytes()
                && check.filed().entry().getSha256().equals(filed.entry().getSha256());
    }
}
