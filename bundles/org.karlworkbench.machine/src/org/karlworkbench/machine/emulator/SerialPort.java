package org.karlworkbench.machine.emulator;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The other end of the guest's serial port. A byte is a character (ISO-8859-1). */
final class SerialPort implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final Duration DRAIN = Duration.ofMillis(500);

    private final SocketChannel line;
    private final SerialLog log = new SerialLog();
    private final Thread reader;

    /**
     * Connects.
     *
     * @param socket the emulator's, whose machine stands still, so that nothing has been said yet
     * @throws IOException if it cannot
     */
    SerialPort(Path socket) throws IOException {
        line = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        reader = Thread.ofPlatform().daemon().name("serial port").start(this::read);
    }

    SerialLog log() {
        return log;
    }

    /** Types, as a person would at the other end. */
    void type(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            line.write(bytes);
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
        try {
            while (line.read(buffer) >= 0) {
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
        line.close();
    }
}
