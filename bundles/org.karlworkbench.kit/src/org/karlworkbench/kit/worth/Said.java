package org.karlworkbench.kit.worth;

import java.util.List;
import org.karlworkbench.kit.KitPlace;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Severity;

/**
 * What is said about a kit.
 *
 * @param severity how bad it is
 * @param code its kind
 * @param object what is meant, the name of an object where it is one
 * @param message what is found, a sentence
 * @param why why it matters, a sentence
 * @param advice what to do, a sentence
 */
record Said(Severity severity, String code, String object, String message, String why, String advice) {
    Finding finding() {
        return finding(new KitPlace(null, null));
    }

    Finding finding(KitPlace place) {
        Finding finding = KitFactory.eINSTANCE.createFinding();
        finding.setSeverity(severity);
        finding.setCode(code);
        finding.setObject(object);
        finding.setFile(place.file());
        finding.setPlace(place.place());
        finding.setMessage(message);
        finding.setWhy(why);
        finding.setAdvice(advice);
        return finding;
    }

    List<Finding> alone() {
        return List.of(finding());
    }
}
