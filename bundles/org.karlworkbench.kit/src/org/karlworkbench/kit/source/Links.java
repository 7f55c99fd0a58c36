package org.karlworkbench.kit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.karlworkbench.elf.EngineException;

/**
 * The links of an archive. They are followed by names, before anything is on the disk, and each file that one leads to
 * is then written under the link's name too: no link is ever made.
 */
final class Links {
    private final ArchiveFault fault;
    private final Map<String, TarReader.Member> links = new LinkedHashMap<>();

    Links(ArchiveFault fault) {
        this.fault = fault;
    }

    void add(TarReader.Member link) {
        links.put(link.name().path(), link);
    }

    /**
     * The other names in one folder of the archive's files.
     *
     * @param folder the kit's folder: its symbolic links lead nowhere else
     * @param files whether a path is that of a member
     * @return the path of a file to the names of its links in the folder
     * @throws EngineException if any link of the archive leads to no plain file of it
     */
    Map<String, List<String>> names(String folder, Predicate<String> files) throws EngineException {
        Map<String, List<String>> names = new HashMap<>();
        for (TarReader.Member link : links.values()) {
            String file = follow(link, link.name().isBelow(folder) ? folder : "", files);
            if (link.name().folder().equals(folder)) {
                names.computeIfAbsent(file, _ -> new ArrayList<>())
                        .add(link.name().file());
            }
        }
        return names;
    }

    private String follow(TarReader.Member link, String folder, Predicate<String> files) throws EngineException {
        TarReader.Member at = link;
        for (int i = 0; i < Limits.LINKS; i++) {
            MemberName target = at.target();
            if (at.kind() == TarReader.Kind.SYMBOLIC_LINK && !target.isBelow(folder)) {
                throw fault.refused(link.name().path(), "a link that leads outside the kit");
            }
            at = links.get(target.path());
            if (at == null && files.test(target.path())) {
                return target.path();
            }
            if (at == null) {
                throw fault.refused(link.name().path(), "a link that does not lead to a plain file of the archive");
            }
        }
        throw fault.refused(link.name().path(), "a link that leads over more than " + Limits.LINKS + " others");
    }
}
