package org.karlworkbench.machine.emulator;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The other end of the guest's serial port: a socket to which the emulator connects, so that nobody has to wait for one
 * of its own. A byte is a character (ISO-8859-1).
 */
final class SerialPort implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final Duration DRAIN = Duration.ofMillis(500);

    private final ServerSocketChannel server;
    private final SerialLog log = new SerialLog();
    private final Thread reader;
    private volatile SocketChannel line;

    /**
     * Listens.
     *
     * @param socket a path at which nothing is yet
     * @throws IOException if it cannot
     */
    SerialPort(Path socket) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        reader = Thread.ofPlatform().daemon().name("serial port").start(this::read);
    }

    SerialLog log() {
        return log;
    }

    /** Types, as a person would at the other end; nothing happens before the emulator is there. */
    void type(String text) throws IOException {
        SocketChannel open = line;
        if (open != null) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        }
    }

    /** Waits a little until all that the ended emulator sent has been read. */
    void drain() {
        try {
            reader.join(DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (SocketChannel accepted = server.accept()) {
            line = accepted;
            while (accepted.read(buffer) >= 0) {
                String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
                log.add(text.replace("\r", ""));
                buffer.clear();
            }
        } catch (IOException e) {
            // closed from this side, or the emulator was ended: there is nothing more to read
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        SocketChannel open = line;
        if (open != null) {
            open.close();
        }
    }
}
