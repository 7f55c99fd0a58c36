package org.karlworkbench.ui.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.figures.Room;

/**
 * Sections and inputs of the kit editor's forms, in colours that follow the theme. FormToolkit hands out colours once,
 * and those of an input would hide whether it is enabled: inputs keep the look of the system's own theme.
 */
final class FormParts {
    /** So many letters have to fit, for sections to stand beside each other. */
    private static final int TWO_COLUMNS = 130;

    private FormParts() {}

    /** Lays a form out in two columns, in one where there is no room for two. */
    static void twoColumns(ScrolledForm form) {
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(10, 8)
                .spacing(16, 10)
                .applyTo(form.getBody());
        Room.columns(form, TWO_COLUMNS);
    }

    /**
     * A titled section of a form's grid.
     *
     * @param description a sentence below the title, empty for none
     * @param columns how many columns of the grid it fills
     * @param rows how many rows of the grid it fills
     * @return the composite to be filled
     */
    static Composite section(
            FormToolkit toolkit, Composite body, String title, String description, int columns, int rows) {
        int style = ExpandableComposite.TITLE_BAR | (description.isEmpty() ? 0 : Section.DESCRIPTION);
        Section section = toolkit.createSection(body, style);
        section.setText(title);
        if (!description.isEmpty()) {
            section.setDescription(description);
        }
        GridDataFactory.fillDefaults().grab(true, false).span(columns, rows).applyTo(section);
        Composite client = toolkit.createComposite(section);
        // The picture of the title's bar lies behind all of a section, where nothing else is painted.
        Theme.follow(client, () -> client.setBackground(Theme.FORM_BACKGROUND.color()));
        GridLayoutFactory.swtDefaults().margins(4, 4).applyTo(client);
        section.setClient(client);
        return client;
    }

    static Text text(Composite parent, int style, String id, String spoken) {
        return Spoken.name(input(new Text(parent, SWT.SINGLE | SWT.BORDER | style), id), spoken);
    }

    /** A field of several lines that scrolls. The Tab key leaves it, as it leaves all others. */
    static Text lines(Composite parent, String id, String spoken) {
        Text text = Spoken.name(input(new Text(parent, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL), id), spoken);
        text.addListener(
                SWT.Traverse,
                event -> event.doit |=
                        event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        return text;
    }

    static Combo choice(Composite parent, String id, String spoken) {
        return Spoken.name(input(new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN), id), spoken);
    }

    static Button button(Composite parent, int style, String words, String id) {
        Button button = input(new Button(parent, style), id);
        button.setText(words);
        return button;
    }

    private static <C extends Control> C input(C control, String id) {
        Theme.plain(control);
        control.addListener(SWT.FocusIn, _ -> FormToolkit.ensureVisible(control));
        return Ids.mark(control, id);
    }
}
