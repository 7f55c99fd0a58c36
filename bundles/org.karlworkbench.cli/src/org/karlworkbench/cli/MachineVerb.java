package org.karlworkbench.cli;

import org.karlworkbench.elf.Progress;

/** {@code karl machine}: the verbs that install, upgrade and boot a machine. */
final class MachineVerb extends Verb {
    MachineVerb() {
        super(
                "Installs, upgrades and boots a machine under a root directory, as OpenBSD does it.",
                "DIR is an image's mount, a chroot or a folder; nothing outside it is touched.");
        options.verb("install", new MachineBaseVerb(false));
        options.verb("upgrade", new MachineBaseVerb(true));
        options.verb("boot", new MachineBootVerb());
        options.verb("make-install", new MakeInstallVerb());
        options.verb("cp", new MachineCopyVerb());
        options.verb("reengage", new ReengageVerb());
        options.verb("status", new MachineStatusVerb());
        options.verb("hibernate", new HibernateVerb());
    }

    @Override
    Answer answer(Progress progress) throws UsageException {
        throw new UsageException(
                "no verb for the machine is given",
                "try one of install, upgrade, boot, make-install, cp, reengage, status, hibernate");
    }
}
