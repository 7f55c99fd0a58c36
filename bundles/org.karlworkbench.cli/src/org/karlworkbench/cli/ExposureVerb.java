package org.karlworkbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Exposure;
import org.karlworkbench.compare.exposure.KernelAddresses;
import org.karlworkbench.compare.exposure.Leak;
import org.karlworkbench.compare.exposure.Leaks;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.relink.Preview;

/** {@code karl exposure}: what a leak tells. */
final class ExposureVerb extends Verb {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private final Given<Path> subject = options.argument("KIT|KERNEL", "A link-kit, or a kernel linked from one.");
    private final KitOption kit = new KitOption(options);
    private final Given<String> leak = options.word("SYMBOL", "What leaks: NAME or OBJECT:NAME.", "--leak");
    private final Given<String> model =
            options.word("HOW", "How: pointer, unknown, page, pagecontent or read.", "--model", "pointer");
    private final Given<String> defence =
            options.word("WHAT", "The defence: none, slide, karl or sections.", "--defence", "karl");

    ExposureVerb() {
        super("Tells what else becomes known when something leaks.", "A kernel's kit is found by its ledger entry.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        Leak how = chosen("--model", model.get(), Leak.values());
        Defence against = chosen("--defence", defence.get(), Defence.values());
        if (!leak.isThere() && how != Leak.POINTER) {
            throw new UsageException("--model is about a leak", "name what leaks with --leak SYMBOL");
        }
        Interrupt.arm();
        boolean kernel = isKernel(subject.get());
        if (!kernel && kit.isNamed()) {
            throw new UsageException("--kit names the kit of a kernel", "leave it away for a kit");
        }
        Path of = !kernel ? subject.get() : kit.isNamed() ? kit.path() : kitOf(subject.get());
        return KitOption.use(of, kit.name(), progress, loaded -> answer(loaded, kernel, how, against, progress));
    }

    private Answer answer(LoadedKit loaded, boolean kernel, Leak how, Defence against, Progress progress)
            throws EngineException {
        KernelAddresses addresses =
                kernel ? new KernelAddresses(Layout.read(subject.get(), loaded, null, progress)) : null;
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        var linker = Preview.linker(loaded, recipe, progress);
        Exposure exposure = Exposure.of(linker, loaded, recipe, against);
        if (!leak.isThere()) {
            return new ExposureAnswer(exposure, null);
        }
        Leaks leaks = new Leaks(linker, loaded, recipe, against, addresses);
        return new ExposureAnswer(exposure, leaks.of(leak.get(), how));
    }

    private static <T extends Enum<T>> T chosen(String option, String word, T[] values) throws UsageException {
        for (T value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        String all = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new UsageException(option + " " + word + " is unknown", "use one of " + all);
    }

    private static boolean isKernel(Path file) throws EngineException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ELF.length), ELF);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static Path kitOf(Path kernel) throws EngineException {
        LedgerEntry entry = LedgerFiles.readBeside(kernel).orElse(null);
        if (entry == null || entry.getKitPath() == null || entry.getKitPath().isEmpty()) {
            throw new EngineException(
                    "no-kit",
                    kernel.toString(),
                    null,
                    "no ledger entry beside the kernel tells its kit",
                    "name the kit with --kit KIT");
        }
        return Path.of(entry.getKitPath());
    }
}
