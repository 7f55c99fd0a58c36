package org.karlworkbench.ui.machine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.KitFile;

/** A file of the workspace that names the root of a machine: {@code {"root": "/path"}}. The machine stays where it is. */
public final class MachineFile {
    /** The ending of such files. */
    public static final String EXTENSION = "machine";

    private static final String ROOT = "root";

    private MachineFile() {}

    /**
     * The root that a file names.
     *
     * @param file a file of the workspace
     * @return the root's path
     * @throws EngineException code {@code bad-machine-file} if it names none, {@code io} if it cannot be read
     */
    public static Path root(IFile file) throws EngineException {
        Path path = KitFile.path(file);
        try {
            JsonElement json = JsonParser.parseString(Files.readString(path));
            if (json instanceof JsonObject named && named.get(ROOT) instanceof JsonPrimitive root) {
                return Path.of(root.getAsString());
            }
            throw bad(path, null);
        } catch (JsonParseException | InvalidPathException e) {
            throw bad(path, e);
        } catch (IOException e) {
            throw EngineException.io(path, e);
        }
    }

    private static EngineException bad(Path path, Exception cause) {
        String cure = "open the machine anew by File > Open Machine";
        return new EngineException("bad-machine-file", path.toString(), null, "names no root", cure, cause);
    }

    /**
     * Makes a file, and the project where it is missing.
     *
     * @param folder a project or folder
     * @param name the machine's name
     * @param root its root
     * @return the file
     * @throws CoreException if the workspace refuses it
     */
    static IFile create(IContainer folder, String name, Path root) throws CoreException {
        NullProgressMonitor monitor = new NullProgressMonitor();
        IProject project = folder.getProject();
        if (!project.exists()) {
            project.create(monitor);
        }
        project.open(monitor);
        IFile file = file(folder, name);
        JsonObject json = new JsonObject();
        json.addProperty(ROOT, root.toString());
        byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
        file.create(new ByteArrayInputStream(bytes), IResource.NONE, monitor);
        return file;
    }

    /** The file of a machine, whether or not it is there. */
    static IFile file(IContainer folder, String name) {
        return folder.getFile(org.eclipse.core.runtime.Path.forPosix(name + "." + EXTENSION));
    }

    /** The file of the workspace that names a root already, or null. */
    static IFile of(Path root) {
        IFile[] found = {null};
        try {
            ResourcesPlugin.getWorkspace().getRoot().accept(resource -> {
                if (resource instanceof IFile file && EXTENSION.equals(file.getFileExtension()) && names(file, root)) {
                    found[0] = file;
                }
                return found[0] == null;
            });
        } catch (CoreException e) {
            Problems.log(e);
        }
        return found[0];
    }

    private static boolean names(IFile file, Path root) {
        try {
            return root(file).equals(root);
        } catch (EngineException _) {
            return false; // it names nothing
        }
    }
}
