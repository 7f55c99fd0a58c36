package org.karlworkbench.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.LinkKit;

/** The files with the ending {@code .kit} in which the workbench keeps a kit's place and its recipes. */
public final class KitFiles {
    /** The ending of their names, without the dot. */
    public static final String EXTENSION = "kit";

    private static final long MAX_BYTES = 16L << 20;

    private KitFiles() {}

    /**
     * Whether a file is one that the workbench saved.
     *
     * @param file any path
     * @return true if its name ends in {@code .kit} and it is a regular file
     */
    public static boolean isKitFile(Path file) {
        return file.toString().endsWith("." + EXTENSION) && Files.isRegularFile(file);
    }

    /**
     * Options for loading: the file may come from anywhere, so it may have no document type and name no other file.
     *
     * @return options of an EMF resource
     */
    public static Map<Object, Object> loadOptions() {
        return Map.of(
                XMLResource.OPTION_PARSER_FEATURES,
                Map.of("http://apache.org/xml/features/disallow-doctype-decl", true),
                XMLResource.OPTION_RECORD_UNKNOWN_FEATURE,
                false);
    }

    /**
     * Reads a kit file.
     *
     * @param file the file
     * @return the kit, without objects and findings: {@link LoadedKit#read} finds those anew
     * @throws EngineException if it is no kit file
     */
    public static LinkKit load(Path file) throws EngineException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw bad(file, null);
            }
            Resource resource = resource(file);
            resource.load(new ByteArrayInputStream(Files.readAllBytes(file)), loadOptions());
            if (resource.getContents().size() == 1
                    && resource.getContents().getFirst() instanceof LinkKit kit
                    && kit.getSource() != null) {
                return kit;
            }
            throw bad(file, null);
        } catch (Resource.IOWrappedException | WrappedException e) {
            throw bad(file, e);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /**
     * The folder that a kit file names.
     *
     * @param file the kit file
     * @return the folder of the kit's objects; a relative one is taken from the kit file's own folder
     * @throws EngineException if it is no kit file
     */
    public static Path sourceOf(Path file) throws EngineException {
        String source = load(file).getSource();
        try {
            return file.toAbsolutePath().resolveSibling(source);
        } catch (InvalidPathException e) {
            throw bad(file, e);
        }
    }

    /**
     * Writes a kit file, readable by its owner only since a recipe may hold a seed.
     *
     * @param file where to
     * @param kit the kit
     * @throws EngineException if it cannot be written whole
     */
    public static void save(Path file, LinkKit kit) throws EngineException {
        try {
            Resource resource = resource(file);
            resource.getContents().add(kit);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            resource.save(bytes, Map.of(XMLResource.OPTION_ENCODING, "UTF-8"));
            PrivateFiles.replace(file, bytes.toByteArray());
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static Resource resource(Path file) {
        ResourceSet set = new ResourceSetImpl();
        set.getPackageRegistry().put(KitPackage.eNS_URI, KitPackage.eINSTANCE);
        set.getResourceFactoryRegistry().getExtensionToFactoryMap().put(EXTENSION, new XMIResourceFactoryImpl());
        return set.createResource(URI.createFileURI(file.toAbsolutePath().toString()));
    }

    private static EngineException bad(Path file, Exception cause) {
        return new EngineException(
                "bad-kit-file",
                file.toString(),
                null,
                "is no kit file of this workbench",
                "import the kit's folder again",
                cause);
    }
}
