package org.karlworkbench.compare.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.compare.blocks.Drawing;
import org.karlworkbench.compare.blocks.Role;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;

/**
 * What becomes known of a kit's kernels when something leaks: distances inside of a block and nothing else.
 *
 * @param defence how addresses are hidden
 * @param functions distinct places of functions, head and tail among them
 * @param entryPoints names of code that are no function of their own
 * @param blocks how many blocks of the body hide from each other
 * @param shares functions of the body by block
 * @param byBytes their bytes by block
 * @param objects the body's objects, the one that gives away most first
 * @param headDiscloses what the head gives away of the body
 */
public record Exposure(
        Defence defence,
        long functions,
        long entryPoints,
        int blocks,
        Share shares,
        Share byBytes,
        List<ObjectShare> objects,
        List<Disclosure> headDiscloses) {
    /**
     * Computes the exposure.
     *
     * @param linker the built-in linker of the kit and recipe
     * @param kit the kit
     * @param recipe the settings; the defence decides the unit
     * @param defence how addresses are hidden
     * @throws EngineException for a recipe that cannot work, or a kit that cannot be read any more
     */
    public static Exposure of(BuiltInLinker linker, LoadedKit kit, Recipe recipe, Defence defence)
            throws EngineException {
        Blocks blocks = blocks(linker, kit, recipe, defence);
        SymbolSpace symbols = new SymbolSpace(linker.names(), blocks);
        List<Block> body = blocks.all().stream()
                .filter(each -> each.isBody() && each.size() > 0)
                .toList();
        long[] functions =
                body.stream().mapToLong(each -> symbols.functions(each).length).toArray();
        long[] bytes = body.stream().mapToLong(symbols::functionBytes).toArray();
        Share shares = Share.of(functions);
        Share byBytes = Share.of(bytes);
        boolean apart = defence.isByBlocks();
        return new Exposure(
                defence,
                blocks.all().stream()
                        .mapToLong(each -> symbols.functions(each).length)
                        .sum(),
                blocks.all().stream().mapToLong(symbols::entryPoints).sum(),
                apart ? body.size() : 1,
                apart ? shares : Share.of(new long[] {shares.total()}),
                apart ? byBytes : Share.of(new long[] {byBytes.total()}),
                objects(body, functions, bytes, apart ? -1 : shares.total()),
                discloses(kit, blocks, symbols));
    }

    /** The blocks under a defence. */
    static Blocks blocks(BuiltInLinker linker, LoadedKit kit, Recipe recipe, Defence defence) throws EngineException {
        return Blocks.of(Drawing.of(linker, kit, settings(recipe, defence)));
    }

    /**
     * The settings by which a kernel is drawn under a defence.
     *
     * @param recipe the settings otherwise; it stays as it is
     * @param defence decides what is shuffled: objects, or sections
     */
    public static Recipe settings(Recipe recipe, Defence defence) {
        Recipe fit = RecipeSettings.copy(recipe);
        RecipeSettings.set(fit, "linker", "builtin"); // the one that moves sections
        RecipeSettings.set(fit, "unit", (defence == Defence.SECTIONS ? Unit.SECTION : Unit.OBJECT).label());
        return fit;
    }

    private static List<ObjectShare> objects(List<Block> body, long[] functions, long[] bytes, long all) {
        record Sum(long functions, long bytes, double squares) {}
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (int i = 0; i < body.size(); i++) {
            Sum own = new Sum(functions[i], bytes[i], (double) functions[i] * functions[i]);
            sums.merge(
                    body.get(i).object(),
                    own,
                    (a, b) -> new Sum(a.functions + b.functions, a.bytes + b.bytes, a.squares + b.squares));
        }
        List<ObjectShare> rows = new ArrayList<>();
        sums.forEach((object, sum) -> {
            double exposed = sum.functions == 0 ? 0 : all >= 0 ? all : sum.squares / sum.functions;
            rows.add(new ObjectShare(object, sum.functions, sum.bytes, exposed));
        });
        rows.sort(Comparator.comparingDouble(ObjectShare::exposed).reversed().thenComparing(ObjectShare::object));
        return List.copyOf(rows);
    }

    private static List<Disclosure> discloses(LoadedKit kit, Blocks blocks, SymbolSpace symbols)
            throws EngineException {
        References references = new References(kit, blocks, symbols);
        List<Disclosure> all = new ArrayList<>();
        for (String object : kit.plan().head()) {
            for (References.Reference each : references.of(object)) {
                if (each.target().role() == Role.BODY) {
                    boolean code = blocks.pieces().isCode(each.piece())
                            && blocks.pieces().isCode(each.target().first());
                    all.add(new Disclosure(
                            object,
                            blocks.pieces().name(each.piece()),
                            each.offset(),
                            code ? "branch" : "pointer",
                            each.name(),
                            each.target().object()));
                }
            }
        }
        return List.copyOf(all);
    }
}
