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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.Native;
import org.karlworkbench.elf.NativeLibrary;

/**
 * SHA-256 as OpenSSL and LibreSSL have it (SHA256_Init(3)). Its state is a Java array, so that nothing has to be freed.
 */
final class LibcryptoSha256 extends MessageDigest {
    /** Debian's two, then whatever version the system takes. */
    private static final List<String> NAMES = List.of("libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so");

    /** The digest of nothing. */
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final Optional<Functions> INSTALLED =
            NativeLibrary.first(NAMES).flatMap(Functions::of).filter(LibcryptoSha256::isRight);

    private static final int DIGEST = 32;

    /** A SHA256_CTX has 112 bytes in all versions. */
    private static final int STATE_WORDS = 32;

    /** So many bytes at a time: the heap waits while they are read. */
    private static final int PIECE = 1 << 20;

    private final Functions functions;
    private final MemorySegment state = MemorySegment.ofArray(new long[STATE_WORDS]);

    LibcryptoSha256() {
        this(INSTALLED.orElseThrow());
    }

    private LibcryptoSha256(Functions functions) {
        super("SHA-256");
        this.functions = functions;
        engineReset();
    }

    /** One that is bound to standards may refuse to be called so. */
    private static boolean isRight(Functions functions) {
        try {
            return HexFormat.of()
                    .formatHex(new LibcryptoSha256(functions).digest())
                    .equals(EMPTY);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    static boolean isInstalled() {
        return INSTALLED.isPresent();
    }

    /** What is called. */
    private record Functions(MethodHandle init, MethodHandle update, MethodHandle end) {
        static Optional<Functions> of(NativeLibrary library) {
            Linker.Option inHeap = Linker.Option.critical(true);
            try {
                return Optional.of(new Functions(
                        library.function("SHA256_Init", FunctionDescriptor.of(JAVA_INT, ADDRESS), inHeap),
                        library.function(
                                "SHA256_Update", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG), inHeap),
                        library.function("SHA256_Final", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS), inHeap)));
            } catch (IllegalStateException | UnsupportedOperationException e) {
                return Optional.empty(); // it was built without them, or Java calls no libraries on this machine
            }
        }
    }

    @Override
    protected void engineReset() {
        require(Native.call(() -> (int) functions.init().invokeExact(state)));
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        add(MemorySegment.ofArray(input).asSlice(offset, length));
    }

    @Override
    protected void engineUpdate(ByteBuffer input) {
        add(MemorySegment.ofBuffer(input));
        input.position(input.limit());
    }

    private void add(MemorySegment bytes) {
        for (long at = 0; at < bytes.byteSize(); at += PIECE) {
            long size = Math.min(PIECE, bytes.byteSize() - at);
            MemorySegment piece = bytes.asSlice(at, size);
            require(Native.call(() -> (int) functions.update().invokeExact(state, piece, size)));
        }
    }

    @Override
    protected byte[] engineDigest() {
        byte[] digest = new byte[DIGEST];
        MemorySegment out = MemorySegment.ofArray(digest);
        require(Native.call(() -> (int) functions.end().invokeExact(out, state)));
        engineReset();
        return digest;
    }

    @Override
    protected int engineGetDigestLength() {
        return DIGEST;
    }

    private static void require(int success) {
        if (success != 1) {
            throw new IllegalStateException("libcrypto has no SHA-256 of this kind");
        }
    }
}
