package org.karlworkbench.machine.emulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.karlworkbench.elf.Progress;

/**
 * QEMU's machine protocol, over the emulator's standard input and output: pipes that end when it ends, so that nobody
 * ever waits for an emulator that is gone. One command at a time; events are kept until they are asked for.
 */
final class Qmp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;

    private final Process process;
    private final Progress progress;
    private final BlockingQueue<JsonObject> replies = new LinkedBlockingQueue<>();
    private final Queue<JsonObject> events = new ConcurrentLinkedQueue<>();

    /**
     * Begins to listen.
     *
     * @param process the emulator, whose pipes are ours
     * @param progress asked for cancel while somebody waits for a reply
     */
    Qmp(Process process, Progress progress) {
        this.process = process;
        this.progress = progress;
        Thread.ofPlatform().daemon().name("machine protocol").start(this::read);
    }

    /**
     * Runs a command.
     *
     * @param command its name
     * @param arguments its arguments, or null
     * @return what it returns
     * @throws RefusedException if the emulator says that it cannot
     * @throws IOException if the emulator is gone or does not answer
     * @throws CancellationException if somebody wants an end
     */
    JsonElement execute(String command, JsonObject arguments) throws IOException {
        JsonObject request = new JsonObject();
        request.addProperty("execute", command);
        if (arguments != null) {
            request.add("arguments", arguments);
        }
        OutputStream out = process.getOutputStream();
        out.write((request + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        JsonObject reply = reply(command);
        if (reply.has("error")) {
            throw new RefusedException(text(reply.getAsJsonObject("error"), "desc"));
        }
        return reply.get("return");
    }

    /** The next event, or null if none has come. */
    JsonObject event() {
        return events.poll();
    }

    /** A member that is a text; empty if it is not there or no text. */
    static String text(JsonObject object, String name) {
        JsonElement element = object == null ? null : object.get(name);
        return element == null || !element.isJsonPrimitive() ? "" : element.getAsString();
    }

    private JsonObject reply(String command) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() - end < 0) {
                progress.checkCancelled();
                JsonObject reply = replies.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (reply != null) {
                    return reply;
                }
                if (!process.isAlive()) {
                    throw new IOException("the emulator has ended");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
        throw new IOException("the emulator does not answer " + command);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                take(line);
                line = lines.readLine();
            }
        } catch (IOException e) {
            // the emulator was ended
        }
    }

    private void take(String line) {
        try {
            JsonElement element = JsonParser.parseString(line);
            if (element.isJsonObject()) {
                JsonObject object = element.getAsJsonObject();
                if (object.has("event")) {
                    events.add(object);
                } else if (object.has("return") || object.has("error")) {
                    replies.add(object);
                }
            }
        } catch (JsonParseException e) {
            // words of something that is no part of the protocol
        }
    }

    /** The emulator understood a command and says why it cannot do it. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }
}
