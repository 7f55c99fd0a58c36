package org.karlworkbench.machine.disk;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;

/**
 * Everything that a machine's files undergo. Nothing else changes a file under a machine's root: whoever listens here
 * has seen all. No method follows a link at the last name of a path.
 */
public interface Disk {
    /**
     * Makes a folder whose parent is there.
     *
     * @param folder a path that is not taken
     * @param mode its mode, such as {@code rwx------}
     * @throws EngineException code {@code io} if it cannot be made
     */
    void makeFolder(Path folder, String mode) throws EngineException;

    /**
     * Makes a file and writes it; it is not durable before a sync of the file and one of its folder.
     *
     * @param file a path that is not taken
     * @param content all of its bytes
     * @param mode its mode from the first byte on
     * @throws EngineException code {@code io} if it cannot be written whole; a part of it may be there then
     */
    void create(Path file, Content content, String mode) throws EngineException;

    /**
     * Writes behind the end of a file.
     *
     * @param file a file that is there
     * @param text written in UTF-8
     * @throws EngineException code {@code io} if it cannot be written whole; a part of it may be there then
     */
    void append(Path file, String text) throws EngineException;

    /**
     * Makes what was written to a file, or what happened to the names in a folder, durable.
     *
     * @param path a file or a folder
     * @throws EngineException code {@code io} if the system cannot do it
     */
    void sync(Path path) throws EngineException;

    /**
     * Gives a file or folder another name on the same file system, in one instant; a file of that name goes.
     *
     * @param from the old name
     * @param to the new name
     * @throws EngineException code {@code io} if it cannot be renamed; both are as before then
     */
    void rename(Path from, Path to) throws EngineException;

    /**
     * Gives a file one more name on the same file system.
     *
     * @param file the file
     * @param name a path that is not taken
     * @throws EngineException code {@code io} if it cannot be linked
     */
    void link(Path file, Path name) throws EngineException;

    /**
     * Removes a name: of a file, or of an empty folder.
     *
     * @param path the name
     * @throws EngineException code {@code io} if it cannot be removed
     */
    void remove(Path path) throws EngineException;

    /**
     * Changes who may read, write and run a file.
     *
     * @param path a file or a folder
     * @param mode the new mode
     * @throws EngineException code {@code io} if it cannot be changed
     */
    void changeMode(Path path, String mode) throws EngineException;
}
