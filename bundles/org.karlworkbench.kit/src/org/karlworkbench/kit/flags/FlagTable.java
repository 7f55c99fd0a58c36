package org.karlworkbench.kit.flags;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The flags of GNU ld 2.40 and lld 14 that matter: those a kernel's Makefile uses, those that are dangerous, and those
 * whose argument stands in a word of its own and must not be taken for something else.
 */
final class FlagTable {
    /** How a flag takes an argument. */
    enum Argument {
        NONE,
        /** In the next word, or behind {@code =}, or attached to a single letter. */
        VALUE,
        /** Behind {@code =} only. */
        OPTIONAL
    }

    /** What the table says about one flag. */
    record Row(String name, Argument argument, FlagMeaning meaning, String why) {}

    // columns: argument, meaning, then the names that share them; -x and --long are told apart by the length of the
    // name
    private static final String ROWS = """
        value    script        T script
        value    text_base     Ttext
        value    entry         e entry
        value    emulation     m
        value    keyword       z
        value    library_path  L library-path
        value    small_data    G gpsize
        value    unresolved    unresolved-symbols
        none     keep          discard-locals omagic strip-debug nmagic
        none     keep          X N S n pie allow-multiple-definition warn-common no-pie
        none     keep_lld      no-mmap-output-file
        none     no_pie        nopie
        none     group_begin   ( start-group
        none     group_end     ) end-group
        optional drop          O build-id demangle unique sort-common compress-debug-sections icf color-diagnostics
        optional drop          package-metadata verbose split-by-file split-by-reloc power10-stubs flto fuse-ld
        optional drop          flto-partition threads hash-size max-cache-size ctf-share-types hash-style
        value    drop          A a b u y h f F architecture format undefined trace-symbol soname auxiliary filter
        value    drop          defsym section-start Tbss Tdata Ttext-segment Trodata-segment Tldata-segment wrap
        value    drop          init fini assert oformat rpath rpath-link require-defined sort-section image-base
        value    drop          spare-dynamic-tags task-link version-exports-section export-dynamic-symbol
        value    drop          ignore-unresolved-symbol orphan-handling exclude-libs error-limit keep-unique
        value    drop          shuffle-sections undefined-glob target2 pack-dyn-relocs rsp-quoting
        value    drop          warn-backrefs-exclude lto-partitions lto-newpm-passes lto-aa-pipeline thinlto-jobs
        value    drop          opt-remarks-format opt-remarks-passes time-trace-granularity split-stack-adjust-size
        none     drop          d dc dp E EB EL g i M q r s t x v V w Ur Qy dy dn export-dynamic no-export-dynamic
        none     drop          enable-non-contiguous-regions enable-new-dtags eh-frame-hdr emit-relocs execute-only
        none     drop          error-unresolved-symbols embedded-relocs end-lib map-whole-files merge-exidx-entries
        none     drop          mmap-output-file static shared nostdlib relax relocatable rosegment gc-sections help
        none     drop          call_shared cref check-sections copy-dt-needed-entries ctf-variables fatal-warnings
        none     drop          call-graph-profile-sort force-exe-suffix force-group-allocation fortran-common
        none     drop          apply-dynamic-relocs as-needed allow-shlib-undefined accept-unknown-input-arch
        none     drop          fix-cortex-a53-843419 fix-cortex-a8 pic-veneer print-map print-gc-sections
        none     drop          pop-state push-state print-memory-usage print-output-format print-sysroot
        none     drop          qmagic strip-all strip-discarded discard-all discard-none whole-archive
        """;

    // columns: argument, names, then why they are refused
    private static final String REFUSALS = """
        value plugin,plugin-opt,load-pass-plugin,mllvm         : it loads code into the linker
        value error-handling-script                            : it runs a program
        value o,output                                         : it writes another output file
        value Map,dependency-file,out-implib,reproduce         : it writes another file
        value why-extract,print-archive-stats,print-symbol-order,time-trace-file,opt-remarks-filename : it writes another file
        value thinlto-cache-dir,thinlto-index-only,thinlto-emit-imports-files,lto-obj-path : it writes other files
        none  time-trace,save-temps,lto-emit-asm               : it writes other files
        value R,just-symbols                                   : it reads another file
        value c,mri-script,dT,default-script                   : it reads another script
        value version-script,dynamic-list,export-dynamic-symbol-list,retain-symbols-file : it reads another file
        value symbol-ordering-file,call-graph-ordering-file,section-ordering-file : it reads another file
        value lto-sample-profile,lto-cs-profile-file,remap-inputs,remap-inputs-file : it reads other files
        value l,library                                        : it reads a library of the machine that links
        value sysroot,chroot                                   : it moves where files are looked for
        value I,dynamic-linker,P,depaudit,audit,Y              : it names a program or library outside the kit
        """;

    private static final Map<String, Row> TABLE = read();

    private FlagTable() {}

    private static Map<String, Row> read() {
        Map<String, Row> table = new HashMap<>();
        for (String line : ROWS.split("\n")) {
            StringTokenizer words = new StringTokenizer(line);
            Argument argument = argument(words.nextToken());
            FlagMeaning meaning = FlagMeaning.valueOf(words.nextToken().toUpperCase(Locale.ROOT));
            while (words.hasMoreTokens()) {
                String name = words.nextToken();
                table.put(name, new Row(name, argument, meaning, null));
            }
        }
        for (String line : REFUSALS.split("\n")) {
            int colon = line.indexOf(" : ");
            String why = line.substring(colon + 3);
            StringTokenizer words = new StringTokenizer(line.substring(0, colon), " ,");
            Argument argument = argument(words.nextToken());
            while (words.hasMoreTokens()) {
                String name = words.nextToken();
                table.put(name, new Row(name, argument, FlagMeaning.REFUSE, why));
            }
        }
        return table;
    }

    private static Argument argument(String word) {
        return Argument.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The row of a name without dashes, or null. */
    static Row row(String name) {
        return TABLE.get(name);
    }
}
