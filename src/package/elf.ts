// What the dynamic loader reads of an ELF file, from the program headers alone, so that stripped files are no exception.
// Any file may be hostile: every offset is checked, every walk ends. Layout: elf(5), and the LSB's chapter on symbol
// versioning.

/** A file to read from; `read` gives fewer bytes at its end. */
export type ElfFile = {
  readonly sizeBytes: number;
  readonly read: (offset: number, length: number) => Promise<Buffer>;
};

export type Elf = {
  readonly kind: "elf";
  readonly elfClass: 32 | 64;
  readonly byteOrder: "little" | "big";
  /** `e_type`: a program at a fixed address, what may be loaded anywhere (PIE, shared library), a part to link. */
  readonly type: "executable" | "shared" | "object" | "other";
  /** `e_machine`. */
  readonly machine: number;
  readonly interpreter: string | undefined;
  /** Whether there is anything for the loader to read. */
  readonly linkage: "dynamic" | "static";
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  readonly rpath: string | undefined;
  readonly runpath: string | undefined;
  /** Needed file → the symbol versions it must define. */
  readonly versionsNeeded: ReadonlyMap<string, readonly string[]>;
  readonly versionsDefined: readonly string[];
  readonly stack: "executable" | "plain";
  /** Whether the loader must write into the code. */
  readonly textRelocations: "present" | "absent";
  /** Whether the loader may write-protect what it has relocated (`PT_GNU_RELRO`). */
  readonly relro: "present" | "absent";
};

export type ElfReading =
  | Elf
  | { readonly kind: "not-elf" }
  /** It begins as one, but can't be loaded. */
  | { readonly kind: "malformed"; readonly why: string };

class Malformed extends Error {}

export async function readElf({ sizeBytes, read }: ElfFile): Promise<ElfReading> {
  const inside: ElfFile["read"] = async (offset, length) => {
    if (offset > sizeBytes) throw new Malformed("an offset lies behind the end of the file");
    return await read(offset, Math.min(length, sizeBytes - offset));
  };
  const start = await read(0, 64);
  if (start.length < 16 || start.readUInt32BE(0) !== 0x7f454c46) return { kind: "not-elf" };
  try {
    return await elfOf(start, inside);
  } catch (error) {
    // A view past the end of what was read throws RangeError: the same fact, told by the buffer.
    if (error instanceof Malformed || error instanceof RangeError) {
      return {
        kind: "malformed",
        why: error instanceof Malformed ? error.message : "an offset is out of range",
      };
    }
    throw error;
  }
}

/** Numbers of the file's own class and byte order. */
type View = {
  readonly size: number;
  readonly half: (at: number) => number;
  readonly word: (at: number) => number;
  /** An address, offset or size; as wide as the class. */
  readonly wide: (at: number) => number;
};

function viewOf(bytes: Buffer, { is64, little }: { readonly is64: boolean; readonly little: boolean }): View {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: bytes.length,
    half: (at) => view.getUint16(at, little),
    word: (at) => view.getUint32(at, little),
    wide: (at) => (is64 ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little)),
  };
}

const PT = { load: 1, dynamic: 2, interpreter: 3, stack: 0x6474e551, relro: 0x6474e552 } as const;
const ET: Readonly<Record<number, Elf["type"]>> = { 1: "object", 2: "executable", 3: "shared" };
const DT = {
  null: 0,
  needed: 1,
  strings: 5,
  stringsSize: 10,
  soname: 14,
  rpath: 15,
  textRelocations: 22,
  runpath: 29,
  flags: 30,
  versionsDefined: 0x6ffffffc,
  versionsNeeded: 0x6ffffffe,
} as const;

/** In `DT_FLAGS`. */
const DF_TEXTREL = 4;

/** Beyond these no sane file goes: a name table of a large C++ library has a few MiB. */
const LIMITS = {
  path: 4096,
  dynamic: 1 << 20,
  strings: 1 << 27,
  text: 1 << 14,
  versions: 1 << 18,
  records: 4096,
} as const;

type Segment = {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
};

/** Of a file that has nothing for the loader to read. */
const UNLINKED = {
  linkage: "static",
  needed: [],
  soname: undefined,
  rpath: undefined,
  runpath: undefined,
  versionsNeeded: new Map(),
  versionsDefined: [],
  textRelocations: "absent",
} as const;

async function elfOf(start: Buffer, read: ElfFile["read"]): Promise<Elf> {
  const [classByte, orderByte] = [start[4], start[5]];
  if (classByte !== 1 && classByte !== 2) throw new Malformed(`class ${classByte}`);
  if (orderByte !== 1 && orderByte !== 2) throw new Malformed(`byte order ${orderByte}`);
  const shape = { is64: classByte === 2, little: orderByte === 1 };
  const view = (bytes: Buffer) => viewOf(bytes, shape);
  const segments = await segmentsOf(
    view(start),
    async (at, length) => view(await read(at, length)),
    shape.is64,
  );
  // Separated debug information keeps the headers of what was taken out, with nothing in the file.
  const interpreter = segments.find(({ type, size }) => type === PT.interpreter && size > 0);
  const stack = segments.find(({ type }) => type === PT.stack);
  const common = {
    kind: "elf",
    elfClass: shape.is64 ? 64 : 32,
    byteOrder: shape.little ? "little" : "big",
    type: ET[view(start).half(16)] ?? "other",
    machine: view(start).half(18),
    interpreter:
      interpreter && textAt(await read(interpreter.offset, Math.min(interpreter.size, LIMITS.path)), 0),
    stack: stack && stack.flags & 1 ? "executable" : "plain",
    relro: segments.some(({ type }) => type === PT.relro) ? "present" : "absent",
  } as const;
  const dynamic = segments.find(({ type }) => type === PT.dynamic);
  if (!dynamic) return { ...common, ...UNLINKED };
  const tags = tagsOf(view(await read(dynamic.offset, Math.min(dynamic.size, LIMITS.dynamic))), shape.is64);
  const placeOf = (tag: number) => {
    const address = tags.find(([found]) => found === tag)?.[1];
    return address === undefined ? undefined : offsetOf(address, segments);
  };
  const stringsAt = placeOf(DT.strings);
  // Of separated debug information, too, nothing is there.
  if (stringsAt === undefined) return { ...common, ...UNLINKED };
  const numberOf = (tag: number) => tags.find(([found]) => found === tag)?.[1] ?? 0;
  const hasTextRelocations =
    tags.some(([tag]) => tag === DT.textRelocations) || (numberOf(DT.flags) & DF_TEXTREL) !== 0;
  const strings = await read(stringsAt, Math.min(numberOf(DT.stringsSize), LIMITS.strings));
  const texts = (wanted: number) =>
    textsOf(
      tags.filter(([tag]) => tag === wanted),
      strings,
    );
  const versions = async (tag: number) => {
    const at = placeOf(tag);
    return at === undefined ? undefined : view(await read(at, LIMITS.versions));
  };
  return {
    ...common,
    linkage: "dynamic",
    needed: texts(DT.needed),
    soname: texts(DT.soname)[0],
    rpath: texts(DT.rpath)[0],
    runpath: texts(DT.runpath)[0],
    versionsNeeded: versionsNeededOf(await versions(DT.versionsNeeded), strings),
    versionsDefined: versionsDefinedOf(await versions(DT.versionsDefined), strings),
    textRelocations: hasTextRelocations ? "present" : "absent",
  };
}

async function segmentsOf(
  header: View,
  viewAt: (offset: number, length: number) => Promise<View>,
  is64: boolean,
): Promise<readonly Segment[]> {
  const count = header.half(is64 ? 56 : 44);
  const size = header.half(is64 ? 54 : 42);
  // An object file (.o) has none.
  if (count === 0) return [];
  // The kernel takes no other either.
  if (size !== (is64 ? 56 : 32)) throw new Malformed(`program headers of ${size} bytes`);
  const table = await viewAt(header.wide(is64 ? 32 : 28), count * size);
  return Array.from({ length: count }, (_, index) => {
    const at = index * size;
    return is64
      ? {
          type: table.word(at),
          flags: table.word(at + 4),
          offset: table.wide(at + 8),
          address: table.wide(at + 16),
          size: table.wide(at + 32),
        }
      : {
          type: table.word(at),
          offset: table.word(at + 4),
          address: table.word(at + 8),
          size: table.word(at + 16),
          flags: table.word(at + 24),
        };
  });
}

type Tag = readonly [tag: number, value: number];

function tagsOf(dynamic: View, is64: boolean): readonly Tag[] {
  const width = is64 ? 8 : 4;
  const tags: Tag[] = [];
  for (let at = 0; at + 2 * width <= dynamic.size; at += 2 * width) {
    const tag = dynamic.wide(at);
    if (tag === DT.null) break;
    tags.push([tag, dynamic.wide(at + width)]);
  }
  return tags;
}

function offsetOf(address: number, segments: readonly Segment[]): number | undefined {
  const home = segments.find(
    (one) => one.type === PT.load && address >= one.address && address < one.address + one.size,
  );
  return home && address - home.address + home.offset;
}

function textsOf(tags: readonly Tag[], strings: Buffer): readonly string[] {
  if (tags.length > LIMITS.records) throw new Malformed(`more than ${LIMITS.records} names of a kind`);
  return tags.map(([, value]) => textAt(strings, value));
}

function textAt(strings: Buffer, at: number): string {
  if (at >= strings.length) throw new Malformed("a name lies outside of the names");
  const near = strings.subarray(at, at + LIMITS.text + 1);
  const end = near.indexOf(0);
  // Thousands of names may share one place.
  if (end === -1 && near.length > LIMITS.text)
    throw new Malformed(`a name of more than ${LIMITS.text} bytes`);
  return near.toString("utf8", 0, end === -1 ? near.length : end);
}

/** The chain of a version section: each record says how far away the next one is. */
function chain(start: number, next: (at: number) => number): readonly number[] {
  const records: number[] = [];
  for (let at = start, step = -1; step !== 0; at += step) {
    records.push(at);
    if (records.length > LIMITS.records) throw new Malformed(`more than ${LIMITS.records} versions`);
    step = next(at);
  }
  return records;
}

function versionsNeededOf(view: View | undefined, strings: Buffer): Elf["versionsNeeded"] {
  const needed = new Map<string, string[]>();
  let count = 0;
  if (!view) return needed;
  for (const at of chain(0, (record) => view.word(record + 12))) {
    const file = textAt(strings, view.word(at + 4));
    const versions = needed.get(file) ?? [];
    needed.set(file, versions);
    if (view.half(at + 2) === 0) continue;
    for (const version of chain(at + view.word(at + 8), (record) => view.word(record + 12))) {
      count += 1;
      // The chains of thousands of records may be one.
      if (count > LIMITS.records) throw new Malformed(`more than ${LIMITS.records} versions`);
      versions.push(textAt(strings, view.word(version + 8)));
    }
  }
  return needed;
}

function versionsDefinedOf(view: View | undefined, strings: Buffer): readonly string[] {
  if (!view) return [];
  const versions: string[] = [];
  for (const at of chain(0, (record) => view.word(record + 16))) {
    // VER_FLG_BASE: the name of the file itself.
    if (view.half(at + 2) & 1) continue;
    versions.push(textAt(strings, view.word(at + view.word(at + 12))));
  }
  return versions;
}
