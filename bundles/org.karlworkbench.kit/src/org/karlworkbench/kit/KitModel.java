package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.worth.Worth;

/** Makes the model that people look at from what was read of a kit. */
final class KitModel {
    private KitModel() {}

    static LinkKit of(LoadedKit loaded, KitInspection inspection) throws EngineException {
        KitPlan plan = inspection.plan();
        Architecture architecture = inspection.architecture();
        LinkKit kit = KitFactory.eINSTANCE.createLinkKit();
        kit.setName(plan.config());
        kit.setSource(loaded.origin().toString());
        kit.setArch(architecture.name());
        kit.setDigest(loaded.digest());
        kit.setScript(inspection.script());
        kit.setTextBaseFault(loaded.textBase().fault());
        kit.setPad(plan.pad());
        kit.setPage(plan.page());
        kit.setShuffled(plan.shuffled());
        kit.setGapDummy(plan.gapDummy());
        kit.getFlags().addAll(plan.flags());
        kit.getHead().addAll(plan.head());
        kit.getTail().addAll(plan.tail());
        kit.getFindings().addAll(inspection.checks().findings());
        addObjects(kit, inspection);
        kit.setSplitObjects(
                LooseSections.of(loaded, KitFactory.eINSTANCE.createRecipe()).splitObjects(loaded));
        kit.getFindings().addAll(Worth.of(loaded, kit));
        return kit;
    }

    private static void addObjects(LinkKit kit, KitInspection inspection) {
        Map<String, Role> roles = new HashMap<>();
        inspection.plan().body().forEach(name -> roles.put(name, Role.BODY));
        inspection.plan().head().forEach(name -> roles.put(name, Role.HEAD));
        inspection.plan().tail().forEach(name -> roles.put(name, Role.TAIL));
        List<String> names = new ArrayList<>(inspection.plan().linked());
        inspection.objects().keySet().stream()
                .filter(name -> !roles.containsKey(name))
                .forEach(names::add);
        for (String name : names) {
            ObjectFile object = inspection.objects().get(name);
            if (object != null) {
                kit.getObjects().add(ObjectFigures.of(object, roles.getOrDefault(name, Role.UNLISTED)));
            }
        }
    }
}
