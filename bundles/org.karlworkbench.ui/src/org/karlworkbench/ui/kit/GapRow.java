package org.karlworkbench.ui.kit;

import java.util.Objects;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.RangeBar;

/**
 * The bounds of one gap: two fields that are both empty for the original's bounds, or both filled. They are written into
 * the recipe as soon as they are right together.
 */
final class GapRow {
    /** How many times the original's bounds a bar holds. */
    private static final long ROOM = 4;

    private final GapName gap;
    private final RecipeForm form;
    private final Text low;
    private final Text high;
    private final SettingField alignment;
    private final RangeBar bar;
    private String known;
    private boolean showing;

    GapRow(FormToolkit toolkit, Composite parent, RecipeForm form, GapName gap) {
        this.gap = gap;
        this.form = form;
        toolkit.createLabel(parent, gap.label()).setToolTipText(meaning());
        low = field(parent, "low");
        high = field(parent, "high");
        alignment = alignment(toolkit, parent);
        bar = bar(parent);
    }

    private RangeBar bar(Composite parent) {
        RangeBar made = Ids.mark(new RangeBar(parent), "gap." + gap.label() + ".bar");
        Spoken.name(made, "Gap " + gap.label() + ", both bounds");
        made.setToolTipText(meaning() + ". Drag the bounds; the line is the draw that is shown below.");
        Theme.own(made, () -> {
            made.setBackground(Theme.FORM_BACKGROUND.color());
            made.setForeground(Theme.TABLE_FOREGROUND.color());
            made.setRangeColour(Theme.SELECTION.color());
        });
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(140, SWT.DEFAULT)
                .applyTo(made);
        made.addRangeListener(this::dragged);
        return made;
    }

    private void dragged(long from, long to, boolean settled) {
        Recipe recipe = form.recipe();
        if (recipe == null) {
            return;
        }
        fill(from, to);
        form.report(null, low);
        form.report(null, high);
        String problem = form.check("gaps." + gap.label(), copy -> gap.setBounds(copy, bounds(from, to)));
        if (problem == null) {
            write(recipe, bounds(from, to));
        } else {
            form.report(gap.label() + ": " + problem, high);
        }
        if (settled) {
            form.model().edits().pause();
        }
    }

    /** Marks the size that was drawn; -1 for none. */
    void mark(long size) {
        bar.setMark(size);
    }

    /** To what the gap is rounded; null where that is always a page. */
    private SettingField alignment(FormToolkit toolkit, Composite parent) {
        EAttribute kept = alignmentFeature();
        if (kept == null) {
            GridDataFactory.fillDefaults()
                    .align(SWT.BEGINNING, SWT.CENTER)
                    .indent(8, 0)
                    .applyTo(toolkit.createLabel(parent, "a page"));
            return null;
        }
        Text text = number(parent, "align", "Gap " + gap.label() + ", rounded to bytes", 60);
        Setting setting =
                new Setting("gapAlign." + gap.label(), gap.label() + " rounded to", kept, Setting.Form.NUMBER);
        SettingField field = new SettingField(form, text, setting);
        field.hint(String.valueOf(GapName.ALIGNMENT));
        return field;
    }

    private Text number(Composite parent, String what, String spoken, int width) {
        Text text = FormParts.text(parent, SWT.RIGHT, "gap." + gap.label() + "." + what, spoken);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .indent(8, 0)
                .hint(width, SWT.DEFAULT)
                .applyTo(text);
        return text;
    }

    private Text field(Composite parent, String end) {
        String spoken = "Gap " + gap.label() + ", " + end + " bound in bytes";
        Text text = number(parent, end, spoken, 90);
        text.addListener(SWT.Modify, _ -> typed());
        text.addListener(SWT.FocusOut, _ -> form.model().edits().pause());
        return text;
    }

    private void typed() {
        Recipe recipe = form.recipe();
        if (showing || recipe == null) {
            return;
        }
        String lower = low.getText().strip();
        String upper = high.getText().strip();
        String problem = problem(lower, upper);
        Text blamed = low.getText().isBlank() ? low : high;
        form.report(null, blamed == low ? high : low);
        form.report(problem, blamed);
        if (problem == null) {
            write(recipe, bounds(lower, upper));
        }
    }

    /** What is known is set first: the fields keep the form in which the number was typed, 0x10 stays 0x10. */
    private void write(Recipe recipe, GapBounds bounds) {
        known = words(bounds);
        if (!known.equals(words(gap.bounds(recipe)))) {
            form.model().edits().type("Change Gap " + gap.label(), recipe, feature(), bounds);
        }
    }

    private String problem(String lower, String upper) {
        if (lower.isEmpty() != upper.isEmpty()) {
            return gap.label() + ": give both bounds, or leave both empty for 0 to " + form.defaultHigh(gap);
        }
        if (lower.isEmpty()) {
            return null;
        }
        String problem = Numbers.problem(lower) != null ? Numbers.problem(lower) : Numbers.problem(upper);
        if (problem == null) {
            problem = form.check("gaps." + gap.label(), copy -> gap.setBounds(copy, bounds(lower, upper)));
        }
        return problem == null ? null : gap.label() + ": " + problem;
    }

    private static GapBounds bounds(String lower, String upper) {
        if (lower.isEmpty()) {
            return null;
        }
        return bounds(Numbers.parse(lower), Numbers.parse(upper));
    }

    private static GapBounds bounds(long from, long to) {
        GapBounds bounds = KitFactory.eINSTANCE.createGapBounds();
        bounds.setLow(from);
        bounds.setHigh(to);
        return bounds;
    }

    private EReference feature() {
        return switch (gap) {
            case TEXT0 -> KitPackage.Literals.RECIPE__TEXT0;
            case TEXT1 -> KitPackage.Literals.RECIPE__TEXT1;
            case RODATA -> KitPackage.Literals.RECIPE__RODATA;
            case DATA -> KitPackage.Literals.RECIPE__DATA;
            case BSS -> KitPackage.Literals.RECIPE__BSS;
        };
    }

    private EAttribute alignmentFeature() {
        return switch (gap) {
            case TEXT0 -> null;
            case TEXT1 -> KitPackage.Literals.RECIPE__TEXT1_ALIGN;
            case RODATA -> KitPackage.Literals.RECIPE__RODATA_ALIGN;
            case DATA -> KitPackage.Literals.RECIPE__DATA_ALIGN;
            case BSS -> KitPackage.Literals.RECIPE__BSS_ALIGN;
        };
    }

    private static String words(GapBounds bounds) {
        return bounds == null ? "" : bounds.getLow() + ".." + bounds.getHigh();
    }

    /** Shows the bounds of the recipe; {@code anew} when the fields are about another recipe than before. */
    void show(boolean anew) {
        Recipe recipe = form.recipe();
        low.setEnabled(recipe != null);
        high.setEnabled(recipe != null);
        low.setMessage("0");
        high.setMessage(String.valueOf(form.defaultHigh(gap)));
        bar.setEnabled(recipe != null);
        showBar(recipe == null ? null : gap.bounds(recipe));
        if (alignment != null) {
            alignment.show(anew);
        }
        String now = recipe == null ? "" : words(gap.bounds(recipe));
        if (!anew && Objects.equals(now, known)) {
            return;
        }
        known = now;
        form.report(null, low);
        form.report(null, high);
        fill(recipe == null ? null : gap.bounds(recipe));
    }

    private void showBar(GapBounds bounds) {
        long usual = form.defaultHigh(gap);
        long from = bounds == null ? 0 : bounds.getLow();
        long to = bounds == null ? usual : bounds.getHigh();
        bar.show(from, to, Math.max(ROOM * (usual + 1), to));
    }

    private void fill(GapBounds bounds) {
        if (bounds != null) {
            fill(bounds.getLow(), bounds.getHigh());
            return;
        }
        showing = true;
        low.setText("");
        high.setText("");
        showing = false;
    }

    private void fill(long from, long to) {
        showing = true;
        low.setText(String.valueOf(from));
        high.setText(String.valueOf(to));
        showing = false;
    }

    private String meaning() {
        return switch (gap) {
            case TEXT0 -> "From the head to endboot, rounded up to whole pages";
            case TEXT1 -> "After endboot, before the body's code";
            case RODATA -> "Before the body's read-only data";
            case DATA -> "Before the body's data";
            case BSS -> "Before the body's BSS";
        };
    }
}
