package org.karlworkbench.ui.open;

import java.nio.file.Path;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** Opens Makefiles and linker scripts in the platform's text editor. */
final class TextFiles {
    private TextFiles() {}

    /** Opens a file and selects a line of it, from 1; 0 and what the file does not have is no line. */
    static void open(IWorkbenchPage page, Path file, int line) {
        if (Opener.open(page, Opener.input(file), EditorsUI.DEFAULT_TEXT_EDITOR_ID) instanceof ITextEditor editor) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            if (document != null && line > 0 && line <= document.getNumberOfLines()) {
                select(editor, document, line - 1);
            }
        }
    }

    private static void select(ITextEditor editor, IDocument document, int index) {
        try {
            IRegion line = document.getLineInformation(index);
            editor.selectAndReveal(line.getOffset(), line.getLength());
        } catch (BadLocationException e) {
            throw new IllegalStateException("the document has this line", e);
        }
    }
}
