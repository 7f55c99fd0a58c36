package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Event;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineStatus;
import org.karlworkbench.machine.MachineTools;
import org.karlworkbench.machine.Outcome;
import org.karlworkbench.verify.Verification;

/** What the announcement lists, on real files and with real links. */
class MachineTest {
    private static final String TREE = "usr/share/relink/kernel/" + Demo.OLD;

    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void make() {
        machine = Demo.machine(root, new QuietDisk(), Demo.maker());
    }

    private Path file(String name) {
        return root.resolve(name);
    }

    private String sha256(String name) throws Exception {
        return Demo.sha256(file(name));
    }

    private String mode(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
    }

    private static String witness(Object... words) throws Exception {
        List<String> command = Stream.of(words).map(Object::toString).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), text);
        return text;
    }

    @Test
    void installLaysOutAMachineWithAUniqueKernel() throws Exception {
        Outcome outcome = Demo.run(machine, Demo.install(Demo.OLD));
        assertTrue(outcome.relinked() && outcome.status().engaged());
        assertEquals(Demo.OLD, outcome.status().kit());
        assertEquals("SHA256 (/bsd) = " + sha256("bsd") + "\n", Files.readString(file("var/db/kernel.SHA256")));
        assertEquals(sha256("bsd"), witness("sha256sum", file("bsd")).substring(0, 64));
        assertEquals("rwx------", mode("bsd"));
        assertEquals("rwx------", mode("usr/share/relink/kernel"));
        assertEquals("rw-r--r--", mode(TREE + "/main.o"));
        assertEquals("rw-------", mode("var/db/kernel.SHA256"));
        assertEquals("rwx------", mode("var/db/karl"));
        assertFalse(Files.exists(file("usr/share/relink/kernel.tgz")), "removed after a good unpacking");
        assertFalse(Files.exists(file("obsd")));
        try (KitSource source = KitSource.open(file(TREE), null, Progress.NONE)) {
            LoadedKit kit = LoadedKit.read(source, Progress.NONE);
            assertTrue(Verification.of(file("bsd"), kit, Progress.NONE).isExplained());
        }
        assertEquals(List.of(), Demo.leftOvers(root));
    }

    @Test
    void twoMachinesOfOneBaseAreUnique() throws Exception {
        Path other = Files.createDirectory(file("other"));
        Demo.run(machine, Demo.install(Demo.OLD));
        Demo.run(Demo.machine(other), Demo.install(Demo.OLD));
        assertNotEquals(sha256("bsd"), sha256("other/bsd"));
        List<Event> events = machine.timeline();
        assertEquals(
                events.getFirst().kernel(),
                Demo.machine(other).timeline().getFirst().kernel(),
                "shipped alike");
    }

    @Test
    void severalKitsAreShippedAndOneIsUnpacked() throws Exception {
        Path base = file("base.tgz");
        witness("tar", "-C", Demo.kit("."), "-czf", base, Demo.OLD, Demo.NEW);
        Behaviour.Base set = new Behaviour.Base(List.of(base), Demo.NEW, null);
        Outcome outcome = Demo.run(machine, new Behaviour.Install(set));
        assertEquals(Demo.NEW, outcome.status().kit());
        assertFalse(Files.exists(file(TREE)), "only the tree of the kit that runs");
        assertTrue(Files.exists(file("usr/share/relink/kernel/" + Demo.NEW + "/Makefile")));
    }

    @Test
    void eachBootMakesTheNextKernel() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        List<String> kernels = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String booted = sha256("bsd");
            Outcome outcome = Demo.run(machine, new Behaviour.Boot());
            assertEquals(booted, outcome.status().bootedSha256());
            assertNotEquals(booted, outcome.status().kernelSha256());
            assertTrue(outcome.relinked());
            assertEquals(
                    "Kernel has been relinked and is active on next reboot.",
                    outcome.log().getFirst());
            assertEquals("SHA256 (/bsd) = " + sha256("bsd"), outcome.log().get(1));
            kernels.add(booted);
        }
        assertEquals(3, kernels.stream().distinct().count());
        List<String> log = machine.log();
        assertEquals(
                3,
                log.stream()
                        .filter(line -> line.startsWith("Kernel has been relinked"))
                        .count(),
                "never truncated");
        // the draw of each that was booted is there, and of no other but the next
        for (String kernel : kernels) {
            Path entry = machine.ledger().resolve(kernel.substring(0, 16) + LedgerFiles.SUFFIX);
            assertEquals(kernel, LedgerFiles.read(entry).getSha256());
            assertTrue(Files.exists(LedgerFiles.placesOf(entry)));
        }
        assertEquals(4, countEntries());
    }

    private long countEntries() throws Exception {
        try (Stream<Path> files = Files.list(machine.ledger())) {
            return files.filter(file -> file.toString().endsWith(LedgerFiles.SUFFIX))
                    .count();
        }
    }

    @Test
    void theDrawsOfTheLastBootsAreKept() throws Exception {
        Path links = Files.createDirectory(file("links"));
        Machine quick = Demo.machine(root, new QuietDisk(), Demo.maker());
        Demo.run(quick, Demo.install(Demo.OLD));
        int boots = 20;
        for (int i = 0; i < boots; i++) {
            Demo.run(quick, new Behaviour.Boot());
        }
        assertEquals(17, countEntries(), "those of 16 boots, and the next");
        assertTrue(Files.exists(links));
    }

    @Test
    void upgradeKeepsTheOldKernelAndEngages() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        Demo.run(machine, new Behaviour.Boot());
        Demo.run(machine, new Behaviour.CopyKernel(file("bsd.booted")));
        assertFalse(machine.status().engaged());
        String old = sha256("bsd");
        Outcome outcome = Demo.run(machine, Demo.upgrade(Demo.NEW));
        assertTrue(outcome.status().engaged() && outcome.relinked());
        assertEquals(old, outcome.status().obsdSha256());
        assertEquals(Demo.NEW, outcome.status().kit());
        assertFalse(Files.exists(file(TREE + "/Makefile")), "the old base set's kit is gone");
        assertTrue(Files.exists(file(TREE + "/relink.log")), "what its relinks said is not");
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @Test
    void makeInstallReplacesTheKit() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        String old = sha256("bsd");
        int lines = machine.log().size();
        Outcome outcome = Demo.run(machine, Demo.makeInstall(Demo.OLD));
        assertEquals(old, outcome.status().obsdSha256());
        assertNotEquals(old, outcome.status().kernelSha256());
        assertTrue(outcome.status().engaged());
        assertEquals(lines, machine.log().size(), "the log stays when the tree is replaced");
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
        assertEquals(
                Demo.NEW, Demo.run(machine, Demo.makeInstall(Demo.NEW)).status().kit());
        Outcome boot = Demo.run(machine, new Behaviour.Boot());
        assertTrue(boot.relinked());
        assertEquals(Demo.NEW, boot.status().kit());
        assertEquals(Demo.NEW, LedgerFiles.read(entryOf(sha256("bsd"))).getKitFolder());
    }

    private Path entryOf(String sha256) throws Exception {
        return machine.ledger().resolve(sha256.substring(0, 16) + LedgerFiles.SUFFIX);
    }

    @Test
    void aCopiedKernelIsLeftAlone() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        Demo.run(machine, new Behaviour.Boot());
        String checksum = Files.readString(file("var/db/kernel.SHA256"));
        String next = sha256("bsd");
        Outcome copied = Demo.run(machine, new Behaviour.CopyKernel(file("bsd.booted")));
        assertFalse(copied.status().engaged());
        assertEquals(checksum, Files.readString(file("var/db/kernel.SHA256")));
        String kernel = sha256("bsd");
        assertNotEquals(next, kernel);
        for (int i = 0; i < 2; i++) {
            Outcome boot = Demo.run(machine, new Behaviour.Boot());
            assertFalse(boot.relinked() || boot.status().engaged());
            assertEquals(
                    "/bsd is not the kernel whose checksum is in /var/db/kernel.SHA256",
                    boot.status().reason());
            assertEquals(kernel, sha256("bsd"));
            assertTrue(boot.log().getFirst().startsWith("Failed to verify /bsd's checksum, therefore"));
        }
        assertEquals("dis-engaged", machine.timeline().getLast().kind());
        assertTrue(Demo.run(machine, new Behaviour.Reengage()).status().engaged());
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @Test
    void aCopyByHandDisengagesAndTheChecksumByHandEngages() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        Demo.run(machine, new Behaviour.Boot());
        Files.delete(file("bsd"));
        Files.copy(file("bsd.booted"), file("bsd"));
        assertFalse(machine.status().engaged());
        Files.writeString(file("var/db/kernel.SHA256"), "SHA256 (/bsd) = " + sha256("bsd") + "\n");
        assertTrue(machine.status().engaged());
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @Test
    void withoutAChecksumNothingIsRelinked() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        String kernel = sha256("bsd");
        Files.delete(file("var/db/kernel.SHA256"));
        MachineStatus status = Demo.run(machine, new Behaviour.Boot()).status();
        assertEquals("/var/db/kernel.SHA256 is missing", status.reason());
        Files.writeString(file("var/db/kernel.SHA256"), "SHA256 (/bsd) = 0\n");
        status = Demo.run(machine, new Behaviour.Boot()).status();
        assertEquals("/var/db/kernel.SHA256 holds no checksum of /bsd", status.reason());
        assertEquals(kernel, sha256("bsd"));
    }

    @Test
    void othersLoseTheirSightOfTheKernel() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        Files.setPosixFilePermissions(file("bsd"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Demo.run(machine, new Behaviour.Boot());
        assertEquals("rwx------", mode("bsd.booted"));
    }

    @Test
    void aMachineThatOthersInstalledIsBooted() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        for (String name : List.of("state.json", "events.jsonl", "lock")) {
            Files.delete(file("var/db/karl/" + name));
        }
        assertEquals(Demo.OLD, machine.status().kit());
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @Test
    void stepsAreToldBeforehandAndTaken() throws Exception {
        List<String> steps = machine.plan(Demo.install(Demo.OLD)).steps();
        assertEquals(0, Files.list(root).count(), "a plan touches nothing");
        assertEquals(steps, Demo.run(machine, Demo.install(Demo.OLD)).steps());
        steps = machine.plan(new Behaviour.Boot()).steps();
        assertEquals(steps, Demo.run(machine, new Behaviour.Boot()).steps());
        Demo.run(machine, new Behaviour.CopyKernel(file("bsd.booted")));
        steps = machine.plan(new Behaviour.Boot()).steps();
        assertTrue(steps.getLast().endsWith("dis-engaged, nothing is relinked"));
        assertEquals(steps, Demo.run(machine, new Behaviour.Boot()).steps());
    }

    @Test
    void clocksThatGoBackwardsHarmNothing() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        List<String> booted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant earlier = Instant.parse("2026-01-01T00:00:00Z").minusSeconds(86_400L * 365 * i * i);
            Machine late = new Machine(root, new MachineTools(new QuietDisk(), Demo.maker(), () -> earlier));
            booted.add(sha256("bsd"));
            assertTrue(Demo.run(late, new Behaviour.Boot()).relinked());
        }
        List<String> told = machine.timeline().stream()
                .filter(event -> event.kind().equals("booted"))
                .map(Event::kernel)
                .toList();
        assertEquals(booted, told, "the timeline keeps the order in which things happened");
        assertEquals(5, countEntries());
    }

    @Test
    void aTornLineOfTheTimelineIsLeftOut() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        int events = machine.timeline().size();
        Files.writeString(file("var/db/karl/events.jsonl"), "{\"time\":\"20", StandardOpenOption.APPEND);
        assertEquals(events, machine.timeline().size());
        Demo.run(machine, new Behaviour.Boot());
        assertEquals(events + 2, machine.timeline().size());
        assertNull(machine.timeline().stream()
                .filter(event -> event.kind() == null)
                .findAny()
                .orElse(null));
    }
}
