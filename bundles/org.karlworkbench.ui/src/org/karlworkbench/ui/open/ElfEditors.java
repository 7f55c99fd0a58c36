package org.karlworkbench.ui.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IEditorAssociationOverride;
import org.karlworkbench.ui.Ids;

/**
 * Opens ELF files in the kernel editor whatever they are called: kernels have no ending by which the platform could know
 * them, and their first four bytes tell what they are.
 */
public final class ElfEditors implements IEditorAssociationOverride {
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};

    @Override
    public IEditorDescriptor[] overrideEditors(IEditorInput input, IContentType type, IEditorDescriptor[] editors) {
        IEditorDescriptor kernelEditor = kernelEditor();
        if (!isElf(input) || kernelEditor == null || Arrays.asList(editors).contains(kernelEditor)) {
            return editors;
        }
        IEditorDescriptor[] more = Arrays.copyOf(editors, editors.length + 1);
        more[editors.length] = kernelEditor;
        return more;
    }

    @Override
    public IEditorDescriptor[] overrideEditors(String name, IContentType type, IEditorDescriptor[] editors) {
        return editors;
    }

    @Override
    public IEditorDescriptor overrideDefaultEditor(IEditorInput input, IContentType type, IEditorDescriptor editor) {
        return isElf(input) ? kernelEditor() : editor;
    }

    @Override
    public IEditorDescriptor overrideDefaultEditor(String name, IContentType type, IEditorDescriptor editor) {
        return editor;
    }

    private static IEditorDescriptor kernelEditor() {
        return PlatformUI.getWorkbench().getEditorRegistry().findEditor(Ids.KERNEL_EDITOR);
    }

    private static boolean isElf(IEditorInput input) {
        Path file = Selected.path(input);
        return file != null && isElf(file);
    }

    /**
     * Whether a file begins as ELF files do.
     *
     * @param file any path
     */
    public static boolean isElf(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            return false; // whoever opens it will say why it cannot be read
        }
    }
}
