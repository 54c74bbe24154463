// The sections of an ELF file, for those who tell where two files differ: elf(5). Any file may be hostile: every offset
// is checked, and nothing is read twice.

export type ElfSection = { readonly name: string; readonly content: Buffer };

const MOST_SECTIONS = 20_000;
/** `sh_type` of sections that have no bytes in the file. */
const NO_BITS = 8;

/** In the file's order; undefined for what is no ELF file, has no sections, or lies about them. */
export function elfSections(file: Buffer): readonly ElfSection[] | undefined {
  if (file.length < 64 || file.readUInt32BE(0) !== 0x7f454c46) return undefined;
  try {
    return sectionsOf(file);
  } catch (error) {
    // A view past the end of what is there.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sectionsOf(file: Buffer): readonly ElfSection[] | undefined {
  const is64 = file[4] === 2;
  const little = file[5] === 1;
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const half = (at: number) => view.getUint16(at, little);
  const word = (at: number) => view.getUint32(at, little);
  const wide = (at: number) => (is64 ? Number(view.getBigUint64(at, little)) : word(at));
  const table = wide(is64 ? 40 : 32);
  const [size, count, names] = is64 ? [half(58), half(60), half(62)] : [half(46), half(48), half(50)];
  if (table === 0 || count === 0 || count > MOST_SECTIONS || size < (is64 ? 64 : 40)) return undefined;
  const rows = Array.from({ length: count }, (_, index) => {
    const at = table + index * size;
    const [offset, length] = is64 ? [wide(at + 24), wide(at + 32)] : [word(at + 16), word(at + 20)];
    const isThere = word(at + 4) !== NO_BITS;
    return { name: word(at), content: isThere ? file.subarray(offset, offset + length) : Buffer.alloc(0) };
  });
  const strings = rows[names]?.content ?? Buffer.alloc(0);
  return rows.slice(1).map(({ name, content }) => {
    const end = strings.indexOf(0, name);
    return { name: strings.toString("latin1", name, end < 0 ? name : end), content };
  });
}
