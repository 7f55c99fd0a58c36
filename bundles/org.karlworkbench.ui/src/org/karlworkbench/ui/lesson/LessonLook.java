package org.karlworkbench.ui.lesson;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.HyperlinkSettings;
import org.eclipse.ui.forms.widgets.FormText;
import org.karlworkbench.ui.Theme;

/** Fonts and colours of the lesson view; those of the workbench, which are large in projector mode. */
final class LessonLook {
    private static final float TITLE = 1.35f;

    private final LocalResourceManager fonts;

    /** Fonts are freed with a control. */
    LessonLook(Control owner) {
        fonts = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** Plain words. */
    <C extends Control> C plain(C control) {
        control.setFont(JFaceResources.getDefaultFont());
        return coloured(control);
    }

    /** A title. */
    Label title(Label label) {
        FontDescriptor base = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
        int height = Math.round(base.getFontData()[0].getHeight() * TITLE);
        label.setFont(fonts.create(base.setHeight(height).withStyle(SWT.BOLD)));
        return coloured(label);
    }

    /** A button or field, which keeps the system's colours. */
    <C extends Control> C input(C control) {
        control.setFont(JFaceResources.getDefaultFont());
        return Theme.plain(control);
    }

    /** Words with links and code in them. */
    FormText text(FormText text) {
        plain(text);
        text.setFont(Markup.CODE, JFaceResources.getTextFont());
        HyperlinkSettings links = new HyperlinkSettings(text.getDisplay());
        links.setHyperlinkUnderlineMode(HyperlinkSettings.UNDERLINE_ALWAYS);
        Theme.follow(text, () -> {
            links.setForeground(Theme.LINK.color());
            links.setActiveForeground(Theme.LINK.color());
        });
        text.setHyperlinkSettings(links);
        return text;
    }

    /** The colours of forms. */
    <C extends Control> C coloured(C control) {
        Theme.own(control, () -> {
            control.setBackground(Theme.FORM_BACKGROUND.color());
            control.setForeground(Theme.TABLE_FOREGROUND.color());
        });
        return control;
    }
}
