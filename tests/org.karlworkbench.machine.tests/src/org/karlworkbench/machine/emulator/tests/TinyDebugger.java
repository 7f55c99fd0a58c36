package org.karlworkbench.machine.emulator.tests;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** As much of a debugger as a test needs: asks, and lets the machine run (GDB's Remote Serial Protocol). */
final class TinyDebugger implements AutoCloseable {
    private final SocketChannel channel;

    TinyDebugger(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    /** One question, one answer. */
    String ask(String question) throws IOException {
        send(question);
        StringBuilder text = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        while (text.indexOf("#") < 0 || text.indexOf("#") + 3 > text.length()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("the stub is gone after " + text);
            }
            text.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
            buffer.clear();
        }
        write("+");
        return text.substring(text.indexOf("$") + 1, text.indexOf("#"));
    }

    /** Detaches, after which the machine runs. */
    void goOn() throws IOException {
        ask("D");
    }

    private void send(String question) throws IOException {
        write("$" + question + "#" + String.format("%02x", question.chars().sum() & 0xff));
    }

    private void write(String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
