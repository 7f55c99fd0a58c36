package org.karlworkbench.machine.emulator;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The emulator's debugger stub (GDB's Remote Serial Protocol), as much of it as a stop at one address takes. The stub
 * serves one debugger at a time: when this one has left, the machine stands still until another comes.
 */
final class GdbStub implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long POLL_MILLIS = 5;

    private final SocketChannel channel;
    private final String point;
    private final StringBuilder received = new StringBuilder();

    /**
     * Sets the stop and lets the machine run.
     *
     * @param socket the stub's
     * @param address where to stop, by a breakpoint of the processor's: the code is not touched
     * @throws IOException if the stub does not do it
     */
    GdbStub(Path socket, long address) throws IOException {
        point = Long.toHexString(address) + ",1";
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        try {
            channel.configureBlocking(false);
            ask("?");
            if (!ask("Z1," + point).equals("OK")) {
                throw new IOException("the emulator cannot stop at an address");
            }
            send("c");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the machine has come to the address. */
    boolean hasStopped() throws IOException {
        String packet = packet();
        return packet != null && (packet.startsWith("T") || packet.startsWith("S"));
    }

    /** Takes the stop away and leaves; the machine stands. */
    void leave() throws IOException {
        ask("z1," + point);
        close();
    }

    private String ask(String request) throws IOException {
        send(request);
        long end = System.nanoTime() + PATIENCE_NANOS;
        String reply = packet();
        while (reply == null) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("the debugger stub does not answer");
            }
            pause();
            reply = packet();
        }
        return reply;
    }

    private void send(String request) throws IOException {
        int sum = request.chars().sum() & 0xff;
        write("$" + request + "#" + String.format("%02x", sum));
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The next packet's content if it is whole, acknowledged; else null. */
    private String packet() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        if (channel.read(buffer) < 0) {
            throw new IOException("the debugger stub is gone");
        }
        received.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
        int start = received.indexOf("$");
        int end = received.indexOf("#", start);
        if (start < 0 || end < 0 || end + 3 > received.length()) {
            return null;
        }
        String content = received.substring(start + 1, end);
        received.delete(0, end + 3);
        write("+");
        return content;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
