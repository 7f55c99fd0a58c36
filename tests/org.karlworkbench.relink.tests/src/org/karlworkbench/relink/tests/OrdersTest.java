package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.relink.orders.OrdersCheck;

/** Checks over all orders: one planted fault of each kind, found in what real assemblers and linkers make. */
class OrdersTest {
    private static final String TEXT_STATEMENT = "locore0.o(.text) *(.text .text.*)";

    @TempDir
    Path folder;

    @Test
    void demoKernelHoldsForEveryOrder() throws Exception {
        List<Finding> findings = OrdersCheck.of(Kits.loaded("demo-amd64"), Progress.NONE);
        assertEquals(List.of(), with(findings, Severity.ERROR));
        Finding head = one(findings, "head-needed"); // where.o prints the address of the first instruction
        assertEquals("where.o", head.getObject());
        assertTrue(head.getMessage().contains("start in the code of locore0.o"), head.getMessage());
        assertTrue(
                codes(findings).containsAll(List.of("reach", "before-gap", "few-contributors")), findings.toString());
    }

    @Test
    void soundTinyKitHasOnlyInfos() throws Exception {
        tiny();
        List<Finding> findings = check();
        assertTrue(findings.stream().allMatch(each -> each.getSeverity() == Severity.INFO), findings.toString());
    }

    @Test
    void bodyThatTheScriptPutsBeforeTheGap() throws Exception {
        TinyKit kit = tiny();
        kit.script(script(TEXT_STATEMENT, "locore0.o(.text) alpha.o(.text) *(.text .text.*)"));
        Finding finding = one(check(), "body-before-gap");
        assertEquals(Severity.ERROR, finding.getSeverity());
        assertEquals("alpha.o", finding.getObject());
    }

    @Test
    void bodyThatCallsTheHead() throws Exception {
        tiny();
        assemble("caller.o", ".globl caller\ncaller: call start\n ret\n");
        Finding finding = one(check(), "head-needed");
        assertEquals(Severity.WARNING, finding.getSeverity());
        assertEquals("caller.o", finding.getObject());
        assertTrue(finding.getMessage().contains("start in the code of locore0.o"), finding.getMessage());
    }

    @Test
    void dataBeforeTheGap() throws Exception {
        TinyKit kit = tiny();
        assemble("table.o", ".data\n .quad 1, 2\n");
        assemble("locore0.o", ".globl start\nstart: hlt\n.data\n .quad 3\n");
        kit.script(script("*(.data .data.*)", "marker = .; table.o(.data) locore0.o(.data) *(.data .data.*)"));
        List<Finding> findings = all(check(), "before-gap");
        Finding body = with(findings, Severity.ERROR).getFirst();
        assertEquals("table.o", body.getObject());
        assertEquals(1, with(findings, Severity.ERROR).size());
        assertTrue(findings.stream().anyMatch(each -> each.getObject().equals("locore0.o")));
        assertTrue(findings.stream().anyMatch(each -> each.getMessage().contains("marker")));
    }

    @Test
    void orphanSectionsWithThePlaceThatEachLinkerFinds() throws Exception {
        tiny();
        assemble("odd.o", ".section .mystery, \"aw\"\n .quad 1\n");
        Finding finding = one(check(), "orphan-section");
        assertEquals(Severity.WARNING, finding.getSeverity());
        assertEquals("odd.o", finding.getObject());
        assertTrue(finding.getMessage().matches(".*\\.mystery.*lld puts it .*[^l]ld puts it .*"), finding.getMessage());
    }

    @Test
    void orphanSectionsAreSeenAheadOfAnyLink() throws Exception {
        tiny();
        assemble("odd.o", ".section .mystery, \"aw\"\n .quad 1\n");
        List<Finding> ahead = OrdersCheck.ahead(Kits.load(kit()));
        Finding finding = one(ahead, "orphan-section");
        assertEquals(1, ahead.size());
        assertEquals("odd.o", finding.getObject());
        assertTrue(finding.getMessage().contains(".mystery"), finding.getMessage());
        assertFalse(finding.getMessage().contains("puts it into"), finding.getMessage());
        assertTrue(finding.getWhy().contains("Each linker has rules of its own"), finding.getWhy());
        assertEquals(List.of(), OrdersCheck.ahead(Kits.loaded("demo-amd64")));
    }

    @Test
    void fewContributorsAndSortedSections() throws Exception {
        TinyKit kit = tiny();
        assemble("late.o", ".section .data.table.2, \"aw\"\n .quad 2\n");
        assemble("soon.o", ".section .data.table.1, \"aw\"\n .quad 1\n");
        for (int i = 0; i < 9; i++) {
            kit.function("f" + i + ".o", "f" + i, i, 20);
        }
        kit.script(script("*(.data .data.*)", "*(SORT_BY_NAME(.data.table.*)) *(.data)"));
        List<Finding> findings = check();
        Finding sorted = one(findings, "sorted-section");
        assertEquals(Severity.INFO, sorted.getSeverity());
        assertEquals("line 8", sorted.getPlace());
        assertTrue(one(findings, "few-contributors").getMessage().contains("2 objects"));
    }

    @Test
    void markersThatRelyOnTheirNeighbours() throws Exception {
        tiny();
        assemble("lonely.o", ".data\n .quad 1\n.globl rest\nrest:\n");
        assemble("from.o", ".data\n.globl table_start\ntable_start: .quad 1\n");
        assemble("to.o", ".data\n.globl table_end\ntable_end: .quad 1\n");
        assemble("sound.o", ".data\n.globl own_start, own_end\nown_start: .quad 1\nown_end:\n");
        assemble("locore0.o", ".globl start\nstart: hlt\n.data\n .quad 1\n.globl body_begins\nbody_begins:\n");
        assemble("user.o", ".data\n .quad rest, table_start, table_end, own_start, own_end, body_begins\n");
        List<Finding> findings = all(check(), "neighbour-symbol");
        assertEquals(3, findings.size(), findings.toString());
        assertTrue(with(findings, Severity.WARNING).size() == 3);
        assertTrue(messages(findings).contains("rest has no size"));
        assertTrue(messages(findings).contains("table_start of from.o and table_end of to.o"));
        assertTrue(messages(findings).contains("behind the head lies the gap"));
    }

    @ParameterizedTest
    @CsvSource({"other - ., R_X86_64_PC8, .byte", "other - ., R_X86_64_PC16, .word"})
    void fieldThatCannotReachEverywhere(String value, String kind, String word) throws Exception {
        tiny();
        assemble("near.o", ".globl near\nnear: hlt\n " + word + " " + value + "\n");
        assemble("other.o", ".globl other\nother: hlt\n .space 0x9000\n");
        Finding finding = one(check(), "reach");
        assertEquals(Severity.ERROR, finding.getSeverity(), finding.getMessage());
        assertEquals("near.o", finding.getObject());
        assertTrue(finding.getMessage().contains(kind + " from near.o to other"), finding.getMessage());
    }

    @Test
    void distancesInOneSectionStay() throws Exception {
        riscv("locore0.o", ".globl _start\n_start: ret\n");
        riscv("a.o", "near: .space 4000\n beq a0, a1, near\n");
        Finding finding = reach("R_RISCV_BRANCH");
        assertEquals(Severity.INFO, finding.getSeverity(), finding.getMessage());
        assertTrue(finding.getMessage().contains("96 bytes before"), finding.getMessage());
        assertTrue(finding.getMessage().contains("is the same in every order"), finding.getMessage());
    }

    @Test
    void jumpsOfRiscvReachOneMegabyte() throws Exception {
        riscv("locore0.o", ".globl _start\n_start: jal x0, far\n");
        riscv("a.o", ".globl far\nfar: ret\n");
        riscv("b.o", " .space 0xf0000\n");
        Finding tight = reach("R_RISCV_JAL");
        assertEquals(Severity.WARNING, tight.getSeverity(), tight.getMessage());
        riscv("b.o", " .space 0x100000\n");
        assertEquals(Severity.ERROR, reach("R_RISCV_JAL").getSeverity());
    }

    @Test
    void linkersPutStubsBehindBranchesOfHppa() throws Exception {
        cross("hppa-linux-gnu-as", "locore0.o", " .level 1.1\n .globl $start\n$start: bl far, %r2\n nop\n");
        cross("hppa-linux-gnu-as", "a.o", " .level 1.1\n .globl far\nfar: bv,n %r0(%r2)\n nop\n");
        cross("hppa-linux-gnu-as", "b.o", " .level 1.1\n .space 0x80000\n");
        script(TinyKit.SCRIPT.replace("(start)", "($start)").replace("0xffffffff81000000", "0x80000"));
        Finding finding = reach("R_PARISC_PCREL17F");
        assertEquals(Severity.INFO, finding.getSeverity(), finding.getMessage());
        assertTrue(finding.getMessage().contains("too far"), finding.getMessage());
        assertTrue(finding.getAdvice().contains("stubs"), finding.getAdvice());
    }

    @ParameterizedTest
    @CsvSource({".got : { *(.got) } .data : { *(.data) }", ".data : { *(.got) *(.data) }"})
    void dataOfAlphaLiesNearTheGlobalPointer(String data) throws Exception {
        cross("alpha-linux-gnu-as", "locore0.o", " .globl __start\n__start: ldgp $29, 0($27)\n");
        cross("alpha-linux-gnu-as", "a.o", " ldl $1, x($29) !gprel\n ldq $2, x($29) !literal\n");
        cross("alpha-linux-gnu-as", "ax.o", " .data\n .globl x\nx: .long 1\n");
        cross("alpha-linux-gnu-as", "b.o", " .data\n .space 0x9000\n");
        script("ENTRY(__start) SECTIONS { . = 0xfffffc0000580000; .text : { *(.text) } .rodata : { *(.rodata) } " + data
                + " .bss : { *(.bss) } }");
        assertEquals(Severity.INFO, reach("R_ALPHA_GPREL16").getSeverity());
        cross("alpha-linux-gnu-as", "b.o", " .data\n .space 0xe000\n");
        assertEquals(Severity.ERROR, reach("R_ALPHA_GPREL16").getSeverity());
    }

    @ParameterizedTest
    @CsvSource({"cross-arm64, R_AARCH64_CALL26", "cross-riscv64, R_RISCV_CALL"})
    void bigKitsReachEverywhere(String kit, String kind) throws Exception {
        List<Finding> findings = OrdersCheck.of(Kits.loaded(kit), Progress.NONE);
        assertEquals(List.of(), with(findings, Severity.ERROR), messages(findings));
        assertTrue(messages(all(findings, "reach")).contains(kind + " "), messages(findings));
    }

    @Test
    void sectionsAtFixedAddresses() throws Exception {
        TinyKit kit = tiny();
        kit.script(script(".rodata : ALIGN(0x1000)", ".rodata 0xffffffff81008000 :"));
        Finding room = one(check(), "fixed-address");
        assertEquals(Severity.INFO, room.getSeverity());
        assertEquals(".rodata", room.getObject());
        assertEquals("line 7", room.getPlace());
        kit.script(script(".rodata : ALIGN(0x1000)", ". = 0xffffffff81003000; .rodata :"));
        List<Finding> findings = check();
        assertEquals(Severity.ERROR, one(findings, "fixed-address").getSeverity());
        assertEquals(2, all(findings, "link-failed").size(), "no linker makes that with the largest gaps");
    }

    @Test
    void headroomCountsWhatOtherOrdersNeedToAlign() throws Exception {
        TinyKit kit = tiny();
        assemble("page.o", " .balign 0x1000\n .space 0x1000\n");
        assemble("quad.o", " .balign 0x1000\n .space 0x1000\n");
        kit.script(script(".rodata : ALIGN(0x1000)", ".rodata 0xffffffff8100a000 :"));
        assertEquals(Severity.ERROR, one(check(), "fixed-address").getSeverity());
        assertEquals(List.of(), all(check(), "link-failed"), "this order fits");
    }

    @Test
    void pagesAndSegments() throws Exception {
        TinyKit kit = tiny();
        assemble("data.o", ".data\n .quad 1\n");
        kit.script(script("text PT_LOAD FLAGS(5)", "text PT_LOAD FLAGS(7)"));
        Finding both = one(check(), "writable-code");
        assertEquals(Severity.WARNING, both.getSeverity());
        assertEquals(".text", both.getObject());
        kit.script(script(".data : ALIGN(0x1000)", ".data :"));
        Finding shared = one(check(), "shared-page");
        assertEquals(Severity.WARNING, shared.getSeverity());
        assertEquals(".data", shared.getObject());
        kit.script(script("    .text :", "    . = . + 0x10; .text : SUBALIGN(16)"));
        assertEquals(Severity.ERROR, one(check(), "unaligned-endboot").getSeverity());
    }

    @Test
    void withoutALinkerOnlyTheRestIsChecked() throws Exception {
        for (String name : List.of("locore0.o", "odd.o")) {
            ElfWriter writer = new ElfWriter(false, ByteOrder.BIG_ENDIAN, Elf.EM_88K, 0);
            writer.section(".mystery", Elf.SHT_PROGBITS, TinyKit.DATA, 4, new byte[4]);
            Files.createDirectories(kit());
            Files.write(kit().resolve(name), writer.toBytes());
        }
        script(TinyKit.SCRIPT);
        List<Finding> findings = check();
        assertEquals(Severity.INFO, one(findings, "no-linker").getSeverity());
        assertTrue(one(findings, "no-linker").getMessage().contains("reach"));
        assertEquals("locore0.o", one(findings, "orphan-section").getObject());
    }

    @Test
    void scriptsThatMeanHarmEnd() throws Exception {
        TinyKit kit = tiny();
        String many = "*(KEEP(".repeat(50_000);
        for (String harm :
                List.of(many, "SECTIONS { .text : { " + many, "a = (((", "\"", "/*", ".x : {}}}} :", "{{{")) {
            kit.script(TinyKit.SCRIPT + harm);
            assertFalse(check().isEmpty());
        }
    }

    @Test
    void cancelLeavesNothing() throws Exception {
        tiny();
        LoadedKit loaded = Kits.load(kit());
        Listener canceller = new Listener(new ArrayList<>(), 0);
        assertThrows(CancellationException.class, () -> OrdersCheck.of(loaded, canceller));
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertTrue(files.noneMatch(each -> each.getFileName().toString().startsWith(".karl-")));
        }
    }

    private Path kit() {
        return folder.resolve("kit");
    }

    private TinyKit tiny() throws IOException {
        return new TinyKit(kit()).function("alpha.o", "alpha", 1, 40).function("beta.o", "beta", 2, 60);
    }

    private static String script(String from, String to) {
        assertTrue(TinyKit.SCRIPT.contains(from), from);
        return TinyKit.SCRIPT.replace(from, to);
    }

    private void script(String text) throws IOException {
        Files.writeString(kit().resolve("ld.script"), text);
    }

    private void assemble(String object, String source) throws Exception {
        cross("as --64 -mx86-used-note=no", object, source);
    }

    private void riscv(String object, String source) throws Exception {
        cross("riscv64-linux-gnu-as -march=rv64imac -mabi=lp64 -mno-relax", object, source);
        script(TinyKit.SCRIPT.replace("start", "_start").replace("0xffffffff81000000", "0xffffffc000200000"));
    }

    private void cross(String assembler, String object, String source) throws Exception {
        Files.createDirectories(kit());
        List<String> command = new ArrayList<>(List.of(assembler.split(" ")));
        command.addAll(List.of("-o", kit().resolve(object).toString(), "-"));
        Process as = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = as.outputWriter()) {
            out.write(source);
        }
        String words = new String(as.getInputStream().readAllBytes());
        assertEquals(0, as.waitFor(), words);
    }

    private List<Finding> check() throws EngineException {
        return OrdersCheck.of(Kits.load(kit()), Progress.NONE);
    }

    private Finding reach(String kind) throws EngineException {
        return all(check(), "reach").stream()
                .filter(each -> each.getMessage().startsWith(kind + " "))
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> all(List<Finding> findings, String code) {
        return findings.stream().filter(each -> each.getCode().equals(code)).toList();
    }

    private static Finding one(List<Finding> findings, String code) {
        List<Finding> found = all(findings, code);
        assertEquals(1, found.size(), code + " in:\n" + messages(findings));
        return found.getFirst();
    }

    private static List<Finding> with(List<Finding> findings, Severity severity) {
        return findings.stream().filter(each -> each.getSeverity() == severity).toList();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::getCode).toList();
    }

    private static String messages(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(each -> text.append(
                each.getSeverity() + " " + each.getCode() + " " + each.getObject() + ": " + each.getMessage() + "\n"));
        return text.toString();
    }
}
