package org.karlworkbench.verify;

import org.karlworkbench.elf.Elf;

/**
 * Which bytes a linker may write for a relocation, as distances before and after its offset. Exact field widths for
 * amd64 and i386, with the instruction bytes that linkers rewrite when they relax GOT and TLS accesses (System V psABI
 * AMD64, appendix B, and i386, appendix A). For the other architectures generously the aligned word that holds the
 * offset and what follows up to one address: enough to find foreign content, not to prove a field.
 */
sealed interface FieldWidths {
    /** How many bytes before the offset may change. */
    int before(int type, long offset);

    /** How many bytes from the offset on may change; 0 and nothing before for a relocation that writes nothing. */
    int after(int type, long offset);

    /** The widths for a machine. */
    static FieldWidths of(int machine, boolean is64) {
        return switch (machine) {
            case Elf.EM_X86_64 -> new Amd64();
            case Elf.EM_386 -> new I386();
            default -> new Coarse(is64 ? 8 : 4);
        };
    }

    /** System V psABI AMD64, table 4.9. */
    record Amd64() implements FieldWidths {
        @Override
        public int before(int type, long offset) {
            return switch (type) {
                case 41 -> 2; // GOTPCRELX: opcode and ModRM
                case 9, 20, 22, 34, 42 -> 3; // GOTPCREL, TLSLD, GOTTPOFF, GOTPC32_TLSDESC, REX_GOTPCRELX: REX too
                case 19 -> 4; // TLSGD: a prefix before the REX
                case 43, 44, 45 -> 4; // CODE_4_*: REX2
                case 46, 47, 48 -> 5; // CODE_5_*
                case 49, 50, 51 -> 6; // CODE_6_*: EVEX
                default -> 0;
            };
        }

        @Override
        public int after(int type, long offset) {
            return switch (type) {
                case 0 -> 0; // NONE
                case 14, 15 -> 1; // 8, PC8
                case 12, 13, 35 -> 2; // 16, PC16, TLSDESC_CALL: the call itself
                case 1, 6, 7, 8, 16, 17, 18, 24, 25, 27, 28, 29, 30, 31, 33, 37, 38 -> 8; // 64-bit words
                case 36 -> 16; // TLSDESC
                case 19 -> 12; // TLSGD: with the call of __tls_get_addr after it
                case 20 -> 10; // TLSLD: likewise
                default -> 4;
            };
        }
    }

    /** System V psABI Intel386, table 4.9, with the GNU types after it. */
    record I386() implements FieldWidths {
        @Override
        public int before(int type, long offset) {
            return switch (type) {
                case 3, 15, 16, 19, 33, 39, 43 -> 2; // GOT32, TLS_IE, TLS_GOTIE, TLS_LDM, TLS_IE_32, GOTDESC, GOT32X
                case 18 -> 3; // TLS_GD
                default -> 0;
            };
        }

        @Override
        public int after(int type, long offset) {
            return switch (type) {
                case 0 -> 0; // NONE
                case 22, 23 -> 1; // 8, PC8
                case 20, 21, 40 -> 2; // 16, PC16, TLS_DESC_CALL
                case 41 -> 8; // TLS_DESC
                case 18, 19 -> 10; // TLS_GD, TLS_LDM: with the call of ___tls_get_addr after it
                default -> 4;
            };
        }
    }

    /**
     * The rest.
     *
     * @param word the size of an address
     */
    record Coarse(int word) implements FieldWidths {
        @Override
        public int before(int type, long offset) {
            return type == 0 ? 0 : (int) (offset & 3);
        }

        @Override
        public int after(int type, long offset) {
            return type == 0 ? 0 : word;
        }
    }
}
