package org.karlworkbench.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;

/** GNU objdump takes the code apart: a program that is started for it, and whose lines are read. */
final class Objdump implements Disassembler {
    /** Address, bytes, and words; with tabs between, as objdump writes them. */
    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-f]{1,16}):\\t([0-9a-f ]+?)\\s*(?:\\t(.*))?");

    /** What objdump writes where it finds no instruction. */
    private static final Pattern NONE = Pattern.compile("(\\.|\\(bad\\)|<|#|undefined).*");

    private static final long POLL_MILLIS = 50;

    private final Path program;
    private final InstructionSet set;
    private final boolean big;

    Objdump(Path program, InstructionSet set, ByteOrder order) {
        this.program = program;
        this.set = set;
        this.big = order == ByteOrder.BIG_ENDIAN;
    }

    @Override
    public String tool() {
        return program.toString();
    }

    @Override
    public void decode(byte[] code, long address, Consumer<Instruction> sink, BooleanSupplier cancelled)
            throws EngineException {
        if (code.length == 0) {
            return;
        }
        Path file = null;
        try {
            file = Files.createTempFile("karl-code-", ".bin");
            Files.write(file, code);
            run(file, address, new Lines(sink, address, code.length), cancelled);
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // what remains is a temporary file
        }
    }

    private void run(Path file, long address, Lines lines, BooleanSupplier cancelled)
            throws IOException, EngineException {
        ProcessBuilder builder = new ProcessBuilder(command(file, address)).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        Thread watch = Thread.ofVirtual().start(() -> watch(process, cancelled));
        try (BufferedReader out = process.inputReader(StandardCharsets.ISO_8859_1)) {
            read(out, lines, cancelled);
            lines.finish();
            if (!lines.isWhole()) {
                throw failed("did not take all bytes apart: " + lines.words, null);
            }
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    /** Reads to the end; that the output of a program which was ended breaks off is no failure. */
    private static void read(BufferedReader out, Lines lines, BooleanSupplier cancelled) throws IOException {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.take(line);
            }
        } catch (IOException e) {
            if (!cancelled.getAsBoolean()) {
                throw e;
            }
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    /** Ends the program when it is not wanted any more. */
    private static void watch(Process process, BooleanSupplier cancelled) {
        try {
            while (process.isAlive()) {
                if (cancelled.getAsBoolean()) {
                    process.destroyForcibly();
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // there is nothing to watch any more
        }
    }

    private List<String> command(Path file, long address) {
        List<String> thumb = set == InstructionSet.THUMB ? List.of("-M", "force-thumb") : List.of();
        List<String> command = new ArrayList<>(List.of(
                program.toString(), "-D", "-w", "-z", "-b", "binary", "-m", set.objdump(), big ? "-EB" : "-EL"));
        command.addAll(thumb);
        command.add("--adjust-vma=0x" + Long.toHexString(address));
        command.add(file.toString());
        return command;
    }

    private EngineException failed(String problem, Exception cause) {
        return new EngineException("disassembler-failed", program.toString(), null, problem, null, cause);
    }

    /** Makes instructions of objdump's lines; what does not follow upon what came before is not believed. */
    private final class Lines {
        private final Consumer<Instruction> sink;
        private final long end;
        private long next;
        private String words = "";

        Lines(Consumer<Instruction> sink, long address, int length) {
            this.sink = sink;
            next = address;
            end = address + length;
        }

        /** Objdump is silent about what is left at the end and too short for an instruction. */
        void finish() {
            if (next != end && end - next < set.unit()) {
                sink.accept(Instruction.unknown(next, (int) (end - next)));
                next = end;
            }
        }

        boolean isWhole() {
            return next == end;
        }

        void take(String line) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                words = line;
                return;
            }
            int length = matcher.group(2).replace(" ", "").length() / 2;
            long address = Long.parseUnsignedLong(matcher.group(1), 16);
            if (address == next && length > 0 && end - next >= length) {
                sink.accept(instruction(address, length, matcher.group(3)));
                next += length;
            }
        }

        private Instruction instruction(long address, int length, String text) {
            if (text == null || NONE.matcher(text).matches()) {
                return Instruction.unknown(address, length);
            }
            String[] parts = text.strip().split("\\s+", 2);
            String operands = parts.length < 2 ? "" : parts[1].replace('\t', ' ');
            return Branches.instruction(set, address, length, parts[0], operands, OptionalLong.empty());
        }
    }
}
