package org.karlworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The workbench as ./workbench starts it, with one bundle more that measures inside (see the folder {@code window}). The
 * product itself stays as it is: the bundle stands in a copy of its configuration.
 */
final class Window {
    private static final int STARTS = 5;
    private static final Path RELENG = Bench.ROOT.resolve("releng/org.karlworkbench.product/target");
    private static final Path PRODUCT = RELENG.resolve("products/org.karlworkbench.product/linux/gtk/x86_64");

    private final Path work;
    private final Path configuration;
    private final Path workspace;

    Window(Path work) throws Exception {
        this.work = work;
        this.configuration = work.resolve("configuration");
        this.workspace = work.resolve("workspace");
        if (Files.notExists(configuration)) {
            Run.command(work, "cp", "-r", PRODUCT.resolve("configuration").toString(), configuration.toString());
            Files.writeString(
                    configuration.resolve("org.eclipse.equinox.simpleconfigurator/bundles.info"),
                    "org.karlworkbench.bench.window,0.1.0,"
                            + Path.of(System.getProperty("karl.window")).toUri() + ",4,false\n",
                    StandardOpenOption.APPEND);
        }
    }

    /** From the command to a window that answers, beside the same product without what ./workbench does for it. */
    void start() throws Exception {
        double[][] ours = new double[2][STARTS];
        double[][] plain = new double[2][STARTS];
        for (int i = -1; i < STARTS; i++) { // the first of each is not counted
            double[] shipped = start(shipped());
            double[] bare = start(plain());
            for (int figure = 0; i >= 0 && figure < 2; figure++) {
                ours[figure][i] = shipped[figure];
                plain[figure][i] = bare[figure];
            }
        }
        String[] names = {"start to window", "processor time until then"};
        for (int figure = 0; figure < 2; figure++) {
            double a = Run.median(ours[figure]);
            double b = Run.median(plain[figure]);
            System.out.printf(
                    "%-28s ./workbench / java -jar = %.2f   (%.0f ms / %.0f ms, medians of %d)%n",
                    names[figure], a / b, a, b, STARTS);
        }
    }

    /** Milliseconds to the window, and of processor time that the Java machine took for it. */
    private double[] start(List<String> command) throws Exception {
        long start = System.currentTimeMillis();
        String[] report = run(command, "start", List.of()).getFirst().split(" ");
        return new double[] {Long.parseLong(report[0]) - start, Long.parseLong(report[1])};
    }

    /** Something that is measured inside. */
    void inside(String what, List<Path> kernels) throws Exception {
        run(shipped(), what, kernels).forEach(System.out::println);
    }

    /** Ten different files, so that nothing can be shared. */
    static List<Path> copies(Path kernel, int count) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path copy = kernel.resolveSibling(kernel.getFileName() + "." + i);
            if (Files.notExists(copy)) {
                Files.copy(kernel, copy);
            }
            copies.add(copy);
        }
        return copies;
    }

    private List<String> shipped() {
        return List.of(Bench.ROOT.resolve("workbench").toString(), "-configuration", configuration.toString());
    }

    /** What anybody would type; the arguments only say where things are, and what is measured. */
    private List<String> plain() throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("karl.java")));
        command.addAll(List.of(properties("start", List.of()).split(" ")));
        command.add("-Dosgi.install.area=" + PRODUCT);
        command.add("-Dorg.karlworkbench.samples=" + Bench.SAMPLES.resolve("target/kits"));
        command.addAll(List.of("-jar", launcher().toString(), "-configuration", configuration.toString()));
        command.addAll(List.of("-data", workspace.toString()));
        return command;
    }

    private static Path launcher() throws IOException {
        try (Stream<Path> plugins = Files.list(PRODUCT.resolve("plugins"))) {
            return plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path report() {
        return work.resolve("report");
    }

    private String properties(String what, List<Path> kernels) {
        String files = String.join(":", kernels.stream().map(Path::toString).toList());
        return "-Dkarl.bench=" + what + " -Dkarl.bench.report=" + report() + " -Dkarl.bench.files=" + files;
    }

    private List<String> run(List<String> command, String what, List<Path> kernels) throws Exception {
        Files.deleteIfExists(report());
        Path said = work.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KARL_WORKSPACE", workspace.toString());
        String more = System.getenv().getOrDefault("KARL_VMARGS", "");
        builder.environment().put("KARL_VMARGS", properties(what, kernels) + " " + more);
        int status = builder.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (Files.notExists(report())) {
            throw new IOException(command + " ends with " + status + ": " + Files.readString(said));
        }
        return Files.readAllLines(report());
    }
}
