package org.karlworkbench.kit;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.Native;
import org.karlworkbench.elf.NativeLibrary;

/**
 * SHA-256 whose blocks OpenSSL or LibreSSL compute (SHA256_Update(3)). To begin and to pad, which FIPS 180-4 has a few lines
 * for, is done here, and small pieces are gathered: Java takes longer to learn to call a function, and until it has compiled
 * the call, than libcrypto for a megabyte. The state is a Java array, so that nothing has to be freed.
 */
final class LibcryptoSha256 extends MessageDigest {
    /** The initial hash value (FIPS 180-4, 5.3.3). */
    private static final int[] INITIAL = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    /** Debian's two, then whatever version the system takes. */
    private static final List<String> NAMES = List.of("libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so");

    /** The digest of nothing. */
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** A SHA256_CTX begins with the hash value and has 28 words in all versions. */
    private static final int STATE_WORDS = 32;

    private static final int BLOCK = 64;

    /** What pads a message (FIPS 180-4, 5.1.1): a bit, zeros, and in the last eight bytes of a block how long it is. */
    private static final byte END = (byte) 0x80;

    private static final int GATHERED = 1 << 16;

    /** So many bytes at a time: the heap waits while they are read. */
    private static final int PIECE = 1 << 20;

    // last, since it is tried with what is above
    private static final Optional<MethodHandle> UPDATE =
            NativeLibrary.first(NAMES).flatMap(LibcryptoSha256::update).filter(LibcryptoSha256::isRight);

    private final MethodHandle update;
    private final int[] state = new int[STATE_WORDS];
    private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED);
    private long length;

    LibcryptoSha256() {
        this(UPDATE.orElseThrow());
    }

    private LibcryptoSha256(MethodHandle update) {
        super("SHA-256");
        this.update = update;
        engineReset();
    }

    /** One that is bound to standards may refuse to be called so. */
    private static boolean isRight(MethodHandle update) {
        try {
            return HexFormat.of()
                    .formatHex(new LibcryptoSha256(update).digest())
                    .equals(EMPTY);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    static boolean isInstalled() {
        return UPDATE.isPresent();
    }

    private static Optional<MethodHandle> update(NativeLibrary library) {
        FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
        try {
            return Optional.of(library.function("SHA256_Update", type, Linker.Option.critical(true)));
        } catch (IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty(); // it was built without, or Java calls no libraries on this machine
        }
    }

    @Override
    protected void engineReset() {
        Arrays.fill(state, 0);
        System.arraycopy(INITIAL, 0, state, 0, INITIAL.length);
        gathered.clear();
        length = 0;
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int size) {
        engineUpdate(ByteBuffer.wrap(input, offset, size));
    }

    @Override
    protected void engineUpdate(ByteBuffer input) {
        length += input.remaining();
        if (input.remaining() > gathered.remaining()) {
            addGathered();
        }
        if (input.remaining() <= gathered.remaining()) {
            gathered.put(input);
        } else {
            add(MemorySegment.ofBuffer(input));
            input.position(input.limit());
        }
    }

    private void addGathered() {
        add(MemorySegment.ofBuffer(gathered.flip()));
        gathered.clear();
    }

    private void add(MemorySegment bytes) {
        MemorySegment to = MemorySegment.ofArray(state);
        for (long at = 0; at < bytes.byteSize(); at += PIECE) {
            long size = Math.min(PIECE, bytes.byteSize() - at);
            MemorySegment piece = bytes.asSlice(at, size);
            int success = Native.call(() -> (int) update.invokeExact(to, piece, size));
            if (success != 1) {
                throw new IllegalStateException("libcrypto has no SHA-256 of this kind");
            }
        }
    }

    @Override
    protected byte[] engineDigest() {
        int zeros = Math.floorMod(-(length + 1 + Long.BYTES), BLOCK);
        if (gathered.remaining() < 1 + zeros + Long.BYTES) {
            addGathered();
        }
        gathered.put(END).put(new byte[zeros]).putLong(length * Byte.SIZE);
        addGathered();
        ByteBuffer digest = ByteBuffer.allocate(INITIAL.length * Integer.BYTES);
        digest.asIntBuffer().put(state, 0, INITIAL.length);
        engineReset();
        return digest.array();
    }

    @Override
    protected int engineGetDigestLength() {
        return INITIAL.length * Integer.BYTES;
    }
}
