package org.karlworkbench.kit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.DrawnGaps;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Phase;
import org.karlworkbench.kit.model.Translation;

/** Ledger entries as JSON files, one each, with the field names of the command's own JSON (CLI.md, Ledger entry). */
public final class LedgerFiles {
    /** What follows a kernel's file name in the name of its ledger entry. */
    public static final String SUFFIX = ".ledger.json";

    /** What the name of a places file ends in. */
    public static final String PLACES = ".places";

    /** The version of the form that is written. */
    public static final int SCHEMA_VERSION = 1;

    static final String CODE = "bad-ledger";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private LedgerFiles() {}

    /**
     * Where a kernel's entry lies when no ledger folder was named.
     *
     * @param kernel the kernel's file
     * @return the file beside it
     */
    public static Path beside(Path kernel) {
        return kernel.resolveSibling(kernel.getFileName() + SUFFIX);
    }

    /**
     * The kernel beside which an entry of this name would lie.
     *
     * @param entryFile an entry's file, whose name ends in {@link #SUFFIX}
     * @return the kernel's file, which need not exist: an entry in a ledger's folder has none beside it
     */
    public static Path kernelOf(Path entryFile) {
        return entryFile.resolveSibling(stem(entryFile));
    }

    /**
     * Where the places of an entry are put when it is written.
     *
     * @param entryFile an entry's file, whose name ends in {@link #SUFFIX}
     * @return the file beside it
     */
    public static Path placesOf(Path entryFile) {
        return entryFile.resolveSibling(stem(entryFile) + PLACES);
    }

    private static String stem(Path entryFile) {
        String name = entryFile.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /**
     * The entry that lies beside a kernel, if there is one. Whether it still describes that kernel is for the caller to
     * find out, by its digest.
     *
     * @param kernel the kernel's file
     * @return the entry, or empty where there is no such file
     * @throws EngineException if the file is there and is no entry
     */
    public static Optional<LedgerEntry> readBeside(Path kernel) throws EngineException {
        Path file = beside(kernel);
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Who names a kernel is told the entry that lies beside it. */
    private static JsonFields fields(Path file) throws EngineException {
        try {
            return JsonFields.read(file, CODE);
        } catch (EngineException e) {
            Path entry = beside(file);
            throw Files.isRegularFile(entry)
                    ? new EngineException(
                            CODE, file.toString(), null, "is no ledger entry", "name its entry: " + entry, e)
                    : e;
        }
    }

    /**
     * Reads an entry.
     *
     * @param file the JSON file
     * @return the entry
     * @throws EngineException if it is cut, no entry, or of a version that is not known here
     */
    public static LedgerEntry read(Path file) throws EngineException {
        JsonFields json = fields(file);
        requireKnownVersion(json, file);
        LedgerEntry entry = KitFactory.eINSTANCE.createLedgerEntry();
        entry.setKitName(json.text("kitName"));
        entry.setKitDigest(json.requiredText("kitDigest"));
        entry.setKitPath(json.text("kitPath"));
        entry.setKitFolder(json.text("kitFolder"));
        entry.setArch(json.requiredText("arch"));
        entry.setRecipe(RecipeFiles.read(json.object("recipe")));
        entry.setAlgorithm(json.requiredText("algorithm"));
        entry.setSeed(json.requiredText("seed"));
        entry.getHead().addAll(json.texts("head"));
        entry.getOrder().addAll(json.texts("order"));
        entry.getTail().addAll(json.texts("tail"));
        entry.setGaps(gaps(json.object("gaps")));
        entry.setPad(json.text("pad"));
        entry.setPage(json.number("page"));
        readLinker(json, entry);
        readOutcome(json, entry);
        return entry;
    }

    private static void requireKnownVersion(JsonFields json, Path file) throws EngineException {
        String name = "schemaVersion";
        long version = json.number(name);
        if (version > SCHEMA_VERSION) {
            String problem = "is " + version + ", and only versions up to " + SCHEMA_VERSION + " are known here";
            throw new EngineException(CODE, file.toString(), name, problem, "use a newer karl");
        }
        if (version < 1) {
            throw json.bad(name, "is no version of a ledger entry");
        }
    }

    private static void readLinker(JsonFields json, LedgerEntry entry) throws EngineException {
        entry.setLinker(json.requiredText("linker"));
        entry.setLinkerVersion(json.text("linkerVersion"));
        entry.setLinkerPath(json.text("linkerPath"));
        entry.getFlags().addAll(json.texts("flags"));
        entry.getDropped().addAll(json.texts("dropped"));
        for (JsonFields each : json.objects("translated")) {
            Translation translation = KitFactory.eINSTANCE.createTranslation();
            translation.setFrom(each.requiredText("from"));
            translation.setTo(each.requiredText("to"));
            entry.getTranslated().add(translation);
        }
    }

    private static void readOutcome(JsonFields json, LedgerEntry entry) throws EngineException {
        entry.setKernel(json.text("kernel"));
        entry.setSha256(json.requiredText("sha256"));
        entry.setEndboot(json.text("endboot"));
        entry.setPlaces(json.text("places"));
        entry.setStarted(json.text("started"));
        entry.setMillis(json.number("millis"));
        for (var each : json.numbers("phases").entrySet()) {
            entry.getPhases().add(phase(each.getKey(), each.getValue()));
        }
        entry.setNote(json.text("note"));
        entry.setPinned(json.flag("pinned", false));
    }

    private static DrawnGaps gaps(JsonFields json) throws EngineException {
        DrawnGaps gaps = KitFactory.eINSTANCE.createDrawnGaps();
        gaps.setText0(json.number(GapName.TEXT0.label()));
        gaps.setText1(json.number(GapName.TEXT1.label()));
        gaps.setRodata(json.number(GapName.RODATA.label()));
        gaps.setData(json.number(GapName.DATA.label()));
        gaps.setBss(json.number(GapName.BSS.label()));
        return gaps;
    }

    /**
     * Makes a phase of an entry.
     *
     * @param name the phase
     * @param millis how long it took
     * @return the phase
     */
    public static Phase phase(String name, long millis) {
        Phase phase = KitFactory.eINSTANCE.createPhase();
        phase.setName(name);
        phase.setMillis(millis);
        return phase;
    }

    /**
     * The gaps of an entry.
     *
     * @param entry the entry
     * @return the sizes as they lie in {@code gap.o}
     */
    public static Gaps gaps(LedgerEntry entry) {
        DrawnGaps gaps = entry.getGaps();
        return new Gaps(gaps.getText0(), gaps.getText1(), gaps.getRodata(), gaps.getData(), gaps.getBss());
    }

    /**
     * Writes an entry: readable by its owner only, complete and synced before it replaces an older one.
     *
     * @param file where to
     * @param entry the entry
     * @throws EngineException if it cannot be written whole
     */
    public static void write(Path file, LedgerEntry entry) throws EngineException {
        PrivateFiles.replace(file, (GSON.toJson(json(entry)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An entry as JSON.
     *
     * @param entry the entry
     * @return all of its fields
     */
    public static JsonObject json(LedgerEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("kitName", entry.getKitName());
        json.addProperty("kitDigest", entry.getKitDigest());
        json.addProperty("kitPath", entry.getKitPath());
        json.addProperty("kitFolder", entry.getKitFolder());
        json.addProperty("arch", entry.getArch());
        json.add("recipe", RecipeFiles.json(entry.getRecipe()));
        json.addProperty("algorithm", entry.getAlgorithm());
        json.addProperty("seed", entry.getSeed());
        json.add("head", JsonFields.array(entry.getHead()));
        json.add("order", JsonFields.array(entry.getOrder()));
        json.add("tail", JsonFields.array(entry.getTail()));
        json.add("gaps", numbers(gaps(entry).byName()));
        json.addProperty("pad", entry.getPad());
        json.addProperty("page", entry.getPage());
        writeLinker(entry, json);
        writeOutcome(entry, json);
        return json;
    }

    private static void writeLinker(LedgerEntry entry, JsonObject json) {
        json.addProperty("linker", entry.getLinker());
        json.addProperty("linkerVersion", entry.getLinkerVersion());
        json.addProperty("linkerPath", entry.getLinkerPath());
        json.add("flags", JsonFields.array(entry.getFlags()));
        json.add("dropped", JsonFields.array(entry.getDropped()));
        JsonArray translated = new JsonArray();
        for (Translation translation : entry.getTranslated()) {
            JsonObject each = new JsonObject();
            each.addProperty("from", translation.getFrom());
            each.addProperty("to", translation.getTo());
            translated.add(each);
        }
        json.add("translated", translated);
    }

    private static void writeOutcome(LedgerEntry entry, JsonObject json) {
        json.addProperty("kernel", entry.getKernel());
        json.addProperty("sha256", entry.getSha256());
        json.addProperty("endboot", entry.getEndboot());
        json.addProperty("places", entry.getPlaces());
        json.addProperty("started", entry.getStarted());
        json.addProperty("millis", entry.getMillis());
        JsonObject phases = new JsonObject();
        entry.getPhases().forEach(phase -> phases.addProperty(phase.getName(), phase.getMillis()));
        json.add("phases", phases);
        json.addProperty("note", entry.getNote());
        json.addProperty("pinned", entry.isPinned());
    }

    private static JsonObject numbers(Map<String, Long> numbers) {
        JsonObject json = new JsonObject();
        numbers.forEach(json::addProperty);
        return json;
    }
}
