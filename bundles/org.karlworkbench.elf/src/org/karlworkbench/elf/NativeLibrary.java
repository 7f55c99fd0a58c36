package org.karlworkbench.elf;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * A library of the system.
 *
 * @param name the file's name, which tells the version
 * @param symbols its functions
 */
public record NativeLibrary(String name, SymbolLookup symbols) {
    /**
     * Loads the first of some libraries that is there, by the system's own search. It stays loaded.
     *
     * @param names files without a folder
     * @return empty if none is installed, or none may be called
     */
    public static Optional<NativeLibrary> first(List<String> names) {
        for (String name : names) {
            try {
                return Optional.of(new NativeLibrary(name, SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException | IllegalCallerException e) {
                continue; // not installed, or this Java machine was started without the right to call it
            }
        }
        return Optional.empty();
    }

    /**
     * A function of it.
     *
     * @param function its name
     * @param type its arguments and what it returns
     * @param options how it is called
     * @return a handle of the C function
     * @throws IllegalStateException if it has none of this name: it is not the library that its name promises
     */
    public MethodHandle function(String function, FunctionDescriptor type, Linker.Option... options) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(function)
                                .orElseThrow(() -> new IllegalStateException(name + " has no function " + function)),
                        type,
                        options);
    }
}
