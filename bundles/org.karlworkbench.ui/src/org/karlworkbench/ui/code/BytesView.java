package org.karlworkbench.ui.code;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/** The bytes of what is selected, with what the linker wrote in brackets, beside the bytes of the objects themselves. */
public final class BytesView extends RowView<RowBytes> {
    private static final int ADDRESS_WIDTH = 160;
    private static final int BYTES_WIDTH = 400;
    private static final int LETTERS_WIDTH = 150;

    /** Made by the workbench. */
    public BytesView() {
        super("bytes.lines");
    }

    @Override
    String hint() {
        return "Select a section, object, symbol or gap of a kernel to see its bytes.";
    }

    @Override
    boolean shows(RowItem item) {
        return true;
    }

    @Override
    RowBytes read(RowItem item, Progress progress) throws EngineException {
        return RowBytesReader.read(item, progress);
    }

    @Override
    void fill(ColumnTable rows, RowItem item, RowBytes read) {
        String cut = read.leftOut() == 0 ? "" : ", " + Formats.bytes(read.leftOut()) + " more are not shown";
        String kit = read.known().isEmpty()
                ? "; the objects' own are not known"
                : "; in brackets what the linker writes: "
                        + Formats.bytes(read.written().cardinality());
        describe(Shown.line(item.label()) + ", " + Formats.bytes(read.bytes().length) + cut + kit);
        rows.setModel(
                List.of(
                        Column.address(
                                "Address",
                                ADDRESS_WIDTH,
                                line -> read.address() + (long) line * RowBytes.LINE,
                                Formats::hex),
                        Column.address("Kernel", BYTES_WIDTH, line -> line, _ -> "")
                                .shownAs(read::kernelText),
                        Column.code("Text", LETTERS_WIDTH, read::letters),
                        Column.address("Object", BYTES_WIDTH, line -> line, _ -> "")
                                .shownAs(read::ownText),
                        Column.text("Relocated For", 0, read::names)),
                read.lines());
    }

    @Override
    Hit leadsTo(RowItem item, RowBytes read, int row) {
        return null; // bytes lead nowhere
    }
}
