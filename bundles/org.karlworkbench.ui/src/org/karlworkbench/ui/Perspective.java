package org.karlworkbench.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/**
 * The KARL perspective: what there is on the left, editors in the middle, what is selected and what happens below, and what is hunted
 * on the right as soon as it is.
 */
public final class Perspective implements IPerspectiveFactory {
    private static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorAreaVisible(true);
        layout.createFolder("left", IPageLayout.LEFT, 0.24f, editors).addView(ProjectExplorer.VIEW_ID);
        layout.createFolder("leftBelow", IPageLayout.BOTTOM, 0.75f, "left").addView(IPageLayout.ID_OUTLINE);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.74f, editors);
        below.addView(IPageLayout.ID_PROP_SHEET);
        below.addView(Ids.CODE_VIEW);
        below.addView(Ids.BYTES_VIEW);
        below.addView(Ids.REFERENCES_VIEW);
        below.addView(Ids.SIZES_VIEW);
        below.addView(Ids.EXPOSURE_VIEW);
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        below.addView(Ids.LEDGER_VIEW);
        below.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        below.addPlaceholder(Ids.RUN_VIEW);
        below.addView(IPageLayout.ID_PROGRESS_VIEW);
        below.addView(ERROR_LOG);
        // a lesson is followed with what it is about beside it, so both share the right without taking room from each
        // other
        layout.createPlaceholderFolder("lessons", IPageLayout.RIGHT, 0.7f, editors)
                .addPlaceholder(Ids.LESSON_VIEW);
        IPlaceholderFolderLayout right = layout.createPlaceholderFolder("right", IPageLayout.RIGHT, 0.58f, editors);
        right.addPlaceholder(Ids.SYMBOLIZE_VIEW);
        right.addPlaceholder(Ids.BISECT_VIEW);
        shortcuts(layout);
    }

    private static void shortcuts(IPageLayout layout) {
        layout.addNewWizardShortcut(Ids.NEW_KIT_WIZARD);
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        layout.addShowViewShortcut(ProjectExplorer.VIEW_ID);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(Ids.CODE_VIEW);
        layout.addShowViewShortcut(Ids.BYTES_VIEW);
        layout.addShowViewShortcut(Ids.REFERENCES_VIEW);
        layout.addShowViewShortcut(Ids.SIZES_VIEW);
        layout.addShowViewShortcut(Ids.EXPOSURE_VIEW);
        layout.addShowViewShortcut(Ids.SYMBOLIZE_VIEW);
        layout.addShowViewShortcut(Ids.BISECT_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(Ids.LEDGER_VIEW);
        layout.addShowViewShortcut(Ids.RUN_VIEW);
        layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(ERROR_LOG);
        layout.addShowViewShortcut(Ids.LESSON_VIEW);
    }
}
