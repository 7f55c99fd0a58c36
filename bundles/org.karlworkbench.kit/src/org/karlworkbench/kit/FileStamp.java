package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.karlworkbench.elf.EngineException;

/** What tells that a file is still the one that was read, without reading it again. */
record FileStamp(long size, FileTime modified, Object key) {
    static FileStamp of(Path file) throws EngineException {
        try {
            return read(file);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    static FileStamp ofOrNull(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            return null; // a file that cannot be looked at is not the one that was read
        }
    }

    private static FileStamp read(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
}
