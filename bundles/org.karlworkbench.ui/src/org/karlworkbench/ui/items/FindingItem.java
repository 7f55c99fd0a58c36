package org.karlworkbench.ui.items;

import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Finding;

/**
 * One finding about a kit.
 *
 * @param kitFile the kit's file
 * @param finding the finding
 */
public record FindingItem(IFile kitFile, Finding finding) implements InKit {
    @Override
    public String label() {
        return finding.getMessage();
    }

    @Override
    public String icon() {
        return finding.getSeverity().getLiteral();
    }

    @Override
    public Facts facts() {
        return new Facts()
                .in("Finding")
                .add("Severity", finding.getSeverity().getLiteral())
                .add("Code", finding.getCode())
                .add("Object", finding.getObject())
                .add("Place", finding.getPlace())
                .add("What Is Found", finding.getMessage())
                .add("Why It Matters", finding.getWhy())
                .add("What to Do", finding.getAdvice());
    }

    @Override
    public String copyText() {
        String object = finding.getObject() == null ? "" : finding.getObject() + ": ";
        String place = finding.getPlace() == null ? "" : finding.getPlace() + ": ";
        return object + place + finding.getMessage() + " " + finding.getAdvice();
    }
}
