package org.karlworkbench.ui.kit;

import java.util.List;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.karlworkbench.kit.model.KitPackage;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;

/** The way in which a kit is changed: every change is a command on one stack, so all can be undone. */
final class Edits {
    private final BasicCommandStack stack = new BasicCommandStack();
    private final AdapterFactoryEditingDomain domain =
            new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(), stack);
    private boolean typing;

    EditingDomain domain() {
        return domain;
    }

    CommandStack stack() {
        return stack;
    }

    boolean isDirty() {
        return stack.isSaveNeeded();
    }

    void saved() {
        stack.saveIsDone();
        typing = false;
    }

    void forgetAll() {
        stack.flush();
        typing = false;
    }

    void onChange(CommandStackListener listener) {
        stack.addCommandStackListener(listener);
    }

    /** Sets a value at once, as one step to undo. */
    void set(String label, EObject owner, EStructuralFeature feature, Object value) {
        stack.execute(new Change(label, owner, feature, value));
        typing = false;
    }

    /** Makes several changes at once, as one step to undo. */
    void set(String label, Change... changes) {
        stack.execute(new CompoundCommand(label, List.of(changes)));
        typing = false;
    }

    /** Sets a value while it is being typed: joined with the step before when that was about the same setting. */
    void type(String label, EObject owner, EStructuralFeature feature, Object value) {
        boolean joins = typing && stack.isSaveNeeded() && stack.getRedoCommand() == null;
        if (joins && stack.getUndoCommand() instanceof Change last && last.isAbout(owner, feature)) {
            last.absorb(value);
            return;
        }
        set(label, owner, feature, value);
        typing = true;
    }

    /** What is typed from now on is a new step. */
    void pause() {
        typing = false;
    }

    void add(LinkKit kit, Recipe recipe) {
        run("Add Recipe", AddCommand.create(domain, kit, KitPackage.Literals.LINK_KIT__RECIPES, recipe));
    }

    void remove(LinkKit kit, Recipe recipe) {
        run("Delete Recipe", RemoveCommand.create(domain, kit, KitPackage.Literals.LINK_KIT__RECIPES, recipe));
    }

    private void run(String label, Command command) {
        if (command instanceof org.eclipse.emf.common.command.AbstractCommand named) {
            named.setLabel(label);
        }
        stack.execute(command);
        typing = false;
    }
}
