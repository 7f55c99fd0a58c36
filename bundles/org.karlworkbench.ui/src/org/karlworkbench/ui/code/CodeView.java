package org.karlworkbench.ui.code;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.karlworkbench.code.Code;
import org.karlworkbench.code.CodeLine;
import org.karlworkbench.code.CodeRange;
import org.karlworkbench.code.CodeReader;
import org.karlworkbench.code.Tool;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/** The code of the function that is selected, disassembled. A double click or Enter goes to what an instruction names. */
public final class CodeView extends RowView<Code> {
    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");
    private static final int ADDRESS_WIDTH = 160;
    private static final int BYTES_WIDTH = 190;
    private static final int TEXT_WIDTH = 300;

    /** Made by the workbench. */
    public CodeView() {
        super("code.lines");
    }

    @Override
    String hint() {
        return "Select a function of a kernel to see its code.";
    }

    @Override
    boolean shows(RowItem item) {
        return item.table() == RowTable.SYMBOLS && item.layout().symbols().kind(item.row()) == Kind.FUNCTION;
    }

    @Override
    Code read(RowItem item, Progress progress) throws EngineException {
        Rows symbols = item.layout().symbols();
        Hit hit = new Hit(Hit.Table.SYMBOLS, item.row(), symbols.address(item.row()), 0);
        CodeRange range = CodeRange.of(item.layout(), hit);
        return CodeReader.read(item.layout(), range, EnumSet.allOf(Tool.class), progress::cancelled);
    }

    @Override
    void fill(ColumnTable rows, RowItem item, Code code) {
        List<CodeLine> lines = code.lines();
        String object = item.layout().symbols().object(item.row());
        String cut = code.leftOut() == 0 ? "" : ", " + Formats.bytes(code.leftOut()) + " more are not shown";
        describe(Shown.line(item.label() + (object.isEmpty() ? "" : " in " + object)) + ", "
                + Formats.bytes(code.range().size()) + cut + ", by " + code.tool());
        rows.setModel(
                List.of(
                        Column.address(
                                "Address", ADDRESS_WIDTH, row -> lines.get(row).address(), Formats::hex),
                        Column.code(
                                "Bytes",
                                BYTES_WIDTH,
                                row -> BYTES.formatHex(lines.get(row).bytes())),
                        Column.code(
                                "Instruction", TEXT_WIDTH, row -> lines.get(row).text()),
                        Column.text("Names", 0, row -> symbol(lines.get(row)))),
                lines.size());
    }

    private static String symbol(CodeLine line) {
        return line.symbol() == null ? "" : line.symbol();
    }

    @Override
    Hit leadsTo(RowItem item, Code code, int row) {
        OptionalLong target = code.lines().get(row).target();
        return target.isPresent() ? new Finder(item.layout()).at(target.getAsLong()) : null;
    }
}
