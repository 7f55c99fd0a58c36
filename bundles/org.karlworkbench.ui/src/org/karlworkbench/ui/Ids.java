package org.karlworkbench.ui;

import org.eclipse.swt.widgets.Widget;

/** Identifiers that plugin.xml and the code share, and the key under which widgets carry theirs. */
public final class Ids {
    /** The key of {@link Widget#getData(String)} under which a widget keeps its own name, for tests and scripts. */
    public static final String KEY = "karl.id";

    /** This bundle, and the prefix of everything it contributes. */
    public static final String PLUGIN = "org.karlworkbench.ui";

    /** The perspective that the workbench opens with. */
    public static final String PERSPECTIVE = PLUGIN + ".perspective";

    /** The editor for link-kits. */
    public static final String KIT_EDITOR = PLUGIN + ".kitEditor";

    /** The editor for kernels and any other ELF file. */
    public static final String KERNEL_EDITOR = PLUGIN + ".kernelEditor";

    /** The editor for machines. */
    public static final String MACHINE_EDITOR = PLUGIN + ".machineEditor";

    /** The editor for two kernels side by side. */
    public static final String COMPARISON_EDITOR = PLUGIN + ".comparisonEditor";

    /** The editor for the results of laboratory runs. */
    public static final String LAB_EDITOR = PLUGIN + ".labEditor";

    /** The editor for what was measured of many relinks. */
    public static final String NOISE_EDITOR = PLUGIN + ".noiseEditor";

    /** The wizard that makes a link-kit in the workspace. */
    public static final String NEW_KIT_WIZARD = PLUGIN + ".newKit";

    /** The wizard that makes a machine. */
    public static final String NEW_MACHINE_WIZARD = PLUGIN + ".newMachine";

    /** The start page. */
    public static final String START_EDITOR = PLUGIN + ".startEditor";

    /** The view of a kit's ledger. */
    public static final String LEDGER_VIEW = PLUGIN + ".ledgerView";

    /** The view of the code of what is selected. */
    public static final String CODE_VIEW = PLUGIN + ".code";

    /** The view of the bytes of what is selected. */
    public static final String BYTES_VIEW = PLUGIN + ".bytes";

    /** The view of who refers to what is selected. */
    public static final String REFERENCES_VIEW = PLUGIN + ".references";

    /** The view of what takes how much room in a kernel. */
    public static final String SIZES_VIEW = PLUGIN + ".sizes";

    /** The view of what a leak tells. */
    public static final String EXPOSURE_VIEW = PLUGIN + ".exposure";

    /** The view that tells what a trace means. */
    public static final String SYMBOLIZE_VIEW = PLUGIN + ".symbolizeView";

    /** The view of the latest run of a kernel. */
    public static final String RUN_VIEW = PLUGIN + ".run";

    /** The command that runs a kernel. */
    public static final String RUN_KERNEL_COMMAND = PLUGIN + ".runKernel";

    /** The command that asks how a kernel shall be run. */
    public static final String RUN_KERNEL_WITH_COMMAND = PLUGIN + ".runKernelWith";

    /** The view that shows a search for the cause of a failure. */
    public static final String BISECT_VIEW = PLUGIN + ".bisectView";

    /** The view in which lessons are taken. */
    public static final String LESSON_VIEW = PLUGIN + ".lesson";

    /** The command that relinks a kit. */
    public static final String RELINK_COMMAND = PLUGIN + ".relink";

    /** The command that draws a preview anew. */
    public static final String DRAW_AGAIN_COMMAND = PLUGIN + ".drawAgain";

    /** The commands that move an object in a preview. */
    public static final String MOVE_EARLIER_COMMAND = PLUGIN + ".moveEarlier";

    /** As above. */
    public static final String MOVE_LATER_COMMAND = PLUGIN + ".moveLater";

    /** The context of keys in which a preview has the focus. */
    public static final String PREVIEW_CONTEXT = PLUGIN + ".previewContext";

    /** The command that exports a table. */
    public static final String EXPORT_TABLE_COMMAND = PLUGIN + ".exportTable";

    /** The command that shows the filters that are kept for a table. */
    public static final String TABLE_FILTERS_COMMAND = PLUGIN + ".tableFilters";

    /** The command that shows the groups of a table. */
    public static final String TABLE_GROUPS_COMMAND = PLUGIN + ".tableGroups";

    /** The command that chooses the columns of a table. */
    public static final String TABLE_COLUMNS_COMMAND = PLUGIN + ".tableColumns";

    /** The type of the markers that say what is wrong with a kit. */
    public static final String FINDING_MARKER = PLUGIN + ".finding";

    /** The decorator that shows these markers in Project Explorer. */
    public static final String FINDING_MARKS = PLUGIN + ".findingMarks";

    /** The key of the data under which a window's shell keeps the manager of its status line. */
    public static final String STATUS_LINE = PLUGIN + ".statusLine";

    private Ids() {}

    /**
     * Names a widget.
     *
     * @param widget the widget
     * @param id its name, one in its window
     * @return the widget
     */
    public static <W extends Widget> W mark(W widget, String id) {
        widget.setData(KEY, id);
        return widget;
    }
}
