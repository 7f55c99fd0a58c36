package org.karlworkbench.layout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/**
 * The packed file of {@link Places}: a header of 28 bytes, big-endian (magic "KARLPLC" and 0x1a, version, rows, names,
 * length and CRC-32 of the body), then the body, deflated. {@link PlacesBody} says what the body holds.
 */
final class PlacesFile {
    private static final byte[] MAGIC = {'K', 'A', 'R', 'L', 'P', 'L', 'C', 0x1a};
    private static final int VERSION = 1;
    private static final int HEADER = MAGIC.length + 5 * Integer.BYTES;

    /** Deflate cannot do better than this, so a greater length in the header is a lie. */
    private static final long BEST_RATIO = 1032;

    private PlacesFile() {}

    static void write(Places places, Path file) throws EngineException {
        PrivateFiles.replace(file, pack(places));
    }

    static Places read(Path file, PlacesQuery wanted) throws EngineException {
        byte[] packed;
        try {
            packed = Files.readAllBytes(file);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        } catch (OutOfMemoryError e) {
            throw bad(file, "larger than a places file can be");
        }
        return unpack(file, packed, wanted);
    }

    private static byte[] pack(Places places) {
        PlacesBody.Written body = PlacesBody.write(places);
        CRC32 sum = new CRC32();
        sum.update(body.bytes(), 0, body.length());
        byte[] deflated = new byte[body.length() + body.length() / 1000 + 64];
        int length;
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(body.bytes(), 0, body.length());
            deflater.finish();
            length = deflater.deflate(deflated);
        }
        return ByteBuffer.allocate(HEADER + length)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(places.count())
                .putInt(body.names())
                .putInt(body.length())
                .putInt((int) sum.getValue())
                .put(deflated, 0, length)
                .array();
    }

    private static Places unpack(Path file, byte[] packed, PlacesQuery wanted) throws EngineException {
        if (packed.length < HEADER || !ByteBuffer.wrap(packed, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw bad(file, "not a places file");
        }
        ByteBuffer header = ByteBuffer.wrap(packed, MAGIC.length, HEADER - MAGIC.length);
        int version = header.getInt();
        if (version != VERSION) {
            throw bad(file, "places file of version " + Integer.toUnsignedString(version) + ", only 1 is known here");
        }
        int rows = header.getInt();
        int names = header.getInt();
        int length = header.getInt();
        byte[] body = inflate(file, packed, length);
        CRC32 sum = new CRC32();
        sum.update(body);
        if ((int) sum.getValue() != header.getInt()) {
            throw bad(file, "damaged: the checksum does not fit");
        }
        Places places = PlacesBody.read(body, rows, names, wanted);
        if (places == null) {
            throw bad(file, "damaged: its rows make no sense");
        }
        return places;
    }

    private static byte[] inflate(Path file, byte[] packed, int length) throws EngineException {
        long deflated = packed.length - HEADER;
        if (length < 0 || length > deflated * BEST_RATIO) {
            throw bad(file, "damaged: impossible length " + Integer.toUnsignedString(length));
        }
        byte[] body = new byte[length];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, HEADER, (int) deflated);
            int got = 0;
            while (got < length) {
                int more = inflater.inflate(body, got, length - got);
                if (more == 0) {
                    throw bad(file, "cut off");
                }
                got += more;
            }
            // The end of the stream has its own marks: what lacks them was cut, what follows them was added.
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished() || inflater.getRemaining() != 0) {
                throw bad(file, "cut off, or with something behind its end");
            }
        } catch (DataFormatException e) {
            throw bad(file, "damaged: " + e.getMessage());
        }
        return body;
    }

    private static EngineException bad(Path file, String problem) {
        return new EngineException(
                "bad-places", file.toString(), null, problem, "relink again, or open the kernel without it");
    }
}
