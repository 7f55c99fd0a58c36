package org.karlworkbench.bench.inside;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeFlags;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedKernel;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.Settings;
import org.karlworkbench.linker.Template;
import org.karlworkbench.linker.script.ScriptParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The built-in linker from the seed to its result in memory; every call has a seed of its own. ld.lld beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BuiltInLinking {
    private KitSource source;
    private LoadedKit kit;
    private Draws draws;
    private List<String> flags;
    private BuiltInLinker linker;
    private Path work;

    /** Reads and binds the kit of the property karl.kit; what each call gives is not kept. */
    @Setup(Level.Trial)
    public void read() throws Exception {
        source = KitSource.open(Path.of(System.getProperty("karl.kit")), null, Progress.NONE);
        kit = LoadedKit.read(source, Progress.NONE);
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        draws = Draws.of(kit, recipe);
        flags = RecipeFlags.translate(kit, recipe, "lld", word -> word).args();
        String script = Files.readString(kit.folder().resolve(kit.script()));
        linker = new BuiltInLinker(
                Template.of(kit, ScriptParser.parse(kit.script(), script), Settings.of(flags), Progress.NONE));
        work = Files.createTempDirectory(kit.folder().getParent(), "inside");
    }

    private Draw draw() throws Exception {
        return draws.draw(Seed.random());
    }

    /** Where everything lies. */
    @Benchmark
    public LinkedLayout layout() throws Exception {
        Draw draw = draw();
        return linker.layout(kit.linkOrder(draw.order()), draw.sections(), draw.gaps(), kit.plan().page());
    }

    /** Where everything lies, with the address of every symbol. */
    @Benchmark
    public LinkedColumns layoutWithSymbols() throws Exception {
        return layout().symbols();
    }

    /** A kernel in memory. */
    @Benchmark
    public LinkedKernel kernel() throws Exception {
        Draw draw = draw();
        long pad = kit.plan().pad();
        return linker.link(kit.linkOrder(draw.order()), draw.sections(), draw.gaps(), kit.plan().page(), (int) pad);
    }

    /** The peer, as a process. */
    @Benchmark
    public int lld() throws Exception {
        Draw draw = draw();
        Path gap = work.resolve("gap.o");
        int pad = (int) kit.plan().pad();
        Files.write(gap, GapObject.bytes(kit.objects().getFirst().header(), kit.plan().page(), pad, draw.gaps()));
        List<String> command = new ArrayList<>(List.of("ld.lld"));
        command.addAll(flags);
        command.addAll(List.of("-T", kit.script(), "-o", work.resolve("bsd").toString()));
        for (String object : kit.linkOrder(draw.order())) {
            command.add(object.equals(GapObject.NAME) ? gap.toString() : "./" + object);
        }
        Process process = new ProcessBuilder(command)
                .directory(kit.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }
}
