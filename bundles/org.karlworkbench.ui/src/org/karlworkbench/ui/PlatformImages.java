package org.karlworkbench.ui;

import java.net.URL;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;

/**
 * Pictures that Project Explorer and the Problems view take from the workbench by name. Eclipse's own application
 * declares them; any other one has to.
 */
final class PlatformImages {
    private static final String[][] IMAGES = {
        {IDE.SharedImages.IMG_OBJ_PROJECT, "obj16/prj_obj"},
        {IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "obj16/cprj_obj"},
        {IDE.SharedImages.IMG_OPEN_MARKER, "elcl16/gotoobj_tsk"},
        {IDE.SharedImages.IMG_OBJS_TASK_TSK, "obj16/taskmrk_tsk"},
        {IDE.SharedImages.IMG_OBJS_BKMRK_TSK, "obj16/bkmrk_tsk"},
        {"IMG_ETOOL_PROBLEM_CATEGORY", "etool16/problem_category"},
        {"IMG_ETOOL_PROBLEMS_VIEW", "eview16/problems_view"},
        {"IMG_ETOOL_PROBLEMS_VIEW_ERROR", "eview16/problems_view_error"},
        {"IMG_ETOOL_PROBLEMS_VIEW_WARNING", "eview16/problems_view_warning"},
        {"IMG_ETOOL_PROBLEMS_VIEW_INFO", "eview16/problems_view_info"},
        {"IMG_LCL_FLAT_LAYOUT", "elcl16/flatLayout"},
        {"IMG_LCL_HIERARCHICAL_LAYOUT", "elcl16/hierarchicalLayout"},
        {"IMG_OBJS_COMPLETE_TSK", "obj16/complete_tsk"},
        {"IMG_OBJS_INCOMPLETE_TSK", "obj16/incomplete_tsk"},
        {"IMG_OBJS_ERROR_PATH", "obj16/error_tsk"},
        {"IMG_OBJS_WARNING_PATH", "obj16/warn_tsk"},
        {"IMG_OBJS_INFO_PATH", "obj16/info_tsk"},
        {"IMG_DLCL_QUICK_FIX_DISABLED", "dlcl16/smartmode_co"},
        {"IMG_ELCL_QUICK_FIX_ENABLED", "elcl16/smartmode_co"},
        {"IMG_OBJS_FIXABLE_WARNING", "obj16/quickfix_warning_obj"},
        {"IMG_OBJS_FIXABLE_ERROR", "obj16/quickfix_error_obj"},
        {"IMG_OBJS_FIXABLE_INFO", "obj16/quickfix_info_obj"},
    };

    private PlatformImages() {}

    static void declare(IWorkbenchConfigurer configurer) {
        Bundle ide = Platform.getBundle("org.eclipse.ui.ide");
        for (String[] image : IMAGES) {
            URL url = FileLocator.find(ide, new Path("icons/full/" + image[1] + ".svg"), null);
            if (url != null) {
                configurer.declareImage(image[0], ImageDescriptor.createFromURL(url), true);
            }
        }
    }
}
