package org.karlworkbench.relink.orders;

import java.util.Map;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.relink.orders.Findings.Text;

/** Sections at addresses of their own, such as hppa's .rodata: what lies before must not grow over them. */
final class FixedAddressCheck implements Check {
    @Override
    public void run(Orders orders, Findings findings) {
        if (orders.script() == null) {
            return;
        }
        for (Trial trial : orders.trials()) {
            Sections sections = trial.link().sections();
            Map<String, Integer> fixed = orders.script().fixed(name -> sections.find(name) > 0);
            fixed.forEach((name, line) -> {
                int section = sections.find(name);
                int before = trial.image().before(section);
                if (before >= 0) {
                    tell(trial, section, before, line, findings);
                }
            });
        }
    }

    private static void tell(Trial trial, int section, int before, int line, Findings findings) {
        Sections sections = trial.link().sections();
        long left = trial.image().start(section) - trial.image().end(before);
        String fixed = "It is fixed at 0x" + Long.toHexString(sections.address(section));
        String last = sections.name(before) + ", with the largest gaps and in every order,";
        findings.add(
                left < 0
                        ? new Text(
                                Severity.ERROR,
                                "fixed-address",
                                sections.name(section),
                                fixed + ", and " + last + " can grow " + -left + " bytes over that.",
                                "Move it further away, or let its address follow: ALIGN("
                                        + trial.link().page() + ").",
                                line)
                        : new Text(
                                Severity.INFO,
                                "fixed-address",
                                sections.name(section),
                                fixed + "; " + last + " ends " + left + " bytes before.",
                                "Look again when the kernel grows.",
                                line),
                trial.linker());
    }
}
