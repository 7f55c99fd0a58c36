package org.karlworkbench.code;

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
record NativeLibrary(String name, SymbolLookup symbols) {
    /** Loads the first of some libraries that is there, by the system's own search. It stays loaded. */
    static Optional<NativeLibrary> first(List<String> names) {
        for (String name : names) {
            try {
                return Optional.of(new NativeLibrary(name, SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException e) {
                continue; // not installed
            }
        }
        return Optional.empty();
    }

    /**
     * A function of it.
     *
     * @throws IllegalStateException if it has none of this name: it is not the library that its name promises
     */
    MethodHandle function(String function, FunctionDescriptor type) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(function)
                                .orElseThrow(() -> new IllegalStateException(name + " has no function " + function)),
                        type);
    }
}
