package org.karlworkbench.ui.kit;

import java.util.Collection;
import java.util.List;
import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** One change of one setting, to be undone and redone. While a person types, its new value may still grow. */
final class Change extends AbstractCommand {
    private final EObject owner;
    private final EStructuralFeature feature;
    private final Object before;
    private Object after;

    Change(String label, EObject owner, EStructuralFeature feature, Object value) {
        super(label);
        this.owner = owner;
        this.feature = feature;
        Object now = owner.eGet(feature);
        this.before = now instanceof List<?> list ? List.copyOf(list) : now; // the list itself goes on changing
        this.after = value;
    }

    boolean isAbout(EObject otherOwner, EStructuralFeature otherFeature) {
        return owner == otherOwner && feature == otherFeature;
    }

    /** Takes a later value instead, so that a typed number is one step to undo and not one for each digit. */
    void absorb(Object value) {
        after = value;
        owner.eSet(feature, after);
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    @Override
    public void execute() {
        owner.eSet(feature, after);
    }

    @Override
    public void undo() {
        owner.eSet(feature, before);
    }

    @Override
    public void redo() {
        owner.eSet(feature, after);
    }

    @Override
    public Collection<?> getAffectedObjects() {
        return List.of(owner);
    }
}
