import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  AUDIT_CHECKS,
  HOOKS,
  PACKING_KINDS,
  PLACES,
  STYLES,
  builtTree,
  counterpartOf,
  fullpkgname,
  fullpkgpath,
  isArchive,
  isLiteral,
  isPkgspec,
  listedLibrary,
  matchesGlob,
  matchesPkgspec,
  packagingOrder,
  parsePkgpath,
  troubleWith,
  withRevision
} from "./chunk-ZEHBRBCQ.js";
import {
  asWarning,
  distinctDiagnostics,
  isControl,
  nearest,
  ok,
  quoted,
  quotedList,
  sortDiagnostics,
  unreachable,
  wrong
} from "./chunk-2DPMJAPF.js";

// src/recipe/gobolinux/program-name.ts
function programName(upstream) {
  const clean = upstream.replace(/[^\w+.-]+/g, "-").replace(/^[^A-Za-z0-9]+|[-_.]+$/g, "");
  const name = /[A-Z]/.test(clean) ? clean : clean.replace(/[_.]/g, "-").replace(/[^-+]+/g, (word2) => spelled(word2));
  return name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
var WORDS = new Map(
  "ACL ALSA AMD API APM APR ARK At ATI ATK CMake Cpp CUPS CVS DBus DRI DVD EFI EFL EGL ELF FFmpeg FS FT FTP GG GiFT GLib GObject GPU GTK GUI HAL ICE IDN IMAP ISO JPEG JSON KDE LDAP LX LZO MIDI MM MPD NetCDF NTFS NX OCR PAM PCI PCRE PDF Pg PNG QCA QEMU Qt ROX RPC RTP SASL SDL SIP SMB SMTP SPICE SQL SWIG Tcl TIFF Tk TLS USB UTF VDPAU VFS VMware VNC WebKit XF XFCE XFS XKB XML XMMS YAML ZLib".split(" ").map((word2) => [word2.toLowerCase(), word2])
);
var FIRST = longestFirst(
  "code compiz cups cursor direct dvd efi file free ft ftp gnome gtk lib ls lua lx micro mk mm mpd my nx open pango progs py qt rand raw record server set sun sync system tiny tux vm word wx xaw xf xfce xfs xkb xml"
);
var LAST = longestFirst(
  "admin api audio auth bit burn cache cal canvas chat check client clock cvs dir doc driver dvd edit elf exif eye fast font fonts fs git gnu gpu image imap info json kde key linux lite lock mail menu mgr midi mod mode mount net ocr paint parser pdf photo plug plugin plugins png power progs proto proxy pulse res rpc rtp saver sdl server setup smb smtp sql tiff tls tools torrent touch unit utils vnc word xmms"
);
function longestFirst(words) {
  return words.split(" ").sort((a, b) => b.length - a.length);
}
function spelled(word2) {
  const known = WORDS.get(word2);
  if (known !== void 0 || word2 === "") return known ?? "";
  if (/^\d/.test(word2)) return word2.replace(/(?<=^\d+)[a-z]{4,}.*$/, spelled);
  const [, head = "", digits = "", tail = ""] = /^(\D+)(\d+)(.*)$/.exec(word2) ?? [];
  if (digits !== "") return (head === "i" && tail === "" ? head : spelled(head)) + digits + spelled(tail);
  const first2 = FIRST.find((one) => word2.startsWith(one) && word2.length > one.length + 1);
  if (first2 !== void 0) return capital(first2) + spelled(word2.slice(first2.length));
  if (BEFORE_WORD.test(word2)) return capital(word2.charAt(0)) + spelled(word2.slice(1));
  const last = LAST.find((one) => word2.endsWith(one) && word2.length > one.length);
  if (last !== void 0) return spelled(word2.slice(0, -last.length)) + capital(last);
  return isSpoken(word2) ? capital(word2) : word2.toUpperCase();
}
var BEFORE_WORD = /^k[bcdfgjkmpqstvwxz][a-z]{2}|^koffice|^g(?![aeioulrnhyw])[a-z]{3}|^x[^aeiou][a-z]/;
function isSpoken(word2) {
  return word2.length > 2 && /[aeiouy]/.test(word2) && !/[^aeiouy]{5}|[aeiouy]{4}/.test(word2);
}
function capital(word2) {
  return WORDS.get(word2) ?? word2.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

// src/recipe/gobolinux/write-recipe.ts
var COMPILE_VERSION = "017";
function writeGoboRecipe(draft2) {
  const { name, version: version2, facts } = draft2;
  const lines = [
    `# Recipe (MakeRecipe) for ${name}`,
    `# Recipe for version ${version2}`,
    `compile_version=${COMPILE_VERSION}`,
    ...sourceLines(draft2),
    ...folderLines(draft2),
    ...typeLines(draft2)
  ];
  const files = /* @__PURE__ */ new Map([
    ["Recipe", text(lines)],
    [
      "Resources/Description",
      text([
        `[Name] ${name}`,
        `[Summary] ${facts.comment ?? name}`,
        ...facts.license === void 0 ? [] : [`[License] ${facts.license}`],
        ...facts.homepage === void 0 ? [] : [`[Homepage] ${facts.homepage}`]
      ])
    ]
  ]);
  const programs = [...new Set(draft2.needs.flatMap((one) => one.program ?? []))].sort();
  return files.set("Resources/Dependencies", text(programs));
}
var MACHINES = [
  [/^https?:\/\/(?:downloads|prdownloads|dl)\.(?:sourceforge|sf)\.net(?=\/)/, "$httpSourceforge"]
];
function sourceLines({ url, file, sizeBytes: sizeBytes2, md5, sha256 }) {
  const [machine, variable] = MACHINES.find(([pattern]) => pattern.test(url)) ?? [];
  const shown2 = machine && variable ? `"${variable}${escaped(url.replace(machine, ""))}"` : quotedValue(url);
  const usual = url.replace(/[?#].*$/, "").replace(/^.*\//, "");
  return [
    `url=${shown2}`,
    ...file === usual ? [] : [`file=${quotedValue(file)}`],
    `file_size=${sizeBytes2}`,
    `file_md5=${md5}`,
    `file_sha=${sha256}`
  ];
}
function folderLines({ top, file, name, version: version2, detected }) {
  const folder = top === "" ? `${name}-${version2}` : top;
  const inner = detected.folder === "" ? folder : `${folder}/${detected.folder}`;
  const scattered = top === "" ? ["unpack_files=files_in_root"] : [];
  const guessed = file.replace(/\.(?:tar|tbz|tgz|zip).*$/s, "");
  return [...scattered, ...inner === guessed ? [] : [`dir=${quotedValue(inner)}`]];
}
var TYPES = {
  configure: ["recipe_type=configure"],
  autogen: ["recipe_type=configure", "autogen_before_configure=yes"],
  cmake: ["recipe_type=cmake"],
  meson: ["recipe_type=meson"],
  perl: ["recipe_type=perl"],
  python: ["recipe_type=python"],
  scons: ["recipe_type=scons"],
  waf: ["recipe_type=waf"],
  cabal: ["recipe_type=cabal"],
  xmkmf: ["recipe_type=xmkmf"],
  makefile: ["recipe_type=makefile"],
  // Compile has no type for it.
  cargo: [
    "recipe_type=makefile",
    "do_build() {",
    "   cargo build --release --locked",
    "}",
    "do_install() {",
    '   cargo install --locked --no-track --path . --root "$target"',
    "}"
  ]
};
function typeLines({ detected, makefile }) {
  const variables = (makefile?.folders ?? []).map(({ name, means }) => `   "${name}=${FOLDERS[means]}"`);
  const lists = variables.length > 0 ? ["make_variables=(", ...variables, ")"] : [];
  const named = detected.evidence.split("/").at(-1) ?? "";
  const file = detected.system === "makefile" && named !== "Makefile" ? [`makefile=${named}`] : [];
  return [...TYPES[detected.system], ...file, ...lists];
}
var FOLDERS = {
  prefix: "$target",
  settings: "$settings_target",
  programs: "$target/bin",
  libraries: "$target/lib",
  headers: "$target/include",
  manuals: "$target/share/man"
};
function quotedValue(value) {
  return /^[\w./:@%+,~=-]+$/.test(value) ? `"${value}"` : `"${escaped(value)}"`;
}
function escaped(value) {
  return value.replace(/[\\"$`]/g, "\\$&");
}
function text(lines) {
  return lines.map((line) => `${line}
`).join("");
}

// node_modules/yaml/browser/dist/nodes/identity.js
var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
var isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
function isCollection(node) {
  if (node && typeof node === "object")
    switch (node[NODE_TYPE]) {
      case MAP:
      case SEQ:
        return true;
    }
  return false;
}
function isNode(node) {
  if (node && typeof node === "object")
    switch (node[NODE_TYPE]) {
      case ALIAS:
      case MAP:
      case SCALAR:
      case SEQ:
        return true;
    }
  return false;
}
var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

// node_modules/yaml/browser/dist/visit.js
var BREAK = /* @__PURE__ */ Symbol("break visit");
var SKIP = /* @__PURE__ */ Symbol("skip children");
var REMOVE = /* @__PURE__ */ Symbol("remove node");
function visit(node, visitor) {
  const visitor_ = initVisitor(visitor);
  if (isDocument(node)) {
    const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
    if (cd === REMOVE)
      node.contents = null;
  } else
    visit_(null, node, visitor_, Object.freeze([]));
}
visit.BREAK = BREAK;
visit.SKIP = SKIP;
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
  const ctrl = callVisitor(key, node, visitor, path);
  if (isNode(ctrl) || isPair(ctrl)) {
    replaceNode(key, path, ctrl);
    return visit_(key, ctrl, visitor, path);
  }
  if (typeof ctrl !== "symbol") {
    if (isCollection(node)) {
      path = Object.freeze(path.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        const ci = visit_(i, node.items[i], visitor, path);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK)
          return BREAK;
        else if (ci === REMOVE) {
          node.items.splice(i, 1);
          i -= 1;
        }
      }
    } else if (isPair(node)) {
      path = Object.freeze(path.concat(node));
      const ck = visit_("key", node.key, visitor, path);
      if (ck === BREAK)
        return BREAK;
      else if (ck === REMOVE)
        node.key = null;
      const cv = visit_("value", node.value, visitor, path);
      if (cv === BREAK)
        return BREAK;
      else if (cv === REMOVE)
        node.value = null;
    }
  }
  return ctrl;
}
async function visitAsync(node, visitor) {
  const visitor_ = initVisitor(visitor);
  if (isDocument(node)) {
    const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
    if (cd === REMOVE)
      node.contents = null;
  } else
    await visitAsync_(null, node, visitor_, Object.freeze([]));
}
visitAsync.BREAK = BREAK;
visitAsync.SKIP = SKIP;
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
  const ctrl = await callVisitor(key, node, visitor, path);
  if (isNode(ctrl) || isPair(ctrl)) {
    replaceNode(key, path, ctrl);
    return visitAsync_(key, ctrl, visitor, path);
  }
  if (typeof ctrl !== "symbol") {
    if (isCollection(node)) {
      path = Object.freeze(path.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        const ci = await visitAsync_(i, node.items[i], visitor, path);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK)
          return BREAK;
        else if (ci === REMOVE) {
          node.items.splice(i, 1);
          i -= 1;
        }
      }
    } else if (isPair(node)) {
      path = Object.freeze(path.concat(node));
      const ck = await visitAsync_("key", node.key, visitor, path);
      if (ck === BREAK)
        return BREAK;
      else if (ck === REMOVE)
        node.key = null;
      const cv = await visitAsync_("value", node.value, visitor, path);
      if (cv === BREAK)
        return BREAK;
      else if (cv === REMOVE)
        node.value = null;
    }
  }
  return ctrl;
}
function initVisitor(visitor) {
  if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
    return Object.assign({
      Alias: visitor.Node,
      Map: visitor.Node,
      Scalar: visitor.Node,
      Seq: visitor.Node
    }, visitor.Value && {
      Map: visitor.Value,
      Scalar: visitor.Value,
      Seq: visitor.Value
    }, visitor.Collection && {
      Map: visitor.Collection,
      Seq: visitor.Collection
    }, visitor);
  }
  return visitor;
}
function callVisitor(key, node, visitor, path) {
  if (typeof visitor === "function")
    return visitor(key, node, path);
  if (isMap(node))
    return visitor.Map?.(key, node, path);
  if (isSeq(node))
    return visitor.Seq?.(key, node, path);
  if (isPair(node))
    return visitor.Pair?.(key, node, path);
  if (isScalar(node))
    return visitor.Scalar?.(key, node, path);
  if (isAlias(node))
    return visitor.Alias?.(key, node, path);
  return void 0;
}
function replaceNode(key, path, node) {
  const parent = path[path.length - 1];
  if (isCollection(parent)) {
    parent.items[key] = node;
  } else if (isPair(parent)) {
    if (key === "key")
      parent.key = node;
    else
      parent.value = node;
  } else if (isDocument(parent)) {
    parent.contents = node;
  } else {
    const pt = isAlias(parent) ? "alias" : "scalar";
    throw new Error(`Cannot replace node with ${pt} parent`);
  }
}

// node_modules/yaml/browser/dist/doc/directives.js
var escapeChars = {
  "!": "%21",
  ",": "%2C",
  "[": "%5B",
  "]": "%5D",
  "{": "%7B",
  "}": "%7D"
};
var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
var Directives = class _Directives {
  static name = "Directives";
  constructor(yaml, tags) {
    this.docStart = null;
    this.docEnd = false;
    this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
    this.tags = Object.assign({}, _Directives.defaultTags, tags);
  }
  clone() {
    const copy = new _Directives(this.yaml, this.tags);
    copy.docStart = this.docStart;
    return copy;
  }
  /**
   * During parsing, get a Directives instance for the current document and
   * update the stream state according to the current version's spec.
   */
  atDocument() {
    const res = new _Directives(this.yaml, this.tags);
    switch (this.yaml.version) {
      case "1.1":
        this.atNextDocument = true;
        break;
      case "1.2":
        this.atNextDocument = false;
        this.yaml = {
          explicit: _Directives.defaultYaml.explicit,
          version: "1.2"
        };
        this.tags = Object.assign({}, _Directives.defaultTags);
        break;
    }
    return res;
  }
  /**
   * @param onError - May be called even if the action was successful
   * @returns `true` on success
   */
  add(line, onError) {
    if (this.atNextDocument) {
      this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
      this.tags = Object.assign({}, _Directives.defaultTags);
      this.atNextDocument = false;
    }
    const parts = line.trim().split(/[ \t]+/);
    const name = parts.shift();
    switch (name) {
      case "%TAG": {
        if (parts.length !== 2) {
          onError(0, "%TAG directive should contain exactly two parts");
          if (parts.length < 2)
            return false;
        }
        const [handle, prefix] = parts;
        this.tags[handle] = prefix;
        return true;
      }
      case "%YAML": {
        this.yaml.explicit = true;
        if (parts.length !== 1) {
          onError(0, "%YAML directive should contain exactly one part");
          return false;
        }
        const [version2] = parts;
        if (version2 === "1.1" || version2 === "1.2") {
          this.yaml.version = version2;
          return true;
        } else {
          const isValid = /^\d+\.\d+$/.test(version2);
          onError(6, `Unsupported YAML version ${version2}`, isValid);
          return false;
        }
      }
      default:
        onError(0, `Unknown directive ${name}`, true);
        return false;
    }
  }
  /**
   * Resolves a tag, matching handles to those defined in %TAG directives.
   *
   * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
   *   `'!local'` tag, or `null` if unresolvable.
   */
  tagName(source, onError) {
    if (source === "!")
      return "!";
    if (source[0] !== "!") {
      onError(`Not a valid tag: ${source}`);
      return null;
    }
    if (source[1] === "<") {
      const verbatim = source.slice(2, -1);
      if (verbatim === "!" || verbatim === "!!") {
        onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
        return null;
      }
      if (source[source.length - 1] !== ">")
        onError("Verbatim tags must end with a >");
      return verbatim;
    }
    const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
    if (!suffix)
      onError(`The ${source} tag has no suffix`);
    const prefix = this.tags[handle];
    if (prefix) {
      try {
        return prefix + decodeURIComponent(suffix);
      } catch (error) {
        onError(String(error));
        return null;
      }
    }
    if (handle === "!")
      return source;
    onError(`Could not resolve tag: ${source}`);
    return null;
  }
  /**
   * Given a fully resolved tag, returns its printable string form,
   * taking into account current tag prefixes and defaults.
   */
  tagString(tag) {
    for (const [handle, prefix] of Object.entries(this.tags)) {
      if (tag.startsWith(prefix))
        return handle + escapeTagName(tag.substring(prefix.length));
    }
    return tag[0] === "!" ? tag : `!<${tag}>`;
  }
  toString(doc) {
    const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
    const tagEntries = Object.entries(this.tags);
    let tagNames;
    if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
      const tags = {};
      visit(doc.contents, (_key, node) => {
        if (isNode(node) && node.tag)
          tags[node.tag] = true;
      });
      tagNames = Object.keys(tags);
    } else
      tagNames = [];
    for (const [handle, prefix] of tagEntries) {
      if (handle === "!!" && prefix === "tag:yaml.org,2002:")
        continue;
      if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
        lines.push(`%TAG ${handle} ${prefix}`);
    }
    return lines.join("\n");
  }
};
Directives.defaultYaml = { explicit: false, version: "1.2" };
Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
function anchorIsValid(anchor) {
  if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
    const sa = JSON.stringify(anchor);
    const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
    throw new Error(msg);
  }
  return true;
}
function anchorNames(root) {
  const anchors = /* @__PURE__ */ new Set();
  visit(root, {
    Value(_key, node) {
      if (node.anchor)
        anchors.add(node.anchor);
    }
  });
  return anchors;
}
function findNewAnchor(prefix, exclude) {
  for (let i = 1; true; ++i) {
    const name = `${prefix}${i}`;
    if (!exclude.has(name))
      return name;
  }
}
function createNodeAnchors(doc, prefix) {
  const aliasObjects = [];
  const sourceObjects = /* @__PURE__ */ new Map();
  let prevAnchors = null;
  return {
    onAnchor: (source) => {
      aliasObjects.push(source);
      prevAnchors ?? (prevAnchors = anchorNames(doc));
      const anchor = findNewAnchor(prefix, prevAnchors);
      prevAnchors.add(anchor);
      return anchor;
    },
    /**
     * With circular references, the source node is only resolved after all
     * of its child nodes are. This is why anchors are set only after all of
     * the nodes have been created.
     */
    setAnchors: () => {
      for (const source of aliasObjects) {
        const ref = sourceObjects.get(source);
        if (typeof ref === "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node))) {
          ref.node.anchor = ref.anchor;
        } else {
          const error = new Error("Failed to resolve repeated object (this should not happen)");
          error.source = source;
          throw error;
        }
      }
    },
    sourceObjects
  };
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
function applyReviver(reviver, obj, key, val) {
  if (val && typeof val === "object") {
    if (Array.isArray(val)) {
      for (let i = 0, len = val.length; i < len; ++i) {
        const v0 = val[i];
        const v1 = applyReviver(reviver, val, String(i), v0);
        if (v1 === void 0)
          delete val[i];
        else if (v1 !== v0)
          val[i] = v1;
      }
    } else if (val instanceof Map) {
      for (const k of Array.from(val.keys())) {
        const v0 = val.get(k);
        const v1 = applyReviver(reviver, val, k, v0);
        if (v1 === void 0)
          val.delete(k);
        else if (v1 !== v0)
          val.set(k, v1);
      }
    } else if (val instanceof Set) {
      for (const v0 of Array.from(val)) {
        const v1 = applyReviver(reviver, val, v0, v0);
        if (v1 === void 0)
          val.delete(v0);
        else if (v1 !== v0) {
          val.delete(v0);
          val.add(v1);
        }
      }
    } else {
      for (const [k, v0] of Object.entries(val)) {
        const v1 = applyReviver(reviver, val, k, v0);
        if (v1 === void 0)
          delete val[k];
        else if (v1 !== v0)
          val[k] = v1;
      }
    }
  }
  return reviver.call(obj, key, val);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
function toJS(value, arg, ctx) {
  if (Array.isArray(value))
    return value.map((v, i) => toJS(v, String(i), ctx));
  if (value && typeof value.toJSON === "function") {
    if (!ctx || !hasAnchor(value))
      return value.toJSON(arg, ctx);
    const data = { aliasCount: 0, count: 1, res: void 0 };
    ctx.anchors.set(value, data);
    ctx.onCreate = (res2) => {
      data.res = res2;
      delete ctx.onCreate;
    };
    const res = value.toJSON(arg, ctx);
    if (ctx.onCreate)
      ctx.onCreate(res);
    return res;
  }
  if (typeof value === "bigint" && !ctx?.keep)
    return Number(value);
  return value;
}

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase = class {
  constructor(type) {
    Object.defineProperty(this, NODE_TYPE, { value: type });
  }
  /** Create a copy of this node.  */
  clone() {
    const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    if (this.range)
      copy.range = this.range.slice();
    return copy;
  }
  /** A plain JavaScript representation of this node. */
  toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
    if (!isDocument(doc))
      throw new TypeError("A document argument is required");
    const ctx = {
      anchors: /* @__PURE__ */ new Map(),
      doc,
      keep: true,
      mapAsMap: mapAsMap === true,
      mapKeyWarned: false,
      maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
    };
    const res = toJS(this, "", ctx);
    if (typeof onAnchor === "function")
      for (const { count: count2, res: res2 } of ctx.anchors.values())
        onAnchor(res2, count2);
    return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
  }
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var Alias = class extends NodeBase {
  constructor(source) {
    super(ALIAS);
    this.source = source;
    Object.defineProperty(this, "tag", {
      set() {
        throw new Error("Alias nodes cannot have tags");
      }
    });
  }
  /**
   * Resolve the value of this alias within `doc`, finding the last
   * instance of the `source` anchor before this node.
   */
  resolve(doc, ctx) {
    if (ctx?.maxAliasCount === 0)
      throw new ReferenceError("Alias resolution is disabled");
    let nodes;
    if (ctx?.aliasResolveCache) {
      nodes = ctx.aliasResolveCache;
    } else {
      nodes = [];
      visit(doc, {
        Node: (_key, node) => {
          if (isAlias(node) || hasAnchor(node))
            nodes.push(node);
        }
      });
      if (ctx)
        ctx.aliasResolveCache = nodes;
    }
    let found = void 0;
    for (const node of nodes) {
      if (node === this)
        break;
      if (node.anchor === this.source)
        found = node;
    }
    if (found && ctx) {
      const { anchors, doc: doc2, maxAliasCount } = ctx;
      let data = anchors.get(found);
      if (!data) {
        toJS(found, null, ctx);
        data = anchors.get(found);
      }
      if (data?.res === void 0) {
        const msg = "This should not happen: Alias anchor was not resolved?";
        throw new ReferenceError(msg);
      }
      if (maxAliasCount >= 0) {
        data.count += 1;
        if (data.aliasCount === 0)
          data.aliasCount = getAliasCount(doc2, found, anchors);
        if (data.count * data.aliasCount > maxAliasCount) {
          const msg = "Excessive alias count indicates a resource exhaustion attack";
          throw new ReferenceError(msg);
        }
      }
    }
    return found;
  }
  toJSON(_arg, ctx) {
    if (!ctx)
      return { source: this.source };
    const source = this.resolve(ctx.doc, ctx);
    if (!source) {
      const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
      throw new ReferenceError(msg);
    }
    return ctx.anchors.get(source).res;
  }
  toString(ctx, _onComment, _onChompKeep) {
    const src = `*${this.source}`;
    if (ctx) {
      anchorIsValid(this.source);
      if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
        const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
        throw new Error(msg);
      }
      if (ctx.implicitKey)
        return `${src} `;
    }
    return src;
  }
};
function getAliasCount(doc, node, anchors) {
  if (isAlias(node)) {
    const source = node.resolve(doc);
    const anchor = anchors && source && anchors.get(source);
    return anchor ? anchor.count * anchor.aliasCount : 0;
  } else if (isCollection(node)) {
    let count2 = 0;
    for (const item of node.items) {
      const c = getAliasCount(doc, item, anchors);
      if (c > count2)
        count2 = c;
    }
    return count2;
  } else if (isPair(node)) {
    const kc = getAliasCount(doc, node.key, anchors);
    const vc = getAliasCount(doc, node.value, anchors);
    return Math.max(kc, vc);
  }
  return 1;
}

// node_modules/yaml/browser/dist/nodes/Scalar.js
var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
var Scalar = class extends NodeBase {
  constructor(value) {
    super(SCALAR);
    this.value = value;
  }
  toJSON(arg, ctx) {
    return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
  }
  toString() {
    return String(this.value);
  }
};
Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
Scalar.PLAIN = "PLAIN";
Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";

// node_modules/yaml/browser/dist/doc/createNode.js
var defaultTagPrefix = "tag:yaml.org,2002:";
function findTagObject(value, tagName, tags) {
  if (tagName) {
    const match = tags.filter((t) => t.tag === tagName);
    const tagObj = match.find((t) => !t.format) ?? match[0];
    if (!tagObj)
      throw new Error(`Tag ${tagName} not found`);
    return tagObj;
  }
  return tags.find((t) => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
  if (isDocument(value))
    value = value.contents;
  if (isNode(value))
    return value;
  if (isPair(value)) {
    const map2 = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
    map2.items.push(value);
    return map2;
  }
  if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
    value = value.valueOf();
  }
  const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema4, sourceObjects } = ctx;
  let ref = void 0;
  if (aliasDuplicateObjects && value && typeof value === "object") {
    ref = sourceObjects.get(value);
    if (ref) {
      ref.anchor ?? (ref.anchor = onAnchor(value));
      return new Alias(ref.anchor);
    } else {
      ref = { anchor: null, node: null };
      sourceObjects.set(value, ref);
    }
  }
  if (tagName?.startsWith("!!"))
    tagName = defaultTagPrefix + tagName.slice(2);
  let tagObj = findTagObject(value, tagName, schema4.tags);
  if (!tagObj) {
    if (value && typeof value.toJSON === "function") {
      value = value.toJSON();
    }
    if (!value || typeof value !== "object") {
      const node2 = new Scalar(value);
      if (ref)
        ref.node = node2;
      return node2;
    }
    tagObj = value instanceof Map ? schema4[MAP] : Symbol.iterator in Object(value) ? schema4[SEQ] : schema4[MAP];
  }
  if (onTagObj) {
    onTagObj(tagObj);
    delete ctx.onTagObj;
  }
  const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar(value);
  if (tagName)
    node.tag = tagName;
  else if (!tagObj.default)
    node.tag = tagObj.tag;
  if (ref)
    ref.node = node;
  return node;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema4, path, value) {
  let v = value;
  for (let i = path.length - 1; i >= 0; --i) {
    const k = path[i];
    if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
      const a = [];
      a[k] = v;
      v = a;
    } else {
      v = /* @__PURE__ */ new Map([[k, v]]);
    }
  }
  return createNode(v, void 0, {
    aliasDuplicateObjects: false,
    keepUndefined: false,
    onAnchor: () => {
      throw new Error("This should not happen, please report a bug.");
    },
    schema: schema4,
    sourceObjects: /* @__PURE__ */ new Map()
  });
}
var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
var Collection = class extends NodeBase {
  constructor(type, schema4) {
    super(type);
    Object.defineProperty(this, "schema", {
      value: schema4,
      configurable: true,
      enumerable: false,
      writable: true
    });
  }
  /**
   * Create a copy of this collection.
   *
   * @param schema - If defined, overwrites the original's schema
   */
  clone(schema4) {
    const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    if (schema4)
      copy.schema = schema4;
    copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema4) : it);
    if (this.range)
      copy.range = this.range.slice();
    return copy;
  }
  /**
   * Adds a value to the collection. For `!!map` and `!!omap` the value must
   * be a Pair instance or a `{ key, value }` object, which may not have a key
   * that already exists in the map.
   */
  addIn(path, value) {
    if (isEmptyPath(path))
      this.add(value);
    else {
      const [key, ...rest] = path;
      const node = this.get(key, true);
      if (isCollection(node))
        node.addIn(rest, value);
      else if (node === void 0 && this.schema)
        this.set(key, collectionFromPath(this.schema, rest, value));
      else
        throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
  }
  /**
   * Removes a value from the collection.
   * @returns `true` if the item was found and removed.
   */
  deleteIn(path) {
    const [key, ...rest] = path;
    if (rest.length === 0)
      return this.delete(key);
    const node = this.get(key, true);
    if (isCollection(node))
      return node.deleteIn(rest);
    else
      throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
  }
  /**
   * Returns item at `key`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  getIn(path, keepScalar) {
    const [key, ...rest] = path;
    const node = this.get(key, true);
    if (rest.length === 0)
      return !keepScalar && isScalar(node) ? node.value : node;
    else
      return isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
  }
  hasAllNullValues(allowScalar) {
    return this.items.every((node) => {
      if (!isPair(node))
        return false;
      const n = node.value;
      return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
    });
  }
  /**
   * Checks if the collection includes a value with the key `key`.
   */
  hasIn(path) {
    const [key, ...rest] = path;
    if (rest.length === 0)
      return this.has(key);
    const node = this.get(key, true);
    return isCollection(node) ? node.hasIn(rest) : false;
  }
  /**
   * Sets a value in this collection. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  setIn(path, value) {
    const [key, ...rest] = path;
    if (rest.length === 0) {
      this.set(key, value);
    } else {
      const node = this.get(key, true);
      if (isCollection(node))
        node.setIn(rest, value);
      else if (node === void 0 && this.schema)
        this.set(key, collectionFromPath(this.schema, rest, value));
      else
        throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyComment.js
var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
function indentComment(comment, indent) {
  if (/^\n+$/.test(comment))
    return comment.substring(1);
  return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
var FOLD_FLOW = "flow";
var FOLD_BLOCK = "block";
var FOLD_QUOTED = "quoted";
function foldFlowLines(text3, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
  if (!lineWidth || lineWidth < 0)
    return text3;
  if (lineWidth < minContentWidth)
    minContentWidth = 0;
  const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
  if (text3.length <= endStep)
    return text3;
  const folds = [];
  const escapedFolds = {};
  let end = lineWidth - indent.length;
  if (typeof indentAtStart === "number") {
    if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
      folds.push(0);
    else
      end = lineWidth - indentAtStart;
  }
  let split = void 0;
  let prev = void 0;
  let overflow = false;
  let i = -1;
  let escStart = -1;
  let escEnd = -1;
  if (mode === FOLD_BLOCK) {
    i = consumeMoreIndentedLines(text3, i, indent.length);
    if (i !== -1)
      end = i + endStep;
  }
  for (let ch; ch = text3[i += 1]; ) {
    if (mode === FOLD_QUOTED && ch === "\\") {
      escStart = i;
      switch (text3[i + 1]) {
        case "x":
          i += 3;
          break;
        case "u":
          i += 5;
          break;
        case "U":
          i += 9;
          break;
        default:
          i += 1;
      }
      escEnd = i;
    }
    if (ch === "\n") {
      if (mode === FOLD_BLOCK)
        i = consumeMoreIndentedLines(text3, i, indent.length);
      end = i + indent.length + endStep;
      split = void 0;
    } else {
      if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
        const next = text3[i + 1];
        if (next && next !== " " && next !== "\n" && next !== "	")
          split = i;
      }
      if (i >= end) {
        if (split) {
          folds.push(split);
          end = split + endStep;
          split = void 0;
        } else if (mode === FOLD_QUOTED) {
          while (prev === " " || prev === "	") {
            prev = ch;
            ch = text3[i += 1];
            overflow = true;
          }
          const j = i > escEnd + 1 ? i - 2 : escStart - 1;
          if (escapedFolds[j])
            return text3;
          folds.push(j);
          escapedFolds[j] = true;
          end = j + endStep;
          split = void 0;
        } else {
          overflow = true;
        }
      }
    }
    prev = ch;
  }
  if (overflow && onOverflow)
    onOverflow();
  if (folds.length === 0)
    return text3;
  if (onFold)
    onFold();
  let res = text3.slice(0, folds[0]);
  for (let i2 = 0; i2 < folds.length; ++i2) {
    const fold = folds[i2];
    const end2 = folds[i2 + 1] || text3.length;
    if (fold === 0)
      res = `
${indent}${text3.slice(0, end2)}`;
    else {
      if (mode === FOLD_QUOTED && escapedFolds[fold])
        res += `${text3[fold]}\\`;
      res += `
${indent}${text3.slice(fold + 1, end2)}`;
    }
  }
  return res;
}
function consumeMoreIndentedLines(text3, i, indent) {
  let end = i;
  let start = i + 1;
  let ch = text3[start];
  while (ch === " " || ch === "	") {
    if (i < start + indent) {
      ch = text3[++i];
    } else {
      do {
        ch = text3[++i];
      } while (ch && ch !== "\n");
      end = i;
      start = i + 1;
      ch = text3[start];
    }
  }
  return end;
}

// node_modules/yaml/browser/dist/stringify/stringifyString.js
var getFoldOptions = (ctx, isBlock2) => ({
  indentAtStart: isBlock2 ? ctx.indent.length : ctx.indentAtStart,
  lineWidth: ctx.options.lineWidth,
  minContentWidth: ctx.options.minContentWidth
});
var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
  if (!lineWidth || lineWidth < 0)
    return false;
  const limit = lineWidth - indentLength;
  const strLen = str.length;
  if (strLen <= limit)
    return false;
  for (let i = 0, start = 0; i < strLen; ++i) {
    if (str[i] === "\n") {
      if (i - start > limit)
        return true;
      start = i + 1;
      if (strLen - start <= limit)
        return false;
    }
  }
  return true;
}
function doubleQuotedString(value, ctx) {
  const json = JSON.stringify(value);
  if (ctx.options.doubleQuotedAsJSON)
    return json;
  const { implicitKey } = ctx;
  const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
  const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
  let str = "";
  let start = 0;
  for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
    if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
      str += json.slice(start, i) + "\\ ";
      i += 1;
      start = i;
      ch = "\\";
    }
    if (ch === "\\")
      switch (json[i + 1]) {
        case "u":
          {
            str += json.slice(start, i);
            const code = json.substr(i + 2, 4);
            switch (code) {
              case "0000":
                str += "\\0";
                break;
              case "0007":
                str += "\\a";
                break;
              case "000b":
                str += "\\v";
                break;
              case "001b":
                str += "\\e";
                break;
              case "0085":
                str += "\\N";
                break;
              case "00a0":
                str += "\\_";
                break;
              case "2028":
                str += "\\L";
                break;
              case "2029":
                str += "\\P";
                break;
              default:
                if (code.substr(0, 2) === "00")
                  str += "\\x" + code.substr(2);
                else
                  str += json.substr(i, 6);
            }
            i += 5;
            start = i + 1;
          }
          break;
        case "n":
          if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
            i += 1;
          } else {
            str += json.slice(start, i) + "\n\n";
            while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
              str += "\n";
              i += 2;
            }
            str += indent;
            if (json[i + 2] === " ")
              str += "\\";
            i += 1;
            start = i + 1;
          }
          break;
        default:
          i += 1;
      }
  }
  str = start ? str + json.slice(start) : json;
  return implicitKey ? str : foldFlowLines(str, indent, FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
  if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
    return doubleQuotedString(value, ctx);
  const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
  const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
  return ctx.implicitKey ? res : foldFlowLines(res, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
  const { singleQuote } = ctx.options;
  let qs;
  if (singleQuote === false)
    qs = doubleQuotedString;
  else {
    const hasDouble = value.includes('"');
    const hasSingle = value.includes("'");
    if (hasDouble && !hasSingle)
      qs = singleQuotedString;
    else if (hasSingle && !hasDouble)
      qs = doubleQuotedString;
    else
      qs = singleQuote ? singleQuotedString : doubleQuotedString;
  }
  return qs(value, ctx);
}
var blockEndNewlines;
try {
  blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
} catch {
  blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
  const { blockQuote, commentString, lineWidth } = ctx.options;
  if (!blockQuote || /\n[\t ]+$/.test(value)) {
    return quotedString(value, ctx);
  }
  const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
  const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.BLOCK_FOLDED ? false : type === Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
  if (!value)
    return literal ? "|\n" : ">\n";
  let chomp;
  let endStart;
  for (endStart = value.length; endStart > 0; --endStart) {
    const ch = value[endStart - 1];
    if (ch !== "\n" && ch !== "	" && ch !== " ")
      break;
  }
  let end = value.substring(endStart);
  const endNlPos = end.indexOf("\n");
  if (endNlPos === -1) {
    chomp = "-";
  } else if (value === end || endNlPos !== end.length - 1) {
    chomp = "+";
    if (onChompKeep)
      onChompKeep();
  } else {
    chomp = "";
  }
  if (end) {
    value = value.slice(0, -end.length);
    if (end[end.length - 1] === "\n")
      end = end.slice(0, -1);
    end = end.replace(blockEndNewlines, `$&${indent}`);
  }
  let startWithSpace = false;
  let startEnd;
  let startNlPos = -1;
  for (startEnd = 0; startEnd < value.length; ++startEnd) {
    const ch = value[startEnd];
    if (ch === " ")
      startWithSpace = true;
    else if (ch === "\n")
      startNlPos = startEnd;
    else
      break;
  }
  let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
  if (start) {
    value = value.substring(start.length);
    start = start.replace(/\n+/g, `$&${indent}`);
  }
  const indentSize = indent ? "2" : "1";
  let header = (startWithSpace ? indentSize : "") + chomp;
  if (comment) {
    header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
    if (onComment)
      onComment();
  }
  if (!literal) {
    const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
    let literalFallback = false;
    const foldOptions = getFoldOptions(ctx, true);
    if (blockQuote !== "folded" && type !== Scalar.BLOCK_FOLDED) {
      foldOptions.onOverflow = () => {
        literalFallback = true;
      };
    }
    const body = foldFlowLines(`${start}${foldedValue}${end}`, indent, FOLD_BLOCK, foldOptions);
    if (!literalFallback)
      return `>${header}
${indent}${body}`;
  }
  value = value.replace(/\n+/g, `$&${indent}`);
  return `|${header}
${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
  const { type, value } = item;
  const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
  if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
    return quotedString(value, ctx);
  }
  if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
    return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
  }
  if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value.includes("\n")) {
    return blockString(item, ctx, onComment, onChompKeep);
  }
  if (containsDocumentMarker(value)) {
    if (indent === "") {
      ctx.forceBlockIndent = true;
      return blockString(item, ctx, onComment, onChompKeep);
    } else if (implicitKey && indent === indentStep) {
      return quotedString(value, ctx);
    }
  }
  const str = value.replace(/\n+/g, `$&
${indent}`);
  if (actualString) {
    const test2 = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
    const { compat, tags } = ctx.doc.schema;
    if (tags.some(test2) || compat?.some(test2))
      return quotedString(value, ctx);
  }
  return implicitKey ? str : foldFlowLines(str, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
  const { implicitKey, inFlow } = ctx;
  const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
  let { type } = item;
  if (type !== Scalar.QUOTE_DOUBLE) {
    if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
      type = Scalar.QUOTE_DOUBLE;
  }
  const _stringify = (_type) => {
    switch (_type) {
      case Scalar.BLOCK_FOLDED:
      case Scalar.BLOCK_LITERAL:
        return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
      case Scalar.QUOTE_DOUBLE:
        return doubleQuotedString(ss.value, ctx);
      case Scalar.QUOTE_SINGLE:
        return singleQuotedString(ss.value, ctx);
      case Scalar.PLAIN:
        return plainString(ss, ctx, onComment, onChompKeep);
      default:
        return null;
    }
  };
  let res = _stringify(type);
  if (res === null) {
    const { defaultKeyType, defaultStringType } = ctx.options;
    const t = implicitKey && defaultKeyType || defaultStringType;
    res = _stringify(t);
    if (res === null)
      throw new Error(`Unsupported default string type ${t}`);
  }
  return res;
}

// node_modules/yaml/browser/dist/stringify/stringify.js
function createStringifyContext(doc, options) {
  const opt = Object.assign({
    blockQuote: true,
    commentString: stringifyComment,
    defaultKeyType: null,
    defaultStringType: "PLAIN",
    directives: null,
    doubleQuotedAsJSON: false,
    doubleQuotedMinMultiLineLength: 40,
    falseStr: "false",
    flowCollectionPadding: true,
    indentSeq: true,
    lineWidth: 80,
    minContentWidth: 20,
    nullStr: "null",
    simpleKeys: false,
    singleQuote: null,
    trailingComma: false,
    trueStr: "true",
    verifyAliasOrder: true
  }, doc.schema.toStringOptions, options);
  let inFlow;
  switch (opt.collectionStyle) {
    case "block":
      inFlow = false;
      break;
    case "flow":
      inFlow = true;
      break;
    default:
      inFlow = null;
  }
  return {
    anchors: /* @__PURE__ */ new Set(),
    doc,
    flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
    indent: "",
    indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
    inFlow,
    options: opt
  };
}
function getTagObject(tags, item) {
  if (item.tag) {
    const match = tags.filter((t) => t.tag === item.tag);
    if (match.length > 0)
      return match.find((t) => t.format === item.format) ?? match[0];
  }
  let tagObj = void 0;
  let obj;
  if (isScalar(item)) {
    obj = item.value;
    let match = tags.filter((t) => t.identify?.(obj));
    if (match.length > 1) {
      const testMatch = match.filter((t) => t.test);
      if (testMatch.length > 0)
        match = testMatch;
    }
    tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
  } else {
    obj = item;
    tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
  }
  if (!tagObj) {
    const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
    throw new Error(`Tag not resolved for ${name} value`);
  }
  return tagObj;
}
function stringifyProps(node, tagObj, { anchors, doc }) {
  if (!doc.directives)
    return "";
  const props = [];
  const anchor = (isScalar(node) || isCollection(node)) && node.anchor;
  if (anchor && anchorIsValid(anchor)) {
    anchors.add(anchor);
    props.push(`&${anchor}`);
  }
  const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
  if (tag)
    props.push(doc.directives.tagString(tag));
  return props.join(" ");
}
function stringify(item, ctx, onComment, onChompKeep) {
  if (isPair(item))
    return item.toString(ctx, onComment, onChompKeep);
  if (isAlias(item)) {
    if (ctx.doc.directives)
      return item.toString(ctx);
    if (ctx.resolvedAliases?.has(item)) {
      throw new TypeError(`Cannot stringify circular structure without alias nodes`);
    } else {
      if (ctx.resolvedAliases)
        ctx.resolvedAliases.add(item);
      else
        ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
      item = item.resolve(ctx.doc);
    }
  }
  let tagObj = void 0;
  const node = isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
  tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
  const props = stringifyProps(node, tagObj, ctx);
  if (props.length > 0)
    ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
  const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : isScalar(node) ? stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
  if (!props)
    return str;
  return isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
}

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
  const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
  let keyComment = isNode(key) && key.comment || null;
  if (simpleKeys) {
    if (keyComment) {
      throw new Error("With simple keys, key nodes cannot have comments");
    }
    if (isCollection(key) || !isNode(key) && typeof key === "object") {
      const msg = "With simple keys, collection cannot be used as a key value";
      throw new Error(msg);
    }
  }
  let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || isCollection(key) || (isScalar(key) ? key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL : typeof key === "object"));
  ctx = Object.assign({}, ctx, {
    allNullValues: false,
    implicitKey: !explicitKey && (simpleKeys || !allNullValues),
    indent: indent + indentStep
  });
  let keyCommentDone = false;
  let chompKeep = false;
  let str = stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
  if (!explicitKey && !ctx.inFlow && str.length > 1024) {
    if (simpleKeys)
      throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
    explicitKey = true;
  }
  if (ctx.inFlow) {
    if (allNullValues || value == null) {
      if (keyCommentDone && onComment)
        onComment();
      return str === "" ? "?" : explicitKey ? `? ${str}` : str;
    }
  } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
    str = `? ${str}`;
    if (keyComment && !keyCommentDone) {
      str += lineComment(str, ctx.indent, commentString(keyComment));
    } else if (chompKeep && onChompKeep)
      onChompKeep();
    return str;
  }
  if (keyCommentDone)
    keyComment = null;
  if (explicitKey) {
    if (keyComment)
      str += lineComment(str, ctx.indent, commentString(keyComment));
    str = `? ${str}
${indent}:`;
  } else {
    str = `${str}:`;
    if (keyComment)
      str += lineComment(str, ctx.indent, commentString(keyComment));
  }
  let vsb, vcb, valueComment;
  if (isNode(value)) {
    vsb = !!value.spaceBefore;
    vcb = value.commentBefore;
    valueComment = value.comment;
  } else {
    vsb = false;
    vcb = null;
    valueComment = null;
    if (value && typeof value === "object")
      value = doc.createNode(value);
  }
  ctx.implicitKey = false;
  if (!explicitKey && !keyComment && isScalar(value))
    ctx.indentAtStart = str.length + 1;
  chompKeep = false;
  if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && isSeq(value) && !value.flow && !value.tag && !value.anchor) {
    ctx.indent = ctx.indent.substring(2);
  }
  let valueCommentDone = false;
  const valueStr = stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
  let ws = " ";
  if (keyComment || vsb || vcb) {
    ws = vsb ? "\n" : "";
    if (vcb) {
      const cs = commentString(vcb);
      ws += `
${indentComment(cs, ctx.indent)}`;
    }
    if (valueStr === "" && !ctx.inFlow) {
      if (ws === "\n" && valueComment)
        ws = "\n\n";
    } else {
      ws += `
${ctx.indent}`;
    }
  } else if (!explicitKey && isCollection(value)) {
    const vs0 = valueStr[0];
    const nl0 = valueStr.indexOf("\n");
    const hasNewline = nl0 !== -1;
    const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
    if (hasNewline || !flow) {
      let hasPropsLine = false;
      if (hasNewline && (vs0 === "&" || vs0 === "!")) {
        let sp0 = valueStr.indexOf(" ");
        if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
          sp0 = valueStr.indexOf(" ", sp0 + 1);
        }
        if (sp0 === -1 || nl0 < sp0)
          hasPropsLine = true;
      }
      if (!hasPropsLine)
        ws = `
${ctx.indent}`;
    }
  } else if (valueStr === "" || valueStr[0] === "\n") {
    ws = "";
  }
  str += ws + valueStr;
  if (ctx.inFlow) {
    if (valueCommentDone && onComment)
      onComment();
  } else if (valueComment && !valueCommentDone) {
    str += lineComment(str, ctx.indent, commentString(valueComment));
  } else if (chompKeep && onChompKeep) {
    onChompKeep();
  }
  return str;
}

// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning) {
  if (logLevel === "debug" || logLevel === "warn") {
    console.warn(warning);
  }
}

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
var MERGE_KEY = "<<";
var merge = {
  identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
  default: "key",
  tag: "tag:yaml.org,2002:merge",
  test: /^<<$/,
  resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), {
    addToJSMap: addMergeToJSMap
  }),
  stringify: () => MERGE_KEY
};
var isMergeKey = (ctx, key) => (merge.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map2, value) {
  const source = resolveAliasValue(ctx, value);
  if (isSeq(source))
    for (const it of source.items)
      mergeValue(ctx, map2, it);
  else if (Array.isArray(source))
    for (const it of source)
      mergeValue(ctx, map2, it);
  else
    mergeValue(ctx, map2, source);
}
function mergeValue(ctx, map2, value) {
  const source = resolveAliasValue(ctx, value);
  if (!isMap(source))
    throw new Error("Merge sources must be maps or map aliases");
  const srcMap = source.toJSON(null, ctx, Map);
  for (const [key, value2] of srcMap) {
    if (map2 instanceof Map) {
      if (!map2.has(key))
        map2.set(key, value2);
    } else if (map2 instanceof Set) {
      map2.add(key);
    } else if (!Object.prototype.hasOwnProperty.call(map2, key)) {
      Object.defineProperty(map2, key, {
        value: value2,
        writable: true,
        enumerable: true,
        configurable: true
      });
    }
  }
  return map2;
}
function resolveAliasValue(ctx, value) {
  return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map2, { key, value }) {
  if (isNode(key) && key.addToJSMap)
    key.addToJSMap(ctx, map2, value);
  else if (isMergeKey(ctx, key))
    addMergeToJSMap(ctx, map2, value);
  else {
    const jsKey = toJS(key, "", ctx);
    if (map2 instanceof Map) {
      map2.set(jsKey, toJS(value, jsKey, ctx));
    } else if (map2 instanceof Set) {
      map2.add(jsKey);
    } else {
      const stringKey = stringifyKey(key, jsKey, ctx);
      const jsValue = toJS(value, stringKey, ctx);
      if (stringKey in map2)
        Object.defineProperty(map2, stringKey, {
          value: jsValue,
          writable: true,
          enumerable: true,
          configurable: true
        });
      else
        map2[stringKey] = jsValue;
    }
  }
  return map2;
}
function stringifyKey(key, jsKey, ctx) {
  if (jsKey === null)
    return "";
  if (typeof jsKey !== "object")
    return String(jsKey);
  if (isNode(key) && ctx?.doc) {
    const strCtx = createStringifyContext(ctx.doc, {});
    strCtx.anchors = /* @__PURE__ */ new Set();
    for (const node of ctx.anchors.keys())
      strCtx.anchors.add(node.anchor);
    strCtx.inFlow = true;
    strCtx.inStringifyKey = true;
    const strKey = key.toString(strCtx);
    if (!ctx.mapKeyWarned) {
      let jsonStr = JSON.stringify(strKey);
      if (jsonStr.length > 40)
        jsonStr = jsonStr.substring(0, 36) + '..."';
      warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
      ctx.mapKeyWarned = true;
    }
    return strKey;
  }
  return JSON.stringify(jsKey);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
  const k = createNode(key, void 0, ctx);
  const v = createNode(value, void 0, ctx);
  return new Pair(k, v);
}
var Pair = class _Pair {
  static name = "Pair";
  constructor(key, value = null) {
    Object.defineProperty(this, NODE_TYPE, { value: PAIR });
    this.key = key;
    this.value = value;
  }
  clone(schema4) {
    let { key, value } = this;
    if (isNode(key))
      key = key.clone(schema4);
    if (isNode(value))
      value = value.clone(schema4);
    return new _Pair(key, value);
  }
  toJSON(_, ctx) {
    const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    return addPairToJSMap(ctx, pair, this);
  }
  toString(ctx, onComment, onChompKeep) {
    return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function stringifyCollection(collection, ctx, options) {
  const flow = ctx.inFlow ?? collection.flow;
  const stringify4 = flow ? stringifyFlowCollection : stringifyBlockCollection;
  return stringify4(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
  const { indent, options: { commentString } } = ctx;
  const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
  let chompKeep = false;
  const lines = [];
  for (let i = 0; i < items.length; ++i) {
    const item = items[i];
    let comment2 = null;
    if (isNode(item)) {
      if (!chompKeep && item.spaceBefore)
        lines.push("");
      addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
      if (item.comment)
        comment2 = item.comment;
    } else if (isPair(item)) {
      const ik = isNode(item.key) ? item.key : null;
      if (ik) {
        if (!chompKeep && ik.spaceBefore)
          lines.push("");
        addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
      }
    }
    chompKeep = false;
    let str2 = stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
    if (comment2)
      str2 += lineComment(str2, itemIndent, commentString(comment2));
    if (chompKeep && comment2)
      chompKeep = false;
    lines.push(blockItemPrefix + str2);
  }
  let str;
  if (lines.length === 0) {
    str = flowChars.start + flowChars.end;
  } else {
    str = lines[0];
    for (let i = 1; i < lines.length; ++i) {
      const line = lines[i];
      str += line ? `
${indent}${line}` : "\n";
    }
  }
  if (comment) {
    str += "\n" + indentComment(commentString(comment), indent);
    if (onComment)
      onComment();
  } else if (chompKeep && onChompKeep)
    onChompKeep();
  return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
  const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
  itemIndent += indentStep;
  const itemCtx = Object.assign({}, ctx, {
    indent: itemIndent,
    inFlow: true,
    type: null
  });
  let reqNewline = false;
  let linesAtValue = 0;
  const lines = [];
  for (let i = 0; i < items.length; ++i) {
    const item = items[i];
    let comment = null;
    if (isNode(item)) {
      if (item.spaceBefore)
        lines.push("");
      addCommentBefore(ctx, lines, item.commentBefore, false);
      if (item.comment)
        comment = item.comment;
    } else if (isPair(item)) {
      const ik = isNode(item.key) ? item.key : null;
      if (ik) {
        if (ik.spaceBefore)
          lines.push("");
        addCommentBefore(ctx, lines, ik.commentBefore, false);
        if (ik.comment)
          reqNewline = true;
      }
      const iv = isNode(item.value) ? item.value : null;
      if (iv) {
        if (iv.comment)
          comment = iv.comment;
        if (iv.commentBefore)
          reqNewline = true;
      } else if (item.value == null && ik?.comment) {
        comment = ik.comment;
      }
    }
    if (comment)
      reqNewline = true;
    let str = stringify(item, itemCtx, () => comment = null);
    reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
    if (i < items.length - 1) {
      str += ",";
    } else if (ctx.options.trailingComma) {
      if (ctx.options.lineWidth > 0) {
        reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
      }
      if (reqNewline) {
        str += ",";
      }
    }
    if (comment)
      str += lineComment(str, itemIndent, commentString(comment));
    lines.push(str);
    linesAtValue = lines.length;
  }
  const { start, end } = flowChars;
  if (lines.length === 0) {
    return start + end;
  } else {
    if (!reqNewline) {
      const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
      reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
    }
    if (reqNewline) {
      let str = start;
      for (const line of lines)
        str += line ? `
${indentStep}${indent}${line}` : "\n";
      return `${str}
${indent}${end}`;
    } else {
      return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
    }
  }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
  if (comment && chompKeep)
    comment = comment.replace(/^\n+/, "");
  if (comment) {
    const ic = indentComment(commentString(comment), indent);
    lines.push(ic.trimStart());
  }
}

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
  const k = isScalar(key) ? key.value : key;
  for (const it of items) {
    if (isPair(it)) {
      if (it.key === key || it.key === k)
        return it;
      if (isScalar(it.key) && it.key.value === k)
        return it;
    }
  }
  return void 0;
}
var YAMLMap = class extends Collection {
  static get tagName() {
    return "tag:yaml.org,2002:map";
  }
  constructor(schema4) {
    super(MAP, schema4);
    this.items = [];
  }
  /**
   * A generic collection parsing method that can be extended
   * to other node classes that inherit from YAMLMap
   */
  static from(schema4, obj, ctx) {
    const { keepUndefined, replacer } = ctx;
    const map2 = new this(schema4);
    const add = (key, value) => {
      if (typeof replacer === "function")
        value = replacer.call(obj, key, value);
      else if (Array.isArray(replacer) && !replacer.includes(key))
        return;
      if (value !== void 0 || keepUndefined)
        map2.items.push(createPair(key, value, ctx));
    };
    if (obj instanceof Map) {
      for (const [key, value] of obj)
        add(key, value);
    } else if (obj && typeof obj === "object") {
      for (const key of Object.keys(obj))
        add(key, obj[key]);
    }
    if (typeof schema4.sortMapEntries === "function") {
      map2.items.sort(schema4.sortMapEntries);
    }
    return map2;
  }
  /**
   * Adds a value to the collection.
   *
   * @param overwrite - If not set `true`, using a key that is already in the
   *   collection will throw. Otherwise, overwrites the previous value.
   */
  add(pair, overwrite) {
    let _pair;
    if (isPair(pair))
      _pair = pair;
    else if (!pair || typeof pair !== "object" || !("key" in pair)) {
      _pair = new Pair(pair, pair?.value);
    } else
      _pair = new Pair(pair.key, pair.value);
    const prev = findPair(this.items, _pair.key);
    const sortEntries = this.schema?.sortMapEntries;
    if (prev) {
      if (!overwrite)
        throw new Error(`Key ${_pair.key} already set`);
      if (isScalar(prev.value) && isScalarValue(_pair.value))
        prev.value.value = _pair.value;
      else
        prev.value = _pair.value;
    } else if (sortEntries) {
      const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
      if (i === -1)
        this.items.push(_pair);
      else
        this.items.splice(i, 0, _pair);
    } else {
      this.items.push(_pair);
    }
  }
  delete(key) {
    const it = findPair(this.items, key);
    if (!it)
      return false;
    const del = this.items.splice(this.items.indexOf(it), 1);
    return del.length > 0;
  }
  get(key, keepScalar) {
    const it = findPair(this.items, key);
    const node = it?.value;
    return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
  }
  has(key) {
    return !!findPair(this.items, key);
  }
  set(key, value) {
    this.add(new Pair(key, value), true);
  }
  /**
   * @param ctx - Conversion context, originally set in Document#toJS()
   * @param {Class} Type - If set, forces the returned collection type
   * @returns Instance of Type, Map, or Object
   */
  toJSON(_, ctx, Type) {
    const map2 = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    if (ctx?.onCreate)
      ctx.onCreate(map2);
    for (const item of this.items)
      addPairToJSMap(ctx, map2, item);
    return map2;
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    for (const item of this.items) {
      if (!isPair(item))
        throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
    }
    if (!ctx.allNullValues && this.hasAllNullValues(false))
      ctx = Object.assign({}, ctx, { allNullValues: true });
    return stringifyCollection(this, ctx, {
      blockItemPrefix: "",
      flowChars: { start: "{", end: "}" },
      itemIndent: ctx.indent || "",
      onChompKeep,
      onComment
    });
  }
};

// node_modules/yaml/browser/dist/schema/common/map.js
var map = {
  collection: "map",
  default: true,
  nodeClass: YAMLMap,
  tag: "tag:yaml.org,2002:map",
  resolve(map2, onError) {
    if (!isMap(map2))
      onError("Expected a mapping for this tag");
    return map2;
  },
  createNode: (schema4, obj, ctx) => YAMLMap.from(schema4, obj, ctx)
};

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var YAMLSeq = class extends Collection {
  static get tagName() {
    return "tag:yaml.org,2002:seq";
  }
  constructor(schema4) {
    super(SEQ, schema4);
    this.items = [];
  }
  add(value) {
    this.items.push(value);
  }
  /**
   * Removes a value from the collection.
   *
   * `key` must contain a representation of an integer for this to succeed.
   * It may be wrapped in a `Scalar`.
   *
   * @returns `true` if the item was found and removed.
   */
  delete(key) {
    const idx = asItemIndex(key);
    if (typeof idx !== "number")
      return false;
    const del = this.items.splice(idx, 1);
    return del.length > 0;
  }
  get(key, keepScalar) {
    const idx = asItemIndex(key);
    if (typeof idx !== "number")
      return void 0;
    const it = this.items[idx];
    return !keepScalar && isScalar(it) ? it.value : it;
  }
  /**
   * Checks if the collection includes a value with the key `key`.
   *
   * `key` must contain a representation of an integer for this to succeed.
   * It may be wrapped in a `Scalar`.
   */
  has(key) {
    const idx = asItemIndex(key);
    return typeof idx === "number" && idx < this.items.length;
  }
  /**
   * Sets a value in this collection. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   *
   * If `key` does not contain a representation of an integer, this will throw.
   * It may be wrapped in a `Scalar`.
   */
  set(key, value) {
    const idx = asItemIndex(key);
    if (typeof idx !== "number")
      throw new Error(`Expected a valid index, not ${key}.`);
    const prev = this.items[idx];
    if (isScalar(prev) && isScalarValue(value))
      prev.value = value;
    else
      this.items[idx] = value;
  }
  toJSON(_, ctx) {
    const seq2 = [];
    if (ctx?.onCreate)
      ctx.onCreate(seq2);
    let i = 0;
    for (const item of this.items)
      seq2.push(toJS(item, String(i++), ctx));
    return seq2;
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    return stringifyCollection(this, ctx, {
      blockItemPrefix: "- ",
      flowChars: { start: "[", end: "]" },
      itemIndent: (ctx.indent || "") + "  ",
      onChompKeep,
      onComment
    });
  }
  static from(schema4, obj, ctx) {
    const { replacer } = ctx;
    const seq2 = new this(schema4);
    if (obj && Symbol.iterator in Object(obj)) {
      let i = 0;
      for (let it of obj) {
        if (typeof replacer === "function") {
          const key = obj instanceof Set ? it : String(i++);
          it = replacer.call(obj, key, it);
        }
        seq2.items.push(createNode(it, void 0, ctx));
      }
    }
    return seq2;
  }
};
function asItemIndex(key) {
  let idx = isScalar(key) ? key.value : key;
  if (idx && typeof idx === "string")
    idx = Number(idx);
  return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}

// node_modules/yaml/browser/dist/schema/common/seq.js
var seq = {
  collection: "seq",
  default: true,
  nodeClass: YAMLSeq,
  tag: "tag:yaml.org,2002:seq",
  resolve(seq2, onError) {
    if (!isSeq(seq2))
      onError("Expected a sequence for this tag");
    return seq2;
  },
  createNode: (schema4, obj, ctx) => YAMLSeq.from(schema4, obj, ctx)
};

// node_modules/yaml/browser/dist/schema/common/string.js
var string = {
  identify: (value) => typeof value === "string",
  default: true,
  tag: "tag:yaml.org,2002:str",
  resolve: (str) => str,
  stringify(item, ctx, onComment, onChompKeep) {
    ctx = Object.assign({ actualString: true }, ctx);
    return stringifyString(item, ctx, onComment, onChompKeep);
  }
};

// node_modules/yaml/browser/dist/schema/common/null.js
var nullTag = {
  identify: (value) => value == null,
  createNode: () => new Scalar(null),
  default: true,
  tag: "tag:yaml.org,2002:null",
  test: /^(?:~|[Nn]ull|NULL)?$/,
  resolve: () => new Scalar(null),
  stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
};

// node_modules/yaml/browser/dist/schema/core/bool.js
var boolTag = {
  identify: (value) => typeof value === "boolean",
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
  resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
  stringify({ source, value }, ctx) {
    if (source && boolTag.test.test(source)) {
      const sv = source[0] === "t" || source[0] === "T";
      if (value === sv)
        return source;
    }
    return value ? ctx.options.trueStr : ctx.options.falseStr;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function stringifyNumber({ format, minFractionDigits, tag, value }) {
  if (typeof value === "bigint")
    return String(value);
  const num = typeof value === "number" ? value : Number(value);
  if (!isFinite(num))
    return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
  let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
  if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
    let i = n.indexOf(".");
    if (i < 0) {
      i = n.length;
      n += ".";
    }
    let d = minFractionDigits - (n.length - i - 1);
    while (d-- > 0)
      n += "0";
  }
  return n;
}

// node_modules/yaml/browser/dist/schema/core/float.js
var floatNaN = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
  resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  stringify: stringifyNumber
};
var floatExp = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  format: "EXP",
  test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
  resolve: (str) => parseFloat(str),
  stringify(node) {
    const num = Number(node.value);
    return isFinite(num) ? num.toExponential() : stringifyNumber(node);
  }
};
var float = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
  resolve(str) {
    const node = new Scalar(parseFloat(str));
    const dot = str.indexOf(".");
    if (dot !== -1 && str[str.length - 1] === "0")
      node.minFractionDigits = str.length - dot - 1;
    return node;
  },
  stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/core/int.js
var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
function intStringify(node, radix, prefix) {
  const { value } = node;
  if (intIdentify(value) && value >= 0)
    return prefix + value.toString(radix);
  return stringifyNumber(node);
}
var intOct = {
  identify: (value) => intIdentify(value) && value >= 0,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "OCT",
  test: /^0o[0-7]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
  stringify: (node) => intStringify(node, 8, "0o")
};
var int = {
  identify: intIdentify,
  default: true,
  tag: "tag:yaml.org,2002:int",
  test: /^[-+]?[0-9]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
  stringify: stringifyNumber
};
var intHex = {
  identify: (value) => intIdentify(value) && value >= 0,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "HEX",
  test: /^0x[0-9a-fA-F]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
  stringify: (node) => intStringify(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/core/schema.js
var schema = [
  map,
  seq,
  string,
  nullTag,
  boolTag,
  intOct,
  int,
  intHex,
  floatNaN,
  floatExp,
  float
];

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify2(value) {
  return typeof value === "bigint" || Number.isInteger(value);
}
var stringifyJSON = ({ value }) => JSON.stringify(value);
var jsonScalars = [
  {
    identify: (value) => typeof value === "string",
    default: true,
    tag: "tag:yaml.org,2002:str",
    resolve: (str) => str,
    stringify: stringifyJSON
  },
  {
    identify: (value) => value == null,
    createNode: () => new Scalar(null),
    default: true,
    tag: "tag:yaml.org,2002:null",
    test: /^null$/,
    resolve: () => null,
    stringify: stringifyJSON
  },
  {
    identify: (value) => typeof value === "boolean",
    default: true,
    tag: "tag:yaml.org,2002:bool",
    test: /^true$|^false$/,
    resolve: (str) => str === "true",
    stringify: stringifyJSON
  },
  {
    identify: intIdentify2,
    default: true,
    tag: "tag:yaml.org,2002:int",
    test: /^-?(?:0|[1-9][0-9]*)$/,
    resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
    stringify: ({ value }) => intIdentify2(value) ? value.toString() : JSON.stringify(value)
  },
  {
    identify: (value) => typeof value === "number",
    default: true,
    tag: "tag:yaml.org,2002:float",
    test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
    resolve: (str) => parseFloat(str),
    stringify: stringifyJSON
  }
];
var jsonError = {
  default: true,
  tag: "",
  test: /^/,
  resolve(str, onError) {
    onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
    return str;
  }
};
var schema2 = [map, seq].concat(jsonScalars, jsonError);

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
var binary = {
  identify: (value) => value instanceof Uint8Array,
  // Buffer inherits from Uint8Array
  default: false,
  tag: "tag:yaml.org,2002:binary",
  /**
   * Returns a Buffer in node and an Uint8Array in browsers
   *
   * To use the resulting buffer as an image, you'll want to do something like:
   *
   *   const blob = new Blob([buffer], { type: 'image/jpeg' })
   *   document.querySelector('#photo').src = URL.createObjectURL(blob)
   */
  resolve(src, onError) {
    if (typeof atob === "function") {
      const str = atob(src.replace(/[\n\r]/g, ""));
      const buffer = new Uint8Array(str.length);
      for (let i = 0; i < str.length; ++i)
        buffer[i] = str.charCodeAt(i);
      return buffer;
    } else {
      onError("This environment does not support reading binary tags; either Buffer or atob is required");
      return src;
    }
  },
  stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
    if (!value)
      return "";
    const buf = value;
    let str;
    if (typeof btoa === "function") {
      let s = "";
      for (let i = 0; i < buf.length; ++i)
        s += String.fromCharCode(buf[i]);
      str = btoa(s);
    } else {
      throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
    }
    type ?? (type = Scalar.BLOCK_LITERAL);
    if (type !== Scalar.QUOTE_DOUBLE) {
      const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
      const n = Math.ceil(str.length / lineWidth);
      const lines = new Array(n);
      for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
        lines[i] = str.substr(o, lineWidth);
      }
      str = lines.join(type === Scalar.BLOCK_LITERAL ? "\n" : " ");
    }
    return stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
  }
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq2, onError) {
  if (isSeq(seq2)) {
    for (let i = 0; i < seq2.items.length; ++i) {
      let item = seq2.items[i];
      if (isPair(item))
        continue;
      else if (isMap(item)) {
        if (item.items.length > 1)
          onError("Each pair must have its own sequence indicator");
        const pair = item.items[0] || new Pair(new Scalar(null));
        if (item.commentBefore)
          pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
        if (item.comment) {
          const cn = pair.value ?? pair.key;
          cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
        }
        item = pair;
      }
      seq2.items[i] = isPair(item) ? item : new Pair(item);
    }
  } else
    onError("Expected a sequence for this tag");
  return seq2;
}
function createPairs(schema4, iterable, ctx) {
  const { replacer } = ctx;
  const pairs2 = new YAMLSeq(schema4);
  pairs2.tag = "tag:yaml.org,2002:pairs";
  let i = 0;
  if (iterable && Symbol.iterator in Object(iterable))
    for (let it of iterable) {
      if (typeof replacer === "function")
        it = replacer.call(iterable, String(i++), it);
      let key, value;
      if (Array.isArray(it)) {
        if (it.length === 2) {
          key = it[0];
          value = it[1];
        } else
          throw new TypeError(`Expected [key, value] tuple: ${it}`);
      } else if (it && it instanceof Object) {
        const keys = Object.keys(it);
        if (keys.length === 1) {
          key = keys[0];
          value = it[key];
        } else {
          throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
        }
      } else {
        key = it;
      }
      pairs2.items.push(createPair(key, value, ctx));
    }
  return pairs2;
}
var pairs = {
  collection: "seq",
  default: false,
  tag: "tag:yaml.org,2002:pairs",
  resolve: resolvePairs,
  createNode: createPairs
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap = class _YAMLOMap extends YAMLSeq {
  static name = "YAMLOMap";
  constructor() {
    super();
    this.add = YAMLMap.prototype.add.bind(this);
    this.delete = YAMLMap.prototype.delete.bind(this);
    this.get = YAMLMap.prototype.get.bind(this);
    this.has = YAMLMap.prototype.has.bind(this);
    this.set = YAMLMap.prototype.set.bind(this);
    this.tag = _YAMLOMap.tag;
  }
  /**
   * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
   * but TypeScript won't allow widening the signature of a child method.
   */
  toJSON(_, ctx) {
    if (!ctx)
      return super.toJSON(_);
    const map2 = /* @__PURE__ */ new Map();
    if (ctx?.onCreate)
      ctx.onCreate(map2);
    for (const pair of this.items) {
      let key, value;
      if (isPair(pair)) {
        key = toJS(pair.key, "", ctx);
        value = toJS(pair.value, key, ctx);
      } else {
        key = toJS(pair, "", ctx);
      }
      if (map2.has(key))
        throw new Error("Ordered maps must not include duplicate keys");
      map2.set(key, value);
    }
    return map2;
  }
  static from(schema4, iterable, ctx) {
    const pairs2 = createPairs(schema4, iterable, ctx);
    const omap2 = new this();
    omap2.items = pairs2.items;
    return omap2;
  }
};
YAMLOMap.tag = "tag:yaml.org,2002:omap";
var omap = {
  collection: "seq",
  identify: (value) => value instanceof Map,
  nodeClass: YAMLOMap,
  default: false,
  tag: "tag:yaml.org,2002:omap",
  resolve(seq2, onError) {
    const pairs2 = resolvePairs(seq2, onError);
    const seenKeys = [];
    for (const { key } of pairs2.items) {
      if (isScalar(key)) {
        if (seenKeys.includes(key.value)) {
          onError(`Ordered maps must not include duplicate keys: ${key.value}`);
        } else {
          seenKeys.push(key.value);
        }
      }
    }
    return Object.assign(new YAMLOMap(), pairs2);
  },
  createNode: (schema4, iterable, ctx) => YAMLOMap.from(schema4, iterable, ctx)
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
  const boolObj = value ? trueTag : falseTag;
  if (source && boolObj.test.test(source))
    return source;
  return value ? ctx.options.trueStr : ctx.options.falseStr;
}
var trueTag = {
  identify: (value) => value === true,
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
  resolve: () => new Scalar(true),
  stringify: boolStringify
};
var falseTag = {
  identify: (value) => value === false,
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
  resolve: () => new Scalar(false),
  stringify: boolStringify
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
var floatNaN2 = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
  resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  stringify: stringifyNumber
};
var floatExp2 = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  format: "EXP",
  test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
  resolve: (str) => parseFloat(str.replace(/_/g, "")),
  stringify(node) {
    const num = Number(node.value);
    return isFinite(num) ? num.toExponential() : stringifyNumber(node);
  }
};
var float2 = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
  resolve(str) {
    const node = new Scalar(parseFloat(str.replace(/_/g, "")));
    const dot = str.indexOf(".");
    if (dot !== -1) {
      const f = str.substring(dot + 1).replace(/_/g, "");
      if (f[f.length - 1] === "0")
        node.minFractionDigits = f.length;
    }
    return node;
  },
  stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
var intIdentify3 = (value) => typeof value === "bigint" || Number.isInteger(value);
function intResolve2(str, offset, radix, { intAsBigInt }) {
  const sign = str[0];
  if (sign === "-" || sign === "+")
    offset += 1;
  str = str.substring(offset).replace(/_/g, "");
  if (intAsBigInt) {
    switch (radix) {
      case 2:
        str = `0b${str}`;
        break;
      case 8:
        str = `0o${str}`;
        break;
      case 16:
        str = `0x${str}`;
        break;
    }
    const n2 = BigInt(str);
    return sign === "-" ? BigInt(-1) * n2 : n2;
  }
  const n = parseInt(str, radix);
  return sign === "-" ? -1 * n : n;
}
function intStringify2(node, radix, prefix) {
  const { value } = node;
  if (intIdentify3(value)) {
    const str = value.toString(radix);
    return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
  }
  return stringifyNumber(node);
}
var intBin = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "BIN",
  test: /^[-+]?0b[0-1_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 2, 2, opt),
  stringify: (node) => intStringify2(node, 2, "0b")
};
var intOct2 = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "OCT",
  test: /^[-+]?0[0-7_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 1, 8, opt),
  stringify: (node) => intStringify2(node, 8, "0")
};
var int2 = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  test: /^[-+]?[0-9][0-9_]*$/,
  resolve: (str, _onError, opt) => intResolve2(str, 0, 10, opt),
  stringify: stringifyNumber
};
var intHex2 = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "HEX",
  test: /^[-+]?0x[0-9a-fA-F_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 2, 16, opt),
  stringify: (node) => intStringify2(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet = class _YAMLSet extends YAMLMap {
  static name = "YAMLSet";
  constructor(schema4) {
    super(schema4);
    this.tag = _YAMLSet.tag;
  }
  add(key) {
    let pair;
    if (isPair(key))
      pair = key;
    else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
      pair = new Pair(key.key, null);
    else
      pair = new Pair(key, null);
    const prev = findPair(this.items, pair.key);
    if (!prev)
      this.items.push(pair);
  }
  /**
   * If `keepPair` is `true`, returns the Pair matching `key`.
   * Otherwise, returns the value of that Pair's key.
   */
  get(key, keepPair) {
    const pair = findPair(this.items, key);
    return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
  }
  set(key, value) {
    if (typeof value !== "boolean")
      throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
    const prev = findPair(this.items, key);
    if (prev && !value) {
      this.items.splice(this.items.indexOf(prev), 1);
    } else if (!prev && value) {
      this.items.push(new Pair(key));
    }
  }
  toJSON(_, ctx) {
    return super.toJSON(_, ctx, Set);
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    if (this.hasAllNullValues(true))
      return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
    else
      throw new Error("Set items must all have null values");
  }
  static from(schema4, iterable, ctx) {
    const { replacer } = ctx;
    const set2 = new this(schema4);
    if (iterable && Symbol.iterator in Object(iterable))
      for (let value of iterable) {
        if (typeof replacer === "function")
          value = replacer.call(iterable, value, value);
        set2.items.push(createPair(value, null, ctx));
      }
    return set2;
  }
};
YAMLSet.tag = "tag:yaml.org,2002:set";
var set = {
  collection: "map",
  identify: (value) => value instanceof Set,
  nodeClass: YAMLSet,
  default: false,
  tag: "tag:yaml.org,2002:set",
  createNode: (schema4, iterable, ctx) => YAMLSet.from(schema4, iterable, ctx),
  resolve(map2, onError) {
    if (isMap(map2)) {
      if (map2.hasAllNullValues(true))
        return Object.assign(new YAMLSet(), map2);
      else
        onError("Set items must all have null values");
    } else
      onError("Expected a mapping for this tag");
    return map2;
  }
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str, asBigInt) {
  const sign = str[0];
  const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
  const num = (n) => asBigInt ? BigInt(n) : Number(n);
  const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
  return sign === "-" ? num(-1) * res : res;
}
function stringifySexagesimal(node) {
  let { value } = node;
  let num = (n) => n;
  if (typeof value === "bigint")
    num = (n) => BigInt(n);
  else if (isNaN(value) || !isFinite(value))
    return stringifyNumber(node);
  let sign = "";
  if (value < 0) {
    sign = "-";
    value *= num(-1);
  }
  const _60 = num(60);
  const parts = [value % _60];
  if (value < 60) {
    parts.unshift(0);
  } else {
    value = (value - parts[0]) / _60;
    parts.unshift(value % _60);
    if (value >= 60) {
      value = (value - parts[0]) / _60;
      parts.unshift(value);
    }
  }
  return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var intTime = {
  identify: (value) => typeof value === "bigint" || Number.isInteger(value),
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "TIME",
  test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
  resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
  stringify: stringifySexagesimal
};
var floatTime = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  format: "TIME",
  test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
  resolve: (str) => parseSexagesimal(str, false),
  stringify: stringifySexagesimal
};
var timestamp = {
  identify: (value) => value instanceof Date,
  default: true,
  tag: "tag:yaml.org,2002:timestamp",
  // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
  // may be omitted altogether, resulting in a date format. In such a case, the time part is
  // assumed to be 00:00:00Z (start of day, UTC).
  test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
  resolve(str) {
    const match = str.match(timestamp.test);
    if (!match)
      throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
    const [, year, month, day, hour, minute, second] = match.map(Number);
    const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
    let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
    const tz = match[8];
    if (tz && tz !== "Z") {
      let d = parseSexagesimal(tz, false);
      if (Math.abs(d) < 30)
        d *= 60;
      date -= 6e4 * d;
    }
    return new Date(date);
  },
  stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var schema3 = [
  map,
  seq,
  string,
  nullTag,
  trueTag,
  falseTag,
  intBin,
  intOct2,
  int2,
  intHex2,
  floatNaN2,
  floatExp2,
  float2,
  binary,
  merge,
  omap,
  pairs,
  set,
  intTime,
  floatTime,
  timestamp
];

// node_modules/yaml/browser/dist/schema/tags.js
var schemas = /* @__PURE__ */ new Map([
  ["core", schema],
  ["failsafe", [map, seq, string]],
  ["json", schema2],
  ["yaml11", schema3],
  ["yaml-1.1", schema3]
]);
var tagsByName = {
  binary,
  bool: boolTag,
  float,
  floatExp,
  floatNaN,
  floatTime,
  int,
  intHex,
  intOct,
  intTime,
  map,
  merge,
  null: nullTag,
  omap,
  pairs,
  seq,
  set,
  timestamp
};
var coreKnownTags = {
  "tag:yaml.org,2002:binary": binary,
  "tag:yaml.org,2002:merge": merge,
  "tag:yaml.org,2002:omap": omap,
  "tag:yaml.org,2002:pairs": pairs,
  "tag:yaml.org,2002:set": set,
  "tag:yaml.org,2002:timestamp": timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
  const schemaTags = schemas.get(schemaName);
  if (schemaTags && !customTags) {
    return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
  }
  let tags = schemaTags;
  if (!tags) {
    if (Array.isArray(customTags))
      tags = [];
    else {
      const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
    }
  }
  if (Array.isArray(customTags)) {
    for (const tag of customTags)
      tags = tags.concat(tag);
  } else if (typeof customTags === "function") {
    tags = customTags(tags.slice());
  }
  if (addMergeTag)
    tags = tags.concat(merge);
  return tags.reduce((tags2, tag) => {
    const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
    if (!tagObj) {
      const tagName = JSON.stringify(tag);
      const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
    }
    if (!tags2.includes(tagObj))
      tags2.push(tagObj);
    return tags2;
  }, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
var Schema = class _Schema {
  static name = "Schema";
  constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema: schema4, sortMapEntries, toStringDefaults }) {
    this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null;
    this.name = typeof schema4 === "string" && schema4 || "core";
    this.knownTags = resolveKnownTags ? coreKnownTags : {};
    this.tags = getTags(customTags, this.name, merge2);
    this.toStringOptions = toStringDefaults ?? null;
    Object.defineProperty(this, MAP, { value: map });
    Object.defineProperty(this, SCALAR, { value: string });
    Object.defineProperty(this, SEQ, { value: seq });
    this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
  }
  clone() {
    const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
    copy.tags = this.tags.slice();
    return copy;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function stringifyDocument(doc, options) {
  const lines = [];
  let hasDirectives = options.directives === true;
  if (options.directives !== false && doc.directives) {
    const dir = doc.directives.toString(doc);
    if (dir) {
      lines.push(dir);
      hasDirectives = true;
    } else if (doc.directives.docStart)
      hasDirectives = true;
  }
  if (hasDirectives)
    lines.push("---");
  const ctx = createStringifyContext(doc, options);
  const { commentString } = ctx.options;
  if (doc.commentBefore) {
    if (lines.length !== 1)
      lines.unshift("");
    const cs = commentString(doc.commentBefore);
    lines.unshift(indentComment(cs, ""));
  }
  let chompKeep = false;
  let contentComment = null;
  if (doc.contents) {
    if (isNode(doc.contents)) {
      if (doc.contents.spaceBefore && hasDirectives)
        lines.push("");
      if (doc.contents.commentBefore) {
        const cs = commentString(doc.contents.commentBefore);
        lines.push(indentComment(cs, ""));
      }
      ctx.forceBlockIndent = !!doc.comment;
      contentComment = doc.contents.comment;
    }
    const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
    let body = stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
    if (contentComment)
      body += lineComment(body, "", commentString(contentComment));
    if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
      lines[lines.length - 1] = `--- ${body}`;
    } else
      lines.push(body);
  } else {
    lines.push(stringify(doc.contents, ctx));
  }
  if (doc.directives?.docEnd) {
    if (doc.comment) {
      const cs = commentString(doc.comment);
      if (cs.includes("\n")) {
        lines.push("...");
        lines.push(indentComment(cs, ""));
      } else {
        lines.push(`... ${cs}`);
      }
    } else {
      lines.push("...");
    }
  } else {
    let dc = doc.comment;
    if (dc && chompKeep)
      dc = dc.replace(/^\n+/, "");
    if (dc) {
      if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
        lines.push("");
      lines.push(indentComment(commentString(dc), ""));
    }
  }
  return lines.join("\n") + "\n";
}

// node_modules/yaml/browser/dist/doc/Document.js
var Document = class _Document {
  static name = "Document";
  constructor(value, replacer, options) {
    this.commentBefore = null;
    this.comment = null;
    this.errors = [];
    this.warnings = [];
    Object.defineProperty(this, NODE_TYPE, { value: DOC });
    let _replacer = null;
    if (typeof replacer === "function" || Array.isArray(replacer)) {
      _replacer = replacer;
    } else if (options === void 0 && replacer) {
      options = replacer;
      replacer = void 0;
    }
    const opt = Object.assign({
      intAsBigInt: false,
      keepSourceTokens: false,
      logLevel: "warn",
      prettyErrors: true,
      strict: true,
      stringKeys: false,
      uniqueKeys: true,
      version: "1.2"
    }, options);
    this.options = opt;
    let { version: version2 } = opt;
    if (options?._directives) {
      this.directives = options._directives.atDocument();
      if (this.directives.yaml.explicit)
        version2 = this.directives.yaml.version;
    } else
      this.directives = new Directives({ version: version2 });
    this.setSchema(version2, options);
    this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
  }
  /**
   * Create a deep copy of this Document and its contents.
   *
   * Custom Node values that inherit from `Object` still refer to their original instances.
   */
  clone() {
    const copy = Object.create(_Document.prototype, {
      [NODE_TYPE]: { value: DOC }
    });
    copy.commentBefore = this.commentBefore;
    copy.comment = this.comment;
    copy.errors = this.errors.slice();
    copy.warnings = this.warnings.slice();
    copy.options = Object.assign({}, this.options);
    if (this.directives)
      copy.directives = this.directives.clone();
    copy.schema = this.schema.clone();
    copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
    if (this.range)
      copy.range = this.range.slice();
    return copy;
  }
  /** Adds a value to the document. */
  add(value) {
    if (assertCollection(this.contents))
      this.contents.add(value);
  }
  /** Adds a value to the document. */
  addIn(path, value) {
    if (assertCollection(this.contents))
      this.contents.addIn(path, value);
  }
  /**
   * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
   *
   * If `node` already has an anchor, `name` is ignored.
   * Otherwise, the `node.anchor` value will be set to `name`,
   * or if an anchor with that name is already present in the document,
   * `name` will be used as a prefix for a new unique anchor.
   * If `name` is undefined, the generated anchor will use 'a' as a prefix.
   */
  createAlias(node, name) {
    if (!node.anchor) {
      const prev = anchorNames(this);
      node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
      !name || prev.has(name) ? findNewAnchor(name || "a", prev) : name;
    }
    return new Alias(node.anchor);
  }
  createNode(value, replacer, options) {
    let _replacer = void 0;
    if (typeof replacer === "function") {
      value = replacer.call({ "": value }, "", value);
      _replacer = replacer;
    } else if (Array.isArray(replacer)) {
      const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
      const asStr = replacer.filter(keyToStr).map(String);
      if (asStr.length > 0)
        replacer = replacer.concat(asStr);
      _replacer = replacer;
    } else if (options === void 0 && replacer) {
      options = replacer;
      replacer = void 0;
    }
    const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
    const { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(
      this,
      // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
      anchorPrefix || "a"
    );
    const ctx = {
      aliasDuplicateObjects: aliasDuplicateObjects ?? true,
      keepUndefined: keepUndefined ?? false,
      onAnchor,
      onTagObj,
      replacer: _replacer,
      schema: this.schema,
      sourceObjects
    };
    const node = createNode(value, tag, ctx);
    if (flow && isCollection(node))
      node.flow = true;
    setAnchors();
    return node;
  }
  /**
   * Convert a key and a value into a `Pair` using the current schema,
   * recursively wrapping all values as `Scalar` or `Collection` nodes.
   */
  createPair(key, value, options = {}) {
    const k = this.createNode(key, null, options);
    const v = this.createNode(value, null, options);
    return new Pair(k, v);
  }
  /**
   * Removes a value from the document.
   * @returns `true` if the item was found and removed.
   */
  delete(key) {
    return assertCollection(this.contents) ? this.contents.delete(key) : false;
  }
  /**
   * Removes a value from the document.
   * @returns `true` if the item was found and removed.
   */
  deleteIn(path) {
    if (isEmptyPath(path)) {
      if (this.contents == null)
        return false;
      this.contents = null;
      return true;
    }
    return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
  }
  /**
   * Returns item at `key`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  get(key, keepScalar) {
    return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
  }
  /**
   * Returns item at `path`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  getIn(path, keepScalar) {
    if (isEmptyPath(path))
      return !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents;
    return isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
  }
  /**
   * Checks if the document includes a value with the key `key`.
   */
  has(key) {
    return isCollection(this.contents) ? this.contents.has(key) : false;
  }
  /**
   * Checks if the document includes a value at `path`.
   */
  hasIn(path) {
    if (isEmptyPath(path))
      return this.contents !== void 0;
    return isCollection(this.contents) ? this.contents.hasIn(path) : false;
  }
  /**
   * Sets a value in this document. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  set(key, value) {
    if (this.contents == null) {
      this.contents = collectionFromPath(this.schema, [key], value);
    } else if (assertCollection(this.contents)) {
      this.contents.set(key, value);
    }
  }
  /**
   * Sets a value in this document. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  setIn(path, value) {
    if (isEmptyPath(path)) {
      this.contents = value;
    } else if (this.contents == null) {
      this.contents = collectionFromPath(this.schema, Array.from(path), value);
    } else if (assertCollection(this.contents)) {
      this.contents.setIn(path, value);
    }
  }
  /**
   * Change the YAML version and schema used by the document.
   * A `null` version disables support for directives, explicit tags, anchors, and aliases.
   * It also requires the `schema` option to be given as a `Schema` instance value.
   *
   * Overrides all previously set schema options.
   */
  setSchema(version2, options = {}) {
    if (typeof version2 === "number")
      version2 = String(version2);
    let opt;
    switch (version2) {
      case "1.1":
        if (this.directives)
          this.directives.yaml.version = "1.1";
        else
          this.directives = new Directives({ version: "1.1" });
        opt = { resolveKnownTags: false, schema: "yaml-1.1" };
        break;
      case "1.2":
      case "next":
        if (this.directives)
          this.directives.yaml.version = version2;
        else
          this.directives = new Directives({ version: version2 });
        opt = { resolveKnownTags: true, schema: "core" };
        break;
      case null:
        if (this.directives)
          delete this.directives;
        opt = null;
        break;
      default: {
        const sv = JSON.stringify(version2);
        throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
      }
    }
    if (options.schema instanceof Object)
      this.schema = options.schema;
    else if (opt)
      this.schema = new Schema(Object.assign(opt, options));
    else
      throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
  }
  // json & jsonArg are only used from toJSON()
  toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
    const ctx = {
      anchors: /* @__PURE__ */ new Map(),
      doc: this,
      keep: !json,
      mapAsMap: mapAsMap === true,
      mapKeyWarned: false,
      maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
    };
    const res = toJS(this.contents, jsonArg ?? "", ctx);
    if (typeof onAnchor === "function")
      for (const { count: count2, res: res2 } of ctx.anchors.values())
        onAnchor(res2, count2);
    return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
  }
  /**
   * A JSON representation of the document `contents`.
   *
   * @param jsonArg Used by `JSON.stringify` to indicate the array index or
   *   property name.
   */
  toJSON(jsonArg, onAnchor) {
    return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
  }
  /** A YAML representation of the document. */
  toString(options = {}) {
    if (this.errors.length > 0)
      throw new Error("Document with errors cannot be stringified");
    if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
      const s = JSON.stringify(options.indent);
      throw new Error(`"indent" option must be a positive integer, not ${s}`);
    }
    return stringifyDocument(this, options);
  }
};
function assertCollection(contents) {
  if (isCollection(contents))
    return true;
  throw new Error("Expected a YAML collection as document contents");
}

// node_modules/yaml/browser/dist/errors.js
var YAMLError = class extends Error {
  constructor(name, pos, code, message) {
    super();
    this.name = name;
    this.code = code;
    this.message = message;
    this.pos = pos;
  }
};
var YAMLParseError = class extends YAMLError {
  constructor(pos, code, message) {
    super("YAMLParseError", pos, code, message);
  }
};
var YAMLWarning = class extends YAMLError {
  constructor(pos, code, message) {
    super("YAMLWarning", pos, code, message);
  }
};
var prettifyError = (src, lc) => (error) => {
  if (error.pos[0] === -1)
    return;
  error.linePos = error.pos.map((pos) => lc.linePos(pos));
  const { line, col } = error.linePos[0];
  error.message += ` at line ${line}, column ${col}`;
  let ci = col - 1;
  let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
  if (ci >= 60 && lineStr.length > 80) {
    const trimStart = Math.min(ci - 39, lineStr.length - 79);
    lineStr = "…" + lineStr.substring(trimStart);
    ci -= trimStart - 1;
  }
  if (lineStr.length > 80)
    lineStr = lineStr.substring(0, 79) + "…";
  if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
    let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
    if (prev.length > 80)
      prev = prev.substring(0, 79) + "…\n";
    lineStr = prev + lineStr;
  }
  if (/[^ ]/.test(lineStr)) {
    let count2 = 1;
    const end = error.linePos[1];
    if (end?.line === line && end.col > col) {
      count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
    }
    const pointer = " ".repeat(ci) + "^".repeat(count2);
    error.message += `:

${lineStr}
${pointer}
`;
  }
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
  let spaceBefore = false;
  let atNewline = startOnNewline;
  let hasSpace = startOnNewline;
  let comment = "";
  let commentSep = "";
  let hasNewline = false;
  let reqSpace = false;
  let tab = null;
  let anchor = null;
  let tag = null;
  let newlineAfterProp = null;
  let comma = null;
  let found = null;
  let start = null;
  for (const token of tokens) {
    if (reqSpace) {
      if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
        onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      reqSpace = false;
    }
    if (tab) {
      if (atNewline && token.type !== "comment" && token.type !== "newline") {
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      }
      tab = null;
    }
    switch (token.type) {
      case "space":
        if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
          tab = token;
        }
        hasSpace = true;
        break;
      case "comment": {
        if (!hasSpace)
          onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
        const cb = token.source.substring(1) || " ";
        if (!comment)
          comment = cb;
        else
          comment += commentSep + cb;
        commentSep = "";
        atNewline = false;
        break;
      }
      case "newline":
        if (atNewline) {
          if (comment)
            comment += token.source;
          else if (!found || indicator !== "seq-item-ind")
            spaceBefore = true;
        } else
          commentSep += token.source;
        atNewline = true;
        hasNewline = true;
        if (anchor || tag)
          newlineAfterProp = token;
        hasSpace = true;
        break;
      case "anchor":
        if (anchor)
          onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
        if (token.source.endsWith(":"))
          onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
        anchor = token;
        start ?? (start = token.offset);
        atNewline = false;
        hasSpace = false;
        reqSpace = true;
        break;
      case "tag": {
        if (tag)
          onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
        tag = token;
        start ?? (start = token.offset);
        atNewline = false;
        hasSpace = false;
        reqSpace = true;
        break;
      }
      case indicator:
        if (anchor || tag)
          onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
        if (found)
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
        found = token;
        atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
        hasSpace = false;
        break;
      case "comma":
        if (flow) {
          if (comma)
            onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
          comma = token;
          atNewline = false;
          hasSpace = false;
          break;
        }
      // else fallthrough
      default:
        onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
        atNewline = false;
        hasSpace = false;
    }
  }
  const last = tokens[tokens.length - 1];
  const end = last ? last.offset + last.source.length : offset;
  if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
    onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
  }
  if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
    onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
  return {
    comma,
    found,
    spaceBefore,
    comment,
    hasNewline,
    anchor,
    tag,
    newlineAfterProp,
    end,
    start: start ?? end
  };
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
  if (!key)
    return null;
  switch (key.type) {
    case "alias":
    case "scalar":
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      if (key.source.includes("\n"))
        return true;
      if (key.end) {
        for (const st of key.end)
          if (st.type === "newline")
            return true;
      }
      return false;
    case "flow-collection":
      for (const it of key.items) {
        for (const st of it.start)
          if (st.type === "newline")
            return true;
        if (it.sep) {
          for (const st of it.sep)
            if (st.type === "newline")
              return true;
        }
        if (containsNewline(it.key) || containsNewline(it.value))
          return true;
      }
      return false;
    default:
      return true;
  }
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
  if (fc?.type === "flow-collection") {
    const end = fc.end[0];
    if (end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc)) {
      const msg = "Flow end indicator should be more indented than parent";
      onError(end, "BAD_INDENT", msg, true);
    }
  }
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search2) {
  const { uniqueKeys } = ctx.options;
  if (uniqueKeys === false)
    return false;
  const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
  return items.some((pair) => isEqual(pair.key, search2));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
var startColMsg = "All mapping items must start at the same column";
function resolveBlockMap({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bm, onError, tag) {
  const NodeClass = tag?.nodeClass ?? YAMLMap;
  const map2 = new NodeClass(ctx.schema);
  if (ctx.atRoot)
    ctx.atRoot = false;
  let offset = bm.offset;
  let commentEnd = null;
  for (const collItem of bm.items) {
    const { start, key, sep, value } = collItem;
    const keyProps = resolveProps(start, {
      indicator: "explicit-key-ind",
      next: key ?? sep?.[0],
      offset,
      onError,
      parentIndent: bm.indent,
      startOnNewline: true
    });
    const implicitKey = !keyProps.found;
    if (implicitKey) {
      if (key) {
        if (key.type === "block-seq")
          onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
        else if ("indent" in key && key.indent !== bm.indent)
          onError(offset, "BAD_INDENT", startColMsg);
      }
      if (!keyProps.anchor && !keyProps.tag && !sep) {
        commentEnd = keyProps.end;
        if (keyProps.comment) {
          if (map2.comment)
            map2.comment += "\n" + keyProps.comment;
          else
            map2.comment = keyProps.comment;
        }
        continue;
      }
      if (keyProps.newlineAfterProp || containsNewline(key)) {
        onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
      }
    } else if (keyProps.found?.indent !== bm.indent) {
      onError(offset, "BAD_INDENT", startColMsg);
    }
    ctx.atKey = true;
    const keyStart = keyProps.end;
    const keyNode = key ? composeNode2(ctx, key, keyProps, onError) : composeEmptyNode2(ctx, keyStart, start, null, keyProps, onError);
    if (ctx.schema.compat)
      flowIndentCheck(bm.indent, key, onError);
    ctx.atKey = false;
    if (mapIncludes(ctx, map2.items, keyNode))
      onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
    const valueProps = resolveProps(sep ?? [], {
      indicator: "map-value-ind",
      next: value,
      offset: keyNode.range[2],
      onError,
      parentIndent: bm.indent,
      startOnNewline: !key || key.type === "block-scalar"
    });
    offset = valueProps.end;
    if (valueProps.found) {
      if (implicitKey) {
        if (value?.type === "block-map" && !valueProps.hasNewline)
          onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
        if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
          onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
      }
      const valueNode = value ? composeNode2(ctx, value, valueProps, onError) : composeEmptyNode2(ctx, offset, sep, null, valueProps, onError);
      if (ctx.schema.compat)
        flowIndentCheck(bm.indent, value, onError);
      offset = valueNode.range[2];
      const pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      map2.items.push(pair);
    } else {
      if (implicitKey)
        onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
      if (valueProps.comment) {
        if (keyNode.comment)
          keyNode.comment += "\n" + valueProps.comment;
        else
          keyNode.comment = valueProps.comment;
      }
      const pair = new Pair(keyNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      map2.items.push(pair);
    }
  }
  if (commentEnd && commentEnd < offset)
    onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
  map2.range = [bm.offset, offset, commentEnd ?? offset];
  return map2;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bs, onError, tag) {
  const NodeClass = tag?.nodeClass ?? YAMLSeq;
  const seq2 = new NodeClass(ctx.schema);
  if (ctx.atRoot)
    ctx.atRoot = false;
  if (ctx.atKey)
    ctx.atKey = false;
  let offset = bs.offset;
  let commentEnd = null;
  for (const { start, value } of bs.items) {
    const props = resolveProps(start, {
      indicator: "seq-item-ind",
      next: value,
      offset,
      onError,
      parentIndent: bs.indent,
      startOnNewline: true
    });
    if (!props.found) {
      if (props.anchor || props.tag || value) {
        if (value?.type === "block-seq")
          onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
        else
          onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
      } else {
        commentEnd = props.end;
        if (props.comment)
          seq2.comment = props.comment;
        continue;
      }
    }
    const node = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, start, null, props, onError);
    if (ctx.schema.compat)
      flowIndentCheck(bs.indent, value, onError);
    offset = node.range[2];
    seq2.items.push(node);
  }
  seq2.range = [bs.offset, offset, commentEnd ?? offset];
  return seq2;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
  let comment = "";
  if (end) {
    let hasSpace = false;
    let sep = "";
    for (const token of end) {
      const { source, type } = token;
      switch (type) {
        case "space":
          hasSpace = true;
          break;
        case "comment": {
          if (reqSpace && !hasSpace)
            onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
          const cb = source.substring(1) || " ";
          if (!comment)
            comment = cb;
          else
            comment += sep + cb;
          sep = "";
          break;
        }
        case "newline":
          if (comment)
            sep += source;
          hasSpace = true;
          break;
        default:
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
      }
      offset += source.length;
    }
  }
  return { comment, offset };
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
var blockMsg = "Block collections are not allowed within flow collections";
var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
function resolveFlowCollection({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, fc, onError, tag) {
  const isMap2 = fc.start.source === "{";
  const fcName = isMap2 ? "flow map" : "flow sequence";
  const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap : YAMLSeq);
  const coll = new NodeClass(ctx.schema);
  coll.flow = true;
  const atRoot = ctx.atRoot;
  if (atRoot)
    ctx.atRoot = false;
  if (ctx.atKey)
    ctx.atKey = false;
  let offset = fc.offset + fc.start.source.length;
  for (let i = 0; i < fc.items.length; ++i) {
    const collItem = fc.items[i];
    const { start, key, sep, value } = collItem;
    const props = resolveProps(start, {
      flow: fcName,
      indicator: "explicit-key-ind",
      next: key ?? sep?.[0],
      offset,
      onError,
      parentIndent: fc.indent,
      startOnNewline: false
    });
    if (!props.found) {
      if (!props.anchor && !props.tag && !sep && !value) {
        if (i === 0 && props.comma)
          onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        else if (i < fc.items.length - 1)
          onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
        if (props.comment) {
          if (coll.comment)
            coll.comment += "\n" + props.comment;
          else
            coll.comment = props.comment;
        }
        offset = props.end;
        continue;
      }
      if (!isMap2 && ctx.options.strict && containsNewline(key))
        onError(
          key,
          // checked by containsNewline()
          "MULTILINE_IMPLICIT_KEY",
          "Implicit keys of flow sequence pairs need to be on a single line"
        );
    }
    if (i === 0) {
      if (props.comma)
        onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
    } else {
      if (!props.comma)
        onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
      if (props.comment) {
        let prevItemComment = "";
        loop: for (const st of start) {
          switch (st.type) {
            case "comma":
            case "space":
              break;
            case "comment":
              prevItemComment = st.source.substring(1);
              break loop;
            default:
              break loop;
          }
        }
        if (prevItemComment) {
          let prev = coll.items[coll.items.length - 1];
          if (isPair(prev))
            prev = prev.value ?? prev.key;
          if (prev.comment)
            prev.comment += "\n" + prevItemComment;
          else
            prev.comment = prevItemComment;
          props.comment = props.comment.substring(prevItemComment.length + 1);
        }
      }
    }
    if (!isMap2 && !sep && !props.found) {
      const valueNode = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, sep, null, props, onError);
      coll.items.push(valueNode);
      offset = valueNode.range[2];
      if (isBlock(value))
        onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
    } else {
      ctx.atKey = true;
      const keyStart = props.end;
      const keyNode = key ? composeNode2(ctx, key, props, onError) : composeEmptyNode2(ctx, keyStart, start, null, props, onError);
      if (isBlock(key))
        onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
      ctx.atKey = false;
      const valueProps = resolveProps(sep ?? [], {
        flow: fcName,
        indicator: "map-value-ind",
        next: value,
        offset: keyNode.range[2],
        onError,
        parentIndent: fc.indent,
        startOnNewline: false
      });
      if (valueProps.found) {
        if (!isMap2 && !props.found && ctx.options.strict) {
          if (sep)
            for (const st of sep) {
              if (st === valueProps.found)
                break;
              if (st.type === "newline") {
                onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                break;
              }
            }
          if (props.start < valueProps.found.offset - 1024)
            onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
        }
      } else if (value) {
        if ("source" in value && value.source?.[0] === ":")
          onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
        else
          onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
      }
      const valueNode = value ? composeNode2(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode2(ctx, valueProps.end, sep, null, valueProps, onError) : null;
      if (valueNode) {
        if (isBlock(value))
          onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
      } else if (valueProps.comment) {
        if (keyNode.comment)
          keyNode.comment += "\n" + valueProps.comment;
        else
          keyNode.comment = valueProps.comment;
      }
      const pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      if (isMap2) {
        const map2 = coll;
        if (mapIncludes(ctx, map2.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        map2.items.push(pair);
      } else {
        const map2 = new YAMLMap(ctx.schema);
        map2.flow = true;
        map2.items.push(pair);
        const endRange = (valueNode ?? keyNode).range;
        map2.range = [keyNode.range[0], endRange[1], endRange[2]];
        coll.items.push(map2);
      }
      offset = valueNode ? valueNode.range[2] : valueProps.end;
    }
  }
  const expectedEnd = isMap2 ? "}" : "]";
  const [ce, ...ee] = fc.end;
  let cePos = offset;
  if (ce?.source === expectedEnd)
    cePos = ce.offset + ce.source.length;
  else {
    const name = fcName[0].toUpperCase() + fcName.substring(1);
    const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
    onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
    if (ce && ce.source.length !== 1)
      ee.unshift(ce);
  }
  if (ee.length > 0) {
    const end = resolveEnd(ee, cePos, ctx.options.strict, onError);
    if (end.comment) {
      if (coll.comment)
        coll.comment += "\n" + end.comment;
      else
        coll.comment = end.comment;
    }
    coll.range = [fc.offset, cePos, end.offset];
  } else {
    coll.range = [fc.offset, cePos, cePos];
  }
  return coll;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN2, ctx, token, onError, tagName, tag) {
  const coll = token.type === "block-map" ? resolveBlockMap(CN2, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN2, ctx, token, onError, tag) : resolveFlowCollection(CN2, ctx, token, onError, tag);
  const Coll = coll.constructor;
  if (tagName === "!" || tagName === Coll.tagName) {
    coll.tag = Coll.tagName;
    return coll;
  }
  if (tagName)
    coll.tag = tagName;
  return coll;
}
function composeCollection(CN2, ctx, token, props, onError) {
  const tagToken = props.tag;
  const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
  if (token.type === "block-seq") {
    const { anchor, newlineAfterProp: nl } = props;
    const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
    if (lastProp && (!nl || nl.offset < lastProp.offset)) {
      const message = "Missing newline after block sequence props";
      onError(lastProp, "MISSING_CHAR", message);
    }
  }
  const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
  if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq") {
    return resolveCollection(CN2, ctx, token, onError, tagName);
  }
  let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
  if (!tag) {
    const kt = ctx.schema.knownTags[tagName];
    if (kt?.collection === expType) {
      ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
      tag = kt;
    } else {
      if (kt) {
        onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
      } else {
        onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
      }
      return resolveCollection(CN2, ctx, token, onError, tagName);
    }
  }
  const coll = resolveCollection(CN2, ctx, token, onError, tagName, tag);
  const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
  const node = isNode(res) ? res : new Scalar(res);
  node.range = coll.range;
  node.tag = tagName;
  if (tag?.format)
    node.format = tag.format;
  return node;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
  const start = scalar.offset;
  const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
  if (!header)
    return { value: "", type: null, comment: "", range: [start, start, start] };
  const type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL;
  const lines = scalar.source ? splitLines(scalar.source) : [];
  let chompStart = lines.length;
  for (let i = lines.length - 1; i >= 0; --i) {
    const content = lines[i][1];
    if (content === "" || content === "\r")
      chompStart = i;
    else
      break;
  }
  if (chompStart === 0) {
    const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
    let end2 = start + header.length;
    if (scalar.source)
      end2 += scalar.source.length;
    return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
  }
  let trimIndent = scalar.indent + header.indent;
  let offset = scalar.offset + header.length;
  let contentStart = 0;
  for (let i = 0; i < chompStart; ++i) {
    const [indent, content] = lines[i];
    if (content === "" || content === "\r") {
      if (header.indent === 0 && indent.length > trimIndent)
        trimIndent = indent.length;
    } else {
      if (indent.length < trimIndent) {
        const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
        onError(offset + indent.length, "MISSING_CHAR", message);
      }
      if (header.indent === 0)
        trimIndent = indent.length;
      contentStart = i;
      if (trimIndent === 0 && !ctx.atRoot) {
        const message = "Block scalar values in collections must be indented";
        onError(offset, "BAD_INDENT", message);
      }
      break;
    }
    offset += indent.length + content.length + 1;
  }
  for (let i = lines.length - 1; i >= chompStart; --i) {
    if (lines[i][0].length > trimIndent)
      chompStart = i + 1;
  }
  let value = "";
  let sep = "";
  let prevMoreIndented = false;
  for (let i = 0; i < contentStart; ++i)
    value += lines[i][0].slice(trimIndent) + "\n";
  for (let i = contentStart; i < chompStart; ++i) {
    let [indent, content] = lines[i];
    offset += indent.length + content.length + 1;
    const crlf = content[content.length - 1] === "\r";
    if (crlf)
      content = content.slice(0, -1);
    if (content && indent.length < trimIndent) {
      const src = header.indent ? "explicit indentation indicator" : "first line";
      const message = `Block scalar lines must not be less indented than their ${src}`;
      onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
      indent = "";
    }
    if (type === Scalar.BLOCK_LITERAL) {
      value += sep + indent.slice(trimIndent) + content;
      sep = "\n";
    } else if (indent.length > trimIndent || content[0] === "	") {
      if (sep === " ")
        sep = "\n";
      else if (!prevMoreIndented && sep === "\n")
        sep = "\n\n";
      value += sep + indent.slice(trimIndent) + content;
      sep = "\n";
      prevMoreIndented = true;
    } else if (content === "") {
      if (sep === "\n")
        value += "\n";
      else
        sep = "\n";
    } else {
      value += sep + content;
      sep = " ";
      prevMoreIndented = false;
    }
  }
  switch (header.chomp) {
    case "-":
      break;
    case "+":
      for (let i = chompStart; i < lines.length; ++i)
        value += "\n" + lines[i][0].slice(trimIndent);
      if (value[value.length - 1] !== "\n")
        value += "\n";
      break;
    default:
      value += "\n";
  }
  const end = start + header.length + scalar.source.length;
  return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
  if (props[0].type !== "block-scalar-header") {
    onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
    return null;
  }
  const { source } = props[0];
  const mode = source[0];
  let indent = 0;
  let chomp = "";
  let error = -1;
  for (let i = 1; i < source.length; ++i) {
    const ch = source[i];
    if (!chomp && (ch === "-" || ch === "+"))
      chomp = ch;
    else {
      const n = Number(ch);
      if (!indent && n)
        indent = n;
      else if (error === -1)
        error = offset + i;
    }
  }
  if (error !== -1)
    onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
  let hasSpace = false;
  let comment = "";
  let length = source.length;
  for (let i = 1; i < props.length; ++i) {
    const token = props[i];
    switch (token.type) {
      case "space":
        hasSpace = true;
      // fallthrough
      case "newline":
        length += token.source.length;
        break;
      case "comment":
        if (strict && !hasSpace) {
          const message = "Comments must be separated from other tokens by white space characters";
          onError(token, "MISSING_CHAR", message);
        }
        length += token.source.length;
        comment = token.source.substring(1);
        break;
      case "error":
        onError(token, "UNEXPECTED_TOKEN", token.message);
        length += token.source.length;
        break;
      /* istanbul ignore next should not happen */
      default: {
        const message = `Unexpected token in block scalar header: ${token.type}`;
        onError(token, "UNEXPECTED_TOKEN", message);
        const ts = token.source;
        if (ts && typeof ts === "string")
          length += ts.length;
      }
    }
  }
  return { mode, indent, chomp, comment, length };
}
function splitLines(source) {
  const split = source.split(/\n( *)/);
  const first2 = split[0];
  const m = first2.match(/^( *)/);
  const line0 = m?.[1] ? [m[1], first2.slice(m[1].length)] : ["", first2];
  const lines = [line0];
  for (let i = 1; i < split.length; i += 2)
    lines.push([split[i], split[i + 1]]);
  return lines;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
  const { offset, type, source, end } = scalar;
  let _type;
  let value;
  const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
  switch (type) {
    case "scalar":
      _type = Scalar.PLAIN;
      value = plainValue(source, _onError);
      break;
    case "single-quoted-scalar":
      _type = Scalar.QUOTE_SINGLE;
      value = singleQuotedValue(source, _onError);
      break;
    case "double-quoted-scalar":
      _type = Scalar.QUOTE_DOUBLE;
      value = doubleQuotedValue(source, _onError);
      break;
    /* istanbul ignore next should not happen */
    default:
      onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
      return {
        value: "",
        type: null,
        comment: "",
        range: [offset, offset + source.length, offset + source.length]
      };
  }
  const valueEnd = offset + source.length;
  const re = resolveEnd(end, valueEnd, strict, onError);
  return {
    value,
    type: _type,
    comment: re.comment,
    range: [offset, valueEnd, re.offset]
  };
}
function plainValue(source, onError) {
  let badChar = "";
  switch (source[0]) {
    /* istanbul ignore next should not happen */
    case "	":
      badChar = "a tab character";
      break;
    case ",":
      badChar = "flow indicator character ,";
      break;
    case "%":
      badChar = "directive indicator character %";
      break;
    case "|":
    case ">": {
      badChar = `block scalar indicator ${source[0]}`;
      break;
    }
    case "@":
    case "`": {
      badChar = `reserved character ${source[0]}`;
      break;
    }
  }
  if (badChar)
    onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
  return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
  if (source[source.length - 1] !== "'" || source.length === 1)
    onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
  return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
  const line = /(.*?)\r?\n/sy;
  let match = line.exec(source);
  if (!match)
    return source;
  let trimEnd, trimBoth;
  try {
    trimEnd = new RegExp("(?<![ 	])[ 	]+$");
    trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
  } catch {
    trimEnd = /[ \t]+$/;
    trimBoth = /^[ \t]+|[ \t]+$/g;
  }
  let res = match[1].replace(trimEnd, "");
  let sep = " ";
  let pos = line.lastIndex;
  while (match = line.exec(source)) {
    const lm = match[1].replace(trimBoth, "");
    if (lm === "") {
      if (sep === "\n")
        res += sep;
      else
        sep = "\n";
    } else {
      res += sep + lm;
      sep = " ";
    }
    pos = line.lastIndex;
  }
  const last = /[ \t]*(.*)/sy;
  last.lastIndex = pos;
  match = last.exec(source);
  return res + sep + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
  let res = "";
  for (let i = 1; i < source.length - 1; ++i) {
    const ch = source[i];
    if (ch === "\r" && source[i + 1] === "\n")
      continue;
    if (ch === "\n") {
      const { fold, offset } = foldNewline(source, i);
      res += fold;
      i = offset;
    } else if (ch === "\\") {
      let next = source[++i];
      const cc = escapeCodes[next];
      if (cc)
        res += cc;
      else if (next === "\n") {
        next = source[i + 1];
        while (next === " " || next === "	")
          next = source[++i + 1];
      } else if (next === "\r" && source[i + 1] === "\n") {
        next = source[++i + 1];
        while (next === " " || next === "	")
          next = source[++i + 1];
      } else if (next === "x" || next === "u" || next === "U") {
        const length = next === "x" ? 2 : next === "u" ? 4 : 8;
        res += parseCharCode(source, i + 1, length, onError);
        i += length;
      } else {
        const raw = source.substr(i - 1, 2);
        onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        res += raw;
      }
    } else if (ch === " " || ch === "	") {
      const wsStart = i;
      let next = source[i + 1];
      while (next === " " || next === "	")
        next = source[++i + 1];
      if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
        res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
    } else {
      res += ch;
    }
  }
  if (source[source.length - 1] !== '"' || source.length === 1)
    onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
  return res;
}
function foldNewline(source, offset) {
  let fold = "";
  let ch = source[offset + 1];
  while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
    if (ch === "\r" && source[offset + 2] !== "\n")
      break;
    if (ch === "\n")
      fold += "\n";
    offset += 1;
    ch = source[offset + 1];
  }
  if (!fold)
    fold = " ";
  return { fold, offset };
}
var escapeCodes = {
  "0": "\0",
  // null character
  a: "\x07",
  // bell character
  b: "\b",
  // backspace
  e: "\x1B",
  // escape character
  f: "\f",
  // form feed
  n: "\n",
  // line feed
  r: "\r",
  // carriage return
  t: "	",
  // horizontal tab
  v: "\v",
  // vertical tab
  N: "",
  // Unicode next line
  _: " ",
  // Unicode non-breaking space
  L: "\u2028",
  // Unicode line separator
  P: "\u2029",
  // Unicode paragraph separator
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "	": "	"
};
function parseCharCode(source, offset, length, onError) {
  const cc = source.substr(offset, length);
  const ok2 = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
  const code = ok2 ? parseInt(cc, 16) : NaN;
  try {
    return String.fromCodePoint(code);
  } catch {
    const raw = source.substr(offset - 2, length + 2);
    onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
    return raw;
  }
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
  const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError);
  const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
  let tag;
  if (ctx.options.stringKeys && ctx.atKey) {
    tag = ctx.schema[SCALAR];
  } else if (tagName)
    tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
  else if (token.type === "scalar")
    tag = findScalarTagByTest(ctx, value, token, onError);
  else
    tag = ctx.schema[SCALAR];
  let scalar;
  try {
    const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
    scalar = isScalar(res) ? res : new Scalar(res);
  } catch (error) {
    const msg = error instanceof Error ? error.message : String(error);
    onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
    scalar = new Scalar(value);
  }
  scalar.range = range;
  scalar.source = value;
  if (type)
    scalar.type = type;
  if (tagName)
    scalar.tag = tagName;
  if (tag.format)
    scalar.format = tag.format;
  if (comment)
    scalar.comment = comment;
  return scalar;
}
function findScalarTagByName(schema4, value, tagName, tagToken, onError) {
  if (tagName === "!")
    return schema4[SCALAR];
  const matchWithTest = [];
  for (const tag of schema4.tags) {
    if (!tag.collection && tag.tag === tagName) {
      if (tag.default && tag.test)
        matchWithTest.push(tag);
      else
        return tag;
    }
  }
  for (const tag of matchWithTest)
    if (tag.test?.test(value))
      return tag;
  const kt = schema4.knownTags[tagName];
  if (kt && !kt.collection) {
    schema4.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
    return kt;
  }
  onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
  return schema4[SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema: schema4 }, value, token, onError) {
  const tag = schema4.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema4[SCALAR];
  if (schema4.compat) {
    const compat = schema4.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema4[SCALAR];
    if (tag.tag !== compat.tag) {
      const ts = directives.tagString(tag.tag);
      const cs = directives.tagString(compat.tag);
      const msg = `Value may be parsed as either ${ts} or ${cs}`;
      onError(token, "TAG_RESOLVE_FAILED", msg, true);
    }
  }
  return tag;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
  if (before) {
    pos ?? (pos = before.length);
    for (let i = pos - 1; i >= 0; --i) {
      let st = before[i];
      switch (st.type) {
        case "space":
        case "comment":
        case "newline":
          offset -= st.source.length;
          continue;
      }
      st = before[++i];
      while (st?.type === "space") {
        offset += st.source.length;
        st = before[++i];
      }
      break;
    }
  }
  return offset;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
var CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
  const atKey = ctx.atKey;
  const { spaceBefore, comment, anchor, tag } = props;
  let node;
  let isSrcToken = true;
  switch (token.type) {
    case "alias":
      node = composeAlias(ctx, token, onError);
      if (anchor || tag)
        onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
      break;
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      node = composeScalar(ctx, token, tag, onError);
      if (anchor)
        node.anchor = anchor.source.substring(1);
      break;
    case "block-map":
    case "block-seq":
    case "flow-collection":
      try {
        node = composeCollection(CN, ctx, token, props, onError);
        if (anchor)
          node.anchor = anchor.source.substring(1);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        onError(token, "RESOURCE_EXHAUSTION", message);
      }
      break;
    default: {
      const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
      onError(token, "UNEXPECTED_TOKEN", message);
      isSrcToken = false;
    }
  }
  node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
  if (anchor && node.anchor === "")
    onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
  if (atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
    const msg = "With stringKeys, all keys must be strings";
    onError(tag ?? token, "NON_STRING_KEY", msg);
  }
  if (spaceBefore)
    node.spaceBefore = true;
  if (comment) {
    if (token.type === "scalar" && token.source === "")
      node.comment = comment;
    else
      node.commentBefore = comment;
  }
  if (ctx.options.keepSourceTokens && isSrcToken)
    node.srcToken = token;
  return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
  const token = {
    type: "scalar",
    offset: emptyScalarPosition(offset, before, pos),
    indent: -1,
    source: ""
  };
  const node = composeScalar(ctx, token, tag, onError);
  if (anchor) {
    node.anchor = anchor.source.substring(1);
    if (node.anchor === "")
      onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
  }
  if (spaceBefore)
    node.spaceBefore = true;
  if (comment) {
    node.comment = comment;
    node.range[2] = end;
  }
  return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
  const alias = new Alias(source.substring(1));
  if (alias.source === "")
    onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
  if (alias.source.endsWith(":"))
    onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
  const valueEnd = offset + source.length;
  const re = resolveEnd(end, valueEnd, options.strict, onError);
  alias.range = [offset, valueEnd, re.offset];
  if (re.comment)
    alias.comment = re.comment;
  return alias;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
  const opts = Object.assign({ _directives: directives }, options);
  const doc = new Document(void 0, opts);
  const ctx = {
    atKey: false,
    atRoot: true,
    directives: doc.directives,
    options: doc.options,
    schema: doc.schema
  };
  const props = resolveProps(start, {
    indicator: "doc-start",
    next: value ?? end?.[0],
    offset,
    onError,
    parentIndent: 0,
    startOnNewline: true
  });
  if (props.found) {
    doc.directives.docStart = true;
    if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
      onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
  }
  doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
  const contentEnd = doc.contents.range[2];
  const re = resolveEnd(end, contentEnd, false, onError);
  if (re.comment)
    doc.comment = re.comment;
  doc.range = [offset, contentEnd, re.offset];
  return doc;
}

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
  if (typeof src === "number")
    return [src, src + 1];
  if (Array.isArray(src))
    return src.length === 2 ? src : [src[0], src[1]];
  const { offset, source } = src;
  return [offset, offset + (typeof source === "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
  let comment = "";
  let atComment = false;
  let afterEmptyLine = false;
  for (let i = 0; i < prelude.length; ++i) {
    const source = prelude[i];
    switch (source[0]) {
      case "#":
        comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
        atComment = true;
        afterEmptyLine = false;
        break;
      case "%":
        if (prelude[i + 1]?.[0] !== "#")
          i += 1;
        atComment = false;
        break;
      default:
        if (!atComment)
          afterEmptyLine = true;
        atComment = false;
    }
  }
  return { comment, afterEmptyLine };
}
var Composer = class {
  constructor(options = {}) {
    this.doc = null;
    this.atDirectives = false;
    this.prelude = [];
    this.errors = [];
    this.warnings = [];
    this.onError = (source, code, message, warning) => {
      const pos = getErrorPos(source);
      if (warning)
        this.warnings.push(new YAMLWarning(pos, code, message));
      else
        this.errors.push(new YAMLParseError(pos, code, message));
    };
    this.directives = new Directives({ version: options.version || "1.2" });
    this.options = options;
  }
  decorate(doc, afterDoc) {
    const { comment, afterEmptyLine } = parsePrelude(this.prelude);
    if (comment) {
      const dc = doc.contents;
      if (afterDoc) {
        doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
      } else if (afterEmptyLine || doc.directives.docStart || !dc) {
        doc.commentBefore = comment;
      } else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
        let it = dc.items[0];
        if (isPair(it))
          it = it.key;
        const cb = it.commentBefore;
        it.commentBefore = cb ? `${comment}
${cb}` : comment;
      } else {
        const cb = dc.commentBefore;
        dc.commentBefore = cb ? `${comment}
${cb}` : comment;
      }
    }
    if (afterDoc) {
      for (let i = 0; i < this.errors.length; ++i)
        doc.errors.push(this.errors[i]);
      for (let i = 0; i < this.warnings.length; ++i)
        doc.warnings.push(this.warnings[i]);
    } else {
      doc.errors = this.errors;
      doc.warnings = this.warnings;
    }
    this.prelude = [];
    this.errors = [];
    this.warnings = [];
  }
  /**
   * Current stream status information.
   *
   * Mostly useful at the end of input for an empty stream.
   */
  streamInfo() {
    return {
      comment: parsePrelude(this.prelude).comment,
      directives: this.directives,
      errors: this.errors,
      warnings: this.warnings
    };
  }
  /**
   * Compose tokens into documents.
   *
   * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
   * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
   */
  *compose(tokens, forceDoc = false, endOffset = -1) {
    for (const token of tokens)
      yield* this.next(token);
    yield* this.end(forceDoc, endOffset);
  }
  /** Advance the composer by one CST token. */
  *next(token) {
    switch (token.type) {
      case "directive":
        this.directives.add(token.source, (offset, message, warning) => {
          const pos = getErrorPos(token);
          pos[0] += offset;
          this.onError(pos, "BAD_DIRECTIVE", message, warning);
        });
        this.prelude.push(token.source);
        this.atDirectives = true;
        break;
      case "document": {
        const doc = composeDoc(this.options, this.directives, token, this.onError);
        if (this.atDirectives && !doc.directives.docStart)
          this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
        this.decorate(doc, false);
        if (this.doc)
          yield this.doc;
        this.doc = doc;
        this.atDirectives = false;
        break;
      }
      case "byte-order-mark":
      case "space":
        break;
      case "comment":
      case "newline":
        this.prelude.push(token.source);
        break;
      case "error": {
        const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
        const error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
        if (this.atDirectives || !this.doc)
          this.errors.push(error);
        else
          this.doc.errors.push(error);
        break;
      }
      case "doc-end": {
        if (!this.doc) {
          const msg = "Unexpected doc-end without preceding document";
          this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
          break;
        }
        this.doc.directives.docEnd = true;
        const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
        this.decorate(this.doc, true);
        if (end.comment) {
          const dc = this.doc.comment;
          this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
        }
        this.doc.range[2] = end.offset;
        break;
      }
      default:
        this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
    }
  }
  /**
   * Call at end of input to yield any remaining document.
   *
   * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
   * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
   */
  *end(forceDoc = false, endOffset = -1) {
    if (this.doc) {
      this.decorate(this.doc, true);
      yield this.doc;
      this.doc = null;
    } else if (forceDoc) {
      const opts = Object.assign({ _directives: this.directives }, this.options);
      const doc = new Document(void 0, opts);
      if (this.atDirectives)
        this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
      doc.range = [0, endOffset, endOffset];
      this.decorate(doc, false);
      yield doc;
    }
  }
};

// node_modules/yaml/browser/dist/parse/cst-visit.js
var BREAK2 = /* @__PURE__ */ Symbol("break visit");
var SKIP2 = /* @__PURE__ */ Symbol("skip children");
var REMOVE2 = /* @__PURE__ */ Symbol("remove item");
function visit2(cst, visitor) {
  if ("type" in cst && cst.type === "document")
    cst = { start: cst.start, value: cst.value };
  _visit(Object.freeze([]), cst, visitor);
}
visit2.BREAK = BREAK2;
visit2.SKIP = SKIP2;
visit2.REMOVE = REMOVE2;
visit2.itemAtPath = (cst, path) => {
  let item = cst;
  for (const [field, index] of path) {
    const tok = item?.[field];
    if (tok && "items" in tok) {
      item = tok.items[index];
    } else
      return void 0;
  }
  return item;
};
visit2.parentCollection = (cst, path) => {
  const parent = visit2.itemAtPath(cst, path.slice(0, -1));
  const field = path[path.length - 1][0];
  const coll = parent?.[field];
  if (coll && "items" in coll)
    return coll;
  throw new Error("Parent collection not found");
};
function _visit(path, item, visitor) {
  let ctrl = visitor(item, path);
  if (typeof ctrl === "symbol")
    return ctrl;
  for (const field of ["key", "value"]) {
    const token = item[field];
    if (token && "items" in token) {
      for (let i = 0; i < token.items.length; ++i) {
        const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK2)
          return BREAK2;
        else if (ci === REMOVE2) {
          token.items.splice(i, 1);
          i -= 1;
        }
      }
      if (typeof ctrl === "function" && field === "key")
        ctrl = ctrl(item, path);
    }
  }
  return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
}

// node_modules/yaml/browser/dist/parse/cst.js
var BOM = "\uFEFF";
var DOCUMENT = "";
var FLOW_END = "";
var SCALAR2 = "";
function tokenType(source) {
  switch (source) {
    case BOM:
      return "byte-order-mark";
    case DOCUMENT:
      return "doc-mode";
    case FLOW_END:
      return "flow-error-end";
    case SCALAR2:
      return "scalar";
    case "---":
      return "doc-start";
    case "...":
      return "doc-end";
    case "":
    case "\n":
    case "\r\n":
      return "newline";
    case "-":
      return "seq-item-ind";
    case "?":
      return "explicit-key-ind";
    case ":":
      return "map-value-ind";
    case "{":
      return "flow-map-start";
    case "}":
      return "flow-map-end";
    case "[":
      return "flow-seq-start";
    case "]":
      return "flow-seq-end";
    case ",":
      return "comma";
  }
  switch (source[0]) {
    case " ":
    case "	":
      return "space";
    case "#":
      return "comment";
    case "%":
      return "directive-line";
    case "*":
      return "alias";
    case "&":
      return "anchor";
    case "!":
      return "tag";
    case "'":
      return "single-quoted-scalar";
    case '"':
      return "double-quoted-scalar";
    case "|":
    case ">":
      return "block-scalar-header";
  }
  return null;
}

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
  switch (ch) {
    case void 0:
    case " ":
    case "\n":
    case "\r":
    case "	":
      return true;
    default:
      return false;
  }
}
var hexDigits = new Set("0123456789ABCDEFabcdef");
var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
var flowIndicatorChars = new Set(",[]{}");
var invalidAnchorChars = new Set(" ,[]{}\n\r	");
var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
var Lexer = class {
  constructor() {
    this.atEnd = false;
    this.blockScalarIndent = -1;
    this.blockScalarKeep = false;
    this.buffer = "";
    this.flowKey = false;
    this.flowLevel = 0;
    this.indentNext = 0;
    this.indentValue = 0;
    this.lineEndPos = null;
    this.next = null;
    this.pos = 0;
  }
  /**
   * Generate YAML tokens from the `source` string. If `incomplete`,
   * a part of the last line may be left as a buffer for the next call.
   *
   * @returns A generator of lexical tokens
   */
  *lex(source, incomplete = false) {
    if (source) {
      if (typeof source !== "string")
        throw TypeError("source is not a string");
      this.buffer = this.buffer ? this.buffer + source : source;
      this.lineEndPos = null;
    }
    this.atEnd = !incomplete;
    let next = this.next ?? "stream";
    while (next && (incomplete || this.hasChars(1)))
      next = yield* this.parseNext(next);
  }
  atLineEnd() {
    let i = this.pos;
    let ch = this.buffer[i];
    while (ch === " " || ch === "	")
      ch = this.buffer[++i];
    if (!ch || ch === "#" || ch === "\n")
      return true;
    if (ch === "\r")
      return this.buffer[i + 1] === "\n";
    return false;
  }
  charAt(n) {
    return this.buffer[this.pos + n];
  }
  continueScalar(offset) {
    let ch = this.buffer[offset];
    if (this.indentNext > 0) {
      let indent = 0;
      while (ch === " ")
        ch = this.buffer[++indent + offset];
      if (ch === "\r") {
        const next = this.buffer[indent + offset + 1];
        if (next === "\n" || !next && !this.atEnd)
          return offset + indent + 1;
      }
      return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
    }
    if (ch === "-" || ch === ".") {
      const dt = this.buffer.substr(offset, 3);
      if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
        return -1;
    }
    return offset;
  }
  getLine() {
    let end = this.lineEndPos;
    if (typeof end !== "number" || end !== -1 && end < this.pos) {
      end = this.buffer.indexOf("\n", this.pos);
      this.lineEndPos = end;
    }
    if (end === -1)
      return this.atEnd ? this.buffer.substring(this.pos) : null;
    if (this.buffer[end - 1] === "\r")
      end -= 1;
    return this.buffer.substring(this.pos, end);
  }
  hasChars(n) {
    return this.pos + n <= this.buffer.length;
  }
  setNext(state) {
    this.buffer = this.buffer.substring(this.pos);
    this.pos = 0;
    this.lineEndPos = null;
    this.next = state;
    return null;
  }
  peek(n) {
    return this.buffer.substr(this.pos, n);
  }
  *parseNext(next) {
    switch (next) {
      case "stream":
        return yield* this.parseStream();
      case "line-start":
        return yield* this.parseLineStart();
      case "block-start":
        return yield* this.parseBlockStart();
      case "doc":
        return yield* this.parseDocument();
      case "flow":
        return yield* this.parseFlowCollection();
      case "quoted-scalar":
        return yield* this.parseQuotedScalar();
      case "block-scalar":
        return yield* this.parseBlockScalar();
      case "plain-scalar":
        return yield* this.parsePlainScalar();
    }
  }
  *parseStream() {
    let line = this.getLine();
    if (line === null)
      return this.setNext("stream");
    if (line[0] === BOM) {
      yield* this.pushCount(1);
      line = line.substring(1);
    }
    if (line[0] === "%") {
      let dirEnd = line.length;
      let cs = line.indexOf("#");
      while (cs !== -1) {
        const ch = line[cs - 1];
        if (ch === " " || ch === "	") {
          dirEnd = cs - 1;
          break;
        } else {
          cs = line.indexOf("#", cs + 1);
        }
      }
      while (true) {
        const ch = line[dirEnd - 1];
        if (ch === " " || ch === "	")
          dirEnd -= 1;
        else
          break;
      }
      const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
      yield* this.pushCount(line.length - n);
      this.pushNewline();
      return "stream";
    }
    if (this.atLineEnd()) {
      const sp = yield* this.pushSpaces(true);
      yield* this.pushCount(line.length - sp);
      yield* this.pushNewline();
      return "stream";
    }
    yield DOCUMENT;
    return yield* this.parseLineStart();
  }
  *parseLineStart() {
    const ch = this.charAt(0);
    if (!ch && !this.atEnd)
      return this.setNext("line-start");
    if (ch === "-" || ch === ".") {
      if (!this.atEnd && !this.hasChars(4))
        return this.setNext("line-start");
      const s = this.peek(3);
      if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
        yield* this.pushCount(3);
        this.indentValue = 0;
        this.indentNext = 0;
        return s === "---" ? "doc" : "stream";
      }
    }
    this.indentValue = yield* this.pushSpaces(false);
    if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
      this.indentNext = this.indentValue;
    return yield* this.parseBlockStart();
  }
  *parseBlockStart() {
    const [ch0, ch1] = this.peek(2);
    if (!ch1 && !this.atEnd)
      return this.setNext("block-start");
    if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
      const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
      this.indentNext = this.indentValue + 1;
      this.indentValue += n;
      return "block-start";
    }
    return "doc";
  }
  *parseDocument() {
    yield* this.pushSpaces(true);
    const line = this.getLine();
    if (line === null)
      return this.setNext("doc");
    let n = yield* this.pushIndicators();
    switch (line[n]) {
      case "#":
        yield* this.pushCount(line.length - n);
      // fallthrough
      case void 0:
        yield* this.pushNewline();
        return yield* this.parseLineStart();
      case "{":
      case "[":
        yield* this.pushCount(1);
        this.flowKey = false;
        this.flowLevel = 1;
        return "flow";
      case "}":
      case "]":
        yield* this.pushCount(1);
        return "doc";
      case "*":
        yield* this.pushUntil(isNotAnchorChar);
        return "doc";
      case '"':
      case "'":
        return yield* this.parseQuotedScalar();
      case "|":
      case ">":
        n += yield* this.parseBlockScalarHeader();
        n += yield* this.pushSpaces(true);
        yield* this.pushCount(line.length - n);
        yield* this.pushNewline();
        return yield* this.parseBlockScalar();
      default:
        return yield* this.parsePlainScalar();
    }
  }
  *parseFlowCollection() {
    let nl, sp;
    let indent = -1;
    do {
      nl = yield* this.pushNewline();
      if (nl > 0) {
        sp = yield* this.pushSpaces(false);
        this.indentValue = indent = sp;
      } else {
        sp = 0;
      }
      sp += yield* this.pushSpaces(true);
    } while (nl + sp > 0);
    const line = this.getLine();
    if (line === null)
      return this.setNext("flow");
    if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
      const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
      if (!atFlowEndMarker) {
        this.flowLevel = 0;
        yield FLOW_END;
        return yield* this.parseLineStart();
      }
    }
    let n = 0;
    while (line[n] === ",") {
      n += yield* this.pushCount(1);
      n += yield* this.pushSpaces(true);
      this.flowKey = false;
    }
    n += yield* this.pushIndicators();
    switch (line[n]) {
      case void 0:
        return "flow";
      case "#":
        yield* this.pushCount(line.length - n);
        return "flow";
      case "{":
      case "[":
        yield* this.pushCount(1);
        this.flowKey = false;
        this.flowLevel += 1;
        return "flow";
      case "}":
      case "]":
        yield* this.pushCount(1);
        this.flowKey = true;
        this.flowLevel -= 1;
        return this.flowLevel ? "flow" : "doc";
      case "*":
        yield* this.pushUntil(isNotAnchorChar);
        return "flow";
      case '"':
      case "'":
        this.flowKey = true;
        return yield* this.parseQuotedScalar();
      case ":": {
        const next = this.charAt(1);
        if (this.flowKey || isEmpty(next) || next === ",") {
          this.flowKey = false;
          yield* this.pushCount(1);
          yield* this.pushSpaces(true);
          return "flow";
        }
      }
      // fallthrough
      default:
        this.flowKey = false;
        return yield* this.parsePlainScalar();
    }
  }
  *parseQuotedScalar() {
    const quote = this.charAt(0);
    let end = this.buffer.indexOf(quote, this.pos + 1);
    if (quote === "'") {
      while (end !== -1 && this.buffer[end + 1] === "'")
        end = this.buffer.indexOf("'", end + 2);
    } else {
      while (end !== -1) {
        let n = 0;
        while (this.buffer[end - 1 - n] === "\\")
          n += 1;
        if (n % 2 === 0)
          break;
        end = this.buffer.indexOf('"', end + 1);
      }
    }
    const qb = this.buffer.substring(0, end);
    let nl = qb.indexOf("\n", this.pos);
    if (nl !== -1) {
      while (nl !== -1) {
        const cs = this.continueScalar(nl + 1);
        if (cs === -1)
          break;
        nl = qb.indexOf("\n", cs);
      }
      if (nl !== -1) {
        end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
      }
    }
    if (end === -1) {
      if (!this.atEnd)
        return this.setNext("quoted-scalar");
      end = this.buffer.length;
    }
    yield* this.pushToIndex(end + 1, false);
    return this.flowLevel ? "flow" : "doc";
  }
  *parseBlockScalarHeader() {
    this.blockScalarIndent = -1;
    this.blockScalarKeep = false;
    let i = this.pos;
    while (true) {
      const ch = this.buffer[++i];
      if (ch === "+")
        this.blockScalarKeep = true;
      else if (ch > "0" && ch <= "9")
        this.blockScalarIndent = Number(ch) - 1;
      else if (ch !== "-")
        break;
    }
    return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
  }
  *parseBlockScalar() {
    let nl = this.pos - 1;
    let indent = 0;
    let ch;
    loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
      switch (ch) {
        case " ":
          indent += 1;
          break;
        case "\n":
          nl = i2;
          indent = 0;
          break;
        case "\r": {
          const next = this.buffer[i2 + 1];
          if (!next && !this.atEnd)
            return this.setNext("block-scalar");
          if (next === "\n")
            break;
        }
        // fallthrough
        default:
          break loop;
      }
    }
    if (!ch && !this.atEnd)
      return this.setNext("block-scalar");
    if (indent >= this.indentNext) {
      if (this.blockScalarIndent === -1)
        this.indentNext = indent;
      else {
        this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
      }
      do {
        const cs = this.continueScalar(nl + 1);
        if (cs === -1)
          break;
        nl = this.buffer.indexOf("\n", cs);
      } while (nl !== -1);
      if (nl === -1) {
        if (!this.atEnd)
          return this.setNext("block-scalar");
        nl = this.buffer.length;
      }
    }
    let i = nl + 1;
    ch = this.buffer[i];
    while (ch === " ")
      ch = this.buffer[++i];
    if (ch === "	") {
      while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
        ch = this.buffer[++i];
      nl = i - 1;
    } else if (!this.blockScalarKeep) {
      do {
        let i2 = nl - 1;
        let ch2 = this.buffer[i2];
        if (ch2 === "\r")
          ch2 = this.buffer[--i2];
        const lastChar = i2;
        while (ch2 === " ")
          ch2 = this.buffer[--i2];
        if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
          nl = i2;
        else
          break;
      } while (true);
    }
    yield SCALAR2;
    yield* this.pushToIndex(nl + 1, true);
    return yield* this.parseLineStart();
  }
  *parsePlainScalar() {
    const inFlow = this.flowLevel > 0;
    let end = this.pos - 1;
    let i = this.pos - 1;
    let ch;
    while (ch = this.buffer[++i]) {
      if (ch === ":") {
        const next = this.buffer[i + 1];
        if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
          break;
        end = i;
      } else if (isEmpty(ch)) {
        let next = this.buffer[i + 1];
        if (ch === "\r") {
          if (next === "\n") {
            i += 1;
            ch = "\n";
            next = this.buffer[i + 1];
          } else
            end = i;
        }
        if (next === "#" || inFlow && flowIndicatorChars.has(next))
          break;
        if (ch === "\n") {
          const cs = this.continueScalar(i + 1);
          if (cs === -1)
            break;
          i = Math.max(i, cs - 2);
        }
      } else {
        if (inFlow && flowIndicatorChars.has(ch))
          break;
        end = i;
      }
    }
    if (!ch && !this.atEnd)
      return this.setNext("plain-scalar");
    yield SCALAR2;
    yield* this.pushToIndex(end + 1, true);
    return inFlow ? "flow" : "doc";
  }
  *pushCount(n) {
    if (n > 0) {
      yield this.buffer.substr(this.pos, n);
      this.pos += n;
      return n;
    }
    return 0;
  }
  *pushToIndex(i, allowEmpty) {
    const s = this.buffer.slice(this.pos, i);
    if (s) {
      yield s;
      this.pos += s.length;
      return s.length;
    } else if (allowEmpty)
      yield "";
    return 0;
  }
  *pushIndicators() {
    let n = 0;
    loop: while (true) {
      switch (this.charAt(0)) {
        case "!":
          n += yield* this.pushTag();
          n += yield* this.pushSpaces(true);
          continue loop;
        case "&":
          n += yield* this.pushUntil(isNotAnchorChar);
          n += yield* this.pushSpaces(true);
          continue loop;
        case "-":
        // this is an error
        case "?":
        // this is an error outside flow collections
        case ":": {
          const inFlow = this.flowLevel > 0;
          const ch1 = this.charAt(1);
          if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
            if (!inFlow)
              this.indentNext = this.indentValue + 1;
            else if (this.flowKey)
              this.flowKey = false;
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            continue loop;
          }
        }
      }
      break loop;
    }
    return n;
  }
  *pushTag() {
    if (this.charAt(1) === "<") {
      let i = this.pos + 2;
      let ch = this.buffer[i];
      while (!isEmpty(ch) && ch !== ">")
        ch = this.buffer[++i];
      return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
    } else {
      let i = this.pos + 1;
      let ch = this.buffer[i];
      while (ch) {
        if (tagChars.has(ch))
          ch = this.buffer[++i];
        else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
          ch = this.buffer[i += 3];
        } else
          break;
      }
      return yield* this.pushToIndex(i, false);
    }
  }
  *pushNewline() {
    const ch = this.buffer[this.pos];
    if (ch === "\n")
      return yield* this.pushCount(1);
    else if (ch === "\r" && this.charAt(1) === "\n")
      return yield* this.pushCount(2);
    else
      return 0;
  }
  *pushSpaces(allowTabs) {
    let i = this.pos - 1;
    let ch;
    do {
      ch = this.buffer[++i];
    } while (ch === " " || allowTabs && ch === "	");
    const n = i - this.pos;
    if (n > 0) {
      yield this.buffer.substr(this.pos, n);
      this.pos = i;
    }
    return n;
  }
  *pushUntil(test2) {
    let i = this.pos;
    let ch = this.buffer[i];
    while (!test2(ch))
      ch = this.buffer[++i];
    return yield* this.pushToIndex(i, false);
  }
};

// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter = class {
  constructor() {
    this.lineStarts = [];
    this.addNewLine = (offset) => this.lineStarts.push(offset);
    this.linePos = (offset) => {
      let low = 0;
      let high = this.lineStarts.length;
      while (low < high) {
        const mid = low + high >> 1;
        if (this.lineStarts[mid] < offset)
          low = mid + 1;
        else
          high = mid;
      }
      if (this.lineStarts[low] === offset)
        return { line: low + 1, col: 1 };
      if (low === 0)
        return { line: 0, col: offset };
      const start = this.lineStarts[low - 1];
      return { line: low, col: offset - start + 1 };
    };
  }
};

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list2, type) {
  for (let i = 0; i < list2.length; ++i)
    if (list2[i].type === type)
      return true;
  return false;
}
function findNonEmptyIndex(list2) {
  for (let i = 0; i < list2.length; ++i) {
    switch (list2[i].type) {
      case "space":
      case "comment":
      case "newline":
        break;
      default:
        return i;
    }
  }
  return -1;
}
function isFlowToken(token) {
  switch (token?.type) {
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "flow-collection":
      return true;
    default:
      return false;
  }
}
function getPrevProps(parent) {
  switch (parent.type) {
    case "document":
      return parent.start;
    case "block-map": {
      const it = parent.items[parent.items.length - 1];
      return it.sep ?? it.start;
    }
    case "block-seq":
      return parent.items[parent.items.length - 1].start;
    /* istanbul ignore next should not happen */
    default:
      return [];
  }
}
function getFirstKeyStartProps(prev) {
  if (prev.length === 0)
    return [];
  let i = prev.length;
  loop: while (--i >= 0) {
    switch (prev[i].type) {
      case "doc-start":
      case "explicit-key-ind":
      case "map-value-ind":
      case "seq-item-ind":
      case "newline":
        break loop;
    }
  }
  while (prev[++i]?.type === "space") {
  }
  return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
  if (source.length < 1e5)
    Array.prototype.push.apply(target, source);
  else
    for (let i = 0; i < source.length; ++i)
      target.push(source[i]);
}
function fixFlowSeqItems(fc) {
  if (fc.start.type === "flow-seq-start") {
    for (const it of fc.items) {
      if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
        if (it.key)
          it.value = it.key;
        delete it.key;
        if (isFlowToken(it.value)) {
          if (it.value.end)
            arrayPushArray(it.value.end, it.sep);
          else
            it.value.end = it.sep;
        } else
          arrayPushArray(it.start, it.sep);
        delete it.sep;
      }
    }
  }
}
var Parser = class {
  /**
   * @param onNewLine - If defined, called separately with the start position of
   *   each new line (in `parse()`, including the start of input).
   */
  constructor(onNewLine) {
    this.atNewLine = true;
    this.atScalar = false;
    this.indent = 0;
    this.offset = 0;
    this.onKeyLine = false;
    this.stack = [];
    this.source = "";
    this.type = "";
    this.lexer = new Lexer();
    this.onNewLine = onNewLine;
  }
  /**
   * Parse `source` as a YAML stream.
   * If `incomplete`, a part of the last line may be left as a buffer for the next call.
   *
   * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
   *
   * @returns A generator of tokens representing each directive, document, and other structure.
   */
  *parse(source, incomplete = false) {
    if (this.onNewLine && this.offset === 0)
      this.onNewLine(0);
    for (const lexeme of this.lexer.lex(source, incomplete))
      yield* this.next(lexeme);
    if (!incomplete)
      yield* this.end();
  }
  /**
   * Advance the parser by the `source` of one lexical token.
   */
  *next(source) {
    this.source = source;
    if (this.atScalar) {
      this.atScalar = false;
      yield* this.step();
      this.offset += source.length;
      return;
    }
    const type = tokenType(source);
    if (!type) {
      const message = `Not a YAML token: ${source}`;
      yield* this.pop({ type: "error", offset: this.offset, message, source });
      this.offset += source.length;
    } else if (type === "scalar") {
      this.atNewLine = false;
      this.atScalar = true;
      this.type = "scalar";
    } else {
      this.type = type;
      yield* this.step();
      switch (type) {
        case "newline":
          this.atNewLine = true;
          this.indent = 0;
          if (this.onNewLine)
            this.onNewLine(this.offset + source.length);
          break;
        case "space":
          if (this.atNewLine && source[0] === " ")
            this.indent += source.length;
          break;
        case "explicit-key-ind":
        case "map-value-ind":
        case "seq-item-ind":
          if (this.atNewLine)
            this.indent += source.length;
          break;
        case "doc-mode":
        case "flow-error-end":
          return;
        default:
          this.atNewLine = false;
      }
      this.offset += source.length;
    }
  }
  /** Call at end of input to push out any remaining constructions */
  *end() {
    while (this.stack.length > 0)
      yield* this.pop();
  }
  get sourceToken() {
    const st = {
      type: this.type,
      offset: this.offset,
      indent: this.indent,
      source: this.source
    };
    return st;
  }
  *step() {
    const top = this.peek(1);
    if (this.type === "doc-end" && top?.type !== "doc-end") {
      while (this.stack.length > 0)
        yield* this.pop();
      this.stack.push({
        type: "doc-end",
        offset: this.offset,
        source: this.source
      });
      return;
    }
    if (!top)
      return yield* this.stream();
    switch (top.type) {
      case "document":
        return yield* this.document(top);
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return yield* this.scalar(top);
      case "block-scalar":
        return yield* this.blockScalar(top);
      case "block-map":
        return yield* this.blockMap(top);
      case "block-seq":
        return yield* this.blockSequence(top);
      case "flow-collection":
        return yield* this.flowCollection(top);
      case "doc-end":
        return yield* this.documentEnd(top);
    }
    yield* this.pop();
  }
  peek(n) {
    return this.stack[this.stack.length - n];
  }
  *pop(error) {
    const token = error ?? this.stack.pop();
    if (!token) {
      const message = "Tried to pop an empty stack";
      yield { type: "error", offset: this.offset, source: "", message };
    } else if (this.stack.length === 0) {
      yield token;
    } else {
      const top = this.peek(1);
      if (token.type === "block-scalar") {
        token.indent = "indent" in top ? top.indent : 0;
      } else if (token.type === "flow-collection" && top.type === "document") {
        token.indent = 0;
      }
      if (token.type === "flow-collection")
        fixFlowSeqItems(token);
      switch (top.type) {
        case "document":
          top.value = token;
          break;
        case "block-scalar":
          top.props.push(token);
          break;
        case "block-map": {
          const it = top.items[top.items.length - 1];
          if (it.value) {
            top.items.push({ start: [], key: token, sep: [] });
            this.onKeyLine = true;
            return;
          } else if (it.sep) {
            it.value = token;
          } else {
            Object.assign(it, { key: token, sep: [] });
            this.onKeyLine = !it.explicitKey;
            return;
          }
          break;
        }
        case "block-seq": {
          const it = top.items[top.items.length - 1];
          if (it.value)
            top.items.push({ start: [], value: token });
          else
            it.value = token;
          break;
        }
        case "flow-collection": {
          const it = top.items[top.items.length - 1];
          if (!it || it.value)
            top.items.push({ start: [], key: token, sep: [] });
          else if (it.sep)
            it.value = token;
          else
            Object.assign(it, { key: token, sep: [] });
          return;
        }
        /* istanbul ignore next should not happen */
        default:
          yield* this.pop();
          yield* this.pop(token);
      }
      if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
        const last = token.items[token.items.length - 1];
        if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
          if (top.type === "document")
            top.end = last.start;
          else
            top.items.push({ start: last.start });
          token.items.splice(-1, 1);
        }
      }
    }
  }
  *stream() {
    switch (this.type) {
      case "directive-line":
        yield { type: "directive", offset: this.offset, source: this.source };
        return;
      case "byte-order-mark":
      case "space":
      case "comment":
      case "newline":
        yield this.sourceToken;
        return;
      case "doc-mode":
      case "doc-start": {
        const doc = {
          type: "document",
          offset: this.offset,
          start: []
        };
        if (this.type === "doc-start")
          doc.start.push(this.sourceToken);
        this.stack.push(doc);
        return;
      }
    }
    yield {
      type: "error",
      offset: this.offset,
      message: `Unexpected ${this.type} token in YAML stream`,
      source: this.source
    };
  }
  *document(doc) {
    if (doc.value)
      return yield* this.lineEnd(doc);
    switch (this.type) {
      case "doc-start": {
        if (findNonEmptyIndex(doc.start) !== -1) {
          yield* this.pop();
          yield* this.step();
        } else
          doc.start.push(this.sourceToken);
        return;
      }
      case "anchor":
      case "tag":
      case "space":
      case "comment":
      case "newline":
        doc.start.push(this.sourceToken);
        return;
    }
    const bv = this.startBlockValue(doc);
    if (bv)
      this.stack.push(bv);
    else {
      yield {
        type: "error",
        offset: this.offset,
        message: `Unexpected ${this.type} token in YAML document`,
        source: this.source
      };
    }
  }
  *scalar(scalar) {
    if (this.type === "map-value-ind") {
      const prev = getPrevProps(this.peek(2));
      const start = getFirstKeyStartProps(prev);
      let sep;
      if (scalar.end) {
        sep = scalar.end;
        sep.push(this.sourceToken);
        delete scalar.end;
      } else
        sep = [this.sourceToken];
      const map2 = {
        type: "block-map",
        offset: scalar.offset,
        indent: scalar.indent,
        items: [{ start, key: scalar, sep }]
      };
      this.onKeyLine = true;
      this.stack[this.stack.length - 1] = map2;
    } else
      yield* this.lineEnd(scalar);
  }
  *blockScalar(scalar) {
    switch (this.type) {
      case "space":
      case "comment":
      case "newline":
        scalar.props.push(this.sourceToken);
        return;
      case "scalar":
        scalar.source = this.source;
        this.atNewLine = true;
        this.indent = 0;
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        yield* this.pop();
        break;
      /* istanbul ignore next should not happen */
      default:
        yield* this.pop();
        yield* this.step();
    }
  }
  *blockMap(map2) {
    const it = map2.items[map2.items.length - 1];
    switch (this.type) {
      case "newline":
        this.onKeyLine = false;
        if (it.value) {
          const end = "end" in it.value ? it.value.end : void 0;
          const last = Array.isArray(end) ? end[end.length - 1] : void 0;
          if (last?.type === "comment")
            end?.push(this.sourceToken);
          else
            map2.items.push({ start: [this.sourceToken] });
        } else if (it.sep) {
          it.sep.push(this.sourceToken);
        } else {
          it.start.push(this.sourceToken);
        }
        return;
      case "space":
      case "comment":
        if (it.value) {
          map2.items.push({ start: [this.sourceToken] });
        } else if (it.sep) {
          it.sep.push(this.sourceToken);
        } else {
          if (this.atIndentedComment(it.start, map2.indent)) {
            const prev = map2.items[map2.items.length - 2];
            const end = prev?.value?.end;
            if (Array.isArray(end)) {
              arrayPushArray(end, it.start);
              end.push(this.sourceToken);
              map2.items.pop();
              return;
            }
          }
          it.start.push(this.sourceToken);
        }
        return;
    }
    if (this.indent >= map2.indent) {
      const atMapIndent = !this.onKeyLine && this.indent === map2.indent;
      const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
      let start = [];
      if (atNextItem && it.sep && !it.value) {
        const nl = [];
        for (let i = 0; i < it.sep.length; ++i) {
          const st = it.sep[i];
          switch (st.type) {
            case "newline":
              nl.push(i);
              break;
            case "space":
              break;
            case "comment":
              if (st.indent > map2.indent)
                nl.length = 0;
              break;
            default:
              nl.length = 0;
          }
        }
        if (nl.length >= 2)
          start = it.sep.splice(nl[1]);
      }
      switch (this.type) {
        case "anchor":
        case "tag":
          if (atNextItem || it.value) {
            start.push(this.sourceToken);
            map2.items.push({ start });
            this.onKeyLine = true;
          } else if (it.sep) {
            it.sep.push(this.sourceToken);
          } else {
            it.start.push(this.sourceToken);
          }
          return;
        case "explicit-key-ind":
          if (!it.sep && !it.explicitKey) {
            it.start.push(this.sourceToken);
            it.explicitKey = true;
          } else if (atNextItem || it.value) {
            start.push(this.sourceToken);
            map2.items.push({ start, explicitKey: true });
          } else {
            this.stack.push({
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken], explicitKey: true }]
            });
          }
          this.onKeyLine = true;
          return;
        case "map-value-ind":
          if (it.explicitKey) {
            if (!it.sep) {
              if (includesToken(it.start, "newline")) {
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              } else {
                const start2 = getFirstKeyStartProps(it.start);
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                });
              }
            } else if (it.value) {
              map2.items.push({ start: [], key: null, sep: [this.sourceToken] });
            } else if (includesToken(it.sep, "map-value-ind")) {
              this.stack.push({
                type: "block-map",
                offset: this.offset,
                indent: this.indent,
                items: [{ start, key: null, sep: [this.sourceToken] }]
              });
            } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
              const start2 = getFirstKeyStartProps(it.start);
              const key = it.key;
              const sep = it.sep;
              sep.push(this.sourceToken);
              delete it.key;
              delete it.sep;
              this.stack.push({
                type: "block-map",
                offset: this.offset,
                indent: this.indent,
                items: [{ start: start2, key, sep }]
              });
            } else if (start.length > 0) {
              it.sep = it.sep.concat(start, this.sourceToken);
            } else {
              it.sep.push(this.sourceToken);
            }
          } else {
            if (!it.sep) {
              Object.assign(it, { key: null, sep: [this.sourceToken] });
            } else if (it.value || atNextItem) {
              map2.items.push({ start, key: null, sep: [this.sourceToken] });
            } else if (includesToken(it.sep, "map-value-ind")) {
              this.stack.push({
                type: "block-map",
                offset: this.offset,
                indent: this.indent,
                items: [{ start: [], key: null, sep: [this.sourceToken] }]
              });
            } else {
              it.sep.push(this.sourceToken);
            }
          }
          this.onKeyLine = true;
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          const fs = this.flowScalar(this.type);
          if (atNextItem || it.value) {
            map2.items.push({ start, key: fs, sep: [] });
            this.onKeyLine = true;
          } else if (it.sep) {
            this.stack.push(fs);
          } else {
            Object.assign(it, { key: fs, sep: [] });
            this.onKeyLine = true;
          }
          return;
        }
        default: {
          const bv = this.startBlockValue(map2);
          if (bv) {
            if (bv.type === "block-seq") {
              if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                yield* this.pop({
                  type: "error",
                  offset: this.offset,
                  message: "Unexpected block-seq-ind on same line with key",
                  source: this.source
                });
                return;
              }
            } else if (atMapIndent) {
              map2.items.push({ start });
            }
            this.stack.push(bv);
            return;
          }
        }
      }
    }
    yield* this.pop();
    yield* this.step();
  }
  *blockSequence(seq2) {
    const it = seq2.items[seq2.items.length - 1];
    switch (this.type) {
      case "newline":
        if (it.value) {
          const end = "end" in it.value ? it.value.end : void 0;
          const last = Array.isArray(end) ? end[end.length - 1] : void 0;
          if (last?.type === "comment")
            end?.push(this.sourceToken);
          else
            seq2.items.push({ start: [this.sourceToken] });
        } else
          it.start.push(this.sourceToken);
        return;
      case "space":
      case "comment":
        if (it.value)
          seq2.items.push({ start: [this.sourceToken] });
        else {
          if (this.atIndentedComment(it.start, seq2.indent)) {
            const prev = seq2.items[seq2.items.length - 2];
            const end = prev?.value?.end;
            if (Array.isArray(end)) {
              arrayPushArray(end, it.start);
              end.push(this.sourceToken);
              seq2.items.pop();
              return;
            }
          }
          it.start.push(this.sourceToken);
        }
        return;
      case "anchor":
      case "tag":
        if (it.value || this.indent <= seq2.indent)
          break;
        it.start.push(this.sourceToken);
        return;
      case "seq-item-ind":
        if (this.indent !== seq2.indent)
          break;
        if (it.value || includesToken(it.start, "seq-item-ind"))
          seq2.items.push({ start: [this.sourceToken] });
        else
          it.start.push(this.sourceToken);
        return;
    }
    if (this.indent > seq2.indent) {
      const bv = this.startBlockValue(seq2);
      if (bv) {
        this.stack.push(bv);
        return;
      }
    }
    yield* this.pop();
    yield* this.step();
  }
  *flowCollection(fc) {
    const it = fc.items[fc.items.length - 1];
    if (this.type === "flow-error-end") {
      let top;
      do {
        yield* this.pop();
        top = this.peek(1);
      } while (top?.type === "flow-collection");
    } else if (fc.end.length === 0) {
      switch (this.type) {
        case "comma":
        case "explicit-key-ind":
          if (!it || it.sep)
            fc.items.push({ start: [this.sourceToken] });
          else
            it.start.push(this.sourceToken);
          return;
        case "map-value-ind":
          if (!it || it.value)
            fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
          else if (it.sep)
            it.sep.push(this.sourceToken);
          else
            Object.assign(it, { key: null, sep: [this.sourceToken] });
          return;
        case "space":
        case "comment":
        case "newline":
        case "anchor":
        case "tag":
          if (!it || it.value)
            fc.items.push({ start: [this.sourceToken] });
          else if (it.sep)
            it.sep.push(this.sourceToken);
          else
            it.start.push(this.sourceToken);
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          const fs = this.flowScalar(this.type);
          if (!it || it.value)
            fc.items.push({ start: [], key: fs, sep: [] });
          else if (it.sep)
            this.stack.push(fs);
          else
            Object.assign(it, { key: fs, sep: [] });
          return;
        }
        case "flow-map-end":
        case "flow-seq-end":
          fc.end.push(this.sourceToken);
          return;
      }
      const bv = this.startBlockValue(fc);
      if (bv)
        this.stack.push(bv);
      else {
        yield* this.pop();
        yield* this.step();
      }
    } else {
      const parent = this.peek(2);
      if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
        yield* this.pop();
        yield* this.step();
      } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
        const prev = getPrevProps(parent);
        const start = getFirstKeyStartProps(prev);
        fixFlowSeqItems(fc);
        const sep = fc.end.splice(1, fc.end.length);
        sep.push(this.sourceToken);
        const map2 = {
          type: "block-map",
          offset: fc.offset,
          indent: fc.indent,
          items: [{ start, key: fc, sep }]
        };
        this.onKeyLine = true;
        this.stack[this.stack.length - 1] = map2;
      } else {
        yield* this.lineEnd(fc);
      }
    }
  }
  flowScalar(type) {
    if (this.onNewLine) {
      let nl = this.source.indexOf("\n") + 1;
      while (nl !== 0) {
        this.onNewLine(this.offset + nl);
        nl = this.source.indexOf("\n", nl) + 1;
      }
    }
    return {
      type,
      offset: this.offset,
      indent: this.indent,
      source: this.source
    };
  }
  startBlockValue(parent) {
    switch (this.type) {
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return this.flowScalar(this.type);
      case "block-scalar-header":
        return {
          type: "block-scalar",
          offset: this.offset,
          indent: this.indent,
          props: [this.sourceToken],
          source: ""
        };
      case "flow-map-start":
      case "flow-seq-start":
        return {
          type: "flow-collection",
          offset: this.offset,
          indent: this.indent,
          start: this.sourceToken,
          items: [],
          end: []
        };
      case "seq-item-ind":
        return {
          type: "block-seq",
          offset: this.offset,
          indent: this.indent,
          items: [{ start: [this.sourceToken] }]
        };
      case "explicit-key-ind": {
        this.onKeyLine = true;
        const prev = getPrevProps(parent);
        const start = getFirstKeyStartProps(prev);
        start.push(this.sourceToken);
        return {
          type: "block-map",
          offset: this.offset,
          indent: this.indent,
          items: [{ start, explicitKey: true }]
        };
      }
      case "map-value-ind": {
        this.onKeyLine = true;
        const prev = getPrevProps(parent);
        const start = getFirstKeyStartProps(prev);
        return {
          type: "block-map",
          offset: this.offset,
          indent: this.indent,
          items: [{ start, key: null, sep: [this.sourceToken] }]
        };
      }
    }
    return null;
  }
  atIndentedComment(start, indent) {
    if (this.type !== "comment")
      return false;
    if (this.indent <= indent)
      return false;
    return start.every((st) => st.type === "newline" || st.type === "space");
  }
  *documentEnd(docEnd) {
    if (this.type !== "doc-mode") {
      if (docEnd.end)
        docEnd.end.push(this.sourceToken);
      else
        docEnd.end = [this.sourceToken];
      if (this.type === "newline")
        yield* this.pop();
    }
  }
  *lineEnd(token) {
    switch (this.type) {
      case "comma":
      case "doc-start":
      case "doc-end":
      case "flow-seq-end":
      case "flow-map-end":
      case "map-value-ind":
        yield* this.pop();
        yield* this.step();
        break;
      case "newline":
        this.onKeyLine = false;
      // fallthrough
      case "space":
      case "comment":
      default:
        if (token.end)
          token.end.push(this.sourceToken);
        else
          token.end = [this.sourceToken];
        if (this.type === "newline")
          yield* this.pop();
    }
  }
};

// node_modules/yaml/browser/dist/public-api.js
function parseOptions(options) {
  const prettyErrors = options.prettyErrors !== false;
  const lineCounter = options.lineCounter || prettyErrors && new LineCounter() || null;
  return { lineCounter, prettyErrors };
}
function parseAllDocuments(source, options = {}) {
  const { lineCounter, prettyErrors } = parseOptions(options);
  const parser = new Parser(lineCounter?.addNewLine);
  const composer = new Composer(options);
  const docs = Array.from(composer.compose(parser.parse(source)));
  if (prettyErrors && lineCounter)
    for (const doc of docs) {
      doc.errors.forEach(prettifyError(source, lineCounter));
      doc.warnings.forEach(prettifyError(source, lineCounter));
    }
  if (docs.length > 0)
    return docs;
  return Object.assign([], { empty: true }, composer.streamInfo());
}

// src/recipe/yaml/write-port.ts
var STYLES2 = {
  configure: "gnu",
  autogen: "autoconf",
  cmake: "cmake",
  meson: "meson",
  perl: "perl",
  python: "python",
  cargo: "cargo",
  scons: "scons",
  waf: "waf",
  cabal: "script",
  xmkmf: "imake",
  makefile: "make"
};
function writeYamlPort(draft2) {
  const { name, version: version2, facts, needs, bases } = draft2;
  const { comment = name, homepage, license } = facts;
  const keys = {
    name,
    version: version2,
    comment,
    ...homepage === void 0 ? {} : { homepage },
    ...license === void 0 ? {} : { license },
    distfiles: [distfileOf(draft2)],
    bases,
    build: buildOf(draft2),
    ...needs.length === 0 ? {} : { depends: { system: [...new Set(needs.map((one) => one.neutral))].sort() } }
  };
  const document = new Document(keys);
  visit(document, {
    Seq: (key, node) => {
      if (isSeq(node) && node.items.every((one) => !isMap(one))) node.flow = key !== void 0;
    },
    // A version is text, whatever it looks like.
    Pair: (_, { key, value }) => {
      if (String(key) === "version" && value && typeof value === "object" && "type" in value)
        Object.assign(value, { type: "QUOTE_DOUBLE" });
    }
  });
  return /* @__PURE__ */ new Map([["port.yml", document.toString({ lineWidth: 0, flowCollectionPadding: false })]]);
}
function distfileOf({ url, file, version: version2, sizeBytes: sizeBytes2, sha256 }) {
  const usual = url.replace(/[?#].*$/, "").replace(/^.*\//, "");
  return {
    url: template(url, version2),
    ...file === usual ? {} : { file: template(file, version2) },
    size: sizeBytes2,
    sha256
  };
}
function template(text3, version2) {
  return /[{}]/.test(text3) || version2.length < 2 ? text3 : text3.replaceAll(version2, "{version}");
}
function portName(name) {
  return name.replace(/-+(?=[0-9]|$)/g, "").replace(/--+/g, "-");
}
function buildOf({ detected, makefile }) {
  const { system, folder } = detected;
  const style = STYLES2[system];
  const isPlain = folder === "" && (makefile === void 0 || isUsual(makefile)) && system !== "cabal";
  const scripts2 = isPlain ? void 0 : scriptsOf(system, folder, makefile);
  if (!scripts2) return { style };
  return { style: "script", script: scripts2 };
}
function isUsual({ folders, destdir, hasInstall }) {
  return destdir === "used" && hasInstall && folders.every(({ name }) => ["PREFIX", "prefix"].includes(name));
}
var FOLDERS2 = {
  prefix: "$PREFIX",
  settings: "$PREFIX/etc",
  programs: "$PREFIX/bin",
  libraries: "$PREFIX/lib",
  headers: "$PREFIX/include",
  manuals: "$PREFIX/share/man"
};
function scriptsOf(system, folder, makefile) {
  const inside = folder === "" ? "" : `cd '${folder}'
`;
  switch (system) {
    case "makefile": {
      const { folders = [], destdir = "used" } = makefile ?? {};
      const staged = destdir === "used" ? "" : "$DESTDIR";
      const set2 = (before) => folders.map(({ name, means }) => ` ${name}="${before}${FOLDERS2[means]}"`).join("");
      const given = destdir === "used" ? ' DESTDIR="$DESTDIR"' : "";
      return {
        build: `${inside}make -j"$JOBS"${set2("")}
`,
        fake: `${inside}make install${given}${set2(staged)}
`
      };
    }
    case "configure":
      return {
        configure: `${inside}./configure --prefix="$PREFIX"
`,
        build: `${inside}make -j"$JOBS"
`,
        fake: `${inside}make install DESTDIR="$DESTDIR"
`
      };
    case "cmake":
      return {
        configure: `cmake -S '${folder}' -B _build -DCMAKE_INSTALL_PREFIX="$PREFIX" -DCMAKE_BUILD_TYPE=Release
`,
        build: 'cmake --build _build -j"$JOBS"\n',
        fake: "cmake --install _build\n"
      };
    case "cabal":
      return {
        configure: `${inside}runhaskell Setup configure --prefix="$PREFIX"
`,
        build: `${inside}runhaskell Setup build
`,
        fake: `${inside}runhaskell Setup copy --destdir="$DESTDIR"
`
      };
    default:
      return void 0;
  }
}

// src/recipe/writing/build-system.ts
var SIGNS = [
  [/^configure$/, "configure"],
  [/^meson\.build$/, "meson"],
  [/^CMakeLists\.txt$/, "cmake"],
  [/^configure\.(?:ac|in)$/, "autogen"],
  [/^(?:Makefile|Build)\.PL$/, "perl"],
  [/^(?:pyproject\.toml|setup\.py)$/, "python"],
  [/^Cargo\.toml$/, "cargo"],
  [/^SConstruct$/, "scons"],
  [/^wscript$/, "waf"],
  [/^(?:Setup\.l?hs|[\w-]+\.cabal)$/, "cabal"],
  [/^Imakefile$/, "xmkmf"],
  [/^(?:GNUmakefile|[Mm]akefile)$/, "makefile"]
];
var LIKELY = ["src", "source", "unix", "build"];
var MOST_FOLDERS_DEEP = 2;
function detectBuildSystem(files, top) {
  const below = top === "" ? "" : `${top}/`;
  const names = /* @__PURE__ */ new Map();
  for (const file of files.filter((one) => one.startsWith(below))) {
    const inner = file.slice(below.length);
    const cut2 = inner.lastIndexOf("/");
    const folder = cut2 === -1 ? "" : inner.slice(0, cut2);
    if (folder !== "" && folder.split("/").length > MOST_FOLDERS_DEEP) continue;
    names.set(folder, (names.get(folder) ?? /* @__PURE__ */ new Set()).add(inner.slice(cut2 + 1)));
  }
  const ranks = (folder) => [depthOf(folder), rankOf(folder)];
  const folders = [...names.keys()].sort((a, b) => {
    const [[depthA, rankA], [depthB, rankB]] = [ranks(a), ranks(b)];
    return depthA - depthB || rankA - rankB || (a < b ? -1 : 1);
  });
  for (const folder of folders) {
    const found = signIn(names.get(folder) ?? /* @__PURE__ */ new Set());
    if (found)
      return { ...found, evidence: folder === "" ? found.evidence : `${folder}/${found.evidence}`, folder };
  }
  return void 0;
}
function depthOf(folder) {
  return folder === "" ? 0 : folder.split("/").length;
}
function rankOf(folder) {
  const at = LIKELY.indexOf(folder.toLowerCase());
  return at === -1 ? LIKELY.length : at;
}
function signIn(names) {
  for (const [sign, system] of SIGNS) {
    const evidence = [...names].sort().find((name) => sign.test(name));
    if (evidence !== void 0) return { system, evidence };
  }
  return void 0;
}
function topOf(files) {
  const tops = new Set(files.map((file) => file.includes("/") ? file.slice(0, file.indexOf("/")) : ""));
  const [top = ""] = tops;
  return tops.size === 1 ? top : "";
}

// src/recipe/writing/makefile-facts.ts
var MEANINGS = {
  prefix: ["PREFIX", "prefix", "INSTALL_PREFIX", "INSTALLDIR", "BASEDIR", "basedir"],
  settings: ["sysconfdir", "SYSCONFDIR", "ETCDIR"],
  programs: ["bindir", "BINDIR", "INSTALL_BIN"],
  libraries: ["libdir", "LIBDIR", "INSTALL_LIB"],
  headers: ["includedir", "INCLUDEDIR", "INCDIR"],
  manuals: ["mandir", "MANDIR", "INSTALL_MAN"]
};
function factsOfMakefile(text3) {
  const assigned = /* @__PURE__ */ new Map();
  for (const line of text3.replace(/\\\n/g, " ").split("\n")) {
    const [, name, value = ""] = /^\s*(?:export\s+|override\s+)?([A-Za-z_]\w*)\s*(?:[?:+]|::)?=\s*(.*)$/.exec(line) ?? [];
    if (name !== void 0 && !assigned.has(name)) assigned.set(name, value.replace(/#.*$/, "").trim());
  }
  const meanings = Object.keys(MEANINGS);
  return {
    folders: meanings.flatMap(
      (means) => MEANINGS[means].filter((name) => assigned.has(name)).filter((name) => means === "prefix" || /^\/(?!.*\$)/.test(assigned.get(name) ?? "")).filter((name) => !/\$[({]/.test(assigned.get(name) ?? "")).map((name) => ({ name, means }))
    ),
    destdir: /\$[({]DESTDIR[)}]/.test(text3) ? "used" : "unknown",
    hasInstall: /^install\b[^:=\n]*:(?!=)/m.test(text3)
  };
}

// src/recipe/writing/project-facts.ts
function tellsFacts(file) {
  const parts = file.split("/");
  const isNearTop = parts.length <= 3;
  return isNearTop && (TELLING.test(parts.at(-1) ?? "") || parts.length <= 3 && SOURCE.test(file));
}
var TELLING = /^(?:configure\.(?:ac|in)|meson\.build|CMakeLists\.txt|Cargo\.toml|pyproject\.toml|setup\.cfg|PKG-INFO|META\.yml|.*\.pc\.in|.*\.spec(?:\.in)?|(?:COPYING|LICEN[CS]E|COPYRIGHT)(?:[._-].*)?|(?:GNU)?[Mm]akefile|Imakefile)$/;
var SOURCE = /\.(?:c|cc|cpp|h|hpp|py|pl|rs)$/;
function factsOf(texts, { name }, url) {
  const comment = firstOf(texts, COMMENTS)?.replace(/\s+/g, " ").replace(/\.$/, "").trim();
  const homepage = firstOf(texts, HOMEPAGES) ?? homepageOf(url, name);
  const license = licenseOf(texts);
  return {
    ...comment && comment.length <= 120 ? { comment } : {},
    ...homepage !== void 0 && /^https?:\/\/[^\s"'@<>${}]+$/.test(homepage) ? { homepage } : {},
    ...license === void 0 ? {} : { license },
    needs: [...new Set([...texts].flatMap(([file, text3]) => needsIn(file, text3)))].sort()
  };
}
var COMMENTS = [
  [/(?:^|\/)PKG-INFO$/, /^Summary:\s*(?!UNKNOWN)(.+)$/m],
  [/^(?:Cargo|pyproject)\.toml$/, /^description\s*=\s*"((?:[^"\\]|\\.)+)"/m],
  [/^setup\.cfg$/, /^(?:description|summary)\s*=\s*(?!file:|attr:)(.+)$/m],
  [/\.spec(?:\.in)?$/, /^Summary:\s*(.+)$/m],
  [/\.pc\.in$/, /^Description:\s*([^@$\n]+)$/m],
  [/^CMakeLists\.txt$/, /\bproject\s*\([^)]*\bDESCRIPTION\s+"([^"$]+)"/i],
  [/^META\.yml$/, /^abstract:\s*['"]?([^'"\n]+)/m]
];
var HOMEPAGES = [
  [/(?:^|\/)PKG-INFO$/, /^Home-page:\s*(?!UNKNOWN)(\S+)$/im],
  [/^Cargo\.toml$/, /^(?:homepage|repository)\s*=\s*"([^"]+)"/m],
  [/^setup\.cfg$/, /^(?:url|home-page)\s*=\s*(\S+)$/m],
  [/^configure\.(?:ac|in)$/, /\bAC_INIT\s*\([^)]*?\[?(https?:\/\/[^\s\],)]+)/],
  [/\.pc\.in$/, /^URL:\s*(\S+)$/m],
  [/\.spec(?:\.in)?$/, /^URL:\s*(\S+)$/im],
  [/^CMakeLists\.txt$/, /\bproject\s*\([^)]*\bHOMEPAGE_URL\s+"([^"]+)"/i]
];
function firstOf(texts, patterns2) {
  for (const [file, pattern] of patterns2) {
    for (const [name, text3] of texts) {
      const found = file.test(name) ? pattern.exec(text3)?.[1]?.trim() : void 0;
      if (found) return found;
    }
  }
  return void 0;
}
function homepageOf(url, name) {
  const [, machine = "", path = ""] = /^[a-z]+:\/\/([^/]+)(\/.*)$/i.exec(url) ?? [];
  const parts = path.split("/").filter((part) => part !== "");
  if (/^(?:codeload\.)?github\.com$|^gitlab\.|^codeberg\.org$/.test(machine) && parts.length > 2) {
    return `https://${machine.replace(/^codeload\./, "")}/${parts[0]}/${parts[1]}`;
  }
  const project = /^project(?:s)?$/.test(parts[0] ?? "") ? parts[1] : parts[0];
  if (/(?:^|\.)(?:sourceforge|sf)\.net$/.test(machine) && project)
    return `https://${project}.sourceforge.net/`;
  if (/(?:^|\.)gnu\.org$/.test(machine)) return `https://www.gnu.org/software/${name.toLowerCase()}/`;
  return void 0;
}
var EXPLICIT = [
  [/^(?:Cargo|pyproject)\.toml$/, /^license\s*=\s*(?:\{\s*text\s*=\s*)?"([A-Za-z0-9.+() -]+)"/m],
  [/^meson\.build$/, /\blicense\s*:\s*\[?\s*'([A-Za-z0-9.+-]+)'/]
];
function asSpdx(said) {
  const [, gnu, major, minor = ".0", later] = /^(L?GPL|AGPL)[-v]*([123])(\.[01])?(\+?)$/.exec(said) ?? [];
  if (gnu !== void 0) return `${gnu}-${major}${minor}-${later ? "or-later" : "only"}`;
  return SPDX.test(said) ? said : void 0;
}
var SPDX = /^(?:(?:L?GPL|AGPL)-[123]\.[01]-(?:only|or-later)|MIT|BSD-[234]-Clause|Apache-2\.0|MPL-2\.0|ISC|Zlib|BSL-1\.0|Unlicense|0BSD|CC0-1\.0|(?:MIT OR Apache-2\.0|Apache-2\.0 OR MIT))$/;
var GNU = [
  [/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/, "AGPL-3.0"],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/, "LGPL-3.0"],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/, "LGPL-2.1"],
  [/GNU LIBRARY GENERAL PUBLIC LICENSE\s+Version 2/, "LGPL-2.0"],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/, "GPL-3.0"],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 2/, "GPL-2.0"]
];
var BSD = /Redistributions of source code must retain the above[\s\S]*Redistributions in binary form must reproduce the\s+above/;
var OTHERS = [
  [/^\s*Apache License\s+Version 2\.0/, "Apache-2.0"],
  [/^\s*Mozilla Public License,? [Vv]ersion 2\.0/, "MPL-2.0"],
  [new RegExp(`${BSD.source}[\\s\\S]*Neither the name`), "BSD-3-Clause"],
  [BSD, "BSD-2-Clause"],
  [
    /Permission to use, copy, modify, and(?:\/or)? distribute this software for any\s+purpose with or without fee/,
    "ISC"
  ],
  [/Permission is hereby granted, free of charge, to any person obtaining\s+a\s+copy/, "MIT"]
];
function licenseOf(texts) {
  const said = firstOf(texts, EXPLICIT);
  if (said !== void 0) return asSpdx(said);
  const files = [...texts].filter(([file]) => /^(?:COPYING|LICEN[CS]E|COPYRIGHT)/.test(file));
  const [only, ...others] = files;
  return only === void 0 || others.length > 0 ? void 0 : licenseIn(only[1], texts);
}
function licenseIn(text3, texts) {
  const gnu = GNU.find(([words]) => words.test(text3.slice(0, 1e3)))?.[1];
  if (gnu === void 0)
    return text3.length > 15e3 ? void 0 : OTHERS.find(([words]) => words.test(text3))?.[1];
  const sources = [...texts].filter(([file]) => SOURCE.test(file)).map(([, source]) => headOf(source));
  const headed = sources.filter((source) => /General Public License/.test(source));
  const isOpen = headed.every((source) => /any later version/.test(source));
  return headed.length > 0 && isOpen ? `${gnu}-or-later` : void 0;
}
function headOf(source) {
  return source.slice(0, 4e3).replace(/\n\W*/g, " ").replace(/\s+/g, " ");
}
function needsIn(file, text3) {
  const name = file.split("/").at(-1) ?? "";
  if (/^configure\.(?:ac|in)$/.test(name)) return modulesOfAutoconf(text3);
  if (name === "CMakeLists.txt") return modulesOfCmake(text3);
  if (name === "meson.build") return modulesOfMeson(text3);
  return [];
}
function modulesOfAutoconf(text3) {
  return [
    ...text3.matchAll(/^[ \t]*PKG_CHECK_MODULES\s*\(\s*\[?\w+\]?\s*,\s*(?:\[([^[\]]*)\]|([^,()[\]]+))\s*\)/gm)
  ].flatMap(([, quoted3, plain]) => moduleNames(quoted3 ?? plain ?? ""));
}
function modulesOfCmake(text3) {
  const plain = text3.replace(/#.*$/gm, "");
  const packages = [...plain.matchAll(/\bfind_package\s*\(\s*([\w+-]+)([^)]*)\)/gi)].filter(([, , rest = ""]) => /\bREQUIRED\b/.test(rest)).map(([, name = ""]) => name);
  const modules = [...plain.matchAll(/\bpkg_(?:check|search)_modules?\s*\(\s*\w+\s+([^)]*)\)/gi)].filter(([, rest = ""]) => /\bREQUIRED\b/.test(rest)).flatMap(
    ([, rest = ""]) => moduleNames(rest.replace(/\b(?:REQUIRED|QUIET|IMPORTED_TARGET|GLOBAL)\b/g, " "))
  );
  return [...packages, ...modules];
}
function modulesOfMeson(text3) {
  return [...text3.matchAll(/\bdependency\s*\(\s*'([\w.+-]+)'([^)]*)\)/g)].filter(([, , rest = ""]) => !/\brequired\s*:\s*(?!true)/.test(rest)).map(([, name = ""]) => name);
}
function moduleNames(text3) {
  return text3.replace(/[<>=!]+\s*\S+/g, " ").split(/[\s,"]+/).filter((word2) => /^[A-Za-z][\w.+-]*$/.test(word2));
}

// src/recipe/writing/source-name.ts
function nameOfSource(url) {
  const { folders, file } = partsOf(url);
  const stem2 = withoutSuffixes(file);
  const forge = forgeOf(folders);
  const split = splitStem(stem2);
  const isTagged = forge !== void 0 && (split.name === "" || /^[0-9a-f]{40}$/.test(stem2));
  const name = isTagged ? forge.repository : split.name || nameAbove(folders);
  const version2 = split.version ?? versionAbove(folders, forge?.tag);
  return { name, version: version2 === void 0 ? void 0 : tidyVersion(version2) };
}
function partsOf(url) {
  const [plain = "", query = ""] = url.replace(/#.*$/s, "").split("?");
  const named = /(?:^|&)(?:file|filename|download|url|f|name)=([^&]+\.[a-z0-9]+)/i.exec(query)?.[1];
  const path = plain.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
  const parts = path.split("/").filter((part) => part !== "").map(unescaped);
  if (/^(?:download|latest)$/.test(parts.at(-1) ?? "") && parts.length > 1) parts.pop();
  const file = named === void 0 ? parts.pop() : unescaped(named).split("/").pop();
  return { folders: parts, file: file ?? "" };
}
function unescaped(part) {
  return part.replace(
    /%(2[0bB-eE]|5[fF]|7[eE]|40)/g,
    (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))
  );
}
var ARCHIVE = /\.(?:tar\.(?:gz|bz2|xz|lzma|lz|zst|Z|bz|7z)|tar|tgz|tbz2?|txz|tlz|zip|7z|gz|bz2|xz|lzma|Z|jar|rpm|deb|run|bin|sh|exe|cpio|crate|gem|whl)$/i;
var QUALIFIER = /[-._+]?(?<![a-z])(?:src|source|sources|orig|original|dist|release|released|tar|bin|binary|noarch|all|gpl|oss|full|complete|stable|final|unix|posix|sdist|(?:gnu|pc|unknown|generic)?[-_.]?linux(?:[-_.]?gnu)?(?:32|64)?|x86[-_]64|x64|amd64|i[3-6]86|x86|64bit|32bit|glibc[0-9._]*|static|dynamic|multi(?:arch)?|gtk2?|any|py[0-9](?:\.py[0-9])?|none)$/i;
function withoutSuffixes(file) {
  let stem2 = file;
  while (ARCHIVE.test(stem2)) stem2 = stem2.replace(ARCHIVE, "");
  for (let shorter = stem2.replace(QUALIFIER, ""); shorter !== stem2 && /\d/.test(shorter); ) {
    stem2 = shorter;
    shorter = stem2.replace(QUALIFIER, "");
  }
  return stem2;
}
function forgeOf(folders) {
  const at = folders.findIndex((part, index) => index >= 2 && FORGE_FOLDERS.includes(part));
  if (at === -1) return void 0;
  const repository = folders[at - (folders[at - 1] === "-" ? 2 : 1)];
  return repository === void 0 ? void 0 : { repository, tag: folders.at(-1) };
}
var FORGE_FOLDERS = ["archive", "releases", "get", "tarball", "zipball", "tar.gz", "snapshot", "downloads"];
function splitStem(stem2) {
  const alone = /^(?:v|ver|version|rel|release|r)?[-_.]?(\d[\w.+~-]*)$/i.exec(stem2);
  if (alone) return { name: "", version: alone[1] };
  const split = (
    // Debian's: no other has a dash with a digit before it.
    /^([a-z0-9.+-]*-\d+[a-z]*)_(\d[\w.+~-]*\.[\w.+~-]*)$/.exec(stem2) ?? /^(.*?[^-_.])[-_]+(?:v|ver|version|rel|release)?[-_.]?(\d+(?:[._][\w]+)+.*)$/i.exec(stem2) ?? /^(.*?[^-_.])[-_](?:v|r|ver|version|rel|release)?[-_.]?(\d[\w.+~]*(?:[-_.].*)?)$/i.exec(stem2) ?? /^(.*?[a-z])(\d+(?:\.[\w]+)+.*)$/i.exec(stem2) ?? /^(.*?[a-z])(\d{3,}[a-z]?\d*)$/i.exec(stem2) ?? /^(.*?[a-z])\.(\d[\w.]*)$/i.exec(stem2)
  );
  if (!split) return { name: stem2, version: void 0 };
  const [, name = "", version2 = ""] = split;
  return { name: name.replace(/[-_.](?:v|src|source)$|-X11R\d[.\d]*$/i, ""), version: version2 };
}
var NO_NAME = /^(?:v?[0-9][\w.]*|pub|src|source|sources|files?|downloads?|releases?|archives?|dist|stable|old|latest|current|software|~.*)$/i;
function nameAbove(folders) {
  return [...folders].reverse().find((part) => !NO_NAME.test(part)) ?? "";
}
function versionAbove(folders, tag) {
  const part = [tag, ...[...folders].reverse()].find((one) => /(?:^|[-_v])\d+([._]\d+)+/.test(one ?? ""));
  return part === void 0 ? void 0 : splitStem(part).version ?? void 0;
}
function tidyVersion(version2) {
  const dotted = version2.includes(".") ? version2 : version2.replace(/(?<=\d)[_-](?=\d{1,3}(?!\d))/g, ".");
  return dotted.replace(/[-+~]/g, "_").toLowerCase();
}

// src/recipe/writing/make-recipe.ts
function nameRecipe(url, given) {
  const found = nameOfSource(url);
  const { dialect } = given;
  const spelled2 = dialect === "gobolinux" ? programName(found.name) : portName(found.name);
  const name = given.name ?? spelled2;
  const version2 = given.version ?? found.version ?? "";
  const troubles = [];
  if (!NAMES[dialect].test(name)) troubles.push(unnamed("name", name, url));
  if (!VERSION.test(version2)) troubles.push(unnamed("version", version2, url));
  return troubles.length > 0 ? { ok: false, error: troubles } : ok({ dialect, name, version: version2 });
}
var NAMES = {
  gobolinux: /^[A-Za-z0-9](?:[\w+.]|-(?!-|$))*$/,
  yaml: /^[A-Za-z0-9](?:[\w+.]|-(?![-0-9]|$))*$/
};
var VERSION = /^[0-9][\w.+]*$/;
function unnamed(what, found, url) {
  const message = found === "" ? `${quoted(url)} tells no ${what}` : `${quoted(found)} can't be the ${what} of a recipe`;
  const help = what === "name" ? "say it: `make-recipe URL NAME VERSION`" : "say it: `make-recipe URL NAME VERSION`; it begins with a digit";
  return { severity: "error", code: "make-recipe/unnamed", blame: "request", message, help };
}
function worthReading(file) {
  return tellsFacts(file);
}
function makeRecipe({ identity, archive, bases, supply }) {
  const top = topOf(archive.files);
  const detected = detectBuildSystem(archive.files, top);
  if (!detected) return wrong(unknownSystem(archive));
  const below = top === "" ? "" : `${top}/`;
  const texts = new Map(
    [...archive.texts].filter(([file]) => file.startsWith(below)).map(([file, text3]) => [file.slice(below.length), text3])
  );
  const source = nameOfSource(archive.url);
  const { needs, ...facts } = factsOf(texts, source, archive.url);
  const isMakefile = detected.system === "makefile";
  const makefile = isMakefile ? factsOfMakefile(texts.get(detected.evidence) ?? "") : void 0;
  const { name, version: version2, dialect } = identity;
  const draft2 = {
    ...archive,
    name,
    version: version2,
    top,
    detected,
    makefile,
    facts,
    needs: needs.flatMap((need) => supply(need) ?? []),
    bases
  };
  return ok({
    files: dialect === "gobolinux" ? writeGoboRecipe(draft2) : writeYamlPort(draft2),
    system: detected.system,
    evidence: below + detected.evidence,
    unknownNeeds: needs.filter((need) => !supply(need)),
    warnings: makefile && !makefile.hasInstall ? [noInstall(below + detected.evidence)] : []
  });
}
function unknownSystem({ file, files }) {
  return {
    severity: "error",
    code: "make-recipe/unknown-build-system",
    blame: "request",
    message: `nothing in ${quoted(file)} tells how it is built: it holds ${quotedList(files)}`,
    help: "write the recipe by hand: a `port.yml` of style `script` or `manifest` builds anything"
  };
}
function noInstall(evidence) {
  return {
    severity: "warning",
    code: "make-recipe/no-install",
    blame: "request",
    message: `${quoted(evidence)} has no target \`install\``,
    help: "say in the recipe what goes where: `do_install` of a Recipe, `script: {fake: …}` of a port.yml"
  };
}

// src/recipe/writing/edits.ts
function applyEdits(text3, edits) {
  const kept = [];
  for (const edit of edits) {
    if (kept.every((one) => edit.end <= one.start || edit.start >= one.end)) kept.push(edit);
  }
  let renewed = text3;
  for (const { start, end, text: piece } of kept.sort((a, b) => b.start - a.start)) {
    renewed = renewed.slice(0, start) + piece + renewed.slice(end);
  }
  return renewed;
}
function wholeLines(text3, { start, end }) {
  const next = text3.indexOf("\n", Math.max(start, end - 1));
  return {
    start: text3.lastIndexOf("\n", start - 1) + 1,
    end: next === -1 ? text3.length : next + 1,
    text: ""
  };
}

// src/recipe/writing/respell.ts
function plainOf(version2) {
  return version2.replace(/_bin$/, "");
}
function respellSource(text3, { from, to }) {
  const [old, next] = [plainOf(from), plainOf(to)];
  const spelled2 = [
    [old, next],
    [old.replace(/_/g, "-"), next.replace(/_/g, "-")],
    [old.replace(/_/g, "+"), next.replace(/_/g, "+")],
    [old.replace(/_/g, "~"), next.replace(/_/g, "~")],
    [old.replaceAll(".", "_"), next.replaceAll(".", "_")],
    [old.replaceAll(".", "-"), next.replaceAll(".", "-")]
  ];
  let renewed = text3;
  for (const [one, other] of spelled2) renewed = replaceWhole(renewed, one, other);
  const joined2 = old.replaceAll(".", "");
  if (renewed === text3 && /^[0-9]{3,}$/.test(joined2))
    renewed = text3.replace(new RegExp(`(?<![0-9])${joined2}(?![0-9])`, "g"), next.replaceAll(".", ""));
  return respellFolders(renewed, { from: old, to: next });
}
function respellFolders(text3, { from, to }) {
  const [major = "", minor] = from.split(/[._]/);
  const [nextMajor = "", nextMinor] = to.split(/[._]/);
  const series = minor === void 0 ? major : `${major}.${minor}`;
  const nextSeries = nextMinor === void 0 ? nextMajor : `${nextMajor}.${nextMinor}`;
  return text3.replace(new RegExp(`(?<=[/a-z_-])${escaped2(series)}(?=(?:\\.x)?/)`, "gi"), nextSeries).replace(new RegExp(`(?<=/v?)${escaped2(major)}(?=(?:\\.x)?/)`, "gi"), nextMajor);
}
function respellText(text3, { from, to }) {
  const [old, next] = [plainOf(from), plainOf(to)];
  return /[0-9][._][0-9]/.test(old) ? replaceWhole(text3, old, next) : text3;
}
function replaceWhole(text3, from, to) {
  const whole = new RegExp(`(?<![0-9]|[0-9][._])${escaped2(from)}(?![0-9]|[._][0-9])`, "g");
  return text3.replace(whole, () => to);
}
function escaped2(text3) {
  return text3.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

// src/recipe/gobolinux/shell/reader.ts
var ANYTHING = /^/;
function refuse(reader, trouble) {
  reader.trouble ??= trouble;
  reader.at = reader.text.length;
}
var DEEPEST = 100;
function deeper(reader, otherwise, rule) {
  if (reader.depth >= DEEPEST) {
    const { at } = reader;
    refuse(reader, {
      code: "gobo/too-deep",
      message: `commands and substitutions are nested more than ${DEEPEST} deep`,
      range: { start: at, end: at + 1 },
      help: "write it flatter"
    });
    return otherwise;
  }
  reader.depth += 1;
  const value = rule();
  reader.depth -= 1;
  return value;
}
function take(reader, pattern) {
  pattern.lastIndex = reader.at;
  const [found] = pattern.exec(reader.text) ?? [];
  if (found !== void 0) reader.at += found.length;
  return found;
}
function skipBlanks(reader) {
  take(reader, /(?:[ \t]|\\\n)+/y);
}
function skipLines(reader) {
  for (; ; ) {
    skipBlanks(reader);
    const char = reader.text[reader.at];
    if (char === "#") take(reader, /#[^\n]*/y);
    else if (char === "\n") takeLineEnd(reader);
    else return;
  }
}
function takeLineEnd(reader) {
  reader.at += 1;
  const { pending } = reader;
  reader.pending = [];
  for (const document of pending) skipHereDocument(reader, document);
}
function skipHereDocument(reader, { delimiter, tabs, range }) {
  const { text: text3 } = reader;
  while (reader.at < text3.length) {
    const newline = text3.indexOf("\n", reader.at);
    const end = newline === -1 ? text3.length : newline;
    const line = text3.slice(reader.at, end);
    reader.at = Math.min(end + 1, text3.length);
    if ((tabs === "stripped" ? line.replace(/^\t+/, "") : line) === delimiter) {
      if (newline !== -1) reader.at = end + 1;
      return;
    }
  }
  refuseHereDocument(reader, { delimiter, tabs, range });
}
function refusePending(reader) {
  const [first2] = reader.pending;
  if (first2) refuseHereDocument(reader, first2);
}
function refuseHereDocument(reader, { delimiter, tabs, range }) {
  refuse(reader, {
    code: "gobo/here-document",
    message: `this here-document never ends: no line is \`${delimiter}\``,
    range,
    help: `put \`${delimiter}\` alone on a line, ${tabs === "stripped" ? "only tabs" : "nothing"} before it`
  });
}
function refuseOpen(reader, start, opening) {
  const closing = { "{": "}", "(": ")", "[": "]" }[opening.slice(-1)] ?? opening;
  refuse(reader, {
    code: "gobo/open",
    message: `this \`${opening}\` is never closed`,
    range: { start, end: start + opening.length },
    help: `put \`${closing}\` where it ends`
  });
}

// src/recipe/gobolinux/shell/parameters.ts
var NAME = /[A-Za-z_]\w*/y;
var SPECIAL = /[@*#?$!0-9-]/y;
function readParameter(reader, { quoting }) {
  const start = reader.at;
  if (reader.text[start + 1] === "{") return readBraced(reader, quoting);
  reader.at += 1;
  const name = take(reader, NAME) ?? take(reader, SPECIAL);
  if (name === void 0) return void 0;
  return { name, range: { start, end: reader.at }, elements: elementsOf(name) };
}
function elementsOf(name) {
  return name === "@" ? "each" : name === "*" ? "joined" : "first";
}
function readBraced(reader, quoting) {
  const start = reader.at;
  reader.at += 2;
  const prefix = take(reader, /[#!](?=\w)/y);
  const name = take(reader, NAME) ?? take(reader, /[0-9]+/y) ?? take(reader, SPECIAL) ?? "";
  const elements = readSubscript(reader) ?? elementsOf(name);
  const written = reader.text[reader.at] === "}" ? void 0 : readOperation(reader, quoting);
  const operation = operationWith(prefix, written);
  if (reader.text[reader.at] === "}") reader.at += 1;
  else refuseOpen(reader, start, "${");
  const range = { start, end: reader.at };
  return { name, range, elements, ...operation ? { operation } : {} };
}
function operationWith(prefix, written) {
  if (prefix === void 0) return written;
  return prefix === "#" && !written ? { kind: "length" } : { kind: "opaque" };
}
function readSubscript(reader) {
  const found = take(reader, /\[(?:[^[\]"'\\]|"[^"]*"|'[^']*'|\[[^[\]]*\])*\]/y);
  if (found === void 0) return void 0;
  const index = found.slice(1, -1);
  return index === "@" ? "each" : index === "*" ? "joined" : { index };
}
var OPERATORS = /:?[-=?+]|##?|%%?|\/[/#%]?|\^\^?|,,?|:|@/y;
function readOperation(reader, quoting) {
  const operator = take(reader, OPERATORS) ?? "";
  const letter = operator.at(-1);
  switch (operator[0] === ":" ? operator[1] ?? ":" : operator[0]) {
    case "-":
    case "=":
    case "?":
    case "+": {
      const empty = operator[0] === ":" ? "is-none" : "counts";
      const word2 = readOperand(reader, { quoting, ...quoting === "quoted" ? TEXT_OPERAND : OPERAND });
      return { kind: "default", operator: letter, empty, word: word2 };
    }
    case "#":
    case "%": {
      const match = operator.length > 1 ? "longest" : "shortest";
      const from = letter === "#" ? "start" : "end";
      return { kind: "cut", from, match, pattern: readOperand(reader, { quoting: "bare", ...OPERAND }) };
    }
    case "/":
      return readReplacement(reader, operator);
    case "^":
    case ",": {
      const pattern = readOperand(reader, { quoting: "bare", ...OPERAND });
      const letters = operator.length > 1 ? "all" : "first";
      if (pattern.parts.length > 0) return { kind: "opaque" };
      return { kind: "case", to: letter === "^" ? "upper" : "lower", letters };
    }
    case ":":
      return readSlice(reader);
    default:
      readOperand(reader, { quoting: "bare", ...OPERAND });
      return { kind: "opaque" };
  }
}
function readReplacement(reader, operator) {
  const where = { "//": "all", "/#": "start", "/%": "end" }[operator] ?? "first";
  const pattern = readOperand(reader, { quoting: "bare", ...PATTERN });
  const hasWord = take(reader, /\//y) !== void 0;
  const { at } = reader;
  const word2 = hasWord ? readOperand(reader, { quoting: "bare", ...OPERAND }) : { start: at, end: at, parts: [] };
  return { kind: "replace", where, pattern, word: word2 };
}
function readSlice(reader) {
  const start = reader.at;
  readOperand(reader, { quoting: "bare", ...OPERAND });
  const written = reader.text.slice(start, reader.at);
  const [, offset, length] = /^ *(-?\d{1,9})(?: *: *(-?\d{1,9}))? *$/.exec(written) ?? [];
  if (offset === void 0) return { kind: "opaque" };
  return { kind: "slice", offset: Number(offset), length: length === void 0 ? void 0 : Number(length) };
}
var OPERAND = {
  end: /\}/y,
  run: /[^}\\'"`$<>]+/y,
  apostrophe: "quotes",
  escapable: ANYTHING
};
var TEXT_OPERAND = {
  end: /\}/y,
  run: /[^}\\"`$]+/y,
  apostrophe: "is-text",
  escapable: /[$`"\\}]/
};
var PATTERN = { ...OPERAND, end: /[}/]/y, run: /[^}/\\'"`$<>]+/y };
function readOperand(reader, setting) {
  const start = reader.at;
  const parts = reader.rules.parts(reader, setting);
  return { start, end: reader.at, parts };
}

// src/recipe/gobolinux/shell/words.ts
function readWord(reader) {
  const start = reader.at;
  const parts = readParts(reader, BARE);
  return reader.at === start ? void 0 : { start, end: reader.at, parts };
}
var SUBSCRIPTED = /[A-Za-z_]\w*\[/y;
function readFirstWord(reader) {
  const { at: start } = reader;
  const name = take(reader, SUBSCRIPTED);
  if (name === void 0) return readWord(reader);
  const parts = [{ kind: "text", text: name, quoting: "bare" }];
  const opening = reader.at - 1;
  for (let open = 1; open > 0; ) {
    parts.push(...readParts(reader, SUBSCRIPT));
    const bracket2 = take(reader, /[[\]]/y);
    if (bracket2 === void 0) {
      refuseOpen(reader, opening, "[");
      return void 0;
    }
    parts.push({ kind: "text", text: bracket2, quoting: "bare" });
    open += bracket2 === "[" ? 1 : -1;
  }
  parts.push(...readParts(reader, BARE));
  return { start, end: reader.at, parts: joined(parts) };
}
var SUBSCRIPT = {
  quoting: "bare",
  end: /[[\]]/y,
  run: /[^[\]\\'"`$]+/y,
  apostrophe: "quotes",
  escapable: ANYTHING
};
var BARE = {
  quoting: "bare",
  end: /[ \t\n;&|()]|[<>](?!\()/y,
  run: /[^ \t\n;&|()<>\\'"`$]+/y,
  apostrophe: "quotes",
  escapable: ANYTHING
};
var DOUBLE = {
  quoting: "quoted",
  end: /"/y,
  run: /[^"\\`$]+/y,
  apostrophe: "is-text",
  escapable: /[$`"\\]/
};
function readParts(reader, setting) {
  const { text: text3 } = reader;
  const { quoting } = setting;
  const parts = [];
  while (reader.at < text3.length) {
    setting.end.lastIndex = reader.at;
    if (setting.end.test(text3)) break;
    const run = take(reader, setting.run);
    if (run !== void 0) {
      parts.push({ kind: "text", text: run, quoting });
      continue;
    }
    parts.push(...readSpecial(reader, setting));
  }
  return joined(parts);
}
function readSpecial(reader, setting) {
  const { text: text3, at } = reader;
  const { quoting } = setting;
  switch (text3[at]) {
    case "\\":
      return readEscape(reader, setting);
    case "'":
      return setting.apostrophe === "quotes" ? readSingle(reader) : readCharacter(reader, quoting);
    case '"':
      return readDouble(reader);
    case "`":
      return [readBackquotes(reader, quoting)];
    case "$":
      return readDollar(reader, setting);
    case "<":
    case ">":
      return text3[at + 1] === "(" ? [readProcess(reader, quoting)] : readCharacter(reader, quoting);
    default:
      return readCharacter(reader, quoting);
  }
}
function readCharacter(reader, quoting) {
  const char = reader.text.charAt(reader.at);
  reader.at += 1;
  return [{ kind: "text", text: char, quoting }];
}
function readEscape(reader, { escapable }) {
  const next = reader.text[reader.at + 1];
  reader.at = Math.min(reader.at + 2, reader.text.length);
  if (next === "\n") return [];
  if (next === void 0) return [{ kind: "text", text: "\\", quoting: "quoted" }];
  return [{ kind: "text", text: escapable.test(next) ? next : `\\${next}`, quoting: "quoted" }];
}
function readSingle(reader) {
  const { text: text3, at } = reader;
  const end = text3.indexOf("'", at + 1);
  if (end === -1) {
    refuseQuote(reader, { start: at, quote: "'", name: "apostrophe" });
    return [];
  }
  reader.at = end + 1;
  return [{ kind: "text", text: text3.slice(at + 1, end), quoting: "quoted" }];
}
function readDouble(reader) {
  return deeper(reader, [], () => {
    const start = reader.at;
    reader.at += 1;
    const parts = readParts(reader, DOUBLE);
    if (reader.text[reader.at] !== '"') {
      refuseQuote(reader, { start, quote: '"', name: "quote" });
      return [];
    }
    reader.at += 1;
    return parts.length > 0 ? parts : [{ kind: "text", text: "", quoting: "quoted" }];
  });
}
function refuseQuote(reader, { start, quote, name }) {
  refuse(reader, {
    code: "gobo/quote",
    message: `this ${name} is never closed`,
    range: { start, end: start + 1 },
    help: `put another \`${quote}\` where the text ends`
  });
}
function readBackquotes(reader, quoting) {
  const start = reader.at;
  const inner = /`((?:[^`\\]|\\[\s\S])*)`/y;
  const found = take(reader, inner);
  if (found === void 0) {
    refuseQuote(reader, { start, quote: "`", name: "backquote" });
    return { kind: "opaque", range: { start, end: start + 1 }, quoting };
  }
  const range = { start, end: reader.at };
  const escaped5 = quoting === "quoted" ? /\\([$`\\"])/g : /\\([$`\\])/g;
  const text3 = found.slice(1, -1).replace(escaped5, "$1");
  const own = { ...reader, text: text3, at: 0, pending: [], trouble: void 0 };
  const script2 = deeper(reader, [], () => own.rules.script(own, []));
  return own.trouble ? { kind: "opaque", range, quoting } : { kind: "command", script: script2, quoting, range };
}
function readDollar(reader, setting) {
  const { text: text3, at } = reader;
  const { quoting } = setting;
  const next = text3[at + 1] ?? "";
  if (next === "'" && quoting === "bare") return [readAnsi(reader)];
  if (next === '"' && quoting === "bare") {
    reader.at += 1;
    return readDouble(reader);
  }
  if (next === "(") return [readSubstitution(reader, quoting)];
  if (next === "[") return [readOldArithmetic(reader, quoting)];
  const parameter = deeper(reader, void 0, () => readParameter(reader, setting));
  if (parameter) return [{ kind: "variable", parameter, quoting }];
  if (reader.trouble) return [];
  reader.at = at + 1;
  return [{ kind: "text", text: "$", quoting }];
}
function readAnsi(reader) {
  const start = reader.at;
  const found = take(reader, /\$'((?:[^'\\]|\\[\s\S])*)'/y);
  if (found === void 0) {
    refuseQuote(reader, { start: start + 1, quote: "'", name: "apostrophe" });
    return { kind: "opaque", range: { start, end: start + 1 }, quoting: "quoted" };
  }
  const range = { start, end: reader.at };
  const written = found.slice(2, -1);
  if (/\\[^ntr\\'"]/.test(written)) return { kind: "opaque", range, quoting: "quoted" };
  const meaning = { n: "\n", t: "	", r: "\r" };
  const text3 = written.replace(/\\(.)/g, (_, letter) => meaning[letter] ?? letter);
  return { kind: "text", text: text3, quoting: "quoted" };
}
function readSubstitution(reader, quoting) {
  const { text: text3, at: start } = reader;
  if (text3.startsWith("$((", start)) {
    const end = endOfArithmetic(text3, start + 3);
    if (end !== void 0) {
      reader.at = end;
      return { kind: "opaque", range: { start, end }, quoting };
    }
  }
  reader.at += 2;
  const script2 = deeper(reader, [], () => reader.rules.script(reader, [")"]));
  if (text3[reader.at] === ")") reader.at += 1;
  else refuseOpen(reader, start, "$(");
  return { kind: "command", script: script2, quoting, range: { start, end: reader.at } };
}
function endOfArithmetic(text3, from) {
  let depth = 0;
  for (let at = from; at < text3.length; at += 1) {
    const char = text3[at];
    if (char === "(") depth += 1;
    else if (char === ")" && depth > 0) depth -= 1;
    else if (char === ")") return text3[at + 1] === ")" ? at + 2 : void 0;
    else if (char === "\\") at += 1;
  }
  return void 0;
}
function readOldArithmetic(reader, quoting) {
  const start = reader.at;
  const found = take(reader, /\$\[[^\]]*\]/y);
  if (found === void 0) refuseOpen(reader, start, "$[");
  return { kind: "opaque", range: { start, end: reader.at }, quoting };
}
function readProcess(reader, quoting) {
  const start = reader.at;
  reader.at += 2;
  deeper(reader, [], () => reader.rules.script(reader, [")"]));
  if (reader.text[reader.at] === ")") reader.at += 1;
  else refuseOpen(reader, start, reader.text.slice(start, start + 2));
  return { kind: "opaque", range: { start, end: reader.at }, quoting };
}
function joined(parts) {
  const all = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === "text" && last?.kind === "text" && last.quoting === part.quoting)
      all[all.length - 1] = { ...last, text: last.text + part.text };
    else all.push(part);
  }
  return all;
}

// src/recipe/gobolinux/shell/compounds.ts
function readCompound(reader) {
  const { text: text3, at } = reader;
  if (text3[at] === "(") return text3[at + 1] === "(" ? readArithmetic(reader) : readApart(reader);
  const word2 = KEYWORD_START.test(text3.charAt(at)) ? take(reader, KEYWORD) : void 0;
  switch (word2) {
    case void 0:
      return void 0;
    case "{":
      return {
        kind: "group",
        body: readBody(reader, { start: at, word: word2, close: "}" }),
        start: at,
        end: reader.at
      };
    case "if":
      return readIf(reader, at);
    case "while":
    case "until":
      return readWhile(reader, at, word2);
    case "for":
    case "select":
      return readFor(reader, at, word2);
    case "case":
      return readCase(reader, at);
    case "[[":
      return readTest(reader, at);
    default:
      return refuseStray(reader, at, word2);
  }
}
var KEYWORD_START = /[{}[a-z]/;
var KEYWORD = /(?:\{|\}|\[\[|if|then|elif|else|fi|while|until|for|select|case|esac|do|done|in|function)(?=$|[\s;&|()<>])/y;
function refuseStray(reader, start, word2) {
  reader.at = start;
  refuse(reader, {
    code: "gobo/syntax",
    message: `\`${word2}\` can't stand here`,
    range: { start, end: start + word2.length },
    help: "nothing that it would go on with or end is open"
  });
}
function readBody(reader, opened) {
  const body = readPart(reader, opened, [opened.close]);
  expectWord(reader, opened);
  return body;
}
function readPart(reader, { start, word: word2 }, until) {
  const body = deeper(reader, [], () => reader.rules.script(reader, until));
  if (body.length === 0 && reader.at < reader.text.length) {
    refuse(reader, {
      code: "gobo/empty",
      message: `no command follows this \`${word2}\``,
      range: { start, end: start + word2.length },
      help: "write one: `:` does nothing"
    });
  }
  return body;
}
function expectWord(reader, { start, word: word2, close }) {
  if (reader.text.startsWith(close, reader.at)) {
    reader.at += close.length;
    return;
  }
  refuse(reader, {
    code: "gobo/open",
    message: `this \`${word2}\` is never closed`,
    range: { start, end: start + word2.length },
    help: `put \`${close}\` where it ends`
  });
}
function readApart(reader) {
  const { at: start } = reader;
  reader.at += 1;
  const body = readBody(reader, { start, word: "(", close: ")" });
  return { kind: "apart", body, start, end: reader.at };
}
function readArithmetic(reader) {
  const { at: start } = reader;
  const end = endOfArithmetic(reader.text, start + 2);
  if (end === void 0) return readApart(reader);
  reader.at = end;
  return { kind: "condition", words: void 0, start, end };
}
function readIf(reader, start) {
  const branches = [];
  let otherwise = [];
  let opened = { start, word: "if", close: "then" };
  for (; ; ) {
    const condition = readBody(reader, opened);
    const thenAt = { start: reader.at - 4, word: "then", close: "fi" };
    const body = readPart(reader, thenAt, ["elif", "else", "fi"]);
    branches.push({ condition, body });
    const { at } = reader;
    const next = take(reader, /elif|else|fi/y);
    if (next === "elif") {
      opened = { start: at, word: "elif", close: "then" };
      continue;
    }
    if (next === "else") otherwise = readBody(reader, { start: at, word: "else", close: "fi" });
    else if (next === void 0) expectWord(reader, { start, word: "if", close: "fi" });
    return { kind: "if", branches, otherwise, start, end: reader.at };
  }
}
function readWhile(reader, start, word2) {
  const condition = readPart(reader, { start, word: word2, close: "do" }, ["do"]);
  const body = readLoopBody(reader, { start, word: word2 });
  return { kind: "loop", body: [...condition, ...body], names: [], start, end: reader.at };
}
function readLoopBody(reader, { start, word: word2 }) {
  skipLines(reader);
  const { at } = reader;
  if (word2 !== "while" && word2 !== "until" && take(reader, /\{(?=\s)/y)) {
    return readBody(reader, { start: at, word: "{", close: "}" });
  }
  expectWord(reader, { start, word: word2, close: "do" });
  return readBody(reader, { start: at, word: "do", close: "done" });
}
function readFor(reader, start, word2) {
  skipBlanks(reader);
  if (reader.text.startsWith("((", reader.at)) return readCountingFor(reader, start);
  const nameRange = { start: reader.at, end: reader.at };
  const name = take(reader, /[A-Za-z_]\w*/y) ?? "";
  const named = { ...nameRange, end: reader.at };
  if (name === "") refuseName(reader, { start, end: start + word2.length });
  skipLines(reader);
  const words = take(reader, /in(?=[\s;])/y) === void 0 ? void 0 : readWords(reader);
  skipBlanks(reader);
  take(reader, /;/y);
  const body = readLoopBody(reader, { start, word: word2 });
  const place = { start, end: reader.at };
  return word2 === "for" ? { kind: "for", name, nameRange: named, words, body, ...place } : { kind: "loop", body, names: [{ name, range: named }], ...place };
}
function refuseName(reader, range) {
  refuse(reader, {
    code: "gobo/syntax",
    message: "the name of a variable must follow",
    range,
    help: "write `for name in words; do commands; done`"
  });
}
function readCountingFor(reader, start) {
  const end = endOfArithmetic(reader.text, reader.at + 2);
  if (end === void 0) refuseOpen(reader, reader.at, "((");
  else reader.at = end;
  skipBlanks(reader);
  take(reader, /;/y);
  const body = readLoopBody(reader, { start, word: "for" });
  return { kind: "loop", body, names: [], start, end: reader.at };
}
function readWords(reader) {
  const words = [];
  for (; ; ) {
    skipBlanks(reader);
    if (reader.text[reader.at] === "#") return words;
    const word2 = readWord(reader);
    if (!word2) return words;
    words.push(word2);
  }
}
function readCase(reader, start) {
  const opened = { start, word: "case", close: "esac" };
  skipBlanks(reader);
  const subject = readWord(reader) ?? { start, end: start, parts: [] };
  skipLines(reader);
  expectWord(reader, { ...opened, close: "in" });
  const arms = [];
  for (; ; ) {
    skipLines(reader);
    if (take(reader, /esac(?=$|[\s;&|()<>])/y) !== void 0 || reader.at >= reader.text.length) break;
    take(reader, /\(/y);
    const patterns2 = readPatterns(reader, opened);
    const body = deeper(reader, [], () => reader.rules.script(reader, [";;", ";&", "esac"]));
    const end = take(reader, /;;&|;;|;&/y) ?? ";;";
    arms.push({ patterns: patterns2, body, end });
  }
  if (!reader.text.startsWith("esac", reader.at - 4)) expectWord(reader, opened);
  return { kind: "case", subject, arms, start, end: reader.at };
}
function readPatterns(reader, opened) {
  const patterns2 = [];
  for (; ; ) {
    skipBlanks(reader);
    const { at } = reader;
    const pattern = readWord(reader);
    if (pattern) patterns2.push(pattern);
    skipBlanks(reader);
    if (take(reader, /\|/y) !== void 0) continue;
    if (take(reader, /\)/y) !== void 0 && pattern) return patterns2;
    if (reader.at >= reader.text.length) expectWord(reader, opened);
    else {
      refuse(reader, {
        code: "gobo/syntax",
        message: "a pattern of `case` ends in `)`",
        range: { start: at, end: Math.max(at + 1, pattern?.end ?? 0) },
        help: "write `pattern) commands ;;`"
      });
    }
    return patterns2;
  }
}
function readTest(reader, start) {
  const words = [];
  let isPlain = true;
  while (reader.at < reader.text.length) {
    skipLines(reader);
    if (take(reader, /\]\](?=$|[\s;&|()<>])/y) !== void 0)
      return { kind: "condition", words: isPlain ? words : void 0, start, end: reader.at };
    const word2 = readWord(reader);
    if (word2) words.push(word2);
    else {
      isPlain = false;
      if (reader.at < reader.text.length) reader.at += 1;
    }
  }
  expectWord(reader, { start, word: "[[", close: "]]" });
  return { kind: "condition", words: void 0, start, end: reader.at };
}

// src/recipe/gobolinux/shell/syntax.ts
var DECLARING = /* @__PURE__ */ new Set(["export", "declare", "typeset", "local", "readonly"]);
function literalOf({ parts }) {
  const [part] = parts;
  return parts.length === 1 && part?.kind === "text" && part.quoting === "bare" ? part.text : void 0;
}

// src/recipe/gobolinux/shell/commands.ts
function readScript(reader, until) {
  const statements = [];
  for (; ; ) {
    skipLines(reader);
    if (reader.at >= reader.text.length || isAt(reader, until)) return statements;
    const { at } = reader;
    const statement = readChain(reader);
    if (statement) statements.push(statement);
    endStatement(reader, { until, start: at });
  }
}
function isAt(reader, until) {
  const { text: text3, at } = reader;
  return until.some(
    (word2) => text3.startsWith(word2, at) && (!/\w|\}/.test(word2) || /^(?:$|[\s;&|()<>])/.test(text3.charAt(at + word2.length)))
  );
}
function endStatement(reader, { until, start }) {
  skipBlanks(reader);
  if (take(reader, /;(?![;&])|&(?!&)/y) !== void 0) return;
  const char = reader.text[reader.at];
  if (char === void 0 || char === "\n" || char === "#" || isAt(reader, until)) return;
  refuseSign(reader, start);
}
function refuseSign(reader, start) {
  const { text: text3, at } = reader;
  const sign = /^(?:[;&|<>]+|[\s\S])/.exec(text3.slice(at, at + 4))?.[0] ?? "";
  refuse(reader, {
    code: "gobo/syntax",
    message: `\`${sign}\` can't stand here`,
    range: { start: at, end: at + sign.length },
    help: at === start ? "a command begins with a name" : "quote what belongs to a word, or begin a new line"
  });
}
function readChain(reader) {
  const { at: start } = reader;
  const first2 = readPipeline(reader);
  if (!first2) return void 0;
  const rest = [];
  for (; ; ) {
    skipBlanks(reader);
    const operator = take(reader, /&&|\|\|/y);
    if (operator === void 0) break;
    skipLines(reader);
    const statement = readPipeline(reader);
    if (!statement) break;
    rest.push({ after: operator === "&&" ? "success" : "failure", statement });
  }
  return rest.length === 0 ? first2 : { kind: "chain", first: first2, rest, start, end: reader.at };
}
function readPipeline(reader) {
  const { at: start } = reader;
  let negation = "none";
  for (let word2 = take(reader, PREFIX); word2 !== void 0; word2 = take(reader, PREFIX)) {
    if (word2.startsWith("!")) negation = negation === "not" ? "none" : "not";
  }
  const stages = [];
  for (; ; ) {
    const stage = readCommand(reader);
    if (!stage) return void 0;
    stages.push(stage);
    skipBlanks(reader);
    if (take(reader, /\|&|\|(?!\|)/y) === void 0) break;
    skipLines(reader);
  }
  const [only] = stages;
  if (only && stages.length === 1 && negation === "none") return only;
  return { kind: "pipeline", stages, negation, start, end: reader.at };
}
var PREFIX = /(?:!|time(?:[ \t]+-p)?)[ \t]+/y;
function readCommand(reader) {
  return deeper(reader, void 0, () => {
    const statement = readFunction(reader) ?? readCompound(reader) ?? readSimple(reader);
    if (statement && statement.kind !== "simple") readRedirections(reader);
    return statement;
  });
}
function readFunction(reader) {
  const { at: start } = reader;
  const written = take(reader, FUNCTION_WORD);
  const nameStart = reader.at;
  const name = take(reader, FUNCTION_NAME);
  const nameRange = { start: nameStart, end: reader.at };
  const parentheses = name === void 0 ? void 0 : take(reader, /[ \t]*\([ \t]*\)/y);
  if (name === void 0 || written === void 0 && parentheses === void 0) {
    reader.at = start;
    return void 0;
  }
  skipLines(reader);
  const body = deeper(reader, void 0, () => readCompound(reader));
  if (!body) {
    refuse(reader, {
      code: "gobo/function",
      message: `the function \`${name}\` has no body`,
      range: nameRange,
      help: "write its commands between `{` and `}`"
    });
    return void 0;
  }
  return { kind: "function", name, nameRange, body, start, end: reader.at };
}
var FUNCTION_WORD = /function[ \t]+/y;
var FUNCTION_NAME = /[^\s;&|()<>'"`$\\#={}[\]][^\s;&|()<>'"`$\\=]*/y;
function readSimple(reader) {
  const { at: start } = reader;
  const assignments = [];
  const words = [];
  const declarations = [];
  let output = "kept";
  let end = start;
  for (; ; ) {
    skipBlanks(reader);
    if (reader.text[reader.at] === "#") break;
    if (readRedirection(reader)) output = "redirected";
    else if (words.length === 0 || isDeclaring(words)) {
      const assignment = readAssignment(reader);
      if (assignment) (words.length === 0 ? assignments : declarations).push(assignment);
      else if (!takeWord(reader, words, words.length === 0 ? readFirstWord : readWord)) break;
    } else if (!takeWord(reader, words)) break;
    end = reader.at;
  }
  if (end === start) {
    if (reader.at < reader.text.length) refuseSign(reader, start);
    else if (!reader.trouble) refuseEnd(reader);
    return void 0;
  }
  return { kind: "simple", assignments, words, declarations, output, start, end };
}
function takeWord(reader, words, read = readWord) {
  const word2 = read(reader);
  if (word2) words.push(word2);
  return word2 !== void 0;
}
function refuseEnd(reader) {
  const { length } = reader.text;
  refuse(reader, {
    code: "gobo/syntax",
    message: "a command must follow",
    range: { start: Math.max(0, length - 1), end: length },
    help: "write it, or take the sign before it away"
  });
}
function isDeclaring(words) {
  const [first2] = words;
  const name = first2 && literalOf(first2);
  return name !== void 0 && DECLARING.has(name);
}
var ASSIGNMENT = /([A-Za-z_]\w*)(?:\[([^[\]\n]*)\])?(\+?)=/y;
function readAssignment(reader) {
  const { at: start } = reader;
  ASSIGNMENT.lastIndex = start;
  const found = ASSIGNMENT.exec(reader.text);
  const [whole = "", name = "", index, plus] = found ?? [];
  if (!found) return void 0;
  reader.at += whole.length;
  const value = reader.text[reader.at] === "(" && index === void 0 ? readList(reader) : readScalar(reader);
  return {
    name,
    nameRange: { start, end: start + name.length },
    mode: plus ? "append" : "set",
    ...index === void 0 ? {} : { index },
    value,
    start,
    end: reader.at
  };
}
function readScalar(reader) {
  const { at } = reader;
  return { kind: "scalar", word: readWord(reader) ?? { start: at, end: at, parts: [] } };
}
function readList(reader) {
  const { at: start } = reader;
  const elements = [];
  reader.at += 1;
  for (; ; ) {
    skipLines(reader);
    if (takeWord(reader, elements)) continue;
    if (reader.text[reader.at] === ")") break;
    refuseList(reader, start);
    return { kind: "list", elements, start, end: reader.at };
  }
  reader.at += 1;
  return { kind: "list", elements, start, end: reader.at };
}
function refuseList(reader, start) {
  const { text: text3, at } = reader;
  if (at >= text3.length) {
    refuse(reader, {
      code: "gobo/list",
      message: "this list is never closed",
      range: { start, end: start + 1 },
      help: "put `)` after its last element"
    });
    return;
  }
  refuse(reader, {
    code: "gobo/list",
    message: `\`${text3[at]}\` can't stand in a list`,
    range: { start: at, end: at + 1 },
    help: "separate elements by blanks or new lines, and quote those with signs in them"
  });
}
function readRedirections(reader) {
  do
    skipBlanks(reader);
  while (readRedirection(reader));
}
var REDIRECTION = /(?:[0-9]+|\{[A-Za-z_]\w*\})?(?:<<<|<<-?|<>|<&|>>|>&|>\||&>>|&>|<(?!\()|>(?!\())/y;
function readRedirection(reader) {
  const { at: start } = reader;
  const operator = take(reader, REDIRECTION);
  if (operator === void 0) return false;
  skipBlanks(reader);
  const word2 = readWord(reader);
  const range = { start, end: reader.at };
  if (!word2) {
    if (!reader.trouble) refuseSign(reader, start);
  } else if (/<<-?$/.test(operator)) {
    const delimiter = word2.parts.map((part) => part.kind === "text" ? part.text : reader.text.slice(word2.start, word2.end)).join("");
    const tabs = operator.endsWith("-") ? "stripped" : "kept";
    reader.pending.push({ delimiter, tabs, range });
  }
  return true;
}

// src/recipe/gobolinux/shell/shell.ts
function parseScript(text3) {
  const statements = [];
  const troubles = [];
  for (let from = 0; from !== void 0; ) {
    const reader = {
      text: text3,
      at: from,
      depth: 0,
      trouble: void 0,
      pending: [],
      rules: { script: readScript, parts: readParts }
    };
    statements.push(readScript(reader, []));
    refusePending(reader);
    from = void 0;
    if (reader.trouble && troubles.push(reader.trouble) < TROUBLES_SOUGHT)
      from = nextStart(text3, reader.trouble);
  }
  return { script: statements.flat(), troubles };
}
var TROUBLES_SOUGHT = 20;
function nextStart(text3, { range }) {
  const beginning = /\n(?=[A-Za-z_]\w*(?:\+?=|[ \t]*\([ \t]*\)))/g;
  beginning.lastIndex = range.start;
  const found = beginning.exec(text3);
  return found ? found.index + 1 : void 0;
}

// src/recipe/gobolinux/renew-recipe.ts
var SOURCES = ["url", "urls", "mirror_url", "mirror_urls", "file", "files", "dir", "dirs", "tag"];
var SUMS = ["file_size", "file_sizes", "file_md5", "file_md5s", "file_sha", "file_shas"];
function renewGoboRecipe(texts, renewing) {
  const drafts = new Map([...texts].map(([path, text3]) => [path, renewOne(text3, { ...renewing, path })]));
  const files = new Map([...drafts].map(([path, { text: text3 }]) => [path, text3]));
  const sources = [...drafts].filter(([, { anchor }]) => anchor !== void 0).map(([path]) => path === RECIPE ? { path } : { path, arch: path.slice(0, path.indexOf("/")) });
  return {
    files,
    sources,
    sealed: (measured) => new Map([...drafts].map(([path, draft2]) => [path, seal(draft2, measured.get(path) ?? [])])),
    notes: [...drafts].flatMap(([path, { notes }]) => notes.map((note) => `${path}: ${note}`))
  };
}
var RECIPE = "Recipe";
var MARK = "\0";
function renewOne(text3, renewing) {
  const assignments = parseScript(text3).script.flatMap(
    (statement) => statement.kind === "simple" ? statement.assignments : []
  );
  const named = (names) => assignments.filter(({ name }) => names.includes(name));
  const [source] = named(["url", "urls"]);
  const sums = named(SUMS);
  const edits = [
    ...sums.map((one) => wholeLines(text3, one)),
    ...named(SOURCES).map((one) => sourceEdit(text3, one, renewing)),
    ...headerEdits(text3, renewing)
  ];
  const marked = marking(text3, { source, sums });
  const elsewhere = otherEdits(text3, { taken: [...edits, ...marked], renewing });
  const renewed = applyEdits(text3, [...marked, ...edits, ...elsewhere]);
  const at = renewed.indexOf(MARK);
  return {
    text: renewed.replace(MARK, ""),
    anchor: at === -1 ? void 0 : at,
    form: source?.name === "urls" ? "list" : "one",
    notes: elsewhere.length === 0 ? [] : [`${renewing.from} became ${renewing.to} outside of the sources, too`]
  };
}
function marking(text3, { source, sums }) {
  if (!source) return [];
  const [first2] = sums.filter(({ start }) => start > source.start);
  if (first2) return [{ ...wholeLines(text3, first2), text: MARK }];
  const { end } = wholeLines(text3, source);
  return [{ start: end, end, text: text3.slice(0, end).endsWith("\n") ? MARK : `
${MARK}` }];
}
function sourceEdit(text3, { name, nameRange, start, end }, renewing) {
  const { url } = renewing;
  if (url !== void 0 && name === "url") return { start, end, text: `url="${escaped3(url)}"` };
  if (url !== void 0 && name === "file") return wholeLines(text3, { start, end });
  const head = text3.slice(nameRange.start, nameRange.end);
  return { start, end, text: head + respellSource(text3.slice(nameRange.end, end), renewing) };
}
function escaped3(url) {
  return url.replace(/[\\"$`]/g, "\\$&");
}
function headerEdits(text3, { to }) {
  return [...text3.matchAll(/^# Recipe for version .*\n?/gm)].map(({ 0: line, index }, at) => ({
    start: index,
    end: index + line.length,
    text: at === 0 ? `# Recipe for version ${to}
` : ""
  }));
}
function otherEdits(text3, { taken, renewing }) {
  const edits = [];
  let start = 0;
  for (const line of text3.split("\n")) {
    const end = start + line.length;
    const renewed = respellText(line, renewing);
    const isFree = taken.every((one) => end <= one.start || start >= one.end);
    const isComment = /^\s*#/.test(line);
    if (renewed !== line && isFree && !isComment) edits.push({ start, end, text: renewed });
    start = end + 1;
  }
  return edits;
}
function seal({ text: text3, anchor, form }, measured) {
  if (anchor === void 0 || measured.length === 0) return text3;
  const lines = form === "one" ? measured.slice(0, 1).flatMap(({ sizeBytes: sizeBytes2, md5, sha256 }) => [
    `file_size=${sizeBytes2}`,
    `file_md5=${md5}`,
    `file_sha=${sha256}`
  ]) : [
    ...listOf(
      "file_sizes",
      measured.map(({ sizeBytes: sizeBytes2 }) => String(sizeBytes2))
    ),
    ...listOf(
      "file_md5s",
      measured.map(({ md5 }) => md5)
    ),
    ...listOf(
      "file_shas",
      measured.map(({ sha256 }) => sha256)
    )
  ];
  return `${text3.slice(0, anchor)}${lines.map((line) => `${line}
`).join("")}${text3.slice(anchor)}`;
}
function listOf(name, values) {
  return [`${name}=(`, ...values.map((value) => `   ${value}`), ")"];
}

// src/recipe/openbsd/renew-port.ts
var OTHERS2 = /DEPENDS|^WANTLIB|^SHARED_LIBS|^COMMENT|^MAINTAINER|^CATEGORIES|^MODULES|^PERMIT|^HOMEPAGE|^ONLY_FOR|^NOT_FOR/;
var ADDRESSES = /^(?:MASTER_SITES|SITES|DISTFILES|GH_TAGNAME|WRKDIST|WRKSRC|DISTORIG)/;
function renewOpenbsdPort(texts, renewing) {
  const makefile = texts.get("Makefile") ?? "";
  const lines = assignmentsIn(makefile);
  const edits = lines.flatMap((line) => editsOf(makefile, line, renewing));
  const commit = lines.find(({ name }) => name === "GH_COMMIT");
  const renewed = applyEdits(makefile, edits);
  const distinfo = texts.get("distinfo");
  const path = "Makefile";
  return {
    files: /* @__PURE__ */ new Map([[path, renewed]]),
    sources: [{ path }],
    sealed: (measured) => /* @__PURE__ */ new Map([
      [path, renewed],
      ["distinfo", sealed(distinfo ?? "", { ...renewing, measured: measured.get(path) ?? [] })]
    ]),
    notes: [
      ...commit ? ["Makefile: GH_COMMIT names what was built before: change it to the new commit"] : [],
      ...lines.some(({ name }) => name.startsWith("SHARED_LIBS")) ? ["Makefile: look whether SHARED_LIBS must be raised"] : []
    ]
  };
}
function assignmentsIn(text3) {
  const pattern = /^[ ]*([A-Za-z_][\w.-]*)([ \t]*[?:+!]?=[ \t]*)((?:[^\n\\]|\\.|\\\n)*)/gm;
  return [...text3.matchAll(pattern)].map(({ 0: line, 1: name = "", 3: value = "", index }) => ({
    name,
    start: index,
    value: index + line.length - value.length,
    end: index + line.length
  }));
}
function editsOf(text3, { name, start, value, end }, renewing) {
  if (/^REVISION(?:-|$)/.test(name)) return [wholeLines(text3, { start, end })];
  if (OTHERS2.test(name)) return [];
  const { url } = renewing;
  const cut2 = url === void 0 ? void 0 : url.lastIndexOf("/") + 1;
  if (url !== void 0 && cut2 !== void 0 && /^MASTER_SITES$/.test(name))
    return [{ start: value, end, text: url.slice(0, cut2) }];
  const written = text3.slice(value, end);
  const renewed = ADDRESSES.test(name) ? respellSource(written, renewing) : respellValue(name, written, renewing);
  return renewed === written ? [] : [{ start: value, end, text: renewed }];
}
function respellValue(name, written, renewing) {
  const isVersion = /^(?:V|VER|VERSION|.*_VERSION|.*_DISTV|V[A-Z]*|PKGVERSION)$/.test(name);
  if (isVersion && written.trim() === renewing.from) return written.replace(renewing.from, renewing.to);
  const named = /^(?:DISTNAME|PKGNAME)/.test(name) ? respellSource(written, renewing) : written;
  return respellText(named, renewing);
}
function sealed(old, { from, to, measured }) {
  const names = new Set(measured.map(({ file }) => file));
  const kept = old.split("\n").filter((line) => {
    const name = /^[A-Z0-9]+ \((.+)\) = /.exec(line)?.[1];
    if (name === void 0 || names.has(name)) return false;
    return respellSource(name, { from, to }) === name;
  });
  const words = new Set(
    old.split("\n").flatMap((line) => /^(MD5|RMD160|SHA1|SHA256|SHA512) /.exec(line)?.[1] ?? [])
  );
  const algorithms = [...words.add("SHA256")].sort();
  const fresh2 = measured.flatMap((one) => [
    ...algorithms.map((word2) => `${word2} (${one.file}) = ${base64(digestOf(one, word2))}`),
    `SIZE (${one.file}) = ${one.sizeBytes}`
  ]);
  const key = (line) => {
    const [, word2 = "", name = ""] = /^([A-Z0-9]+) \((.+)\)/.exec(line) ?? [];
    return `${word2 === "SIZE" ? "~" : word2} ${name}`;
  };
  return [...kept, ...fresh2].sort((a, b) => key(a) < key(b) ? -1 : 1).map((line) => `${line}
`).join("");
}
function digestOf(measured, word2) {
  switch (word2) {
    case "MD5":
      return measured.md5;
    case "RMD160":
      return measured.rmd160;
    case "SHA1":
      return measured.sha1;
    case "SHA512":
      return measured.sha512;
    default:
      return measured.sha256;
  }
}
function base64(hex) {
  return Buffer.from(hex, "hex").toString("base64");
}

// src/recipe/yaml/decode.ts
function required(decoder, fallback) {
  return { decoder, fallback };
}
function record(what, fields) {
  const known = Object.entries(fields).map(
    ([key, field]) => "decoder" in field ? { key, decoder: field.decoder, need: "required", fallback: field.fallback } : { key, decoder: field, need: "optional" }
  );
  const keys = new Set(known.map(({ key }) => key));
  return {
    expected: `a map with ${known.slice(0, 3).map(({ key }) => `\`${key}:\``).join(", ")}${known.length > 3 ? ", …" : ""}`,
    shape: {
      kind: "record",
      fields: Object.fromEntries(
        known.map(({ key, decoder, need }) => [key, { shape: decoder.shape, need }])
      )
    },
    accepts: isMap,
    decode: (node, scene) => {
      const entries = entriesOf(node, scene);
      for (const { key } of entries.values()) {
        if (!keys.has(key.value)) reportUnknownKey(key, { what, keys: [...keys], scene });
      }
      const values = {};
      for (const field of known) {
        const entry = entries.get(field.key);
        const value = entry && decodeIn(field.decoder, entry.node, { scene, key: entry.key });
        if (value) values[field.key] = value;
        else if (field.need === "required") {
          const missing = { key: field.key, what, expected: field.decoder.expected };
          if (!entry) reportMissingKey(node, missing, scene);
          const span = spanOf(node, scene.source);
          const unquoted2 = unquotedOf(entry?.node, field.decoder);
          values[field.key] = { value: field.fallback(span, unquoted2), span };
        }
      }
      return values;
    }
  };
}
function list(element, plural) {
  return {
    expected: `a list of ${plural}`,
    shape: { kind: "list", element: element.shape },
    accepts: isSeq,
    decode: (node, scene) => isSeq(node) ? node.items.flatMap((entry) => decodeIn(element, entry, { scene }) ?? []) : void 0
  };
}
function table({ plural, rule, least }, value) {
  return {
    expected: `a map of ${plural}`,
    shape: { kind: "table", value: value.shape },
    accepts: isMap,
    decode: (node, scene) => {
      const entries = entriesOf(node, scene);
      if (entries.size < least) {
        report(scene, spanOf(node, scene.source), {
          code: "yaml/value",
          message: `found no ${plural}, expected at least one`,
          help: "add one, or leave the key out"
        });
      }
      return [...entries.values()].flatMap((entry) => {
        const fault2 = rule(entry.key.value);
        if (fault2) reportFault(entry.key, fault2, scene);
        const decoded2 = decodeIn(value, entry.node, { scene, key: entry.key });
        return fault2 || !decoded2 ? [] : [{ key: entry.key, value: decoded2.value }];
      });
    }
  };
}
function either(a, b) {
  return {
    expected: `${a.expected} or ${b.expected}`,
    shape: { kind: "either", alternatives: [a.shape, b.shape] },
    accepts: (node) => a.accepts(node) || b.accepts(node),
    quotable: (source) => [a, b].some(({ quotable }) => quotable?.(source)),
    decode: (node, scene) => (a.accepts(node) ? a : b).decode(node, scene)
  };
}
function decodeIn(decoder, node, { scene, key }) {
  if (!node || !decoder.accepts(node)) {
    reportType(node, { decoder, key, scene });
    return void 0;
  }
  const value = decoder.decode(node, scene);
  return value === void 0 ? void 0 : { value, span: spanOf(node, scene.source) };
}
function spanOf(node, source) {
  const [start, end] = node.range ?? [0, 0];
  return { source, start, end };
}
function entriesOf(map2, scene) {
  const entries = /* @__PURE__ */ new Map();
  if (!isMap(map2)) return entries;
  for (const { key: keyNode, value } of map2.items) {
    const name = isScalar(keyNode) ? nameOf(keyNode) : void 0;
    if (name === void 0) {
      reportType(keyNode, { decoder: { expected: "a key" }, key: void 0, scene });
      continue;
    }
    const key = { value: name, span: spanOf(keyNode, scene.source) };
    const first2 = entries.get(name);
    if (first2) {
      report(scene, key.span, {
        code: "yaml/duplicate-key",
        message: `${quoted(name)} stands here twice`,
        related: [{ message: "the first one", span: first2.key.span }],
        help: "keep one of the two"
      });
    } else {
      entries.set(name, { key, node: value });
    }
  }
  return entries;
}
function nameOf({ value, type, source }) {
  if (typeof value === "string") return value;
  return type === "PLAIN" && source !== "" ? source : void 0;
}
function report(scene, span, { help, ...rest }) {
  scene.report({ severity: "error", blame: "recipe", span, ...rest, ...help ? { help } : {} });
}
function reportFault({ value, span }, { message, help }, scene) {
  report(scene, span, { code: "yaml/value", message: `${quoted(value)} ${message}`, help });
}
function reportType(node, about) {
  const { decoder, key, scene } = about;
  const empty = !node || isScalar(node) && node.value === null;
  const unquoted2 = unquotedOf(node, decoder);
  const span = node && !empty ? spanOf(node, scene.source) : key?.span;
  report(scene, span ?? { source: scene.source, start: node?.range?.[0] ?? 0, end: node?.range?.[0] ?? 0 }, {
    code: "yaml/type",
    message: `${key ? `${quoted(key.value)} is ` : "found "}${kindOf(node)}, expected ${decoder.expected}`,
    help: unquoted2 && `quote it: ${quoted(`"${unquoted2}"`)}`
  });
}
function unquotedOf(node, { quotable }) {
  if (!isScalar(node) || node.type !== "PLAIN" || node.value === null || !node.source) return void 0;
  return quotable?.(node.source) ? node.source : void 0;
}
function kindOf(node) {
  if (isMap(node)) return "a map";
  if (isSeq(node)) return "a list";
  if (!isScalar(node) || node.value === null) return "nothing";
  if (node.value === "") return "an empty string";
  return typeof node.value === "string" ? "a string" : `the ${typeof node.value} ${quoted(node.source ?? String(node.value))}`;
}
function reportMissingKey(node, { key, what, expected }, scene) {
  const { source, start } = spanOf(node, scene.source);
  report(
    scene,
    { source, start, end: start + 1 },
    {
      code: "yaml/missing-key",
      message: `${what} needs the key \`${key}\``,
      help: `add \`${key}:\` with ${expected}`
    }
  );
}
function reportUnknownKey(key, { what, keys, scene }) {
  const meant = nearest(key.value, keys);
  report(scene, key.span, {
    code: "yaml/unknown-key",
    message: `${quoted(key.value)} is not a key of ${what}`,
    help: meant ? `did you mean \`${meant}\`?` : `its keys are ${keys.map((one) => `\`${one}\``).join(", ")}`
  });
}

// src/recipe/yaml/document.ts
var TEXT_LIMIT = 512 * 1024;
var INDENT_LIMIT = 1e3;
var TOO_DEEP = new RegExp(`^(?:[-?:]? ){${INDENT_LIMIT}}`, "m");
var SYNTAX_ERRORS_SHOWN = 10;
function readDocument(source) {
  const untouchable = refuseText(source);
  if (untouchable) return wrong(untouchable);
  const documents = parseAllDocuments(source.text, {
    version: "1.2",
    schema: "core",
    // Told by the decoder, which knows both places; yaml compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent"
  });
  const [first2, second] = "empty" in documents ? [] : documents;
  if (!first2?.contents) return wrong(emptyDocument(source));
  const errors = causesOf(first2.errors).slice(0, SYNTAX_ERRORS_SHOWN);
  if (errors.length > 0) return { ok: false, error: errors.map((error) => syntaxError(source, error)) };
  if (second) {
    const start = second.range[0];
    return wrong(
      fault(
        { source, start, end: start + 3 },
        "yaml/documents",
        "a second document starts here, expected one",
        {
          help: "give each port a folder and a `port.yml` of its own"
        }
      )
    );
  }
  const refused = refuseExtras(first2.contents, source);
  return refused.length > 0 ? { ok: false, error: refused } : ok(first2.contents);
}
function refuseText(source) {
  const { text: text3 } = source;
  if (text3.length > TEXT_LIMIT) {
    return fault(void 0, "yaml/size", `\`${source.name}\` is longer than ${TEXT_LIMIT / 1024} KiB`, {
      help: "keep sources and patches in files of their own beside `port.yml`"
    });
  }
  if (text3.startsWith("\uFEFF")) {
    return fault({ source, start: 0, end: 1 }, "yaml/encoding", "the text starts with a byte order mark", {
      help: "save it as UTF-8 without BOM"
    });
  }
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]/.exec(text3);
  if (control) {
    const span2 = { source, start: control.index, end: control.index + 1 };
    const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return control[0] === "�" ? fault(span2, "yaml/encoding", "this is not UTF-8", { help: "save the file as UTF-8" }) : fault(span2, "yaml/encoding", `the control character U+${code} stands here`, { help: "remove it" });
  }
  const indent = TOO_DEEP.exec(text3);
  if (!indent) return void 0;
  const span = { source, start: indent.index, end: indent.index + 1 };
  return fault(span, "yaml/depth", `this line is indented by more than ${INDENT_LIMIT} columns`, {
    help: "indent by two blanks a level"
  });
}
function emptyDocument(source) {
  return fault({ source, start: 0, end: 0 }, "yaml/empty", "there is nothing in this file, expected a port", {
    help: "start with `name:`, `version:`, `comment:` and `build:`"
  });
}
function refuseExtras(root, source) {
  if (!/(?:^|[\s[{,:])[&*!]/.test(source.text)) return [];
  const refused = [];
  visit(root, {
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor !== void 0) {
        const span = isAlias(node) ? spanOf(node, source) : anchorSpan(node, source);
        const what = isAlias(node) ? `alias \`*${node.source}\`` : `anchor \`&${node.anchor}\``;
        refused.push(
          fault(span, "yaml/alias", `${what}: aliases are not read`, { help: "write the value out" })
        );
      } else if (node.tag !== void 0 && !STANDARD_TAGS.has(node.tag)) {
        refused.push(
          fault(tagSpan(node, source), "yaml/tag", `\`${node.tag}\` is a tag, and tags are not read`, {
            help: "write the value without it"
          })
        );
      }
    }
  });
  return refused;
}
var STANDARD_TAGS = new Set(
  ["str", "int", "float", "bool", "null", "map", "seq"].map((tag) => `tag:yaml.org,2002:${tag}`)
);
function anchorSpan(node, source) {
  const { start } = spanOf(node, source);
  const mark = `&${node.anchor}`;
  const at = source.text.lastIndexOf(mark, start);
  return at === -1 ? spanOf(node, source) : { source, start: at, end: at + mark.length };
}
function tagSpan(node, source) {
  const { start } = spanOf(node, source);
  const [written = ""] = /![^\s,[\]{}]*(?=(\s+&\S+)?\s*$)/.exec(source.text.slice(Math.max(0, start - 500), start)) ?? [];
  const at = written === "" ? start : source.text.lastIndexOf(written, start - written.length);
  return { source, start: at, end: at + Math.max(1, written.length) };
}
function causesOf(errors) {
  const tooDeep = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  return tooDeep ? [tooDeep] : errors.filter(({ pos }, index) => errors[index - 1]?.pos[0] !== pos[0]);
}
function syntaxError(source, { code, message, pos }) {
  const [start, end] = pos;
  if (code === "RESOURCE_EXHAUSTION") {
    return fault(void 0, "yaml/depth", `\`${source.name}\` nests lists or maps too deeply`, {
      help: "nest less deeply"
    });
  }
  const said = `${message.charAt(0).toLowerCase()}${message.slice(1)}`.replace(/\.$/, "");
  return fault({ source, start, end }, "yaml/syntax", `this is not YAML: ${said}`, {
    help: SYNTAX_HELP[code] ?? "mend the text here or on the line before"
  });
}
var SYNTAX_HELP = {
  TAB_AS_INDENT: "indent with blanks instead of tabs",
  BAD_INDENT: "give entries of one list or map the same indentation",
  BAD_SCALAR_START: "quote the value",
  BLOCK_AS_IMPLICIT_KEY: "quote values that hold `: `",
  MISSING_CHAR: "close the quote or bracket that was opened before"
};
function fault(span, code, message, { help }) {
  return { severity: "error", code, blame: "recipe", message, ...span ? { span } : {}, help };
}

// src/recipe/yaml/renew-port.ts
var SUMS2 = ["sha256", "sha512", "md5", "size"];
function renewYamlPort(source, renewing) {
  const document = readDocument(source);
  if (!document.ok) return document;
  const { text: text3 } = source;
  const edits = [];
  let replaced = renewing.url === void 0;
  visit(document.value, {
    Pair: (_, pair) => {
      const { key, value } = keyed(pair);
      const isTop = isMap(document.value) && document.value.items.includes(pair);
      if (isTop && key === "version" && isScalar(value)) edits.push(scalarEdit(text3, value, renewing.to));
      if (isTop && key === "revision" && pair.key) edits.push(wholeLines(text3, rangeOf(pair)));
      if (key === "url" && isScalar(value)) {
        const url = replaced ? void 0 : renewing.url;
        replaced = true;
        edits.push(addressEdit(text3, value, { ...renewing, url }));
      }
      if (key === "mirrors" && isSeq(value)) {
        for (const one of value.items)
          if (isScalar(one)) edits.push(addressEdit(text3, one, { ...renewing, url: void 0 }));
      }
      if ((key === "file" || key === "subdir") && isScalar(value))
        edits.push(addressEdit(text3, value, { ...renewing, url: void 0 }));
    }
  });
  const renewed = applyEdits(text3, edits);
  const path = "port.yml";
  return ok({
    files: /* @__PURE__ */ new Map([[path, renewed]]),
    sources: [{ path }],
    sealed: (measured) => /* @__PURE__ */ new Map([[path, seal2({ ...source, text: renewed }, measured.get(path) ?? [])]]),
    notes: []
  });
}
function keyed({ key, value }) {
  return { key: isScalar(key) ? String(key.value) : "", value };
}
function rangeOf({ key, value }) {
  const [start = 0, keyEnd = 0] = isScalar(key) ? key.range ?? [] : [];
  const [, end = keyEnd] = isScalar(value) ? value.range ?? [] : [];
  return { start, end };
}
function scalarEdit(text3, { range }, value) {
  const [start = 0, end = 0] = range ?? [];
  const mark = text3.charAt(start);
  const isQuoted = mark === '"' || mark === "'";
  const isNumber = /^[0-9]+(?:\.[0-9]+)?$/.test(value);
  return { start, end, text: isQuoted ? `${mark}${value}${mark}` : isNumber ? `"${value}"` : value };
}
function addressEdit(text3, { range }, { from, to, url }) {
  const [start = 0, end = 0] = range ?? [];
  const written = text3.slice(start, end);
  if (url === void 0) return { start, end, text: respellSource(written, { from, to }) };
  const template2 = /[{}]/.test(url) || to.length < 2 ? url : url.replaceAll(to, "{version}");
  return { start, end, text: /^[\w:/.{}%+~=-]+$/.test(template2) ? template2 : JSON.stringify(template2) };
}
function seal2(source, measured) {
  const document = readDocument(source);
  if (!document.ok || !isMap(document.value)) return source.text;
  const named = (name) => String(isMap(document.value) ? document.value.get(name) : "");
  const fields = { name: named("name"), version: named("version") };
  const edits = [];
  visit(document.value, {
    Map: (_, map2) => {
      const url = map2.get("url", true);
      if (!isScalar(url)) return;
      const file = fileOf(map2.get("file"), String(url.value), fields);
      const found = measured.find((one) => one.file === file);
      if (found) edits.push(...sumEdits(source.text, { map: map2, url, found }));
    }
  });
  return applyEdits(source.text, edits);
}
function fileOf(file, url, fields) {
  const expanded2 = (file === void 0 ? url : String(file)).replace(
    /\{(\w+)\}/g,
    (field, name) => fields[name] ?? field
  );
  return file === void 0 ? expanded2.replace(/[?#].*$/, "").replace(/^.*\//, "") : expanded2;
}
function sumEdits(text3, { map: map2, url, found }) {
  const value = (name) => name === "size" ? String(found.sizeBytes) : found[name];
  const there = map2.items.flatMap((pair) => {
    const sum = SUMS2.find((name) => name === keyed(pair).key);
    return sum && isScalar(pair.value) ? [scalarText(pair.value, value(sum))] : [];
  });
  if (there.length > 0) return there;
  const [start = 0, end = 0] = url.range ?? [];
  const column = start - (text3.lastIndexOf("\n", start) + 1) - "url: ".length;
  const isFlow = /^[^\n]*\{[^\n]*$/.test(text3.slice(text3.lastIndexOf("\n", start) + 1, start));
  const between = isFlow ? ", " : `
${" ".repeat(Math.max(0, column))}`;
  return [{ start: end, end, text: `${between}sha256: ${found.sha256}` }];
}
function scalarText({ range }, text3) {
  const [start = 0, end = 0] = range ?? [];
  return { start, end, text: text3 };
}

// src/recipe/writing/new-version.ts
function renewRecipe(tree, request) {
  const { dialect, folder, shown: shown2, to } = request;
  const rule = VERSIONS[dialect];
  if (!rule.test(to)) return wrong(noVersion(to));
  const path = (name) => folder === "" ? name : `${folder}/${name}`;
  const texts = (names) => new Map(
    names.flatMap((name) => {
      const text3 = tree.read(path(name));
      return text3 === void 0 ? [] : [[name, text3]];
    })
  );
  switch (dialect) {
    case "gobolinux": {
      const overlays = tree.list(folder).map((name) => `${name}/Recipe`);
      return ok(renewGoboRecipe(texts(["Recipe", ...overlays]), request));
    }
    case "openbsd":
      return ok(renewOpenbsdPort(texts(["Makefile", "distinfo"]), request));
    case "yaml":
      return renewYamlPort({ name: `${shown2}/port.yml`, text: tree.read(path("port.yml")) ?? "" }, request);
  }
}
var VERSIONS = {
  gobolinux: /^(?!.*-r[0-9]+$)[0-9A-Za-z][\w.+-]*$/,
  yaml: /^[0-9][A-Za-z0-9._+]*$/,
  openbsd: /^[0-9][A-Za-z0-9._+]*$/
};
function noVersion(version2) {
  return {
    severity: "error",
    code: "new-version/version",
    blame: "request",
    message: `${quoted(version2)} can't be a version`,
    help: "begin with a digit; letters, digits, `.`, `_` and `+` may follow"
  };
}
function renewedTree(tree, {
  from,
  to,
  files
}) {
  const original = (path) => {
    const inner = to === "" ? path : path === to ? "" : path.startsWith(`${to}/`) ? path.slice(to.length + 1) : void 0;
    if (inner === void 0) return { path };
    return { path: [from, inner].filter((part) => part !== "").join("/"), inner };
  };
  return {
    read: (path) => {
      const { path: old, inner } = original(path);
      return (inner === void 0 ? void 0 : files.get(inner)) ?? tree.read(old);
    },
    exists: (path) => {
      const { path: old, inner } = original(path);
      return inner !== void 0 && files.has(inner) ? "file" : tree.exists(old);
    },
    list: (path) => tree.list(original(path).path)
  };
}

// src/recipe/gobolinux/diagnostics.ts
function troublesOf({ troubles, exhausted }) {
  return [
    ...troubles.map(({ source, range, ...trouble }) => {
      return { severity: "error", blame: "recipe", ...trouble, span: { source, ...range } };
    }),
    ...exhausted ? [
      {
        severity: "error",
        code: "gobo/too-much",
        blame: "recipe",
        message: "expansions grow beyond a million characters here",
        span: exhausted,
        help: "a value that holds itself several times doubles each time: write it out"
      }
    ] : []
  ];
}
function unknownValues({ variables }) {
  return [...variables].flatMap(([name, { value, nameSpan }]) => {
    if (value.kind !== "unknown") return [];
    const { source, start, end } = value.because;
    const asked = source.text.slice(start, end);
    return [
      {
        severity: "warning",
        code: "gobo/unknown-value",
        blame: "recipe",
        message: `the value of \`${name}\` is unknown: only a shell that runs the Recipe could tell`,
        span: nameSpan,
        help: "nothing is run to read a Recipe; the build will, in its buildbox",
        ...asked === "" ? {} : { related: [{ message: "asked for here", span: value.because }] }
      }
    ];
  });
}
var LONGEST = 512 * 1024;
function lengthTrouble({ name, text: text3 }) {
  if (text3.length <= LONGEST) return void 0;
  return {
    severity: "error",
    code: "gobo/too-long",
    blame: "recipe",
    message: `\`${name}\` has more than ${LONGEST / 1024} KiB, which no Recipe needs`,
    span: { source: { name, text: text3.slice(0, LONGEST) }, start: 0, end: 1 },
    help: "put what is not the Recipe itself into files beside it"
  };
}
function encodingTroubles({ variables }) {
  return [...variables].flatMap(([name, { value, span }]) => {
    const texts = value.kind === "list" ? value.elements.map((one) => one.value) : value.kind === "text" ? [value.text] : [];
    if (!texts.some((text3) => text3.includes("�"))) return [];
    return [
      {
        severity: "error",
        code: "gobo/encoding",
        blame: "recipe",
        message: `the value of \`${name}\` is not UTF-8`,
        span,
        help: "convert the file: `iconv -f latin1 -t utf-8`"
      }
    ];
  });
}

// src/recipe/gobolinux/evaluate/assigned.ts
var SETTING = /* @__PURE__ */ new Set([
  "read",
  "mapfile",
  "readarray",
  "getopts",
  "let",
  "unset",
  "printf",
  "eval"
]);
function assignedIn(script2) {
  return script2.flatMap(assignedBy);
}
function assignedBy(statement) {
  switch (statement.kind) {
    case "simple":
      return [...statement.assignments, ...statement.declarations].map(assignedOf).concat(namedIn(statement.words));
    case "chain":
      return [statement.first, ...statement.rest.map((one) => one.statement)].flatMap(assignedBy);
    case "pipeline":
      return statement.stages.length === 1 ? statement.stages.flatMap(assignedBy) : [];
    case "group":
      return assignedIn(statement.body);
    case "if":
      return [
        ...statement.branches.flatMap(({ condition, body }) => [...condition, ...body]),
        ...statement.otherwise
      ].flatMap(assignedBy);
    case "for":
      return [{ name: statement.name, range: statement.nameRange }, ...assignedIn(statement.body)];
    case "loop":
      return [...statement.names, ...assignedIn(statement.body)];
    case "case":
      return statement.arms.flatMap(({ body }) => assignedIn(body));
    case "function":
    case "apart":
    case "condition":
      return [];
    default:
      return unreachable(statement);
  }
}
function assignedOf({ name, nameRange }) {
  return { name, range: nameRange };
}
function namedIn([first2, ...words]) {
  const command = first2 && literalOf(first2);
  if (command === void 0 || !SETTING.has(command)) return [];
  return words.flatMap(
    (word2) => word2.parts.flatMap((part) => part.kind === "text" ? namesIn(part.text, command, word2) : [])
  );
}
function namesIn(text3, command, word2) {
  const names = command === "let" || command === "eval" ? /[A-Za-z_]\w*(?=\+?=|\[)/g : /^[A-Za-z_]\w*$/g;
  return [...text3.matchAll(names)].map(([name]) => ({ name, range: { start: word2.start, end: word2.end } }));
}

// src/recipe/gobolinux/evaluate/builtins.ts
function runBuiltin(argv, arch) {
  const [name = "", ...args] = argv;
  switch (name) {
    case ":":
    case "true":
      return { status: "success", output: "" };
    case "false":
      return { status: "failure", output: "" };
    case "echo":
      return echo(args);
    case "basename":
      return printed(basename(args));
    case "dirname":
      return args.length === 1 && !args[0]?.startsWith("-") ? printed(dirname(args[0] ?? "")) : void 0;
    case "uname":
      return args.length === 1 && args[0] === "-m" ? printed(arch) : void 0;
    case "test":
      return tested(args);
    case "[":
      return args.at(-1) === "]" ? tested(args.slice(0, -1)) : void 0;
    default:
      return void 0;
  }
}
function printed(line) {
  return line === void 0 ? void 0 : { status: "success", output: `${line}
` };
}
function echo(args) {
  const isOption = args[0]?.startsWith("-") && /^-[neE]+$/.test(args[0]);
  if (isOption && args[0] !== "-n") return void 0;
  const text3 = args.slice(isOption ? 1 : 0).join(" ");
  if (isOption && args[1]?.startsWith("-")) return void 0;
  return { status: "success", output: isOption ? text3 : `${text3}
` };
}
function basename([path = "", suffix = "", ...more]) {
  const name = path.replace(/\/+$/, "").replace(/^.*\//s, "");
  if (more.length > 0 || path.startsWith("-") || name === "") return void 0;
  return suffix !== "" && suffix !== name && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}
function dirname(path) {
  const trimmed = path.replace(/\/+$/, "");
  const cut2 = trimmed.lastIndexOf("/");
  if (trimmed === "") return void 0;
  return cut2 === -1 ? "." : trimmed.slice(0, cut2).replace(/\/+$/, "") || "/";
}
function tested(args) {
  const answer = test(args);
  return answer === void 0 ? void 0 : { status: answer ? "success" : "failure", output: "" };
}
function test(args) {
  const [first2 = "", second = "", third = ""] = args;
  switch (args.length) {
    case 0:
      return false;
    case 1:
      return first2 !== "";
    case 2:
      if (first2 === "-z") return second === "";
      if (first2 === "-n") return second !== "";
      if (/^-[a-hkprsuwxGLNOS]$/.test(first2) && second === "") return false;
      return first2 === "!" ? second === "" : void 0;
    case 3:
      return compare(first2, second, third) ?? (first2 === "!" ? negated(test(args.slice(1))) : void 0);
    case 4:
      return first2 === "!" ? negated(test(args.slice(1))) : void 0;
    default:
      return void 0;
  }
}
function negated(answer) {
  return answer === void 0 ? void 0 : !answer;
}
function compare(left, operator, right) {
  if (operator === "=" || operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  if (!/^-?\d{1,15}$/.test(left) || !/^-?\d{1,15}$/.test(right)) return void 0;
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case "-eq":
      return a === b;
    case "-ne":
      return a !== b;
    case "-lt":
      return a < b;
    case "-le":
      return a <= b;
    case "-gt":
      return a > b;
    case "-ge":
      return a >= b;
    default:
      return void 0;
  }
}

// src/recipe/gobolinux/evaluate/braces.ts
function expandBraces(word2, most) {
  const hasBrace = word2.parts.some((part) => isBare(part) && part.text.includes("{"));
  if (!hasBrace) return [word2];
  const tokens = word2.parts.flatMap((part) => isBare(part) ? [...part.text] : [part]);
  if (tokens.filter((token) => token === "{").length > MOST_BRACES) return void 0;
  const expanded2 = expand(tokens, { left: most });
  return expanded2?.map((one) => ({ start: word2.start, end: word2.end, parts: partsOf2(one) }));
}
var MOST_BRACES = 100;
function isBare(part) {
  return part.kind === "text" && part.quoting === "bare";
}
function partsOf2(tokens) {
  const parts = [];
  let text3 = "";
  const flush = () => {
    if (text3 !== "") parts.push({ kind: "text", text: text3, quoting: "bare" });
    text3 = "";
  };
  for (const token of tokens) {
    if (typeof token === "string") text3 += token;
    else {
      flush();
      parts.push(token);
    }
  }
  flush();
  return parts;
}
function expand(tokens, bound) {
  const brace = firstBrace(tokens);
  if (!brace) return [tokens];
  const alternatives = [];
  for (const one of brace.alternatives) {
    const expanded2 = expand(one, bound);
    if (!expanded2) return void 0;
    for (const inner of expanded2) alternatives.push(inner);
  }
  const rest = expand(tokens.slice(brace.end + 1), bound);
  if (!rest) return void 0;
  bound.left -= alternatives.length * rest.length;
  if (bound.left < 0) return void 0;
  const before = tokens.slice(0, brace.start);
  return alternatives.flatMap((one) => rest.map((after) => [...before, ...one, ...after]));
}
function firstBrace(tokens) {
  const closing = closingBraces(tokens);
  for (const [start, end] of closing) {
    const inner = tokens.slice(start + 1, end);
    const alternatives = sequenceOf(inner) ?? splitAtCommas(inner);
    if (alternatives) return { start, end, alternatives };
  }
  return void 0;
}
function closingBraces(tokens) {
  const open = [];
  const pairs2 = [];
  for (const [at, token] of tokens.entries()) {
    if (token === "{") open.push(at);
    else if (token === "}") {
      const start = open.pop();
      if (start !== void 0) pairs2.push([start, at]);
    }
  }
  return pairs2.sort(([a], [b]) => a - b);
}
function splitAtCommas(tokens) {
  const pieces = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token === "," && depth === 0) pieces.push([]);
    else pieces.at(-1)?.push(token);
    if (token === "{") depth += 1;
    else if (token === "}") depth -= 1;
  }
  return pieces.length > 1 ? pieces : void 0;
}
var LONGEST_SEQUENCE = 1e4;
function sequenceOf(tokens) {
  if (tokens.length > 30) return void 0;
  const text3 = tokens.map((token) => typeof token === "string" ? token : "\0").join("");
  const numbers = /^(-?\d{1,9})\.\.(-?\d{1,9})$/.exec(text3);
  const letters = /^([A-Za-z])\.\.([A-Za-z])$/.exec(text3);
  const [first2, last] = (numbers ?? letters)?.slice(1).map((one) => numbers ? Number(one) : one.charCodeAt(0)) ?? [];
  if (first2 === void 0 || last === void 0) return void 0;
  const length = Math.abs(last - first2) + 1;
  if (length > LONGEST_SEQUENCE || numbers && /^-?0\d|\.\.-?0\d/.test(text3)) return void 0;
  const step = first2 <= last ? 1 : -1;
  return Array.from({ length }, (_, index) => {
    const one = first2 + step * index;
    return [numbers ? String(one) : String.fromCharCode(one)];
  });
}

// src/recipe/gobolinux/evaluate/patterns.ts
function patternOf(pieces) {
  const isAlone = pieces.length === 1;
  const tokens = pieces.map(
    ({ text: text3, quoting }) => quoting === "quoted" ? [...text3].map((char) => ({ kind: "character", char })) : bareTokens(text3, isAlone)
  );
  const known = tokens.filter((one) => one !== void 0);
  return known.length === tokens.length ? known.flat() : void 0;
}
function bareTokens(text3, isAlone) {
  const tokens = [];
  for (let at = 0; at < text3.length; at += 1) {
    const char = text3.charAt(at);
    const set2 = char === "[" ? readSet(text3, at) : void 0;
    if (char === "[" && (set2?.members.includes("[:") || !set2 && !isAlone)) return void 0;
    if (set2) {
      tokens.push({ kind: "set", matches: set2.matches });
      at = set2.end;
    } else if (char === "*") tokens.push({ kind: "run" });
    else if (char === "?") tokens.push({ kind: "any" });
    else tokens.push({ kind: "character", char });
  }
  return tokens;
}
function readSet(text3, start) {
  const isNegated = /[!^]/.test(text3.charAt(start + 1));
  const from = start + (isNegated ? 2 : 1);
  const end = text3.indexOf("]", from + 1);
  if (end === -1) return void 0;
  const members = text3.slice(from, end);
  const matches2 = (char) => isMember(char, members) !== isNegated;
  return { matches: matches2, members, end };
}
function isMember(char, members) {
  for (let at = 0; at < members.length; at += 1) {
    const last = members[at + 1] === "-" ? members[at + 2] : void 0;
    if (last !== void 0) {
      if (members.charAt(at) <= char && char <= last) return true;
      at += 2;
    } else if (members[at] === char) return true;
  }
  return false;
}
function matches(pattern, text3) {
  let [at, token] = [0, 0];
  let retry;
  while (at < text3.length) {
    const current = pattern[token];
    if (current?.kind === "run") {
      retry = { token, at };
      token += 1;
    } else if (current && matchesOne(current, text3.charAt(at))) {
      token += 1;
      at += 1;
    } else if (retry) {
      retry = { token: retry.token, at: retry.at + 1 };
      token = retry.token + 1;
      at = retry.at;
    } else return false;
  }
  return pattern.slice(token).every(({ kind }) => kind === "run");
}
function matchesOne(token, char) {
  switch (token.kind) {
    case "any":
      return true;
    case "set":
      return token.matches(char);
    case "character":
      return token.char === char;
    default:
      return false;
  }
}
function matchEnd(pattern, text3, { from, match }) {
  const lengths = lengthsFor(pattern, text3.length - from);
  const length = ordered(lengths, match).find((one) => matches(pattern, text3.slice(from, from + one)));
  return length === void 0 ? void 0 : from + length;
}
function matchStart(pattern, text3, match) {
  const lengths = lengthsFor(pattern, text3.length);
  const length = ordered(lengths, match).find((one) => matches(pattern, text3.slice(text3.length - one)));
  return length === void 0 ? void 0 : text3.length - length;
}
function hasFixedLength(pattern) {
  return pattern.every(({ kind }) => kind !== "run");
}
function lengthsFor(pattern, most) {
  if (hasFixedLength(pattern)) return pattern.length <= most ? [pattern.length] : [];
  return Array.from({ length: most + 1 }, (_, length) => length);
}
function ordered(lengths, match) {
  return match === "shortest" ? lengths : lengths.toReversed();
}

// src/recipe/gobolinux/evaluate/operations.ts
var MOST_STEPS = 1e7;
function cut(text3, {
  from,
  match,
  pattern
}) {
  if (text3.length ** 2 * pattern.length > MOST_STEPS) return void 0;
  if (from === "end") return text3.slice(0, matchStart(pattern, text3, match) ?? text3.length);
  return text3.slice(matchEnd(pattern, text3, { from: 0, match }) ?? 0);
}
function replace(text3, {
  where,
  pattern,
  word: word2
}) {
  if (text3.length ** 3 * pattern.length > MOST_STEPS && !hasFixedLength(pattern)) return void 0;
  if (text3.length ** 2 * pattern.length > MOST_STEPS) return void 0;
  if (pattern.length === 0 && (where === "first" || where === "all")) return text3;
  if (where === "end") {
    const start = matchStart(pattern, text3, "longest");
    return start === void 0 ? text3 : text3.slice(0, start) + word2;
  }
  let made = "";
  let at = 0;
  while (at < text3.length) {
    const end = matchEnd(pattern, text3, { from: at, match: "longest" });
    const isMatch = end !== void 0 && (end > at || where === "start");
    made += isMatch ? word2 : text3.charAt(at);
    at = isMatch ? end : at + 1;
    if (where === "start" || where === "first" && isMatch) break;
  }
  return made + text3.slice(at);
}
function recase(text3, to, letters) {
  const change = (part) => part.replace(/[A-Za-z]/g, (letter) => to === "upper" ? letter.toUpperCase() : letter.toLowerCase());
  return letters === "all" ? change(text3) : change(text3.slice(0, 1)) + text3.slice(1);
}
function slice(text3, offset, length) {
  const from = offset < 0 ? text3.length + offset : offset;
  if (from < 0) return "";
  if (length === void 0) return text3.slice(from);
  const end = length < 0 ? text3.length + length : from + length;
  return end < from ? void 0 : text3.slice(from, end);
}

// src/recipe/gobolinux/evaluate/scope.ts
var MOST_CHARACTERS = 1 << 20;
function newScope(source, provided) {
  return {
    source,
    provided,
    variables: /* @__PURE__ */ new Map(),
    functions: /* @__PURE__ */ new Map(),
    doubt: void 0,
    flow: "goes-on",
    output: void 0,
    budget: { left: MOST_CHARACTERS, exhausted: void 0 }
  };
}
function scopeApart(scope) {
  return { ...scope, variables: new Map(scope.variables), functions: new Map(scope.functions), output: "" };
}
function spanIn({ source }, { start, end }) {
  return { source, start, end };
}
function unknownAt(scope, range) {
  return { kind: "unknown", because: spanIn(scope, range) };
}
function spend(scope, characters, range) {
  const { budget } = scope;
  budget.left -= characters + 1;
  if (budget.left >= 0) return true;
  budget.exhausted ??= spanIn(scope, range);
  return false;
}
var OF_THE_MACHINE = new Set(
  "HOME PWD OLDPWD USER LOGNAME PATH SHELL HOSTNAME HOSTTYPE OSTYPE MACHTYPE UID EUID GROUPS PPID RANDOM SECONDS SRANDOM LINENO BASH BASH_VERSION BASH_VERSINFO BASH_SOURCE BASHPID EPOCHSECONDS EPOCHREALTIME TERM LANG LC_ALL TMPDIR IFS OPTIND SHLVL FUNCNAME DIRSTACK PIPESTATUS COLUMNS LINES".split(" ")
);
function variableValue(scope, name, range) {
  const set2 = scope.variables.get(name);
  if (set2) return set2.value;
  const text3 = scope.provided.text(name);
  if (text3 !== void 0) return { kind: "text", text: text3 };
  const isForeign = OF_THE_MACHINE.has(name) || !/^[A-Za-z_]/.test(name);
  return isForeign || scope.provided.comesLater(name) ? unknownAt(scope, range) : void 0;
}
function setVariable(scope, {
  name,
  value,
  range,
  nameRange
}) {
  const variable = {
    value: scope.doubt ?? value,
    span: spanIn(scope, range),
    nameSpan: spanIn(scope, nameRange)
  };
  scope.variables.set(name, variable);
}

// src/recipe/gobolinux/evaluate/expand.ts
function expandText(word2, expander) {
  const { scope } = expander;
  if (hasHome(word2, "assignment")) return unknownAt(scope, word2);
  const pieces = expandParts(word2.parts, expander);
  if (!isKnown(pieces)) return pieces;
  const text3 = pieces.map((piece) => piece === "break" ? " " : piece.text).join("");
  return spend(scope, text3.length, word2) ? text3 : unknownAt(scope, word2);
}
function expandFields(words, expander) {
  const fields = [];
  for (const word2 of words) {
    const expanded2 = expandBraces(word2, MOST_WORDS);
    if (!expanded2) {
      spend(expander.scope, Number.POSITIVE_INFINITY, word2);
      return unknownAt(expander.scope, word2);
    }
    for (const one of expanded2) {
      const pieces = hasHome(one, "word") ? unknownAt(expander.scope, one) : expandParts(one.parts, expander);
      if (!isKnown(pieces)) return pieces;
      for (const text3 of fieldsOf(pieces)) {
        if (!spend(expander.scope, text3.length, word2)) return unknownAt(expander.scope, word2);
        fields.push({ text: text3, word: word2 });
      }
    }
  }
  return fields;
}
var MOST_WORDS = 1e4;
function expandPattern(word2, expander) {
  const pieces = expandParts(word2.parts, expander);
  if (!isKnown(pieces)) return pieces;
  const pattern = patternOf(
    pieces.map((piece) => {
      if (piece === "break") return { text: " ", quoting: "quoted" };
      return { text: piece.text, quoting: piece.nature === "quoted" ? "quoted" : "bare" };
    })
  );
  return pattern ?? unknownAt(expander.scope, word2);
}
function isKnown(value) {
  return !(typeof value === "object" && value !== null && "kind" in value && value.kind === "unknown");
}
function hasHome({ parts }, place) {
  return parts.some(
    (part, index) => part.kind === "text" && part.quoting === "bare" && (index === 0 && part.text.startsWith("~") || place === "assignment" && part.text.includes(":~"))
  );
}
function expandParts(parts, expander) {
  const pieces = [];
  for (const part of parts) {
    const expanded2 = expandPart(part, expander);
    if (!isKnown(expanded2)) return expanded2;
    for (const piece of expanded2) pieces.push(piece);
  }
  return pieces;
}
function expandPart(part, expander) {
  const { scope } = expander;
  switch (part.kind) {
    case "text":
      return [{ text: part.text, nature: part.quoting }];
    case "variable":
      return expandParameter(part.parameter, part.quoting, expander);
    case "command": {
      const output = expander.substitute(part.script, scope, part.range);
      return typeof output === "string" ? [pieceOf(output.replace(/\n+$/, ""), part.quoting)] : output;
    }
    default:
      return unknownAt(scope, part.range);
  }
}
function pieceOf(text3, quoting) {
  return { text: text3, nature: quoting === "quoted" ? "quoted" : "split" };
}
function expandParameter(parameter, quoting, expander) {
  const { scope } = expander;
  const { operation, range, elements, name } = parameter;
  const value = variableValue(scope, name, range);
  if (value?.kind === "unknown") return value;
  const texts = selected(value, elements);
  if (!texts) return unknownAt(scope, range);
  if (operation?.kind === "default")
    return expandDefault({ ...parameter, operation }, { texts, quoting }, expander);
  const operated = operation ? operate(operation, { texts, elements }, expander) : texts;
  if (!operated) return unknownAt(scope, range);
  if (!spend(
    scope,
    operated.reduce((sum, text3) => sum + text3.length, 0),
    range
  ))
    return unknownAt(scope, range);
  return piecesOf(operated, elements, quoting);
}
function piecesOf(texts, elements, quoting) {
  if (quoting === "quoted" && elements === "joined") return [pieceOf(texts.join(" "), quoting)];
  return texts.flatMap(
    (text3, index) => index === 0 ? [pieceOf(text3, quoting)] : ["break", pieceOf(text3, quoting)]
  );
}
function selected(value, elements) {
  if (value?.kind === "unknown") return void 0;
  const all = !value ? [] : value.kind === "text" ? [value.text] : value.elements.map((one) => one.value);
  if (elements === "each" || elements === "joined") return all;
  if (elements === "first") return all.slice(0, 1).length > 0 ? all.slice(0, 1) : [""];
  const index = /^\d{1,6}$/.test(elements.index) ? Number(elements.index) : void 0;
  return index === void 0 ? void 0 : [all[index] ?? ""];
}
function operate(operation, { texts, elements }, expander) {
  const isList2 = elements === "each" || elements === "joined";
  if (operation.kind === "length" && isList2) return [String(texts.length)];
  if (operation.kind === "slice" && isList2) return void 0;
  const operated = texts.map((text3) => operateOn(text3, operation, expander));
  const known = operated.filter((one) => one !== void 0);
  return known.length === operated.length ? known : void 0;
}
function operateOn(text3, operation, expander) {
  switch (operation.kind) {
    case "length":
      return String([...text3].length);
    case "case":
      return recase(text3, operation.to, operation.letters);
    case "slice":
      return slice(text3, operation.offset, operation.length);
    case "cut": {
      const pattern = expandPattern(operation.pattern, expander);
      return isKnown(pattern) ? cut(text3, { ...operation, pattern }) : void 0;
    }
    case "replace": {
      const pattern = expandPattern(operation.pattern, expander);
      const word2 = expandText(operation.word, expander);
      if (!isKnown(pattern) || typeof word2 !== "string" || word2.includes("&")) return void 0;
      return replace(text3, { where: operation.where, pattern, word: word2 });
    }
    default:
      return void 0;
  }
}
function expandDefault({ name, operation, range, elements }, { texts, quoting }, expander) {
  const { scope } = expander;
  const isList2 = elements === "each" || elements === "joined";
  const isSet = isList2 ? texts.length > 0 : isNamed(scope, name, elements);
  const counts = operation.empty === "counts" ? isSet : texts.join(" ") !== "";
  const { operator, word: word2 } = operation;
  if (operator === "+" ? !counts : counts) {
    return operator === "+" ? [pieceOf("", quoting)] : piecesOf(texts, elements, quoting);
  }
  if (operator === "=" || operator === "?") return unknownAt(scope, range);
  const pieces = expandParts(word2.parts, expander);
  if (!isKnown(pieces) || quoting === "quoted") return pieces;
  return pieces.map(
    (piece) => piece === "break" || piece.nature === "quoted" ? piece : { text: piece.text, nature: "split" }
  );
}
function isNamed(scope, name, elements) {
  const value = scope.variables.get(name)?.value;
  if (!value) return scope.provided.text(name) !== void 0;
  const index = typeof elements === "object" ? Number(elements.index) : 0;
  return value.kind === "list" ? index < value.elements.length : index === 0;
}
function fieldsOf(pieces) {
  const fields = [];
  let field;
  const end = () => {
    if (field !== void 0) fields.push(field);
    field = void 0;
  };
  for (const piece of pieces) {
    if (piece === "break") end();
    else if (piece.nature !== "split") {
      if (piece.nature === "quoted" || piece.text !== "") field = (field ?? "") + piece.text;
    } else {
      const [first2 = "", ...rest] = piece.text.split(/[ \t\n]+/);
      if (first2 !== "") field = (field ?? "") + first2;
      for (const next of rest) {
        end();
        if (next !== "") field = next;
      }
    }
  }
  end();
  return fields;
}

// src/recipe/gobolinux/evaluate/run.ts
function runScript(script2, scope) {
  let status = "success";
  for (const statement of script2) {
    if (scope.flow === "stopped") return status;
    if (!spend(scope, 0, statement)) return "unknown";
    status = runStatement(statement, scope);
  }
  return status;
}
function runStatement(statement, scope) {
  switch (statement.kind) {
    case "simple":
      return runSimple(statement, scope);
    case "chain":
      return runChain(statement, scope);
    case "group":
      return runScript(statement.body, scope);
    case "if":
      return runIf(statement, scope);
    case "for":
      return runFor(statement, scope);
    case "case":
      return runCase(statement, scope);
    case "function": {
      const { name, nameRange, body } = statement;
      scope.functions.delete(name);
      scope.functions.set(name, {
        name,
        body,
        span: spanIn(scope, statement),
        nameSpan: spanIn(scope, nameRange)
      });
      return "success";
    }
    case "condition":
      return runCondition(statement, scope);
    case "pipeline": {
      const [only] = statement.stages;
      if (!only || statement.stages.length > 1) return printUnknown(statement, scope);
      return opposite(runStatement(only, scope));
    }
    case "apart":
      return printUnknown(statement, scope);
    case "loop":
      return doubtful([statement], statement, scope);
    default:
      return unreachable(statement);
  }
}
function opposite(status) {
  return status === "unknown" ? status : status === "success" ? "failure" : "success";
}
function printUnknown(range, scope) {
  if (scope.output !== void 0) scope.output = unknownAt(scope, range);
  return "unknown";
}
function doubtful(script2, range, scope) {
  const unknown = unknownAt(scope, range);
  for (const { name, range: nameRange } of assignedIn(script2)) {
    setVariable(scope, { name, value: unknown, range: nameRange, nameRange });
  }
  defineAll(script2, scope);
  if (mayStop(script2)) scope.doubt = unknown;
  return printUnknown(range, scope);
}
function defineAll(script2, scope) {
  for (const statement of script2) {
    if (statement.kind === "function") runStatement(statement, scope);
    else for (const inner of scriptsIn(statement)) defineAll(inner, scope);
  }
}
function mayStop(script2) {
  return script2.some(
    (statement) => statement.kind === "simple" && isStop(statement) || scriptsIn(statement).some((inner) => mayStop(inner))
  );
}
function isStop({ words: [first2] }) {
  return ["return", "exit"].includes((first2 && literalOf(first2)) ?? "");
}
function scriptsIn(statement) {
  switch (statement.kind) {
    case "chain":
      return [[statement.first, ...statement.rest.map((one) => one.statement)]];
    case "group":
    case "for":
    case "loop":
      return [statement.body];
    case "if":
      return [...statement.branches.flatMap(({ condition, body }) => [condition, body]), statement.otherwise];
    case "case":
      return statement.arms.map(({ body }) => body);
    default:
      return [];
  }
}
function runChain({ first: first2, rest }, scope) {
  let status = runStatement(first2, scope);
  for (const { after, statement } of rest) {
    if (scope.flow === "stopped") return status;
    if (status === "unknown") doubtful([statement], statement, scope);
    else if (status === after) status = runStatement(statement, scope);
  }
  return status;
}
function runIf(statement, scope) {
  const { branches, otherwise } = statement;
  for (const [index, { condition, body }] of branches.entries()) {
    const status = runScript(condition, scope);
    if (scope.flow === "stopped") return status;
    if (status === "success") return runScript(body, scope);
    if (status === "unknown") {
      const left = branches.slice(index + 1).flatMap((one) => [...one.condition, ...one.body]);
      return doubtful([...body, ...left, ...otherwise], statement, scope);
    }
  }
  return runScript(otherwise, scope);
}
function runFor(statement, scope) {
  const { name, nameRange, words, body } = statement;
  const fields = words && expandFields(words, expanderOf(scope));
  if (!fields || !isKnown(fields) || leavesLoops(body)) return doubtful([statement], statement, scope);
  let status = "success";
  for (const { text: text3, word: word2 } of fields) {
    if (scope.flow === "stopped" || scope.budget.exhausted) return status;
    setVariable(scope, { name, value: { kind: "text", text: text3 }, range: word2, nameRange });
    status = runScript(body, scope);
  }
  return status;
}
function leavesLoops(script2) {
  return script2.some((statement) => {
    const [first2] = statement.kind === "simple" ? statement.words : [];
    return ["break", "continue"].includes((first2 && literalOf(first2)) ?? "") || scriptsIn(statement).some(leavesLoops);
  });
}
function runCase(statement, scope) {
  const expander = expanderOf(scope);
  const subject = expandText(statement.subject, expander);
  if (typeof subject !== "string" || statement.arms.some(({ end }) => end !== ";;")) {
    return doubtful([statement], statement, scope);
  }
  for (const { patterns: patterns2, body } of statement.arms) {
    for (const word2 of patterns2) {
      const pattern = expandPattern(word2, expander);
      if (!isKnown(pattern) || subject.length * pattern.length > 1e6)
        return doubtful([statement], statement, scope);
      if (matches(pattern, subject)) return runScript(body, scope);
    }
  }
  return "success";
}
function runCondition({ words }, scope) {
  const expander = expanderOf(scope);
  const texts = words?.map((word2) => expandText(word2, expander));
  const known = texts?.filter((text3) => typeof text3 === "string");
  if (!texts || !known || known.length < texts.length) return "unknown";
  const isPattern = ["=", "==", "!="].includes(known[1] ?? "") && known.length === 3;
  const bare = words?.[2]?.parts.some((part) => part.kind !== "text" || part.quoting === "bare");
  if (known[1] === "=~" || isPattern && bare && /[*?[\\]/.test(known[2] ?? "")) return "unknown";
  const answer = test(known);
  return answer === void 0 ? "unknown" : answer ? "success" : "failure";
}
function runSimple(statement, scope) {
  const { assignments, words, declarations, output } = statement;
  const [first2] = words;
  if (!first2) {
    const kinds = assignments.map((assignment) => assign(assignment, scope));
    return kinds.includes("unknown") ? "unknown" : "success";
  }
  const fields = expandFields(words, expanderOf(scope));
  const name = literalOf(first2);
  const special = name === void 0 ? void 0 : runSpecial(name, { statement, fields }, scope);
  if (special) return special;
  const ran = isKnown(fields) && output === "kept" ? runBuiltin(
    fields.map(({ text: text3 }) => text3),
    archOf(scope)
  ) : void 0;
  if (!ran || declarations.length > 0) {
    const called = name === void 0 ? void 0 : scope.functions.get(name);
    return called || assignedIn([statement]).length > 0 ? doubtful(called ? [called.body] : [statement], statement, scope) : printUnknown(statement, scope);
  }
  if (typeof scope.output === "string") {
    if (!spend(scope, ran.output.length, statement)) return printUnknown(statement, scope);
    scope.output += ran.output;
  }
  return ran.status;
}
function archOf(scope) {
  return scope.provided.text("arch");
}
function runSpecial(name, { statement, fields }, scope) {
  switch (name) {
    case "export":
    case "readonly":
    case "declare":
    case "typeset":
      return declare(statement, fields, scope);
    case "local":
      return "failure";
    case "return":
    case "exit":
      scope.flow = "stopped";
      return "unknown";
    case "unset": {
      if (!isKnown(fields)) return void 0;
      const names = fields.slice(1).map(({ text: text3 }) => text3);
      for (const one of names) (names[0] === "-f" ? scope.functions : scope.variables).delete(one);
      return "success";
    }
    default:
      return void 0;
  }
}
function declare({ declarations, words }, fields, scope) {
  const options = isKnown(fields) ? fields.slice(1).filter(({ text: text3 }) => text3.startsWith("-")) : [];
  const isPlain = isKnown(fields) && options.every(({ text: text3 }) => /^-[axrgp]+$/.test(text3));
  for (const assignment of declarations) {
    if (isPlain) assign(assignment, scope);
    else setTo(unknownAt(scope, words[0] ?? assignment), assignment, scope);
  }
  return "success";
}
function assign(assignment, scope) {
  const value = valueFor(assignment, scope);
  setTo(value, assignment, scope);
  return value.kind === "unknown" ? "unknown" : "known";
}
function setTo(value, assignment, scope) {
  const { name, nameRange } = assignment;
  setVariable(scope, { name, value, range: assignment, nameRange });
}
function valueFor(assignment, scope) {
  const { name, index, mode, value } = assignment;
  const before = variableValue(scope, name, assignment);
  if (before?.kind === "unknown" && (mode === "append" || index !== void 0)) return before;
  if (value.kind === "list") {
    const added = listOf2(value.elements, scope);
    if (!isKnown(added) || mode === "set") return added;
    const elements = elementsOf2(before, assignment, scope);
    if (!spend(scope, elements.length, assignment)) return unknownAt(scope, assignment);
    return { kind: "list", elements: [...elements, ...added.elements] };
  }
  const text3 = expandText(value.word, expanderOf(scope));
  if (typeof text3 !== "string") return text3;
  if (index === void 0 && before?.kind !== "list") {
    const whole = mode === "append" && before?.kind === "text" ? before.text + text3 : text3;
    return spend(scope, whole.length, assignment) ? { kind: "text", text: whole } : unknownAt(scope, assignment);
  }
  return withElement({ assignment, before, text: text3 }, scope);
}
function withElement({
  assignment,
  before,
  text: text3
}, scope) {
  const elements = elementsOf2(before, assignment, scope);
  const { index = "0", mode } = assignment;
  const at = /^\d{1,6}$/.test(index) ? Number(index) : void 0;
  if (at === void 0 || at > elements.length || !spend(scope, elements.length, assignment))
    return unknownAt(scope, assignment);
  const span = spanIn(scope, assignment.value.kind === "scalar" ? assignment.value.word : assignment);
  const value = mode === "append" ? (elements[at]?.value ?? "") + text3 : text3;
  return { kind: "list", elements: [...elements.slice(0, at), { value, span }, ...elements.slice(at + 1)] };
}
function elementsOf2(value, range, scope) {
  if (value?.kind === "list") return value.elements;
  return value?.kind === "text" ? [{ value: value.text, span: spanIn(scope, range) }] : [];
}
function listOf2(words, scope) {
  const indexed = words.find(({ start, end }) => /^\[[^\]]*\]\+?=/.test(scope.source.text.slice(start, end)));
  if (indexed) return unknownAt(scope, indexed);
  const fields = expandFields(words, expanderOf(scope));
  if (!isKnown(fields)) return fields;
  const elements = fields.map(({ text: text3, word: word2 }) => ({ value: text3, span: spanIn(scope, word2) }));
  return { kind: "list", elements };
}
function expanderOf(scope) {
  return { scope, substitute };
}
function substitute(script2, scope, range) {
  const apart = scopeApart(scope);
  const { exhausted } = scope.budget;
  runScript(script2, apart);
  if (!exhausted && scope.budget.exhausted) scope.budget.exhausted = spanIn(scope, range);
  return typeof apart.output === "string" ? apart.output : unknownAt(scope, range);
}

// src/recipe/gobolinux/evaluate.ts
function evaluateRecipe(sources, provided) {
  const scope = newScope(sources[0], provided);
  const troubles = sources.flatMap((source) => {
    const { script: script2, troubles: found } = parseScript(source.text);
    scope.source = source;
    scope.flow = "goes-on";
    runScript(script2, scope);
    return found.map((trouble) => ({ ...trouble, source }));
  });
  const { variables, functions, budget } = scope;
  return { variables, functions, troubles, exhausted: budget.exhausted };
}

// src/recipe/gobolinux/folder.ts
function folderOf({ name }, tree, { folder }) {
  return { tree, path: folder === "" ? "" : `${folder}/`, shown: name.replace(/[^/]*$/, "") };
}
function overlayOf({ tree, path, shown: shown2 }, arch) {
  const text3 = tree.read(`${path}${arch}/Recipe`);
  return text3 === void 0 ? [] : [{ name: `${shown2}${arch}/Recipe`, text: text3 }];
}
var RESOURCES = [
  ..."Dependencies BuildDependencies Description BuildInformation Environment Defaults Tasks Requirements".split(
    " "
  ),
  ..."PostInstall Wrappers Hints UnmanagedFiles Unmanaged XmlCatalogData RootFS Utils Daemons COPYING".split(
    " "
  ),
  ..."NewDependencies Orig-BuildInformation".split(" ")
];
function readResource(name, { tree, path, shown: shown2 }, settings) {
  const names = tree.list(`${path}Resources`);
  const found = names.includes(name) ? name : names.find((one) => meantBy(one) === name);
  const text3 = found === void 0 ? void 0 : tree.read(`${path}Resources/${found}`);
  if (found === void 0 || text3 === void 0) return void 0;
  const source = { name: `${shown2}Resources/${found}`, text: text3 };
  if (found !== name) {
    settings.report({
      severity: "warning",
      code: "gobo/misspelt-file",
      message: `${quoted(`Resources/${found}`)} is taken for \`Resources/${name}\``,
      span: { source, start: 0, end: 0 },
      help: `call it \`${name}\`: Compile does not look at it`
    });
  }
  return source;
}
function meantBy(name) {
  return RESOURCES.includes(name) ? void 0 : nearest(name, RESOURCES);
}
function lowerPatches(folders, { tree, path }, span) {
  const named = (suffix) => folders.flatMap(
    (folder) => tree.list(`${path}${folder}`.replace(/\/$/, "")).filter((name) => name.endsWith(suffix)).map((name) => `${folder}${name}`)
  );
  const plain = named(".patch").map((file) => ({ path: file, strip: 1, span }));
  const marked = named(".patch.in").sort().map((file) => ({ path: file, strip: 1, form: "markers", span }));
  return [...plain, ...marked];
}

// src/recipe/flavors.ts
function chooseFlavors(offer, requested) {
  const { available, pseudo, excludes } = offer;
  const troubles = troubleWith({ available, pseudo, chosen: [...new Set(requested)] }, excludes);
  if (troubles.length > 0) {
    return {
      ok: false,
      error: troubles.map((trouble) => {
        switch (trouble.kind) {
          case "unknown":
            return unknownFlavor(offer, trouble.flavor);
          case "excluded":
            return {
              severity: "error",
              code: "recipe/excluded-flavors",
              blame: "request",
              message: `\`${trouble.by}\` and \`${trouble.flavor}\` can't be chosen together`,
              help: "leave one of the two out of `--flavor`",
              related: [{ message: "the port says so", span: trouble.rule.span }]
            };
          default:
            return unreachable(trouble);
        }
      })
    };
  }
  return ok({
    available,
    pseudo,
    chosen: [...available, ...pseudo].filter((flavor3) => requested.includes(flavor3))
  });
}
function unknownFlavor({ port, available, pseudo, span }, flavor3) {
  const known = [...available, ...pseudo];
  const meant = nearest(flavor3, known);
  const place = span ? { message: "its flavors", span } : { message: "it has no flavors", span: port.span };
  const choices2 = known.map((name) => `\`${name}\``).join(", ");
  return {
    severity: "error",
    code: "recipe/unknown-flavor",
    blame: "request",
    message: `${quoted(flavor3)} is not a flavor of \`${port.value}\``,
    help: meant ? `did you mean \`${meant}\`?` : known.length > 0 ? `choose among ${choices2}` : "leave `--flavor` out",
    related: [place]
  };
}

// src/recipe/shell-word.ts
function shellWord(text3) {
  return `'${text3.replaceAll("'", "'\\''")}'`;
}

// src/recipe/gobolinux/prelude.sh
var prelude_default = `# What stands before a step of a Recipe when it is run: the variables and helpers that Compile has for it.
# Its functions run as Compile's do: not under \`set -e\`, and nobody is there to ask.
set +e
shopt -u nullglob
compileConfigureOptions=("$@")

app=$NAME appname=$NAME version=$VERSION versionnumber=$VERSION
target=$PREFIX installprefix=$PREFIX recipedir=$PORTDIR arch=$ARCH archsubdir=$PORTDIR/$ARCH
goboPrefix='' goboPrograms=/Programs goboSystem=/System goboData=/Data goboUsers=/Users goboMount=/Mount
goboIndex=/usr goboExecutables=/usr/bin goboLibraries=/usr/lib goboHeaders=/usr/include
goboShared=/usr/share goboManuals=/usr/share/man
goboTasks=/System/Tasks goboEnvironment=/System/Environment
goboKernel=/System/Kernel goboModules=/System/Kernel/Modules goboBoot=/System/Kernel/Boot
goboTemp=/tmp goboDevices=/dev goboStatus=/proc goboObjects=/sys
ftpGnu=ftp://ftp.gnu.org/gnu ftpAlphaGnu=ftp://alpha.gnu.org/gnu
httpSourceforge=https://downloads.sourceforge.net
case $PREFIX in
/Programs/*)
    goboSettings=/System/Settings goboVariable=/Data/Variable
    settings_target=$PREFIX/Resources/Defaults/Settings variable_target=/Data/Variable
    documents=$PREFIX/doc/\${NAME,,}-$VERSION
    ;;
*)
    goboSettings=$PREFIX/etc goboVariable=$PREFIX/var
    settings_target=$PREFIX/etc variable_target=$PREFIX/var
    documents=$PREFIX/share/doc/\${NAME,,}
    ;;
esac
make=make sudo_exec='' verbose='' sandboxopts=() sandbox_options=()
# Recipes from before GCC 10 count on what was the default then: one variable, defined in many files.
export CFLAGS="$CFLAGS -fcommon"
export target settings_target variable_target version versionnumber appname recipedir archsubdir
export goboPrefix goboPrograms goboSystem goboData goboIndex goboExecutables goboLibraries goboHeaders
export goboShared goboManuals goboSettings goboTasks goboEnvironment goboVariable goboTemp

Log_Normal() { printf '%s\\n' "$*"; }
Log_Terse() { printf '%s\\n' "$*"; }
Log_Verbose() { :; }
Log_Error() { printf '%s\\n' "$*" >&2; }
Log_Warning() { printf '%s\\n' "$*" >&2; }
Log_Question() { printf '%s\\n' "$*"; }
Die() {
    Log_Error "$@"
    exit 1
}
Quiet() { "$@" > /dev/null 2>&1; }
Mute() { "$@" > /dev/null 2>&1; }
# As with Compile's --batch.
Ask() { return 0; }
Ask_Continue() { return 0; }
Ask_Option() { :; }
Boolean() { [ "\${!1}" = "yes" ]; }
SuperUserName() { printf 'root\\n'; }
Import() { :; }
# A Recipe that asks what it is built for gets that, also where it is built on another machine.
if [ -n "$HOST_MACHINE" ]; then
    uname() { if [ "$*" = -m ]; then printf '%s\\n' "\${HOST_MACHINE%%-*}"; else command uname "$@"; fi; }
fi
MergeTree() { mkdir -p "$2" && cp -R -P -p "$1/." "$2"; }

# GrepReplace [-B] [-R] PATTERN TEXT FILE…: as sed's \`s\`, in the files that have the pattern.
GrepReplace() {
    local recursive=no file
    while :; do
        case $1 in
        -R | --recursive) recursive=yes ;;
        -B | --no-backup) ;;
        *) break ;;
        esac
        shift
    done
    local pattern=$1 text=$2
    shift 2
    while IFS= read -r -d '' file; do
        if grep -q -e "$pattern" "$file"; then
            sed -i -e "s"$'\\001'"$pattern"$'\\001'"$text"$'\\001'"g" "$file" || return 1
        fi
    done < <(
        for file in "$@"; do
            if [ -f "$file" ]; then printf '%s\\0' "$file"; elif [ "$recursive" = yes ]; then find "$file" -type f -print0; fi
        done
    )
}

# The folders that Compile makes of a program before anything is installed.
Make_Program_Tree() {
    mkdir -p "$target"/{bin,include,info,lib,libexec,sbin,Resources} "$target"/{man,share/man}/man{1,2,3,4,5,6,7,8,9} \\
        "$settings_target" || Die "$target cannot be written to"
}
Remove_Empty() { rmdir --ignore-fail-on-non-empty "$@" 2> /dev/null || :; }
Remove_Empty_Tree() {
    Remove_Empty "$target"/{man,share/man}/man{1,2,3,4,5,6,7,8,9}
    Remove_Empty "$target"/{man,share/man,info}
    Remove_Empty "$target"/{bin,include,lib,libexec,sbin,share}
    (cd "$target" && Remove_Empty -p "\${settings_target#"$target/"}" Resources)
}

# PrepareProgram -t NAME VERSION, or NAME VERSION -- OPTIONS
PrepareProgram() {
    Make_Program_Tree
    if [ "$1" = -t ]; then return 0; fi
    while [ $# -gt 0 ] && [ "$1" != -- ]; do shift; done
    shift
    configure_do_configuration "$@"
}

# SandboxInstall [-c COMMAND | --make MAKE] [-f MAKEFILE] [-t TARGET] NAME VERSION -- ARGUMENTS
SandboxInstall() {
    local command='' file='' goal=install
    while [ $# -gt 0 ]; do
        case $1 in
        -c | --command) command=$2 && shift ;;
        --make) make=$2 && shift ;;
        -f | --makefile) file=$2 && shift ;;
        -t | --target) goal=$2 && shift ;;
        --)
            shift
            break
            ;;
        esac
        shift
    done
    if [ -n "$command" ]; then
        DESTDIR=$DESTDIR $command "$@"
    else
        $make \${file:+-f "$file"} DESTDIR="$DESTDIR" "$@" $goal
    fi
}

Strip_Gobo_Programs() {
    local file
    find "$target/bin" "$target/sbin" -type f 2> /dev/null | while IFS= read -r file; do
        if [ "$(head -c 4 "$file" | tr -d '\\0')" = $'\\177ELF' ]; then \${STRIP:-strip} "$file" || :; fi
    done
}

# \`$gtk__path\` and its like: where each program that this one names is, in a package of its own or in the base.
Dependency_Paths() {
    local program name prefix owner where
    for program in "$@"; do
        name=\${program,,} name=\${name//[-+:]/_} name=\${name//./_} where=/usr
        for prefix in \${CMAKE_PREFIX_PATH//:/ }; do
            owner=\${prefix##*/}
            case $prefix in /Programs/*) owner=\${prefix%/*} owner=\${owner##*/} ;; esac
            if [ "\${owner,,}" = "\${program,,}" ]; then where=$prefix; fi
        done
        printf -v "\${name}_path" %s "$where" && export "\${name}_path"
        case $where in
        /usr) printf -v "\${name}_settings_path" /etc && printf -v "\${name}_variable_path" /var ;;
        /Programs/*)
            printf -v "\${name}_settings_path" %s "\${where%/*}/Settings"
            printf -v "\${name}_variable_path" /Data/Variable
            ;;
        *) printf -v "\${name}_settings_path" %s "$where/etc" && printf -v "\${name}_variable_path" %s "$where/var" ;;
        esac
        export "\${name}_settings_path" "\${name}_variable_path"
    done
}
`;

// src/recipe/gobolinux/steps.sh
var steps_default = '# The steps of Compile\'s recipe types. A Recipe may call them, or have functions of the same names instead.\n\n# Words of options that are not quoted in Compile are not quoted here.\n# shellcheck disable=SC2086\n\nRun_Autogen() {\n    local program=${autogen:-autogen.sh}\n    if [ -f "./${program%% *}" ]; then program=./$program; fi\n    case $program in ./*) chmod +x "./${program%% *}" 2> /dev/null ;; esac\n    # shellcheck disable=SC2086\n    yes "" | NOCONFIGURE=1 $program\n}\n\n# The options that a script understands by itself come first, so that the Recipe\'s win.\nConfigure_Defaults() {\n    local script=$1 name\n    if [ "$override_default_options" = yes ]; then return 0; fi\n    local -A values=(\n        [sysconfdir]=$goboSettings\n        [localstatedir]=$goboVariable\n        [mandir]=$target/share/man\n        [libexecdir]=$target/lib/${app,,}\n    )\n    if grep -q -i \'generated.*autoconf\' "$script"; then\n        printf \'%s\\n\' "--prefix=$target" ${HOST_MACHINE:+"--build=$BUILD_MACHINE" "--host=$HOST_MACHINE"}\n        for name in sysconfdir localstatedir mandir libexecdir; do printf \'%s\\n\' "--$name=${values[$name]}"; done\n    elif grep -q -e \'--prefix\' "$script"; then\n        printf \'%s\\n\' "--prefix=$target"\n        for name in sysconfdir mandir libexecdir; do\n            if grep -q -e "--$name" "$script"; then printf \'%s\\n\' "--$name=${values[$name]}"; fi\n        done\n    fi\n}\n\n# Scripts from before a machine was known by that name can ask its compiler.\nName_Machine() {\n    local folder machine guess here=$BUILD_MACHINE\n    machine=$(${CC:-gcc} -dumpmachine) || return 0\n    here=${here:-$machine}\n    find "$sourcedir" -name config.sub 2> /dev/null | while IFS= read -r guess; do\n        folder=${guess%/*}\n        if ! sh "$guess" "$machine" > /dev/null 2>&1; then\n            printf \'#!/bin/sh\\ncase $1 in *-*-*-*) echo "$1" ;; *) echo "$1" | sed "s/-/-pc-/" ;; esac\\n\' > "$guess"\n        fi\n        if [ -f "$folder/config.guess" ] && ! sh "$folder/config.guess" > /dev/null 2>&1; then\n            printf \'#!/bin/sh\\necho %s\\n\' "${here/-/-pc-}" > "$folder/config.guess"\n        fi\n    done\n}\n\nconfigure_do_configuration() {\n    local script=${configure:-./configure} first defaults\n    if [ "$autogen_before_configure" = yes ]; then\n        (cd "$sourcedir" && Run_Autogen) || return 1\n    fi\n    if [ "$builddir" != "$sourcedir" ]; then\n        case $script in /*) ;; *) script=$sourcedir/${script#./} ;; esac\n    fi\n    first=${script%% *}\n    [ -f "$first" ] || Die "there is no ${first#"$sourcedir/"} in $sourcedir"\n    chmod +x "$first"\n    Name_Machine\n    rm -f config.cache\n    mapfile -t defaults < <(Configure_Defaults "$first")\n    (\n        Export "${configure_variables[@]}"\n        Run $script "${defaults[@]}" "${configure_options[@]}" "${compileConfigureOptions[@]}" "$@"\n    )\n}\nconfigure_do_build() { makefile_do_build; }\nconfigure_do_install() { makefile_do_install "$@"; }\n\n# Makefiles that nothing has configured name their compiler themselves.\nCross_Variables() {\n    case ${HOST_MACHINE:+$recipe_type} in\n    makefile | xmkmf) printf \'%s\\n\' "CC=$CC" "CXX=$CXX" "AR=$AR" "RANLIB=$RANLIB" "STRIP=$STRIP" ;;\n    esac\n}\n\n# Compile runs one command at a time. Makefiles that do not say what has to wait for what get a second try in that way.\nmakefile_do_build() {\n    local compilers\n    mapfile -t compilers < <(Cross_Variables)\n    local command=(\n        $make ${makefile:+-f "$makefile"} $build_target "${compilers[@]}" "${make_variables[@]}" "${build_variables[@]}"\n    )\n    Run "${command[@]}" "-j$JOBS" || Run "${command[@]}" -j1\n}\nmakefile_do_install() {\n    local compilers\n    mapfile -t compilers < <(Cross_Variables)\n    Run $make ${makefile:+-f "$makefile"} "DESTDIR=$DESTDIR" "installprefix=$target" INSIDE_GOBO_SANDBOX=1 \\\n        GCONF_DISABLE_MAKEFILE_SCHEMA_INSTALL=1 LDCONFIG=true \\\n        "${compilers[@]}" "${make_variables[@]}" "${install_variables[@]}" ${install_target[*]:-install}\n}\n\ncmake_do_configuration() {\n    (\n        Export "${cmake_variables[@]}"\n        Run cmake -DCMAKE_VERBOSE_MAKEFILE=ON "-DCMAKE_INSTALL_PREFIX=$target" \\\n            "-DCMAKE_INSTALL_SYSCONFDIR=$settings_target" "-DCMAKE_INSTALL_LOCALSTATEDIR=$variable_target" \\\n            "-DCMAKE_INSTALL_MANDIR=$target/share/man" "-DCMAKE_INSTALL_LIBEXECDIR=$target/libexec" \\\n            "-DSYSCONFDIR=$settings_target" -DCMAKE_INSTALL_LIBDIR=lib "-DCMAKE_INSTALL_RPATH=$RUNPATH" \\\n            ${HOST_MACHINE:+-DCMAKE_SYSTEM_NAME=Linux "-DCMAKE_SYSTEM_PROCESSOR=${HOST_MACHINE%%-*}"} \\\n            -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF -DFETCHCONTENT_FULLY_DISCONNECTED=ON \\\n            ${cmake_options[*]} "${compileConfigureOptions[@]}" "$sourcedir"\n    )\n}\ncmake_do_build() { makefile_do_build; }\ncmake_do_install() { makefile_do_install "$@"; }\n\nmeson_do_configuration() {\n    (\n        Export "${meson_variables[@]}"\n        Run meson setup ${CROSS_FILE:+"--cross-file=$CROSS_FILE"} "--prefix=$target" --libdir=lib \\\n            "--sysconfdir=$goboSettings" "--localstatedir=$goboVariable" \\\n            --wrap-mode=nodownload "${meson_options[@]}" "${build_variables[@]}" "${compileConfigureOptions[@]}" \\\n            "$builddir" "$sourcedir"\n    )\n}\nmeson_do_build() { Run ninja "-j$JOBS" "${ninja_variables[@]}" $build_target; }\nmeson_do_install() { DESTDIR=$DESTDIR Run ninja "${ninja_variables[@]}" "${install_variables[@]}" install; }\n\nPython_Script() {\n    local found=\'\' one\n    for one in setup.py configure.py build.py; do if [ -f "$one" ]; then found=$one; fi; done\n    printf \'%s\\n\' "${build_script:-$found}"\n}\npython_do_build() {\n    local script\n    script=$(Python_Script)\n    if [ -z "$script" ] && [ -f pyproject.toml ]; then\n        Run $python -m pip wheel --no-deps --no-build-isolation --wheel-dir .wheels .\n        return\n    fi\n    mkdir -p "$sitepackages"\n    Run $python "$script" ${build_target:-build} ${python_options[*]}\n}\npython_do_install() {\n    local script\n    script=$(Python_Script)\n    export DEB_PYTHON_INSTALL_LAYOUT=deb_system\n    if [ -z "$script" ]; then\n        Run $python -m pip install --no-deps --no-index "--root=$DESTDIR" "--prefix=$target" --no-compile \\\n            --ignore-installed --no-warn-script-location .wheels/*.whl\n        return\n    fi\n    Run $python "$script" install --root "$DESTDIR" ${python_options[*]} --prefix "$target" --no-compile\n}\n\nperl_do_configuration() {\n    if [ -f Build.PL ] && [ ! -f Makefile.PL ]; then\n        Run perl Build.PL --create_packlist 0 --install_base "$target" "${perl_options[@]}"\n    else\n        Run perl Makefile.PL "INSTALL_BASE=$target" NO_PACKLIST=1 NO_PERLLOCAL=1 "${perl_options[@]}"\n    fi\n}\nperl_do_build() { if [ -f Build ]; then Run ./Build; else makefile_do_build; fi; }\nperl_do_install() { if [ -f Build ]; then Run ./Build install --destdir "$DESTDIR"; else makefile_do_install; fi; }\n\nxmkmf_do_configuration() {\n    Imake_Variables\n    # imake runs what it compiles.\n    Run env -u CC xmkmf && Run $make Makefiles "${make_variables[@]}" "${build_variables[@]}"\n}\nxmkmf_do_build() { Imake_Variables && makefile_do_build; }\nxmkmf_do_install() { Imake_Variables && makefile_do_install "$@"; }\nImake_Variables() {\n    make_variables=(\n        "BINDIR=$target/bin" "LIBDIR=$target/lib" "LIBEXECDIR=$target/libexec" "INCDIR=$target/include"\n        "MANPATH=$target/share/man" "${make_variables[@]}"\n    )\n}\n\nscons_do_build() {\n    Run scons "-j$JOBS" "${scons_variables[@]}" "PREFIX=$target" "prefix=$target" "${build_variables[@]}" $build_target\n}\nscons_do_install() {\n    Run scons "${scons_variables[@]}" "PREFIX=$target" "prefix=$target" "DESTDIR=$DESTDIR" "${install_variables[@]}" \\\n        ${install_target[*]:-install}\n}\n\nwaf_do_configuration() {\n    local prefix=("--prefix=$target")\n    if [ "$override_default_options" = yes ]; then prefix=(); fi\n    Run python3 ./waf configure "${prefix[@]}" "${waf_options[@]}" "${compileConfigureOptions[@]}"\n}\nwaf_do_build() { Run python3 ./waf "${waf_variables[@]}" "${build_variables[@]}" build $build_target; }\nwaf_do_install() { Run python3 ./waf "${waf_variables[@]}" "${install_variables[@]}" install "--destdir=$DESTDIR"; }\n\nCabal() { Run ${runhaskell:-runhaskell} "$(ls Setup.lhs Setup.hs 2> /dev/null | head -n 1)" "$@"; }\n# A shared library of Haskell\'s would look for the compiler\'s own, in folders that only the compiler\'s package has.\ncabal_do_configuration() {\n    Cabal configure "--prefix=$target" --disable-shared "${cabal_options[@]}" "${compileConfigureOptions[@]}"\n}\ncabal_do_build() { Cabal build "${build_variables[@]}"; }\ncabal_do_install() { Cabal copy "--destdir=$DESTDIR" "${install_variables[@]}"; }\n\n# `source:destination`; what ends with a slash is a folder, and of a folder it is the contents that are copied.\nmanifest_do_install() {\n    local entry from to IFS=\'\'\n    for entry in "${manifest[@]}"; do\n        from=${entry%%:*} to=$target/${entry#*:}\n        case $to in */) mkdir -p "$to" ;; *) mkdir -p "${to%/*}" ;; esac || return 1\n        if [ -d "$from" ] && [ -d "$to" ]; then\n            cp -R --no-preserve=ownership "$from/." "$to" || return 1\n        else\n            # The names may be patterns.\n            cp -R --no-preserve=ownership $from "$to" || return 1\n        fi\n    done\n}\n\n# A type has nothing to do in some of them.\ndo_configuration() { Step_Of_Type do_configuration "$@"; }\ndo_build() { Step_Of_Type do_build "$@"; }\ndo_install() { Step_Of_Type do_install "$@"; }\nStep_Of_Type() {\n    local step=${recipe_type}_$1\n    shift\n    if declare -F "$step" > /dev/null; then "$step" "$@"; fi\n}\n\n# Bash refuses what is no assignment, such as options that were meant for meson, and goes on.\nExport() {\n    local one\n    for one in "$@"; do export -- "${one?}" || printf \'not exported: %s\\n\' "$one"; done\n}\n\nRun() {\n    printf \'$ %s\\n\' "$*"\n    "$@"\n}\n\n# Reads the Recipe as Compile does once all that it may ask for is known, and enters its build folder.\nEnter() {\n    local flag list one\n    . "$PORTDIR/Recipe"\n    if [ -f "$PORTDIR/$ARCH/Recipe" ]; then . "$PORTDIR/$ARCH/Recipe"; fi\n    make=${make//ColorMake/make}\n    case $recipe_type in\n    \'\') for one in configure makefile python xmkmf meta meson scons manifest; do\n        list=is_$one\n        if [ "${!list}" = yes ]; then recipe_type=$one; fi\n    done ;;\n    esac\n    if [ "$is_compileprogram" = yes ]; then recipe_type=${recipe_type:-configure}; fi\n    if [ -n "${dirs[0]}" ]; then dir=${dirs[0]}; fi\n    basedir=$SRCDIR sourcedir=$SRCDIR\n    if [ -n "$dir" ] && [ -d "$WORKDIR/$dir" ]; then\n        basedir=$WORKDIR/${dir%%/*} sourcedir=$WORKDIR/$dir\n    fi\n    builddir=$sourcedir\n    case $recipe_type:$needs_build_directory in\n    cmake:* | meson:* | *:yes) builddir=$sourcedir/_build && mkdir -p "$builddir" ;;\n    esac\n    python=python${python_major:-3} sitepackages=$target/lib/python3/dist-packages\n    export sourcedir builddir basedir dir python sitepackages\n    Export "${environment[@]}"\n    # What flags add goes where the type keeps its options.\n    case $recipe_type in\n    configure) list=configure_options ;;\n    cmake | meson | python | perl | waf | cabal) list=${recipe_type}_options ;;\n    scons) list=scons_variables ;;\n    manifest) list=manifest ;;\n    *) list=make_variables ;;\n    esac\n    for flag in $FLAVORS; do\n        declare -n options=$list added=with_$flag\n        options+=("${added[@]}")\n        unset -n options added\n        if declare -F "using_$flag" > /dev/null; then "using_$flag" || Die "using_$flag failed"; fi\n    done\n    Link_Fake_Root\n    cd "$builddir" || exit 1\n}\n\n# What is installed below the fake root and what goes to the program\'s own folder are the same place.\nLink_Fake_Root() {\n    if [ -L "$DESTDIR$target" ] || [ ! -w "$target" ]; then return; fi\n    mkdir -p "$DESTDIR${target%/*}"\n    # A part of a whole that was installed before.\n    if [ -d "$DESTDIR$target" ]; then Move "$DESTDIR$target" "$target"; fi\n    ln -s "$target" "$DESTDIR$target" && Make_Program_Tree\n}\n\n# Call NAME: the Recipe\'s function, then those of the chosen flags.\nCall() {\n    local flag\n    if declare -F "$1" > /dev/null; then "$1" "$app" "$version" || return 1; fi\n    for flag in $FLAVORS; do\n        if declare -F "using_${flag}_$1" > /dev/null; then "using_${flag}_$1" || return 1; fi\n    done\n}\n\n# Patches in which `@%Compile_NAME%@` stands for the value of a variable.\nApply_Marked_Patches() {\n    local file text name\n    for file in "$@"; do\n        text=$(cat "$PORTDIR/$file" && printf x) || return 1\n        text=${text%x}\n        while [[ $text =~ @%Compile_([A-Za-z_][A-Za-z0-9_]*)%@ ]]; do\n            name=${BASH_REMATCH[1]}\n            text=${text//"@%Compile_$name%@"/"${!name}"}\n        done\n        printf \'$ patch -Np1 -i %s\\n\' "$file"\n        printf \'%s\' "$text" | patch -Np1 --batch --no-backup-if-mismatch -d "$basedir" || return 1\n    done\n}\n\n# Where what was installed belongs: as SandboxInstall sorts what was written outside of the program\'s folder.\nGather() {\n    local settings=$settings_target variable=$target/var\n    case $target in /Programs/*) variable=$target/Resources/Defaults/Variable ;; esac\n    Take "$target/../Settings" "$settings"\n    Take /System/Settings "$settings"\n    Take /etc "$settings"\n    Take /Data/Variable "$variable"\n    Take /var "$variable"\n    Take /usr/local "$target"\n    Take /usr "$target"\n    Take /System/Index "$target"\n    Take /bin "$target/bin"\n    Take /sbin "$target/sbin"\n    Take /lib "$target/lib"\n    Take /lib64 "$target/lib"\n    Move "$target/lib64" "$target/lib"\n    Move "$target/share/pkgconfig" "$target/lib/pkgconfig"\n    Move "$target/man" "$target/share/man"\n    Move "$target/info" "$target/share/info"\n    Repair_Links\n    rm -f "$target/share/info/dir"\n    find "$target/lib" -name \'*.la\' -delete 2> /dev/null\n    if [ "$recipe_type" = python ]; then find "$target/lib" -name \'__pycache__\' -prune -exec rm -rf {} +; fi\n    for variable in "${unmanaged_files[@]}"; do\n        if [ -e "$DESTDIR$variable" ]; then\n            mkdir -p "$target/Resources/Unmanaged${variable%/*}"\n            mv "$DESTDIR$variable" "$target/Resources/Unmanaged$variable"\n        fi\n    done\n}\n# A link that was made between two places of the fake root leads to where its end is now.\nRepair_Links() {\n    local link to\n    find "$target" -type l | while IFS= read -r link; do\n        to=$(readlink "$link")\n        case $to in *"${DESTDIR#/}/"*) to=/${to#*"${DESTDIR#/}/"} ;; *) continue ;; esac\n        to=${to#"$target"} to=${to#/usr/local} to=${to#/usr}\n        if [ -e "$target$to" ]; then\n            ln -sfnr "$target$to" "$link" 2> /dev/null || ln -sfn "$target$to" "$link"\n        fi\n    done\n}\nTake() { Move "$DESTDIR$1" "$2"; }\nMove() {\n    if [ ! -d "$1" ] || [ -L "$1" ]; then return; fi\n    mkdir -p "$2" && cp -R -P -p "$1/." "$2" || return 1\n    # The folder itself may stand where nothing can be removed.\n    rm -rf "$1" 2> /dev/null || :\n}\n\n# Names that the package\'s own files have.\nReserved=\'Architecture BuildInformation Dependencies Description FileHash FileHash.sig Manifest.json MetaData PackingList profile.sh\'\n\nInstall_Extras() {\n    local folder file\n    for folder in "$PORTDIR/Resources" "$PORTDIR/$ARCH/Resources"; do\n        if [ -d "$folder" ]; then cp -R -P -p "$folder/." "$target/Resources"; fi\n    done\n    for file in $Reserved NewDependencies Orig-BuildInformation; do rm -f "$target/Resources/$file"; done\n    if [ -n "$FLAVORS" ]; then printf \'%s\\n\' "$FLAVORS" > "$target/Resources/UseFlags"; fi\n    if [ ${#unmanaged_files[@]} -gt 0 ]; then\n        printf \'%s\\n\' "${unmanaged_files[@]}" > "$target/Resources/UnmanagedFiles"\n    fi\n    for file in "$sourcedir"/{COPYING,LICENSE,README*,NEWS,AUTHORS,BUGS,TODO,COPYRIGHT}; do\n        if [ -f "$file" ]; then mkdir -p "$documents" && cp "$file" "$documents"; fi\n    done\n    (\n        cd "$sourcedir" && for file in ${docs[*]}; do\n            if [ -e "$file" ]; then mkdir -p "$documents" && cp -R "$file" "$documents"; fi\n        done\n    )\n}\n\n# Nothing but what was installed is left in the fake root, and at its own place in it.\nFinish() {\n    if [ -n "$post_install_message" ]; then Log_Normal "$post_install_message"; fi\n    cd / || exit 1\n    Remove_Empty_Tree\n    if [ -L "$DESTDIR$target" ]; then\n        rm "$DESTDIR$target" && mkdir "$DESTDIR$target" && cp -R -P -p "$target/." "$DESTDIR$target" || exit 1\n        find "$target" -mindepth 1 -maxdepth 1 -exec rm -rf {} +\n    fi\n    find "$DESTDIR" -mindepth 1 -maxdepth 2 -depth -type d -empty -delete\n    mkdir -p "$DESTDIR$target"\n}\n';

// src/recipe/gobolinux/hooks.ts
var STEPS = [
  ["pre-patch", ["pre_patch"]],
  ["pre-configure", ["pre_build"]],
  ["pre-fake", ["pre_install"]]
];
function lowerHooks({
  functions,
  flavors: flavors2,
  patches: patches2,
  programs,
  span
}) {
  const named = (names) => names.flatMap((name) => [name, ...flavors2.map((flavor3) => `using_${flavor3}_${name}`)]).flatMap((name) => functions.get(name) ?? []);
  const archives = [...functions.values()].some(
    ({ span: { source, start, end } }) => /\b(?:compileArchivesDir|archivesdir)\b/.test(source.text.slice(start, end))
  );
  const opening = [
    prelude_default,
    steps_default,
    ...archives ? ["compileArchivesDir=$DISTDIR archivesdir=$DISTDIR"] : [],
    ...programs.length > 0 ? [`Dependency_Paths ${[...new Set(programs)].map(shellWord).join(" ")}`] : [],
    ""
  ].join("\n");
  const script2 = (text3, at) => ({ text: `${opening}${text3}`, shell: "bash", span: at });
  const scripts2 = /* @__PURE__ */ new Map();
  for (const [hook, names] of STEPS) {
    const [first2] = named(names);
    if (first2) scripts2.set(hook, script2(`Enter
Call ${names[0]} || exit 1
`, first2.nameSpan));
  }
  const unpack = functions.get("do_unpack");
  if (unpack)
    scripts2.set(
      "extract",
      script2('compileArchivesDir=$DISTDIR\nEnter\ncd "$WORKDIR" && do_unpack || exit 1\n', unpack.nameSpan)
    );
  const patch = functions.get("do_patch");
  if (patch) scripts2.set("patch", script2('Enter\ncd "$basedir" && do_patch || exit 1\n', patch.nameSpan));
  const [marked, ...more] = patches2.filter(({ form }) => form === "markers");
  if (marked && !patch) {
    const files = [marked, ...more].map(({ path }) => shellWord(path)).join(" ");
    scripts2.set("post-patch", script2(`Enter
Apply_Marked_Patches ${files} || exit 1
`, marked.span));
  }
  const placed2 = (name) => functions.get(name)?.nameSpan ?? span;
  return scripts2.set("configure", script2("Enter\ndo_configuration || exit 1\n", placed2("do_configuration"))).set("build", script2('Enter\n[ "$do_build" = no ] || do_build || exit 1\n', placed2("do_build"))).set("fake", script2(INSTALL, placed2("do_install"))).set("post-fake", script2(AFTERWARDS, placed2("pre_link")));
}
var INSTALL = `Enter
if [ "$do_install" != no ]; then do_install "$app" "$version" || exit 1; fi
Gather
if [ "$do_install" != no ]; then Strip_Gobo_Programs; fi
Install_Extras
`;
var AFTERWARDS = `Enter
Call pre_link || exit 1
(Call post_install) || Log_Warning "post_install failed, and what it should do is left to the installation"
Gather
Finish
`;

// src/recipe/gobolinux/known-variables.ts
var NAMES2 = {
  text: "compile_version recipe_type url mirror_url file file_size file_md5 file_sha dir unpack_files cvs cvs_module cvs_checkout_options cvs_opts cvs_options cvs_rsh cvs_password svn svn_username svn_password git branch tag bzr hg configure autogen makefile make build_target build_script python_major runhaskell part_of post_install_message",
  list: "urls mirror_urls files file_sizes file_md5s file_shas dirs cvss cvs_modules environment configure_options configure_variables make_variables build_variables install_variables cmake_options cmake_variables meson_options meson_variables ninja_variables python_options scons_variables waf_options waf_variables cabal_options manifest include unmanaged_files sandbox_options symlink_options docs perl_options compile_options",
  "text-or-list": "install_target without",
  "yes-or-no": "uncompress autogen_before_configure needs_build_directory override_default_options build_in_programs update_each_settings create_dirs_first keep_existing_target do_build do_install needs_safe_linking is_compileprogram is_makefile is_python is_xmkmf is_meta is_meson is_scons is_manifest"
};
var KINDS = new Map(
  Object.keys(NAMES2).flatMap(
    (kind) => NAMES2[kind].split(" ").map((name) => [name, kind])
  )
);
function kindOf2(name) {
  return name.startsWith("with_") ? "text-or-list" : KINDS.get(name);
}
var TELLING_PREFIX = 0.75;
function variableMeant(name) {
  const known = [...KINDS.keys()];
  const near = nearest(name, known);
  if (near !== void 0) return near;
  return known.find((one) => {
    const length = [...one].findIndex((char, index) => name[index] !== char);
    return length >= 5 && length >= TELLING_PREFIX * one.length;
  });
}

// src/recipe/gobolinux/settings.ts
function settingsOf(evaluated, span, report2) {
  const { variables } = evaluated;
  const text3 = (name) => {
    const set2 = variables.get(name);
    if (set2?.value.kind === "text")
      return set2.value.text === "" ? void 0 : { value: set2.value.text, span: set2.span };
    return set2?.value.kind === "list" ? set2.value.elements[0] : void 0;
  };
  const list2 = (name) => {
    const set2 = variables.get(name);
    if (set2?.value.kind === "list") return set2.value.elements;
    return set2?.value.kind === "text" && set2.value.text !== "" ? [{ value: set2.value.text, span: set2.span }] : [];
  };
  return {
    evaluated,
    report: report2,
    text: text3,
    list: list2,
    isYes: (name) => text3(name)?.value === "yes",
    isNo: (name) => text3(name)?.value === "no",
    isUnknown: (name) => variables.get(name)?.value.kind === "unknown",
    span
  };
}
function wordsOf(settings, name) {
  return settings.list(name).flatMap(({ value }) => value.split(/\s+/).filter(Boolean));
}
function checkNames(settings) {
  for (const [name, { value, nameSpan, span }] of settings.evaluated.variables) {
    const kind = kindOf2(name);
    if (kind === void 0) checkOwnName(name, nameSpan, settings);
    else if (value.kind === "list" && (kind === "text" || kind === "yes-or-no")) {
      settings.report({
        code: "gobo/kind",
        message: `\`${name}\` is one text, and this is a list`,
        span,
        help: `write \`${name}="…"\`${kindOf2(`${name}s`) === "list" ? `, or set \`${name}s\`` : ""}`
      });
    } else if (value.kind === "text" && kind === "list") {
      settings.report({
        severity: "warning",
        code: "gobo/kind",
        message: `\`${name}\` is a list, and this is one text`,
        span,
        help: `write \`${name}=("…")\`: an element for each argument`
      });
    } else if (value.kind === "text" && kind === "yes-or-no" && !["yes", "no", ""].includes(value.text)) {
      settings.report({
        code: "gobo/kind",
        message: `\`${name}\` is \`yes\` or \`no\`, not ${quoted(value.text)}`,
        span,
        help: `write \`${name}=yes\``
      });
    }
  }
}
function checkOwnName(name, nameSpan, { report: report2 }) {
  const meant = variableMeant(name);
  const isUsed = new RegExp(`\\$\\{?${name}\\b`).test(nameSpan.source.text);
  if (isUsed || meant === void 0 && name !== name.toLowerCase()) return;
  const isGrave = meant !== void 0 && /^(?:url|file|mirror|recipe_type|git|svn)/.test(meant);
  report2({
    ...isGrave ? {} : { severity: "warning" },
    code: "gobo/unknown-variable",
    message: `\`${name}\` is not a variable that a Recipe may set`,
    span: nameSpan,
    help: meant ? `did you mean \`${meant}\`?` : "nothing reads it: leave it out"
  });
}

// src/recipe/gobolinux/build.ts
function lowerBuild({ type, flavors: flavors2, patches: patches2, programs }, settings) {
  const texts = (name) => settings.list(name).map(({ value }) => value);
  const chosen = flavors2.flatMap((flavor3) => texts(`with_${flavor3}`));
  const optionsOf = (name) => [...texts(name), ...type.options === name ? chosen : []];
  const lists = ["configure_options", "cmake_options", "meson_options", "python_options"];
  const configure2 = [...lists, "waf_options", "cabal_options", "perl_options"].flatMap(optionsOf);
  const { functions } = settings.evaluated;
  const isAutogen = settings.isYes("autogen_before_configure") && type.style.value === "gnu";
  const scripts2 = lowerHooks({ functions, flavors: flavors2, patches: patches2, programs, span: type.style.span });
  return {
    style: isAutogen ? { ...type.style, value: "autoconf" } : type.style,
    installs: "at-prefix",
    configure: configure2,
    make: lowerMake([...optionsOf("make_variables"), ...optionsOf("scons_variables")], settings),
    scripts: scripts2,
    ...lowerSurroundings(settings),
    ...type.style.value === "manifest" ? { manifest: lowerManifest(settings, chosen) } : {}
  };
}
function lowerMake(variables, settings) {
  const texts = (name) => settings.list(name).map(({ value }) => value);
  const [build, install] = [texts("build_variables"), texts("install_variables")];
  const installTargets = wordsOf(settings, "install_target");
  const file = settings.text("makefile")?.value;
  const program = wordsOf(settings, "make").map((word2) => word2 === "ColorMake" ? "make" : word2);
  return {
    variables,
    targets: wordsOf(settings, "build_target"),
    ...installTargets.length > 0 ? { installTargets } : {},
    ...build.length > 0 ? { buildVariables: build } : {},
    ...install.length > 0 ? { installVariables: install } : {},
    ...file === void 0 || file === "Makefile" ? {} : { file },
    ...program.length > 0 && program.join(" ") !== "make" ? { program } : {}
  };
}
function lowerSurroundings(settings) {
  const texts = (...names) => names.flatMap((name) => settings.list(name).map(({ value }) => value));
  const environment = texts("environment");
  const configureEnvironment2 = texts("configure_variables", "cmake_variables", "meson_variables");
  const program = settings.text("configure")?.value;
  const folder = settings.text("dir") ?? settings.list("dirs")[0];
  return {
    ...folder ? { folder } : {},
    ...folder?.value.includes("/") ? { patchedFolder: folder.value.replace(/\/.*/s, "") } : {},
    ...environment.length > 0 ? { environment } : {},
    ...program === void 0 ? {} : { configureProgram: program },
    ...configureEnvironment2.length > 0 ? { configureEnvironment: configureEnvironment2 } : {},
    ...settings.isYes("override_default_options") ? { defaultArguments: "left-out" } : {},
    ...settings.isYes("needs_build_directory") ? { place: "folder-beside" } : {}
  };
}
function lowerManifest(settings, chosen) {
  const added = chosen.map((value) => ({ value, span: settings.span }));
  return [...settings.list("manifest"), ...added].flatMap(({ value, span }) => {
    const cut2 = value.indexOf(":");
    if (cut2 > 0) return [{ from: value.slice(0, cut2), to: value.slice(cut2 + 1), span }];
    settings.report({
      code: "gobo/manifest",
      message: `${quoted(value)} does not say where the file goes`,
      span,
      help: "write `source:destination`: `bin/foo:bin`"
    });
    return [];
  });
}
function lowerMembers(settings) {
  return settings.list("include").flatMap(({ value, span }) => {
    const [, name, version2] = /^(.+?)-{2,}(\S+)$/.exec(value) ?? [];
    if (name !== void 0 && version2 !== void 0) return [{ name, version: version2, span }];
    settings.report({
      code: "gobo/include",
      message: `${quoted(value)} does not name a recipe`,
      span,
      help: "write `Name--Version`"
    });
    return [];
  });
}
function lowerInstalled(settings, resources) {
  const texts = (name) => settings.list(name).map(({ value }) => value);
  const [documents, outside] = [texts("docs"), texts("unmanaged_files")];
  const message = settings.text("post_install_message")?.value;
  const installed = {
    ...documents.length > 0 ? { documents } : {},
    ...outside.length > 0 ? { outside } : {},
    ...message === void 0 ? {} : { message },
    ...resources === void 0 ? {} : { resources }
  };
  return Object.keys(installed).length > 0 ? installed : void 0;
}

// src/recipe/gobolinux/dependency-line.ts
var OPERATORS2 = [">", "<", "<=", ">=", "=", "!="];
function parseDependencyLine(line) {
  let start = 0;
  return line.split("|").map((piece) => {
    const at = start;
    start += piece.length + 1;
    return parseAlternative(piece, at);
  });
}
function parseAlternative(piece, offset) {
  const text3 = piece.replace(/#.*/s, "");
  const trimmed = text3.trim();
  const start = offset + text3.length - text3.trimStart().length;
  const end = start + trimmed.length;
  if (trimmed === "" || trimmed.startsWith("[")) return { kind: "nothing", flags: declaredFlags(trimmed) };
  const [program = "", ...words] = trimmed.replace(/([A-Za-z0-9])([>=<!])/g, "$1 $2").split(/\s+/);
  const { rest, flags } = splitFlags(words.join(" "));
  const bounds = [];
  for (const written of rest.split(",")) {
    const [first2, second, ...more] = written.split(/\s+/).filter(Boolean);
    if (first2 === void 0) continue;
    const wrong2 = { kind: "wrong", text: piece.trim(), start, end };
    if (more.length > 0) return { ...wrong2, problem: "too-many-words", found: written.trim() };
    if (second === void 0) bounds.push({ operator: "bare", version: first2 });
    else if (isOperator(first2)) bounds.push({ operator: first2, version: second });
    else return { ...wrong2, problem: "operator", found: first2 };
  }
  return { kind: "program", program, bounds, flags, start, end };
}
function isOperator(text3) {
  return OPERATORS2.includes(text3);
}
function splitFlags(text3) {
  if (!text3.endsWith("]")) return { rest: text3, flags: [] };
  const [rest = "", flags = ""] = text3.split("[");
  return { rest, flags: flags.slice(0, -1).split(",") };
}
function declaredFlags(text3) {
  const [, inner = ""] = /^\[([^\]]*)\]/.exec(text3) ?? [];
  return inner.split(/[\s,]+/).filter(Boolean);
}
function meantBy2(alternative, line) {
  if (alternative.kind === "nothing") return void 0;
  const text3 = line.slice(alternative.start, alternative.end).replace(/\[[^[\]]*\]$/, "");
  const [, program, rest = ""] = /^([^\s<>=!,]+)(.*)$/s.exec(text3) ?? [];
  const clauses = [...rest.matchAll(CLAUSE)];
  const bounds = clauses.map(
    ([, operator, version2, bare]) => bare === void 0 ? { operator: operatorMeant(operator ?? ""), version: version2 ?? "" } : bareBound(bare)
  );
  const known = bounds.filter((bound) => bound.operator !== void 0);
  const bares = known.filter(({ operator }) => operator === "bare").length;
  const isProse = bares > 1 || bares > 0 && alternative.kind === "wrong";
  const hasMore2 = rest.replace(CLAUSE, "").replace(/[\s,]/g, "") !== "";
  if (program === void 0 || isProse || hasMore2 || known.length < bounds.length) return void 0;
  const meant = { program, bounds: known };
  return alternative.kind === "program" && isSame(alternative, meant) ? void 0 : meant;
}
var CLAUSE = /([<>=!]+(?:\s+=)?)\s*([^\s<>=!,]+)|([^\s<>=!,]+)/g;
function bareBound(version2) {
  return { operator: "bare", version: version2 };
}
var MEANT = { "=>": ">=", "==": "=", "=<": "<=", "<>": "!=" };
function operatorMeant(written) {
  const operator = written.replace(/\s+/g, "");
  return isOperator(operator) ? operator : MEANT[operator];
}
function isSame(a, b) {
  return a.program === b.program && JSON.stringify(a.bounds) === JSON.stringify(b.bounds);
}

// src/recipe/gobolinux/release.ts
function stemOfProgram(program) {
  return program.replace(/[^A-Za-z0-9._+-]+/g, "-").replace(/-(?=[0-9]|-|$)/g, "_");
}
function packageVersion(version2) {
  const plain = version2.replace(/[^A-Za-z0-9._+]+/g, "_");
  return /^[0-9]/.test(plain) ? plain : `0.${plain}`;
}
function flavorOf(flag) {
  return flag.trim().replace(/^[*!]/, "").replaceAll("-", "_");
}

// src/recipe/gobolinux/dependencies.ts
var LONGEST_LINE = 1e3;
function readDependencies(source, settings) {
  const lines = [];
  let start = 0;
  for (const text3 of source.text.split("\n")) {
    const line = text3.slice(0, LONGEST_LINE).replace(/\r$/, "");
    const alternatives = parseDependencyLine(line);
    const spanOf2 = (from, to) => ({ source, start: start + from, end: start + to });
    const asked = alternatives.flatMap((one) => understood(one, { line, spanOf: spanOf2 }, settings));
    const flags = alternatives.flatMap((one) => one.kind === "wrong" ? [] : one.flags);
    const [first2] = alternatives.filter((one) => one.kind !== "nothing");
    const span = first2 ? spanOf2(first2.start, first2.end) : spanOf2(0, line.length);
    if (asked.length > 0 || flags.length > 0) lines.push({ alternatives: asked, flags, span });
    start += text3.length + 1;
  }
  return lines;
}
function understood(alternative, { line, spanOf: spanOf2 }, { report: report2 }) {
  if (alternative.kind === "nothing") return [];
  const meant = meantBy2(alternative, line);
  const span = spanOf2(alternative.start, alternative.end);
  const flags = alternative.kind === "program" ? alternative.flags : flagsAtEnd(line.slice(alternative.start, alternative.end));
  if (meant) {
    report2({
      severity: "warning",
      code: "gobo/dependency-form",
      message: `Compile ${alternative.kind === "wrong" ? "can't read this" : "reads this as something else"}, and it is taken for \`${shown(meant)}\``,
      span,
      help: `write \`${shown(meant)}\`: a blank around operators, a comma between bounds`
    });
    return [{ ...meant, flags }];
  }
  if (alternative.kind === "program" && isNamed2(alternative)) return [alternative];
  if (alternative.kind === "program") {
    const text3 = line.slice(alternative.start, alternative.end);
    report2({
      severity: "warning",
      code: "gobo/dependency-form",
      message: `${quoted(text3)} names no program and version, and is passed over`,
      span,
      help: "write `Program`, or `Program >= 1.2`; `#` begins a comment"
    });
    return [];
  }
  report2({
    code: "gobo/dependency",
    message: alternative.problem === "operator" ? `${quoted(alternative.found)} is not an operator` : `${quoted(alternative.text)} is not a dependency`,
    span,
    help: "write `Program`, `Program >= 1.2, < 2`, several between `|`, and flags in `[…]` at the end; `#` begins a comment"
  });
  return [];
}
function isNamed2({ program, bounds }) {
  return /^[A-Za-z0-9]/.test(program) && bounds.every(({ version: version2 }) => /[A-Za-z0-9]/.test(version2));
}
function flagsAtEnd(text3) {
  return /\[([^[\]]*)\]$/.exec(text3)?.[1]?.split(",") ?? [];
}
function shown({ program, bounds }) {
  const texts = bounds.map(
    ({ operator, version: version2 }) => operator === "bare" ? version2 : `${operator} ${version2}`
  );
  return [program, texts.join(", ")].filter(Boolean).join(" ");
}
function lowerDependencies(lines, choice) {
  return lines.flatMap(({ alternatives, span }) => {
    const wanted = alternatives.filter(({ flags }) => isWanted(flags, choice));
    const [first2] = wanted;
    if (!first2) return [];
    const isOpen = wanted.length === 1 && first2.bounds.every(({ operator }) => operator === "bare");
    const soft = first2.bounds.find(({ operator }) => operator === "bare");
    return [
      {
        spec: isOpen ? "" : wanted.map(branchOf).join("|"),
        pkgpath: pkgpathOf(first2.program),
        ...soft ? { softMinimum: soft.version } : {},
        span
      }
    ];
  });
}
function isWanted(flags, { flavors: flavors2, build }) {
  if (flags.length === 0) return true;
  if (flags.includes("cross")) return build === "cross";
  if (flags.includes("!cross")) return build === "native";
  return flags.some((flag) => flavors2.includes(flavorOf(flag)));
}
function branchOf({ program, bounds }) {
  const stated = bounds.filter(({ operator }) => operator !== "bare");
  const stem2 = stemOfProgram(program);
  return stated.length === 0 ? `${stem2}-*` : `${stem2}-${stated.map(boundText).join(",")}`;
}
function boundText({ operator, version: version2 }) {
  return `${operator}${packageVersion(version2)}`;
}
function pkgpathOf(program) {
  return program.replace(/[^A-Za-z0-9._+-]+/g, "-");
}
function flavorsIn(lines) {
  const flags = lines.flatMap((line) => line.flags).filter((flag) => !/^!?cross$/.test(flag));
  return [...new Set(flags.map(flavorOf))].filter((flavor3) => /^[A-Za-z_][A-Za-z0-9_.+]*$/.test(flavor3));
}

// src/recipe/gobolinux/description.ts
var TAGS = {
  summary: "summary",
  synopsis: "summary",
  description: "description",
  descripton: "description",
  homepage: "homepage",
  license: "license",
  licences: "license"
};
var LICENSES = [
  [/^(?:the )?MIT(?: license)?$/i, "MIT"],
  [
    /^(?:(?:the )?(?:new |modified )?BSD-?3|3-clause BSD(?: license)?|BSD license \(revised\))$/i,
    "BSD-3-Clause"
  ],
  [/^(?:2-clause BSD(?: license)?|BSD-?2)$/i, "BSD-2-Clause"],
  [/^(?:BSD License \(original\)|4-clause BSD(?: license)?)$/i, "BSD-4-Clause"],
  [
    /^GNU General Public License,? version 2(?: \(GPL-2\))?$|^(?:GNU )?GPL ?v?(?:ersion )?-?2(?:\.0)?$/i,
    "GPL-2.0-only"
  ],
  [/^GNU General Public License,? version 2 or (?:later|newer)$|^(?:GNU )?GPL ?v?2\+$/i, "GPL-2.0-or-later"],
  [
    /^GNU General Public License,? version 3(?: \(GPL-3\))?$|^(?:GNU )?GPL ?v?(?:ersion )?-?3(?:\.0)?$/i,
    "GPL-3.0-only"
  ],
  [/^GNU General Public License,? version 3 or (?:later|newer)$|^(?:GNU )?GPL ?v?3\+$/i, "GPL-3.0-or-later"],
  [/^GNU Library General Public License,? version 2$/i, "LGPL-2.0-only"],
  [/^GNU Lesser General Public License,? version 2\.1$|^(?:GNU )?LGPL ?v?2\.1$/i, "LGPL-2.1-only"],
  [/^GNU Lesser General Public License,? version 3$|^(?:GNU )?LGPL ?v?3$/i, "LGPL-3.0-only"],
  [/^Apache(?: License)?,? (?:version )?v?2\.0$/i, "Apache-2.0"]
];
var SPDX2 = /^(?:[AL]?GPL-[123]\.[01]-(?:only|or-later)|BSD-[234]-Clause|MPL-[12]\.[01]|ISC|Zlib)$/;
function parseDescription(text3) {
  const found = {};
  let current = /^\[\w[\w ]*\]/m.test(text3) ? void 0 : "description";
  for (const line of text3.split(/\r?\n|\r/)) {
    const [, tag, rest = line] = /^\[(\w[\w ]*)\]\s*(.*)$/s.exec(line) ?? [];
    if (tag !== void 0) current = TAGS[tag.toLowerCase()];
    if (current) found[current] = `${found[current] ?? ""}
${rest}`;
  }
  const [summary, description2, homepage, named = ""] = [
    found.summary,
    found.description,
    found.homepage,
    found.license
  ].map((one) => one?.trim());
  const words = named.replace(/\s+/g, " ").slice(0, 100);
  const license = SPDX2.test(words) ? words : LICENSES.find(([meant]) => meant.test(words))?.[1];
  return {
    ...summary ? { summary: summary.replace(/\s+/g, " ") } : {},
    ...description2 ? { description: description2 } : {},
    ...homepage && /^https?:\/\/\S+$/.test(homepage) ? { homepage } : {},
    ...license === void 0 ? {} : { license }
  };
}

// src/recipe/gobolinux/distfiles.ts
function both(settings, one, many) {
  const text3 = settings.text(one);
  return text3 ? [text3] : settings.list(many);
}
function lowerDistfiles(settings) {
  const urls = both(settings, "url", "urls");
  const [url, list2] = [settings.text("url"), settings.list("urls")];
  if (url && list2[0]) {
    settings.report({
      severity: "warning",
      code: "gobo/two-sources",
      message: "both `url` and `urls` are set: `url` counts",
      span: list2[0].span,
      help: "keep one of them",
      related: [{ message: "set here", span: url.span }]
    });
  }
  const columns = {
    mirrors: both(settings, "mirror_url", "mirror_urls"),
    files: both(settings, "file", "files"),
    sizes: both(settings, "file_size", "file_sizes"),
    md5s: both(settings, "file_md5", "file_md5s"),
    shas: both(settings, "file_sha", "file_shas")
  };
  checkLengths(columns, urls.length, settings);
  const distfiles2 = urls.flatMap(
    (one, index) => one ? lowerOne(one, { index, count: urls.length, columns }, settings) ?? [] : []
  );
  return placed(distfiles2, settings);
}
function checkLengths({ files, sizes, md5s, shas }, count2, { report: report2 }) {
  for (const column of [files, sizes, md5s, shas]) {
    const extra = column[count2];
    if (!extra || count2 === 0) continue;
    report2({
      code: "gobo/list-length",
      message: `there ${count2 === 1 ? "is one URL" : `are ${count2} URLs`}, and this is value ${count2 + 1}`,
      span: extra.span,
      help: "give each URL one value, in the same order"
    });
  }
}
function lowerOne(url, { index, count: count2, columns }, settings) {
  const main = urlOf(url, settings);
  const mirrors = columns.mirrors.flatMap(
    (mirror, at) => mirror && at % count2 === index ? urlOf(mirror, settings) ?? [] : []
  );
  const file = columns.files[index]?.value ?? url.value.replace(/[?#].*$/, "").replace(/^.*\//, "");
  const digests = digestsOf({ md5: columns.md5s[index], sha256: columns.shas[index] }, settings);
  const sizeBytes2 = sizeOf(columns.sizes[index], settings);
  if (!main) return void 0;
  if (!/^[^/\s-][^/\s]*$/.test(file) || file === "." || file === "..") {
    settings.report({
      code: "gobo/file-name",
      message: `${quoted(file)} can't be the name of a file`,
      span: (columns.files[index] ?? url).span,
      help: "set `file` to the archive's own name"
    });
    return void 0;
  }
  const isWritten = [columns.md5s[index], columns.shas[index]].some((one) => one && one.value !== "");
  if (!isWritten) {
    settings.report({
      severity: "warning",
      code: "gobo/no-digest",
      message: `nothing tells whether \`${file}\` is the right file`,
      span: url.span,
      help: "set `file_size` and `file_md5`, or `file_sha` (SHA-256)"
    });
  }
  return {
    file,
    urls: [main, ...mirrors],
    ...sizeBytes2 === void 0 ? {} : { sizeBytes: sizeBytes2 },
    digests: digests.map(({ value }) => value),
    subdir: "",
    span: url.span,
    digestSpan: digests[0]?.span ?? url.span
  };
}
var SCHEMES = ["https", "http", "ftp"];
function urlOf({ value, span }, { report: report2 }) {
  const [, scheme, rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(\S*)$/.exec(value) ?? [];
  if (scheme !== void 0 && SCHEMES.includes(scheme.toLowerCase()) && /^[^/\s]+\//.test(rest))
    return { kind: "web", url: value };
  const pool = /^debian:([^\s/]+)$/.exec(value)?.[1];
  if (pool !== void 0) return { kind: "debian", file: pool };
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S*$/i.test(value)) {
    report2({
      severity: "warning",
      code: "gobo/url",
      message: `${quoted(value)} does not say how to fetch it, and is taken for \`http://\``,
      span,
      help: "begin it with `https://` or `http://`"
    });
    return { kind: "web", url: `http://${value}` };
  }
  const variable = /\$\{?(\w+)/.exec(value)?.[0];
  report2({
    code: "gobo/url",
    message: `${quoted(value)} is not a URL that can be fetched`,
    span,
    help: variable ? `\`${variable}\` stands in single quotes, where it means only itself: use double quotes` : `begin it with \`https://\`, \`http://\` or \`ftp://\`, and the name of a machine`
  });
  return void 0;
}
var LENGTHS = { md5: 32, sha256: 64 };
function digestsOf(written, settings) {
  return ["sha256", "md5"].flatMap((algorithm) => {
    const sum = written[algorithm];
    if (!sum || sum.value === "") return [];
    const { value, span } = sum;
    if (/^[0-9a-fA-F]+$/.test(value) && value.length === LENGTHS[algorithm])
      return [{ value: { algorithm, hex: value.toLowerCase() }, span }];
    const other = {
      32: "an MD5: `file_md5`",
      64: "a SHA-256: `file_sha`",
      40: "a SHA-1, which Compile does not know"
    }[value.length];
    settings.report({
      code: "gobo/digest",
      message: `a sum of ${algorithm === "md5" ? "`file_md5`" : "`file_sha`"} has ${LENGTHS[algorithm]} hexadecimal digits, and this one is ${quoted(value)} (${value.length})`,
      span,
      help: other && value.length !== LENGTHS[algorithm] ? `${value.length} digits are ${other}` : "take it from upstream once more"
    });
    return [];
  });
}
function sizeOf(written, { report: report2 }) {
  if (!written || written.value === "") return void 0;
  if (/^[0-9]{1,15}$/.test(written.value)) return Number(written.value);
  report2({
    code: "gobo/size",
    message: `${quoted(written.value)} is not a number of bytes`,
    span: written.span,
    help: "write digits only, as `stat -c %s FILE` prints them"
  });
  return void 0;
}
var MODES = ["files_in_root", "inside_first", "dirs", "contents_inside_first"];
function placed(distfiles2, settings) {
  const mode = settings.text("unpack_files");
  const left = settings.isNo("uncompress") ? { left: "packed" } : {};
  if (mode && !MODES.includes(mode.value)) {
    settings.report({
      code: "gobo/unpack-files",
      message: `${quoted(mode.value)} is not a way to unpack files`,
      span: mode.span,
      help: `choose from ${MODES.map((one) => `\`${one}\``).join(", ")}`
    });
  }
  const folders = both(settings, "dir", "dirs").map((one) => one?.value.split("/")[0] ?? "");
  const [first2 = defaultFolder(distfiles2[0]?.file ?? "")] = folders;
  return distfiles2.map((one, index) => {
    const isFirst = index === 0;
    if (mode?.value === "files_in_root" || left.left) return { ...one, ...left, unpackedTo: first2 };
    if (isFirst || !mode) return one;
    if (mode.value === "dirs") return { ...one, unpackedTo: folders[index] ?? first2 };
    if (mode.value === "contents_inside_first") return { ...one, subdir: "." };
    return { ...one, unpackedTo: first2 };
  });
}
function defaultFolder(file) {
  return file.replace(/\.(?:tar|tbz|tgz|zip).*$/s, "");
}
var SYSTEMS = ["git", "svn", "cvs", "hg", "bzr"];
function lowerCheckouts(settings) {
  return SYSTEMS.flatMap((system) => {
    const url = settings.text(system);
    if (!url) return [];
    const revision = system === "git" ? settings.text("branch") ?? settings.text("tag") : void 0;
    const module = system === "cvs" ? settings.text("cvs_module") : void 0;
    return [
      {
        system,
        url: url.value,
        ...module ? { module: module.value } : {},
        ...revision ? { revision: revision.value } : {},
        span: url.span
      }
    ];
  });
}

// src/recipe/gobolinux/generic-flags.ts
var MEMBERS = { ssl: ["openssl", "gnutls", "nss"] };
function exclusionsIn(lines, available) {
  return lines.flatMap(
    ({ flags, span }) => flags.filter((flag) => flag.trim().startsWith("*")).flatMap((flag) => {
      const members = membersOf(flavorOf(flag), available);
      return members.flatMap(
        (flavor3, at) => members.slice(at + 1).map((value) => ({ flavor: flavor3, excluded: { value, span } }))
      );
    })
  );
}
function withMembers(chosen, available) {
  return chosen.flatMap((flavor3) => {
    const members = membersOf(flavor3, available);
    const [first2] = members;
    return first2 === void 0 || members.some((one) => chosen.includes(one)) ? [flavor3] : [flavor3, first2];
  });
}
function membersOf(flavor3, available) {
  const members = Object.hasOwn(MEMBERS, flavor3) ? MEMBERS[flavor3] ?? [] : [];
  return members.filter((one) => available.includes(one));
}

// src/recipe/gobolinux/provided.ts
var PATHS = {
  goboPrefix: "",
  goboPrograms: "/Programs",
  goboUsers: "/Users",
  goboMount: "/Mount",
  goboSystem: "/System",
  goboDevices: "/dev",
  goboStatus: "/proc",
  goboObjects: "/sys",
  goboIndex: "/usr",
  goboData: "/Data",
  goboExecutables: "/usr/bin",
  goboLibraries: "/usr/lib",
  goboHeaders: "/usr/include",
  goboShared: "/usr/share",
  goboManuals: "/usr/share/man",
  goboTasks: "/System/Tasks",
  goboEnvironment: "/System/Environment",
  goboSettings: "/System/Settings",
  goboKernel: "/System/Kernel",
  goboModules: "/System/Kernel/Modules",
  goboBoot: "/System/Kernel/Boot",
  goboVariable: "/Data/Variable",
  goboTemp: "/Data/Variable/tmp",
  goboUserSettings: "/Users/gobo/.config",
  compileDir: "/Data/Compile",
  compileArchivesDir: "/Data/Compile/Archives",
  compileSourcesDir: "/Data/Compile/Sources",
  compileRecipesDir: "/Data/Compile/Recipes",
  compileRecipeDir: "/Data/Compile/Recipes",
  compileRecipesRepository: "https://github.com/gobolinux/Recipes.git",
  compileUpstreamBranch: "master",
  ftpGnu: "ftp://ftp.gnu.org/gnu",
  ftpAlphaGnu: "ftp://alpha.gnu.org/gnu",
  httpSourceforge: "https://downloads.sourceforge.net"
};
var REVISION = /^(.+)-(r[0-9]+(?:p[0-9]+)?)$/;
function splitRevision(folder) {
  const [, version2 = folder, revision = ""] = REVISION.exec(folder) ?? [];
  return { version: version2, revision };
}
function providedVariables(reading) {
  const { program, version: folder, arch, layout = "programs" } = reading;
  const { version: version2, revision } = splitRevision(folder);
  const target = reading.target ?? `/Programs/${program}/${version2}`;
  const recipeDir = `/Data/Compile/Recipes/${program}/${folder}`;
  const archDir = `${recipeDir}/${arch}`;
  const own = {
    app: program,
    appname: program,
    version: version2,
    versionnumber: version2,
    versionandrevision: folder,
    revision,
    recipe: `${recipeDir}/Recipe`,
    recipedir: recipeDir,
    reciperesources: `${recipeDir}/Resources`,
    arch,
    archsubdir: archDir,
    archrecipe: `${archDir}/Recipe`,
    archreciperesources: `${archDir}/Resources`,
    target,
    installprefix: target,
    settings_target: layout === "programs" ? `${target}/Resources/Defaults/Settings` : `${target}/etc`,
    variable_target: layout === "programs" ? "/Data/Variable" : `${target}/var`
  };
  return {
    text: (name) => Object.hasOwn(own, name) ? own[name] : Object.hasOwn(PATHS, name) ? PATHS[name] : void 0,
    comesLater: (name) => reading.purpose === "building" && /[a-z0-9_]_path$/.test(name)
  };
}

// src/recipe/gobolinux/versions.ts
function sortVersions(versions) {
  return versions.map(weigh).reverse().sort(compareWeighed).map(({ text: text3 }) => text3);
}
function compareWeighed(a, b) {
  return compareWeights(a.weight, b.weight) || compare2(a.revision, b.revision) || 0;
}
function weigh(text3) {
  const name = text3.slice(text3.lastIndexOf("/") + 1);
  const fields = name.split("--");
  const field = fields[1] ?? fields[0] ?? "";
  const [, version2 = field, revision = "0", patch = "0"] = /^(?:(.*)-)?r([0-9]+)(?:p([0-9]+))?$/s.exec(field) ?? [];
  return { text: text3, weight: weightOf(version2), revision: [Number(revision), Number(patch)] };
}
var NEARNESS = {
  rc: 1e-4,
  pre: 1e-3,
  pr: 1e-3,
  beta: 0.01,
  alpha: 0.1
};
var REPOSITORIES = ["svn", "cvs", "git", "bzr", "hg"];
function weightOf(version2) {
  if (version2 === "" || version2 === "Current") return [];
  const shown2 = version2.toLowerCase().endsWith("-git") ? "git" : version2;
  const weight = REPOSITORIES.includes(shown2.toLowerCase()) ? [-1] : [];
  for (const chunk of chunksOf(shown2)) {
    const pieces = [];
    for (const part of chunk.toLowerCase().split(".")) {
      const piece = part.startsWith("-") ? part.slice(1) : part;
      const nearness = Object.hasOwn(NEARNESS, piece) ? NEARNESS[piece] : void 0;
      if (/^[0-9]+$/.test(piece)) pieces.push(Number(piece));
      else if (nearness === void 0 || !lower(weight.at(-1), nearness)) pieces.push(piece);
    }
    if (pieces.length > 0) weight.push(pieces);
  }
  return weight;
}
function lower(chunk, nearness) {
  const last = Array.isArray(chunk) ? chunk.at(-1) : void 0;
  if (!Array.isArray(chunk) || typeof last !== "number") return false;
  chunk[chunk.length - 1] = last - nearness;
  return true;
}
function chunksOf(version2) {
  return version2.split(/(?<=[0-9])(?=[^0-9.])|(?<=[^0-9.])(?=[0-9])/);
}
function compare2(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (!isList(a) || !isList(b)) return void 0;
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === void 0) return 1;
    const order = compare2(one, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
function isList(value) {
  return typeof value === "object";
}
function compareWeights(a, b) {
  const order = compare2(a, b);
  if (order !== void 0) return order;
  const length = Math.min(a.length, b.length);
  const [left, right] = padded(flattened(a, length), flattened(b, length));
  return compare2(left, right) ?? 0;
}
function flattened(weight, length) {
  const flat = [...weight];
  for (let at = 0; at < length; at += 1) {
    const chunk = flat[at];
    if (chunk !== void 0 && isList(chunk)) flat.splice(at, 1, ...chunk);
  }
  return flat;
}
function padded(a, b) {
  const [left, right] = [[...a], [...b]];
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    if (typeof left[at] === typeof right[at]) continue;
    if (typeof left[at] === "string") left.splice(at, 0, 0);
    else if (typeof right[at] === "string") right.splice(at, 0, 0);
  }
  return [left, right];
}

// src/recipe/gobolinux/lookup.ts
function lookUpRecipe(trees, { program, version: version2, accepts }) {
  let without;
  for (const [index, tree] of trees.entries()) {
    const names = namesFor(program, tree);
    if (names.length > 1) return { kind: "ambiguous", programs: names };
    const [name] = names;
    if (name === void 0) continue;
    const versions = versionsOf(name, tree);
    const best = bestOf(accepts ? versions.filter((one) => accepts(one)) : versions, version2);
    if (best !== void 0) return { kind: "found", tree: index, program: name, version: best };
    if (versions.length > 0) without ??= { kind: "no-version", program: name, versions };
  }
  return without ?? { kind: "no-program", programs: trees.flatMap((tree) => tree.list("")) };
}
function namesFor(program, tree) {
  const names = tree.list("").filter((name) => name.toLowerCase() === program.toLowerCase());
  return names.includes(program) ? [program] : names;
}
function versionsOf(program, tree) {
  const folders = tree.list(program).filter((name) => tree.exists(`${program}/${name}/Recipe`) === "file");
  return sortVersions(folders);
}
function bestOf(versions, wanted) {
  if (wanted === void 0 || versions.includes(wanted)) return wanted ?? versions.at(-1);
  return versions.filter((one) => splitRevision(one).version === wanted).at(-1);
}

// src/recipe/gobolinux/parts.ts
function treesAround({ program, version: version2 }, tree, { folder, recipeTrees = [] }) {
  return folder === `${program}/${version2}` ? [tree, ...recipeTrees] : recipeTrees;
}
function checkParts({ members, partOf: partOf2 }, trees, settings) {
  if (trees.length === 0) return;
  for (const member of members) checkNamed(member, trees, settings);
  if (partOf2) checkNamed({ name: partOf2.value, span: partOf2.span }, trees, settings);
}
function checkNamed({ name, version: version2, span }, trees, { report: report2 }) {
  const path = version2 === void 0 ? name : `${name}/${version2}/Recipe`;
  if (trees.some((tree) => tree.exists(path) !== "nothing")) return;
  const { found, meant } = lookUpOnce(trees, { program: name, version: version2 });
  if (found.kind === "found" || found.kind === "ambiguous") return;
  report2({
    severity: "warning",
    code: "gobo/part",
    message: found.kind === "no-version" ? `\`${found.program}\` has no version ${quoted(version2 ?? "")} among these recipes` : `there is no recipe of ${quoted(name)} among these`,
    span,
    help: found.kind === "no-version" ? `choose from ${found.versions.slice(-SHOWN_VERSIONS).join(", ")}` : meant ? `did you mean \`${meant}\`?` : "name the folder that has it with `--recipes`, too"
  });
}
var SHOWN_VERSIONS = 12;
var LOOKED_UP = /* @__PURE__ */ new WeakMap();
function lookUpOnce(trees, wanted) {
  const [first2] = trees;
  if (!first2) throw new Error("a part is looked up in no tree at all");
  const known = LOOKED_UP.get(first2) ?? /* @__PURE__ */ new Map();
  LOOKED_UP.set(first2, known);
  const key = `${trees.length} ${wanted.program} ${wanted.version ?? ""}`;
  const before = known.get(key);
  if (before) return before;
  const found = lookUpRecipe(trees, wanted);
  const meant = found.kind === "no-program" ? nearest(wanted.program, found.programs) : void 0;
  known.set(key, { found, meant });
  return { found, meant };
}

// src/recipe/gobolinux/styles.ts
var TYPES2 = {
  configure: { style: "gnu", options: "configure_options" },
  makefile: { style: "make", options: "make_variables" },
  cmake: { style: "cmake", options: "cmake_options" },
  meson: { style: "meson", options: "meson_options" },
  python: { style: "python", options: "python_options" },
  perl: { style: "perl", options: "perl_options" },
  xmkmf: { style: "imake", options: "make_variables" },
  scons: { style: "scons", options: "scons_variables" },
  waf: { style: "waf", options: "waf_options" },
  // No style of its own: its steps are those of the Recipe's type.
  cabal: { style: "script", options: "cabal_options", needs: ["ghc"] },
  manifest: { style: "manifest", options: "manifest" },
  meta: { style: "meta", options: "include" }
};
var LEGACY = ["makefile", "python", "xmkmf", "meta", "meson", "scons", "manifest"];
function recipeType(settings) {
  const written = settings.text("recipe_type");
  const legacy = LEGACY.find((type2) => settings.isYes(`is_${type2}`));
  const name = written?.value ?? legacy ?? (settings.isYes("is_compileprogram") ? "configure" : void 0);
  const type = name !== void 0 && Object.hasOwn(TYPES2, name) ? TYPES2[name] : void 0;
  const span = written?.span ?? settings.span;
  if (name !== void 0 && type) {
    const { style, options, needs = [] } = type;
    const system = needs.map((one) => ({ kind: "neutral", name: one, span }));
    return { name, style: { value: style, span }, options, needs: system };
  }
  const known = Object.keys(TYPES2);
  const meant = name === void 0 ? void 0 : nearest(name, known);
  settings.report({
    code: "gobo/recipe-type",
    message: name === void 0 ? "no `recipe_type` is set" : `${quoted(name)} is not a \`recipe_type\``,
    span,
    help: meant ? `did you mean \`${meant}\`?` : `choose from ${known.map((one) => `\`${one}\``).join(", ")}`
  });
  return void 0;
}

// src/recipe/gobolinux/variables.ts
function rawVariables(evaluated, provided) {
  const troubles = troublesOf(evaluated);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const variables = {};
  const unknown = [];
  for (const [name, { value }] of evaluated.variables) {
    if (value.kind === "unknown") unknown.push(name);
    else if (value.kind === "list") variables[name] = value.elements.map((one) => one.value);
    else if (provided.text(name) !== value.text) variables[name] = value.text;
  }
  const functions = [...evaluated.functions.keys()].sort();
  return ok({
    variables: { ...variables, functions },
    unknown,
    absent: "fault",
    warnings: unknownValues(evaluated)
  });
}

// src/recipe/gobolinux/lower.ts
function lowerRecipe({ source, place, arch }, tree, request) {
  const problems = [];
  const report2 = (trouble) => void problems.push({ severity: "error", blame: "recipe", ...trouble });
  const folder = folderOf(source, tree, request);
  const target = targetOf(place, request);
  const reading = {
    ...place,
    arch,
    target,
    layout: request.layout ?? "vendor",
    purpose: "building"
  };
  const provided = providedVariables(reading);
  const evaluated = evaluateRecipe([source, ...overlayOf(folder, arch)], provided);
  const troubles = troublesOf(evaluated);
  problems.push(...troubles, ...encodingTroubles(evaluated));
  if (troubles.length === 0) problems.push(...unknownValues(evaluated));
  const settings = settingsOf(evaluated, { source, start: 0, end: source.text.search(/\n|$/) }, report2);
  checkNames(settings);
  const description2 = parseDescription(readResource("Description", folder, settings)?.text ?? "");
  const lowered = lowerPort({ settings, description: description2, folder, place, target, arch }, request);
  const errors = [
    ...problems.filter(({ severity }) => severity === "error"),
    ...lowered.ok ? [] : lowered.error
  ];
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (!lowered.ok || errors.length > 0 || !lowered.value)
    return { ok: false, error: [...errors, ...warnings] };
  const port = lowered.value;
  const raw = () => {
    const variables = rawVariables(evaluated, provided);
    return variables.ok ? variables.value.variables : {};
  };
  return ok({ port, variables: raw, warnings });
}
function targetOf({ program, version: version2 }, { layout, prefix }) {
  const release = splitRevision(version2);
  if (layout === "programs") return `/Programs/${program}/${release.version}`;
  const names = { name: program.toLowerCase(), version: release.version };
  return (prefix ?? "/app/vendor/{name}").replace(
    /\{(name|version)\}/g,
    (_, name) => names[name]
  );
}
function lowerPort(lowering, request) {
  const { settings, folder, place, target, arch } = lowering;
  const { span } = settings;
  const lines = {
    run: linesOf("Dependencies", lowering),
    build: linesOf("BuildDependencies", lowering)
  };
  const available = flavorsIn([...lines.run, ...lines.build]);
  const flagged = [...lines.run, ...lines.build].find(({ flags }) => flags.length > 0);
  const named = { value: place.program, span };
  const excludes = exclusionsIn(lines.run.concat(lines.build), available);
  const offer = { port: named, available, pseudo: [], excludes, span: flagged?.span };
  const chosen = chooseFlavors(
    offer,
    request.flavors === "default" ? [] : withMembers(request.flavors, available)
  );
  const flavors2 = chosen.ok ? chosen.value : { available, pseudo: [], chosen: [] };
  const type = recipeType(settings);
  const distfiles2 = lowerDistfiles(settings);
  const members = lowerMembers(settings);
  const patches2 = lowerPatches(["", `${arch}/`], folder, span);
  const isCross = request.machine !== void 0 && request.machine !== arch;
  const choice = { flavors: flavors2.chosen, build: isCross ? "cross" : "native" };
  const depends = {
    lib: lowerDependencies(lines.run, choice),
    build: lowerDependencies(lines.build, choice)
  };
  const programs = [...depends.lib, ...depends.build].map(({ pkgpath }) => pkgpath);
  const build = type && lowerBuild({ type, flavors: flavors2.chosen, patches: patches2, programs }, settings);
  if (!chosen.ok) return chosen;
  if (!build) return ok(void 0);
  const checkouts = lowerCheckouts(settings);
  const resources = folder.tree.exists(`${folder.path}Resources`) === "folder" ? "Resources" : void 0;
  const installed = lowerInstalled(settings, resources);
  const partOf2 = settings.text("part_of");
  checkParts({ members, partOf: partOf2 }, treesAround(place, folder.tree, request), settings);
  const allowed = { value: true, span };
  return ok({
    ...identityOf(lowering, flavors2),
    packages: [packageOf(lowering, flavors2, depends.lib)],
    dropped: [],
    depends: { build: depends.build, test: [], system: type.needs },
    distfiles: distfiles2,
    patches: patches2,
    bases: [],
    prefix: target,
    build,
    ...checkouts.length > 0 ? { checkouts } : {},
    ...installed ? { installed } : {},
    ...members.length > 0 ? { members } : {},
    ...partOf2 ? { partOf: partOf2 } : {},
    permit: { package: allowed, distfiles: allowed },
    network: "fetch",
    limits: {},
    runpath: "auto",
    audit: /* @__PURE__ */ new Map(),
    span
  });
}
function linesOf(name, { folder, settings }) {
  const source = readResource(name, folder, settings);
  return source ? readDependencies(source, settings) : [];
}
function identityOf({ description: description2, place }, flavors2) {
  const { version: version2, revision } = splitRevision(place.version);
  const { summary, homepage, license } = description2;
  return {
    name: place.program,
    version: version2,
    ...revision === "" ? {} : { revision: Number.parseInt(revision.slice(1), 10) },
    dialect: "gobolinux",
    pkgpath: place.program,
    comment: summary ?? place.program,
    ...homepage === void 0 ? {} : { homepage },
    ...license === void 0 ? {} : { license },
    flavors: flavors2
  };
}
function packageOf(lowering, flavors2, depends) {
  const { settings, place } = lowering;
  const { description: description2 } = lowering.description;
  const identity = identityOf(lowering, flavors2);
  const release = {
    ...identity,
    name: stemOfProgram(place.program),
    version: packageVersion(identity.version)
  };
  return {
    name: "",
    fullpkgname: fullpkgname(release, "", flavors2),
    fullpkgpath: fullpkgpath(place.program, "", flavors2),
    comment: identity.comment,
    ...description2 === void 0 ? {} : { description: description2 },
    depends: { lib: depends, run: [], system: [] },
    wantlib: [],
    files: [],
    span: settings.span
  };
}

// src/recipe/gobolinux/place.ts
var MACHINE = /^(?:x86_64|i[3-6]86|epia-c3|aarch64|arm|cell|ppc|ppc64|sh4|mips|riscv64|sparc)(?:\.[A-Z]\w*)?$/;
function placeOfRecipe(tree, { folder, treePath = [] }) {
  const path = [...treePath, ...folder.split("/")].filter((name) => name !== "");
  const above = folder.split("/").slice(0, -1);
  const isInVersion = above.length > 0 && tree.exists([...above, "Recipe"].join("/")) === "file";
  const isOverlay = isInVersion || MACHINE.test(path.at(-1) ?? "");
  const [program = "Unnamed", version2 = "0"] = path.slice(isOverlay ? -3 : -2);
  return { program, version: version2, overlayFor: isOverlay ? path.at(-1) : void 0 };
}

// src/recipe/gobolinux/gobolinux.ts
var DEFAULT_ARCH = "x86_64";
function readGoboVariables(source, tree, request) {
  const tooLong = lengthTrouble(source);
  if (tooLong) return wrong(tooLong);
  const place = placeOfRecipe(tree, request);
  const provided = providedVariables({ ...place, arch: request.arch ?? DEFAULT_ARCH });
  const overlay = request.arch === void 0 ? [] : overlayOf(folderOf(source, tree, request), request.arch);
  return rawVariables(evaluateRecipe([source, ...overlay], provided), provided);
}
function readGoboPort(source, tree, request) {
  const place = placeOfRecipe(tree, request);
  const trouble = lengthTrouble(source) ?? overlayTrouble(source, place);
  if (trouble) return wrong(trouble);
  return lowerRecipe({ source, place, arch: request.arch ?? DEFAULT_ARCH }, tree, request);
}
function overlayTrouble(source, { overlayFor, program, version: version2 }) {
  if (overlayFor === void 0) return void 0;
  return {
    severity: "error",
    code: "gobo/overlay",
    blame: "request",
    message: `this Recipe is only what \`${program} ${version2}\` has for ${overlayFor}`,
    span: { source, start: 0, end: 0 },
    help: "name the folder above: its Recipe is read first"
  };
}

// src/recipe/openbsd/words.ts
function isBlank(char) {
  return char === " " || char === "	" || char === "\n" || char === "\r" || char === "\v" || char === "\f";
}
function wordsOf2(text3) {
  const words = [];
  let at = 0;
  for (; ; ) {
    while (isBlankCode(text3.charCodeAt(at))) at += 1;
    if (at >= text3.length) return words;
    const end = wordEnd(text3, at);
    words.push(text3.slice(at, end));
    at = end;
  }
}
var [TAB, RETURN, SPACE, QUOTE, APOSTROPHE, BACKSLASH] = [9, 13, 32, 34, 39, 92];
function isBlankCode(code) {
  return code === SPACE || code >= TAB && code <= RETURN;
}
function wordEnd(text3, start) {
  let quote = 0;
  for (let at = start; at < text3.length; at += 1) {
    const code = text3.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE || code === APOSTROPHE) quote = quote === code ? 0 : quote || code;
    else if ((code === SPACE || code === TAB) && quote === 0) return at;
  }
  return text3.length;
}
function unescapeOnly(text3, set2) {
  if (!text3.includes("\\")) return text3;
  return text3.replace(/\\([\s\S])/g, (both2, char) => set2.includes(char) ? char : both2);
}
function compileGlob(pattern) {
  if (!/[*?[\\]/.test(pattern)) return { needs: pattern, matches: (word2) => word2 === pattern };
  const start = /^([^*?[\\]*)\*$/.exec(pattern)?.[1];
  if (start !== void 0) return { needs: start, matches: (word2) => word2.startsWith(start) };
  const steps = globSteps(pattern);
  return { needs: longestRun(steps), matches: (word2) => matchesSteps(steps, word2) };
}
function longestRun(steps) {
  let [run, longest] = ["", ""];
  for (const step of steps) {
    run = step.kind === "char" ? run + step.char : "";
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
function matchesSteps(steps, word2) {
  let [step, at] = [0, 0];
  let star;
  for (; ; ) {
    const one = steps[step];
    if (one === void 0 && at === word2.length) return true;
    if (one?.kind === "run") {
      star = { step, at };
      step += 1;
    } else if (one !== void 0 && at < word2.length && fits(one, word2[at] ?? "")) {
      step += 1;
      at += 1;
    } else if (star !== void 0 && star.at < word2.length) {
      star.at += 1;
      step = star.step + 1;
      at = star.at;
    } else return false;
  }
}
function fits(step, char) {
  switch (step.kind) {
    case "char":
      return step.char === char;
    case "class":
      return step.holds(char);
    default:
      return step.kind === "any";
  }
}
function globSteps(pattern) {
  const steps = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] ?? "";
    if (char === "*") steps.push({ kind: "run" });
    else if (char === "?") steps.push({ kind: "any" });
    else if (char === "[") {
      const { holds, end } = globClass(pattern, at + 1);
      steps.push({ kind: "class", holds });
      at = end;
    } else if (char === "\\") {
      at += 1;
      steps.push(at < pattern.length ? { kind: "char", char: pattern[at] ?? "" } : { kind: "never" });
    } else steps.push({ kind: "char", char });
  }
  return steps;
}
function globClass(pattern, start) {
  const first2 = pattern[start];
  if (first2 === void 0) return { holds: (char) => char === "[", end: start };
  if (first2 === "!" || first2 === "^") {
    const { holds, end } = globClass(pattern, start + 1);
    return { holds: (char) => !holds(char), end };
  }
  const ranges = [];
  let at = start;
  do {
    if (pattern[at] === "\\") at += 1;
    const low = pattern[at];
    if (low === void 0) break;
    const high = pattern[at + 1] === "-" ? pattern[at + 2] : low;
    if (high === void 0) break;
    ranges.push(low < high ? [low, high] : [high, low]);
    at += pattern[at + 1] === "-" ? 3 : 1;
  } while (at < pattern.length && pattern[at] !== "]");
  return { holds: (char) => ranges.some(([low, high]) => low <= char && char <= high), end: at };
}
function substituteSuffix(word2, from, to) {
  const middle = sysvMiddle(word2, from);
  if (middle === void 0) return word2;
  const percent = to.indexOf("%");
  return percent === -1 ? middle + to : to.slice(0, percent) + middle + to.slice(percent + 1);
}
function sysvMiddle(word2, pattern) {
  if (pattern === "") return word2;
  const percent = pattern.indexOf("%");
  const head = percent === -1 ? "" : pattern.slice(0, percent);
  const tail = pattern.slice(percent + 1);
  if (!word2.startsWith(head)) return void 0;
  const rest = word2.slice(head.length);
  return rest.endsWith(tail) ? rest.slice(0, rest.length - tail.length) : void 0;
}
function quoteForShell(text3, blanks) {
  const meta = blanks === "quoted" ? /[\n \t'`"&;<>()|*?{}[\]\\$!#^~]+/g : /['`"&;<>()|*?{}[\]\\$!#^~]+/g;
  return text3.replace(meta, (run) => `\\${run.split("").join("\\")}`);
}

// src/recipe/openbsd/template.ts
var MATCHED = {
  raw: "&",
  name: "",
  isDynamic: false,
  modifiers: [],
  fault: "none",
  isPlain: true,
  known: void 0
};
var DYNAMIC = new Set(
  "@ * ! % < ? > @F @D *F *D !F !D %F %D <F <D .TARGET .PREFIX .ARCHIVE .MEMBER .IMPSRC .OODATE .ALLSRC".split(
    " "
  )
);
var LAST_DYNAMIC = "@".charCodeAt(0);
function isDynamicName(name) {
  return name.charCodeAt(0) <= LAST_DYNAMIC && DYNAMIC.has(name);
}
function parseTemplate(text3) {
  if (!text3.includes("$")) return text3 === "" ? NOTHING : [text3];
  const known = templates.get(text3);
  if (known) return known;
  const template2 = readTemplate(text3);
  if (text3.length > KEPT_LENGTH) return template2;
  if (templates.size >= KEPT) templates.clear();
  templates.set(text3, template2);
  return template2;
}
var templates = /* @__PURE__ */ new Map();
var KEPT = 5e3;
var KEPT_LENGTH = 1e3;
var NOTHING = [];
function readTemplate(text3) {
  const scan = scanOf(text3);
  const parts = new PartList();
  let at = 0;
  while (at < text3.length) {
    const dollar = text3.indexOf("$", at);
    parts.add(text3.slice(at, dollar === -1 ? text3.length : dollar));
    if (dollar === -1) break;
    if (text3[dollar + 1] === "$") {
      parts.add("$");
      at = dollar + 2;
    } else {
      const { reference, end } = referenceAt(scan, dollar);
      parts.add(reference);
      at = end;
    }
  }
  return parts.all;
}
function isPlainModifier(modifier) {
  switch (modifier.kind) {
    case "shell":
      return false;
    case "substitute":
    case "suffix-change":
      return [...modifier.from, ...modifier.to].every((part) => typeof part === "string" || part === MATCHED);
    default:
      return true;
  }
}
function textOf(template2) {
  return template2.map((part) => typeof part === "string" ? part : part.raw).join("");
}
var PartList = class {
  all = [];
  add(part) {
    const last = this.all[this.all.length - 1];
    if (typeof part === "string" && typeof last === "string") this.all[this.all.length - 1] = last + part;
    else if (part !== "") this.all.push(part);
  }
};
var NESTING_LIMIT = 100;
function scanOf(text3) {
  return { text: text3, known: /* @__PURE__ */ new Map(), depth: 0 };
}
function parseReference(text3, start) {
  return referenceAt(scanOf(text3), start);
}
function parseName(text3, start, stops) {
  return nameAt(scanOf(text3), start, stops);
}
function parseModifiers(text3, start, closer) {
  return modifiersAt(scanOf(text3), start, closer);
}
function referenceAt(scan, start) {
  const known = scan.known.get(start);
  if (known) return known;
  scan.depth += 1;
  const parsed = scan.depth > NESTING_LIMIT ? unclosed(scan.text, start) : openedAt(scan, start);
  scan.depth -= 1;
  if (scan.depth > 0) scan.known.set(start, parsed);
  return parsed;
}
function unclosed(text3, start) {
  const reference = {
    raw: text3.slice(start),
    name: "",
    isDynamic: false,
    modifiers: [],
    fault: "unclosed",
    isPlain: true,
    known: void 0
  };
  return { reference, end: text3.length };
}
function openedAt(scan, start) {
  const { text: text3 } = scan;
  const opener = text3[start + 1];
  if (opener !== "{" && opener !== "(") {
    const raw2 = text3.slice(start, start + 2);
    return { reference: referenceOf(raw2, raw2.slice(1)), end: start + raw2.length };
  }
  const closer = opener === "{" ? "}" : ")";
  const name = nameAt(scan, start + 2, (char) => char === closer || char === ":");
  if (name.end >= text3.length) return unclosed(text3, start);
  if (text3[name.end] === closer) {
    const raw2 = text3.slice(start, name.end + 1);
    return { reference: referenceOf(raw2, name.name), end: name.end + 1 };
  }
  const { modifiers, end, fault: fault2 } = modifiersAt(scan, name.end, closer);
  const raw = text3.slice(start, end);
  return { reference: referenceOf(raw, name.name, modifiers, fault2), end };
}
var NONE = [];
function referenceOf(raw, name, modifiers = NONE, fault2 = "none") {
  const isDynamic = typeof name === "string" && isDynamicName(name);
  const isPlain = modifiers.every(isPlainModifier);
  return { raw, name, isDynamic, modifiers, fault: fault2, isPlain, known: void 0 };
}
function nameAt(scan, start, stops) {
  const { text: text3 } = scan;
  const parts = new PartList();
  let at = start;
  while (at < text3.length) {
    const from = at;
    while (at < text3.length && text3[at] !== "$" && !stops(text3[at] ?? "", at)) at += 1;
    parts.add(text3.slice(from, at));
    if (text3[at] !== "$") break;
    const { reference, end } = referenceAt(scan, at);
    parts.add(reference);
    at = end;
  }
  const [only = ""] = parts.all;
  return { name: parts.all.length <= 1 && typeof only === "string" ? only : parts.all, end: at };
}
function modifiersAt(scan, start, closer) {
  const { text: text3 } = scan;
  const modifiers = [];
  let at = start;
  while (at < text3.length && text3[at] !== closer) {
    at += 1;
    const parsed = modifierAt(scan, at, closer) ?? suffixChange(scan, at, closer);
    if (!parsed) {
      while (at < text3.length && text3[at] !== closer) at += 1;
      const fault3 = at < text3.length ? "unknown-modifier" : "unclosed";
      return { modifiers, end: Math.min(at + 1, text3.length), fault: fault3 };
    }
    modifiers.push(parsed.modifier);
    at = parsed.end;
  }
  const fault2 = at < text3.length ? "none" : "unclosed";
  return { modifiers, end: Math.min(at + 1, text3.length), fault: fault2 };
}
var SIMPLE = {
  L: { kind: "lower" },
  U: { kind: "upper" },
  T: { kind: "tail" },
  H: { kind: "head" },
  E: { kind: "suffix" },
  R: { kind: "root" },
  Q: { kind: "quote", blanks: "quoted" },
  QL: { kind: "quote", blanks: "left" },
  sh: { kind: "shell" }
};
function modifierAt(scan, at, closer) {
  const { text: text3 } = scan;
  for (const length of [1, 2]) {
    const modifier = SIMPLE[text3.slice(at, at + length)];
    const next = text3[at + length];
    if (modifier && (next === closer || next === ":")) return { modifier, end: at + length };
  }
  switch (text3[at]) {
    case "M":
    case "N":
      return wordMatch(text3, at, closer);
    case "S":
    case "C":
      return substitution(scan, at, closer);
    default:
      return void 0;
  }
}
function wordMatch(text3, start, closer) {
  let at = start + 1;
  for (; text3[at] !== ":" && text3[at] !== closer; at += 1) {
    if (at >= text3.length) return void 0;
    const next = text3[at + 1] ?? "";
    if (text3[at] === "\\" && (next === ":" || next === closer || next === "\\")) at += 1;
  }
  const glob = compileGlob(unescapeOnly(text3.slice(start + 1, at), ":)}"));
  return { modifier: { kind: "match", keeps: text3[start] === "M", glob }, end: at };
}
function substitution(scan, start, closer) {
  const { text: text3 } = scan;
  const way = text3[start] === "S" ? "text" : "expression";
  const delimiter = text3[start + 1];
  if (delimiter === void 0) return void 0;
  const from = side(scan, start + 2, { delimiter, ampersand: "text" });
  const to = from && side(scan, from.end, { delimiter, ampersand: way === "text" ? "matched" : "text" });
  if (!from || !to) return void 0;
  let at = to.end;
  while (text3[at] === "g" || text3[at] === "1") at += 1;
  const flags = text3.slice(to.end, at);
  if (text3[at] !== closer && text3[at] !== ":") return void 0;
  const [every, once] = [flags.includes("g"), flags.includes("1")];
  return { modifier: { kind: "substitute", way, from: from.parts, to: to.parts, every, once }, end: at };
}
function side(scan, start, { delimiter, ampersand }) {
  const { text: text3 } = scan;
  const parts = new PartList();
  let at = start;
  for (; at < text3.length && text3[at] !== delimiter; at += 1) {
    const char = text3[at] ?? "";
    const next = text3[at + 1] ?? "";
    if (char === "\\" && (next === delimiter || next === "\\" || next === "$" || ampersand === "matched" && next === "&")) {
      parts.add(next);
      at += 1;
    } else if (char === "$" && next !== delimiter) {
      const { reference, end } = referenceAt(scan, at);
      parts.add(reference);
      at = end - 1;
    } else if (char === "&" && ampersand === "matched") parts.add(MATCHED);
    else parts.add(char);
  }
  return at < text3.length ? { parts: parts.all, end: at + 1 } : void 0;
}
function suffixChange(scan, start, closer) {
  const { text: text3 } = scan;
  const from = sysvSide(scan, start, { closer, stops: (at) => text3[at] === "=" });
  if (!from) return void 0;
  const to = sysvSide(scan, from.end + 1, {
    closer,
    stops: (at) => text3[at] === ":" && text3[at + 1] !== closer || text3[at] === closer
  });
  return to && { modifier: { kind: "suffix-change", from: from.parts, to: to.parts }, end: to.end };
}
function sysvSide(scan, start, { closer, stops }) {
  const { text: text3 } = scan;
  const opener = closer === ")" ? "(" : "{";
  const parts = new PartList();
  let depth = 0;
  for (let at = start; at < text3.length; at += 1) {
    if (depth === 0 && stops(at)) return { parts: parts.all, end: at };
    const char = text3[at] ?? "";
    if (char === opener) depth += 1;
    else if (char === closer) {
      depth -= 1;
      if (depth < 0) return void 0;
    } else if (char === "$") {
      if (text3[at + 1] !== "$") {
        const { reference, end } = referenceAt(scan, at);
        parts.add(reference);
        at = end - 1;
        continue;
      }
      at += 1;
    }
    parts.add(char);
  }
  return void 0;
}

// src/recipe/openbsd/condition-pieces.ts
function isHarmless({ operator, number }) {
  return (operator === "==" || operator === "!=") && (number.kind !== "reference" || number.isApart);
}
var SIGNS2 = new Set("()|&!");
function isSign(char) {
  return SIGNS2.has(char);
}
var Pieces = class {
  #text;
  #bare;
  #at = 0;
  #first;
  #lastParenthesis;
  #lone;
  constructor(text3, bare) {
    this.#text = text3;
    this.#bare = bare;
  }
  get first() {
    this.#first ??= this.readAt(0);
    return this.#first;
  }
  /** All that most conditions are. */
  get lone() {
    this.#lone ??= this.#readLone() ?? "none";
    return this.#lone === "none" ? void 0 : this.#lone;
  }
  #readLone() {
    const { first: first2 } = this;
    const piece = first2.what === "!" ? this.after(first2) : first2;
    const { what } = piece;
    if (typeof what === "string" || what.kind === "faulty" || this.after(piece).what !== "end")
      return void 0;
    if (what.kind === "comparison" && what.comparison && !isHarmless(what.comparison)) return void 0;
    return { term: what, sense: piece === first2 ? "plain" : "negated" };
  }
  after(piece) {
    piece.following ??= this.readAt(piece.end);
    return piece.following;
  }
  readAt(start) {
    this.#at = start;
    const what = this.#piece();
    return { what, end: this.#at, following: void 0 };
  }
  #piece() {
    this.#skipBlanks();
    const char = this.#text[this.#at];
    if (char === void 0) return "end";
    if (isSign(char)) {
      const isTwo = (char === "|" || char === "&") && this.#text[this.#at + 1] === char;
      this.#at += isTwo ? 2 : 1;
      return char;
    }
    if (char === '"') return this.#comparison(this.#quotedOperand());
    if (char === "$") return this.#comparison(this.#referenceOperand());
    return /[0-9]/.test(char) ? this.#comparison(this.#numberOperand()) : this.#word();
  }
  #quotedOperand() {
    const end = this.#text.indexOf('"', this.#at + 1);
    const text3 = this.#text.slice(this.#at + 1, end === -1 ? void 0 : end);
    this.#at = end === -1 ? this.#text.length : end + 1;
    return { kind: "text", template: parseTemplate(text3) };
  }
  #referenceOperand() {
    const { reference, end } = parseReference(this.#text, this.#at);
    this.#at = end;
    const next = this.#text[end];
    if (next === void 0 || isBlank(next) || "!=><".includes(next)) {
      return { kind: "reference", reference, rest: "" };
    }
    return { kind: "reference", reference, rest: this.#upTo(() => false) };
  }
  #numberOperand() {
    const text3 = this.#upTo((char) => "!=><".includes(char));
    return { kind: "text", template: text3 === "" ? [] : [text3] };
  }
  #upTo(stops) {
    const start = this.#at;
    let at = start;
    while (at < this.#text.length && !isBlank(this.#text[at]) && !stops(this.#text[at] ?? "")) at += 1;
    this.#at = at;
    return this.#text.slice(start, at);
  }
  #comparison(left) {
    this.#skipBlanks();
    const operator = /[!=<>]=?/y;
    operator.lastIndex = this.#at;
    const [sign] = operator.exec(this.#text) ?? [];
    if (sign === void 0) return { kind: "comparison", left, comparison: void 0 };
    this.#at += sign.length;
    this.#skipBlanks();
    if (this.#at >= this.#text.length) return { kind: "faulty" };
    const known = sign === "=" || sign === "!" ? "unknown" : sign;
    return { kind: "comparison", left, comparison: this.#rightSide(known) };
  }
  #rightSide(operator) {
    const start = this.#at;
    const isQuoted = this.#text[start] === '"';
    if (isQuoted) this.#at += 1;
    const parts = this.#rightParts((char) => isQuoted ? char === '"' : " 	)".includes(char));
    const isParenthesis = !isQuoted && this.#text[this.#at] === ")";
    if (this.#at < this.#text.length && !isParenthesis) this.#at += 1;
    const side2 = { operator, right: parts, start };
    if (isQuoted) return { ...side2, number: { kind: "none" } };
    if (this.#text[start] === "$") {
      const { reference, end } = parseReference(this.#text, start);
      const next = this.#text[end];
      const isApart = next === void 0 || " 	)".includes(next);
      return { ...side2, number: { kind: "reference", reference, end, isApart } };
    }
    return { ...side2, number: { kind: "literal", text: this.#text.slice(start) } };
  }
  /** A backslash takes the next character as it stands. */
  #rightParts(stops) {
    const parts = new PartList();
    while (this.#at < this.#text.length && !stops(this.#text[this.#at] ?? "")) {
      if (this.#text[this.#at] === "$") {
        const { reference, end } = parseReference(this.#text, this.#at);
        parts.add(reference);
        this.#at = end;
        continue;
      }
      if (this.#text[this.#at] === "\\" && this.#at + 1 < this.#text.length) this.#at += 1;
      parts.add(this.#text[this.#at] ?? "");
      this.#at += 1;
    }
    return parts.all;
  }
  #word() {
    const start = this.#at;
    const rest = this.#text.slice(start);
    if (rest.startsWith("empty")) {
      this.#lastParenthesis ??= this.#text.lastIndexOf("(");
      if (this.#lastParenthesis > start) {
        const { reference, end } = parseReference(this.#text, this.#text.indexOf("(", start) - 1);
        this.#at = end;
        return { kind: "empty", reference: { ...reference, raw: `$${reference.raw.slice(1)}` } };
      }
    }
    const about = QUESTIONS.find((name) => rest.startsWith(name));
    if (about !== void 0) {
      this.#at += about.length;
      const argument3 = this.#bracketed();
      if (argument3 !== void 0) return { kind: "question", about, argument: argument3, sense: "plain" };
      this.#at = start;
    }
    const argument2 = this.#argument();
    if (this.#at === start) this.#at = this.#text.length + 1;
    return { kind: "question", about: this.#bare.question, argument: argument2, sense: this.#bare.sense };
  }
  #bracketed() {
    this.#skipBlanks();
    if (this.#text[this.#at] !== "(") return void 0;
    this.#at += 1;
    const argument2 = this.#argument();
    if (this.#text[this.#at] !== ")") return void 0;
    this.#at += 1;
    return argument2;
  }
  #argument() {
    this.#skipBlanks();
    const { name, end } = parseName(this.#text, this.#at, (char) => " 	)&|".includes(char));
    this.#at = end;
    this.#skipBlanks();
    return name;
  }
  #skipBlanks() {
    while (isBlank(this.#text[this.#at])) this.#at += 1;
  }
};
var QUESTIONS = ["defined", "make", "exists", "target", "commands"];

// src/recipe/openbsd/conditions.ts
function isNever(pieces) {
  const { what } = pieces.first;
  if (typeof what === "string" || what.kind !== "comparison" || what.comparison) return false;
  const isEmpty2 = what.left.kind === "text" && what.left.template.length === 0;
  return isEmpty2 && pieces.after(pieces.first).what === "end";
}
function evaluateCondition(pieces, scope, witness) {
  const { lone } = pieces;
  if (lone) return decideLone(lone, scope, witness);
  const decision = new Decision(pieces, { scope, witness, idle: "assumed" });
  const verdict = decision.verdict();
  return decision.hasIdleError ? new Decision(pieces, { scope, witness, idle: "decided" }).verdict() : verdict;
}
function decideLone({ term, sense }, scope, witness) {
  const outcome = lonely(term, scope, witness);
  return outcome === "error" ? "malformed" : outcome === (sense === "plain");
}
function lonely(term, scope, witness) {
  if (term.kind === "empty") return isNothing(term.reference, scope);
  if (term.kind === "question") return isSo(term, scope, witness) === (term.sense === "plain");
  const { left, comparison } = term;
  const text3 = operandText(left, scope, "live");
  if (text3 === void 0) return "error";
  if (!comparison) return isOtherThanZero(text3);
  const outcome = compareNumbers(text3, comparison, { scope, interest: "live" });
  if (outcome === void 0) return compareTexts(text3, comparison, scope);
  return outcome === "unknown" ? "error" : outcome;
}
var DEPTH_LIMIT = 200;
var MODE = "drop";
var Decision = class {
  #pieces;
  #scope;
  #witness;
  #idle;
  #hasIdleError = false;
  #next;
  /** Read already, and not used. */
  #pushed;
  #depth = 0;
  constructor(pieces, { scope, witness, idle }) {
    this.#pieces = pieces;
    this.#scope = scope;
    this.#witness = witness;
    this.#idle = idle;
    this.#next = pieces.first;
  }
  get hasIdleError() {
    return this.#hasIdleError;
  }
  verdict() {
    const outcome = this.#chain("|", "live");
    if (outcome === "error") return "malformed";
    if (typeof outcome !== "boolean") return false;
    return this.#take("live") === "end" ? outcome : "malformed";
  }
  /** What stands between two signs, up to where none follows: the first that settles it, or the last. */
  #chain(sign, begun) {
    let interest = begun;
    let settled2;
    for (; ; ) {
      const one = sign === "|" ? this.#chain("&", interest) : this.#term(interest);
      if (one === "error" && interest === "idle") this.#hasIdleError = true;
      if (one === "error" || !this.#takes(sign, interest)) return settled2 ?? one;
      if (settled2 !== void 0 || one === (sign === "&")) continue;
      settled2 = one;
      interest = "idle";
    }
  }
  #takes(sign, interest) {
    const taken = this.#take(interest);
    if (taken === sign) return true;
    this.#pushed = taken;
    return false;
  }
  #term(interest) {
    if (this.#depth >= DEPTH_LIMIT) return "error";
    this.#depth += 1;
    const outcome = this.#termFrom(this.#take(interest), interest);
    this.#depth -= 1;
    return outcome;
  }
  #termFrom(taken, interest) {
    if (taken === "end") return "error";
    if (taken === "!") {
      const inner2 = this.#term(interest);
      return typeof inner2 === "boolean" ? !inner2 : inner2;
    }
    if (taken !== "(") return taken;
    const inner = this.#chain("|", interest);
    return inner === "error" || this.#take(interest) === ")" ? inner : "error";
  }
  #take(interest) {
    if (this.#pushed !== void 0) {
      const pushed = this.#pushed;
      this.#pushed = void 0;
      return pushed;
    }
    const piece = this.#next;
    const { what } = piece;
    if (what === "end") return what;
    this.#next = this.#pieces.after(piece);
    return typeof what === "string" ? what : this.#decide(what, interest);
  }
  #decide(term, interest) {
    switch (term.kind) {
      case "faulty":
        return "error";
      case "empty":
        return this.#isAssumed(interest) || isNothing(term.reference, this.#scope);
      case "question":
        return (interest === "idle" || isSo(term, this.#scope, this.#witness)) === (term.sense === "plain");
      default:
        return this.#compare(term, interest);
    }
  }
  #isAssumed(interest) {
    return interest === "idle" && this.#idle === "assumed";
  }
  #compare({ left, comparison }, interest) {
    if (this.#isAssumed(interest) && (!comparison || isHarmless(comparison))) return true;
    const scope = this.#scope;
    const text3 = operandText(left, scope, interest);
    if (text3 === void 0) return "error";
    if (!comparison) return isOtherThanZero(text3);
    const { operator, start, number } = comparison;
    const outcome = compareNumbers(text3, comparison, { scope, interest });
    if (outcome === "error") return outcome;
    if (outcome !== void 0) {
      if (number.kind === "reference" && !number.isApart) this.#next = this.#pieces.readAt(number.end);
      return outcome === "unknown" ? "error" : outcome;
    }
    if (operator === "==" || operator === "!=") return compareTexts(text3, comparison, scope);
    this.#next = this.#pieces.readAt(start);
    if (interest === "live") scope.doubt("openbsd/comparison", "strings are compared with `==` or `!=` only");
    return "error";
  }
};
function isNothing(reference, scope) {
  const value = scope.value(reference, MODE);
  return value === void 0 || value === "" || !/[^ \t\n\v\f\r]/.test(value);
}
function isSo({ about, argument: argument2 }, scope, witness) {
  const name = typeof argument2 === "string" ? argument2 : scope.argument(argument2, MODE);
  return about === "defined" ? scope.isDefined(name) : witness[about](name);
}
function isOtherThanZero(text3) {
  const number = numberOf(text3);
  return number === void 0 ? text3 !== "0" : number !== 0;
}
function compareTexts(text3, { operator, right }, scope) {
  return text3 === rightText(right, scope) === (operator === "==");
}
function rightText(right, scope) {
  let text3 = "";
  for (const part of right) text3 += typeof part === "string" ? part : scope.value(part, MODE) ?? part.raw;
  return text3;
}
function operandText(operand, scope, interest) {
  if (operand.kind === "text") return scope.expand(operand.template, MODE);
  const { reference, rest } = operand;
  const value = scope.value(reference, MODE);
  if (value === void 0 && interest === "live") {
    scope.undefinedOperand = typeof reference.name === "string" ? reference.name : reference.raw;
    return void 0;
  }
  const text3 = value ?? "";
  return rest === "" ? text3 : scope.expandText(text3 + rest, MODE);
}
function compareNumbers(text3, { operator, number }, { scope, interest }) {
  const left = number.kind === "none" ? void 0 : numberOf(text3);
  if (left === void 0 || number.kind === "none") return void 0;
  const value = number.kind === "literal" ? number.text : scope.value(number.reference, MODE);
  if (value === void 0 && interest === "live") return "error";
  const right = numberOf(value ?? "");
  if (right === void 0) return void 0;
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return "unknown";
  }
}
function beginsNumber(code) {
  return code <= 57 || code === 73 || code === 105 || code === 78 || code === 110;
}
function numberOf(text3) {
  if (text3 === "") return 0;
  if (!beginsNumber(text3.charCodeAt(0))) return void 0;
  if (text3.startsWith("0x")) {
    return /^0x[0-9a-fA-F]*$/.test(text3) ? Number.parseInt(`0${text3.slice(2)}`, 16) : void 0;
  }
  if (/^[ \t\n\v\f\r]*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text3))
    return Number(text3.trim());
  const word2 = /^[ \t\n\v\f\r]*([+-]?)(inf|infinity|nan(\([0-9A-Za-z_]*\))?)$/i.exec(text3);
  if (!word2) return void 0;
  if (/^nan/i.test(word2[2] ?? "")) return Number.NaN;
  return word2[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

// src/recipe/openbsd/branches.ts
var DEPTH_LIMIT2 = 30;
function isBranch(statement) {
  const { kind } = statement;
  return kind === "if" || kind === "elif" || kind === "else" || kind === "endif";
}
var Branches = class {
  #scope;
  #witness;
  /** The open `.if`s that were looked at, and whether no other branch of each is to be read. */
  #open = [];
  #isSkipping = false;
  /** How many more `.if`s are open inside the part that is skipped. */
  #skippedLevel = 0;
  constructor(scope, witness) {
    this.#scope = scope;
    this.#witness = witness;
  }
  /** How many `.if`s are open. */
  get depth() {
    return this.#open.length;
  }
  get isReading() {
    return !this.#isSkipping;
  }
  /** Where those stand that are open above `depth`. */
  openAbove(depth) {
    return this.#open.slice(depth).map(({ span }) => span);
  }
  /** What `action` reads stands apart from what is read now. */
  aside(action) {
    const [open, isSkipping, skippedLevel] = [this.#open.splice(0), this.#isSkipping, this.#skippedLevel];
    this.#isSkipping = false;
    this.#skippedLevel = 0;
    action();
    this.#open.splice(0, this.#open.length, ...open);
    this.#isSkipping = isSkipping;
    this.#skippedLevel = skippedLevel;
  }
  /** As if some were closed, and others opened by conditions that are true. */
  change({ closed, opened }) {
    for (let count2 = closed; count2 > 0; count2 -= 1) this.#open.pop();
    for (const span of opened) this.#open.push({ isTaken: true, span });
  }
  /** Whether the part that is skipped began with an `.if` inside another. */
  get isNested() {
    return this.#skippedLevel > 0;
  }
  /** Whether the lines that follow are to be read. */
  at(branch, span) {
    if (branch.kind === "if" && "condition" in branch) return this.#enter(branch, span);
    const open = this.#open.at(-1);
    if (!open) {
      this.#scope.complain("openbsd/conditional", `if-less ${branch.kind}`, "remove it, or add the `.if`");
      return "read";
    }
    if (this.#skippedLevel > 0) {
      if (branch.kind === "endif") this.#skippedLevel -= 1;
      return "skip";
    }
    if (branch.kind === "endif") {
      this.#isSkipping = false;
      this.#open.pop();
      return "read";
    }
    if (branch.kind === "elif" && open.isTaken) return this.#follow(false);
    const isRead = "condition" in branch ? this.#isTrue(branch) : !open.isTaken;
    open.isTaken = isRead || branch.kind === "else";
    return this.#follow(isRead);
  }
  #enter(test2, span) {
    if (this.#isSkipping) {
      this.#skippedLevel += 1;
      return "skip";
    }
    if (this.#open.length >= DEPTH_LIMIT2) {
      this.#scope.stop("openbsd/conditional", `conditionals are nested more than ${DEPTH_LIMIT2} deep`);
      return "skip";
    }
    const isTaken = this.#isTrue(test2);
    this.#open.push({ isTaken, span });
    return this.#follow(isTaken);
  }
  #follow(isTaken) {
    this.#isSkipping = !isTaken;
    return isTaken ? "read" : "skip";
  }
  /** Whether a condition holds; undefined if more comes of it than that, or it looks at what was changed `before`. */
  glance(test2, before) {
    return this.#scope.glance(before, "free", () => this.#decide(test2));
  }
  #evaluate({ condition }) {
    return evaluateCondition(condition, this.#scope, this.#witness);
  }
  /** Of what is malformed more comes than an answer. */
  #decide(test2) {
    const verdict = this.#evaluate(test2);
    if (verdict === "malformed") this.#scope.spoil();
    return verdict === true;
  }
  #verdict(test2) {
    const { recorder } = this.#scope;
    if (!recorder?.line.isAskedAnew) return this.#evaluate(test2);
    const { before } = recorder;
    const answer = this.#scope.glance(before, "charged", () => this.#decide(test2));
    if (answer === void 0) return this.#evaluate(test2);
    recorder.askCondition(test2, answer, before);
    return answer;
  }
  #isTrue(test2) {
    const { text: text3 } = test2;
    const scope = this.#scope;
    scope.undefinedOperand = void 0;
    const verdict = this.#verdict(test2);
    if (verdict !== "malformed") return verdict;
    const message = `malformed conditional (${shortened(text3)})`;
    const missing = missingOperand(scope);
    if (missing === "") return false;
    if (missing === void 0) scope.complain("openbsd/conditional", message, SYNTAX_HELP2);
    else {
      const name = shortened(missing);
      const help = `set it first (\`${name} ?=\`), or ask \`defined(${name})\` before`;
      scope.complain("openbsd/conditional", `${message}: ${quoted(missing)} is not defined`, help);
    }
    return false;
  }
  /** At the end of everything. */
  check() {
    if (this.#scope.isStopped) return;
    for (const { span } of this.#open) {
      this.#scope.where = span;
      this.#scope.complain("openbsd/conditional", "open conditional", "end it with `.endif`");
    }
  }
};
var SYNTAX_HELP2 = "compare a variable or a quoted text; only numbers are less or greater than others";
function shortened(text3) {
  return quoted(text3).slice(1, -1);
}
function missingOperand({ undefinedOperand }) {
  return undefinedOperand;
}

// src/recipe/openbsd/includes.ts
function includedPath({ name, way, from, makefile }, files) {
  const system = files.system(name);
  if (way === "system" && system !== void 0) return system;
  if (name.startsWith("/")) return name;
  const beside = [folderOf2(makefile)];
  if (way === "quoted") beside.unshift(folderOf2(from));
  const found = beside.map((folder) => `${folder}/${name}`).find((path) => files.read(path) !== void 0);
  return found ?? system;
}
function includeHelp(name, way) {
  if (way === "system") return "write `<bsd.port.mk>`; a file of the port's own stands in quotes";
  return /^\.\.|\/\.\.\//.test(name) || name.startsWith("/") ? "it lies outside the port's folder: read the port where it stands in its tree, or name that with `--ports-dir`" : "write the file, beside this one or beside the Makefile, or remove the line";
}
function folderOf2(path) {
  return path.slice(0, path.lastIndexOf("/"));
}

// src/recipe/openbsd/asked-names.ts
var AskedNames = class {
  /** Where each is asked for last. */
  #last;
  /** For a name, those with values that refer to it. */
  #users;
  #areTooMany;
  /** `lines`: those that are read at once; undefined when there are too many. */
  constructor(lines) {
    const last = /* @__PURE__ */ new Map();
    const users = /* @__PURE__ */ new Map();
    this.#areTooMany = lines === void 0;
    for (const { span, statement } of lines ?? []) {
      const { asked, told } = namesIn2(statement);
      for (const name of asked) last.set(name, span.start);
      for (const [name, user] of told) {
        const known = users.get(name);
        if (known) known.add(user);
        else users.set(name, /* @__PURE__ */ new Set([user]));
      }
    }
    this.#last = last;
    this.#users = users;
  }
  /** Whether one of `names`, or of those that begin so, is `wanted`, or asked for at the offset `from` or behind it. */
  asksFor(names, { from, wanted }) {
    const goals = new Set(wanted.map(stemOf));
    const ways = new Set(names.map(stemOf));
    let visits = 0;
    for (const name of ways) {
      if (name === "" || goals.has(name) || (this.#last.get(name) ?? -1) >= from) return true;
      const users = this.#users.get(name);
      visits += users?.size ?? 0;
      if (visits > VISITS_LIMIT) return true;
      for (const user of users ?? []) ways.add(user);
    }
    return this.#areTooMany;
  }
};
var VISITS_LIMIT = 1e3;
var NONE2 = { asked: [], told: [] };
function namesIn2(statement) {
  switch (statement.kind) {
    case "if":
    case "elif":
      return { asked: statement.text.match(/[A-Za-z_][\w.]*/g) ?? [], told: [] };
    case "for":
      return { asked: referredTo(textOf(statement.list)), told: [] };
    case "assignment": {
      const { name, value, when, text: text3 } = statement;
      const target = textOf(typeof name === "string" ? [name] : name);
      const values = referredTo(text3);
      const atOnce = value === "lazy" ? [] : values;
      const itself = when === "optional" && value !== "lazy" ? [stemOf(target)] : [];
      return {
        asked: [...referredTo(target), ...atOnce, ...itself],
        told: values.map((one) => [one, stemOf(target)])
      };
    }
    default:
      return NONE2;
  }
}
function stemOf(name) {
  return /^[\w.]*/.exec(name)?.[0] ?? "";
}
function referredTo(text3) {
  return [...text3.matchAll(/\$[{(]?([A-Za-z_][\w.]*)/g)].map(([, name = ""]) => name);
}

// src/recipe/openbsd/logical-lines.ts
function lineStarts(text3) {
  const starts = [0];
  for (let at = text3.indexOf("\n"); at !== -1; at = text3.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
function endOf(text3, next) {
  return text3[next - 1] === "\n" ? next - 1 : next;
}
function skipToLine(text3, offset) {
  let at = offset;
  while (at < text3.length) {
    let prefix = "";
    let begun = at;
    if (text3[at] === " ") {
      const folded = foldBlanks(text3, at);
      if (folded.isText) return folded.at < text3.length ? { ...folded, start: begun } : void 0;
      begun = folded.at;
      at = folded.at;
    }
    if (text3[at] === "#") {
      const newline = text3.indexOf("\n", at);
      if (newline === -1) return void 0;
      at = newline;
    }
    if (text3[at] === "	") {
      const folded = foldBlanks(text3, at);
      prefix = `	${folded.prefix}`;
      if (folded.isText) return folded.at < text3.length ? { ...folded, prefix, start: begun } : void 0;
      at = folded.at;
    }
    if (at >= text3.length) return void 0;
    if (text3[at] !== "\n") return { start: prefix === "" ? at : begun, at, prefix };
    at += 1;
  }
  return void 0;
}
function foldBlanks(text3, start) {
  let at = skipBlanks2(text3, start);
  while (text3[at] === "\\") {
    if (text3[at + 1] === "\n") {
      at = skipBlanks2(text3, at + 2);
      continue;
    }
    const isPair2 = text3[at + 1] === "\\";
    return { at: at + (isPair2 ? 2 : 1), prefix: isPair2 ? "\\\\" : "\\", isText: true };
  }
  return { at, prefix: "", isText: false };
}
function skipBlanks2(text3, start) {
  let at = start;
  while (text3[at] === " " || text3[at] === "	") at += 1;
  return at;
}
function joinedLine(text3, start, prefix) {
  const newline = text3.indexOf("\n", start);
  const end = newline === -1 ? text3.length : newline;
  if (text3[end - 1] !== "\\" || newline === -1)
    return { text: prefix + text3.slice(start, end), next: end + 1 };
  let joined2 = prefix;
  let from = start;
  let at = start + 1;
  for (; ; ) {
    const stop = nextStop(text3, at);
    if (stop >= text3.length || text3[stop] === "\n")
      return { text: joined2 + text3.slice(from, stop), next: stop + 1 };
    if (text3[stop + 1] === "\n") {
      joined2 += `${text3.slice(from, stop)} `;
      from = skipBlanks2(text3, stop + 2);
      at = from;
      if (text3[at] === "\\") continue;
    } else {
      at = stop + (text3[stop + 1] === "\\" ? 2 : 1);
    }
    if (at >= text3.length || text3[at] === "\n") continue;
    at += 1;
  }
}
function nextStop(text3, start) {
  for (let at = start; at < text3.length; at += 1) if (text3[at] === "\\" || text3[at] === "\n") return at;
  return text3.length;
}
function unparsedLine(text3, start) {
  let at = start;
  while (text3[at] === "\\") {
    if (text3[at + 1] !== "\n") {
      const isPair2 = text3[at + 1] === "\\";
      const prefix = isPair2 ? "\\\\" : "\\";
      at += prefix.length;
      return at >= text3.length ? { text: prefix, next: at } : joinedFrom(text3, at, prefix);
    }
    at = skipBlanks2(text3, at + 2);
  }
  return joinedFrom(text3, at, "");
}
function joinedFrom(text3, at, prefix) {
  return text3[at] === "\n" ? { text: prefix, next: at + 1 } : joinedLine(text3, at, prefix);
}
function physicalEnd(text3, start) {
  for (let at = start; ; at += 2) {
    at = nextStop(text3, at);
    if (at >= text3.length) return text3.length;
    if (text3[at] === "\n") return at + 1;
  }
}
function withoutComment(line) {
  if (!line.includes("#")) return line;
  let kept = "";
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "#") return kept + line.slice(from, at);
    if (line[at] !== "\\") continue;
    if (line[at + 1] === "#") {
      kept += `${line.slice(from, at)}#`;
      from = at + 2;
    }
    at += 1;
  }
  return kept + line.slice(from);
}

// src/recipe/openbsd/loops.ts
function loopParts(text3, name) {
  const parts = [];
  let [from, copied] = [0, 0];
  for (let dollar = text3.indexOf("$"); dollar !== -1; dollar = text3.indexOf("$", from)) {
    const { gap, end } = gapAt(text3, dollar, name);
    if (gap) {
      if (dollar > copied) parts.push(text3.slice(copied, dollar));
      parts.push(gap);
      copied = end;
    }
    from = end;
  }
  if (copied < text3.length) parts.push(text3.slice(copied));
  return parts;
}
function fillLoop(parts, word2, scope) {
  const { said } = scope;
  let [text3, isPlain] = ["", true];
  for (const part of parts) {
    if (typeof part === "string") text3 += part;
    else {
      text3 += filledGap(part, word2, scope);
      isPlain &&= part.isPlain;
    }
  }
  return { text: text3, dependsOn: isPlain && scope.said === said ? "words" : "variables" };
}
function filledGap({ modifiers, fault: fault2 }, word2, scope) {
  let value = word2;
  if (fault2 !== void 0) {
    scope.doubt("openbsd/modifier", `${quoted(fault2)} has a modifier that make does not know`);
    value = void 0;
  }
  for (const modifier of modifiers) {
    if (value !== void 0) value = scope.modified(modifier, value, "drop");
  }
  return value ?? "";
}
var WORD_ALONE = { modifiers: [], fault: void 0, isPlain: true };
function gapAt(text3, dollar, name) {
  const opener = text3[dollar + 1];
  if (opener !== "(" && opener !== "{") {
    return opener !== "$" && opener === name ? { gap: WORD_ALONE, end: dollar + 2 } : { end: dollar + 2 };
  }
  const closer = opener === "(" ? ")" : "}";
  const end = nameEnd(text3, dollar + 2, closer);
  if (text3[end] === "$" || end >= text3.length || text3.slice(dollar + 2, end) !== name) return { end };
  if (text3[end] === closer) return { gap: WORD_ALONE, end: end + 1 };
  const parsed = parseModifiers(text3, end, closer);
  const { modifiers, end: behind } = parsed;
  const fault2 = parsed.fault === "none" ? void 0 : text3.slice(dollar, behind);
  const isPlain = fault2 === void 0 && modifiers.every(isPlainModifier);
  return { gap: { modifiers, fault: fault2, isPlain }, end: behind };
}
function nameEnd(text3, start, closer) {
  let at = start;
  while (at < text3.length && text3[at] !== "$" && text3[at] !== closer && text3[at] !== ":") at += 1;
  return at;
}
var WORDS_KEPT = 2e3;
function loopAdditions({ parts, known }, words, scope) {
  const texts = [];
  for (const word2 of words) {
    let text3 = known.get(word2);
    if (text3 === void 0) {
      const filled = fillLoop(parts, word2, scope);
      text3 = filled.text;
      if (isBlank(text3[0]) || /[#\\\n]/.test(text3)) return void 0;
      if (known.size >= WORDS_KEPT) known.clear();
      if (filled.dependsOn === "words") known.set(word2, text3);
    }
    texts.push(text3);
  }
  return texts.join(" ");
}

// src/recipe/openbsd/statements.ts
function assignedNames(text3) {
  return [...text3.matchAll(/^[ \t]*([A-Za-z_][A-Za-z0-9_.+-]*?)[ \t]*[?:!+]*=/gm)].map(
    ([, name = ""]) => name
  );
}
function statementOf(line) {
  if (line.startsWith("	")) return { kind: "command", text: line.slice(1) };
  const text3 = withoutComment(line);
  if (text3.startsWith(".")) {
    const directive = directiveOf(text3.slice(1).replace(/^[ \t\n\v\f\r]+/, ""));
    if (directive) return directive;
  }
  return sysvInclude(text3) ?? plainAssignment(text3) ?? assignmentOf(text3) ?? ruleOf(line, text3);
}
var BARE2 = {
  "": { question: "defined", sense: "plain" },
  def: { question: "defined", sense: "plain" },
  ndef: { question: "defined", sense: "negated" },
  make: { question: "make", sense: "plain" },
  nmake: { question: "make", sense: "negated" }
};
var CONDITIONALS = new Map(
  ["if", "elif"].flatMap(
    (kind) => Object.entries(BARE2).map(([suffix, bare]) => [`${kind}${suffix}`, { kind, bare }])
  )
);
function directiveOf(text3) {
  const word2 = /^[a-z]*/.exec(text3)?.[0] ?? "";
  const rest = text3.slice(word2.length);
  if (rest.startsWith(".") || rest.startsWith(":")) return void 0;
  const conditional = CONDITIONALS.get(word2);
  if (conditional) {
    const { kind, bare } = conditional;
    const expression = rest.replace(/^[ \t]+/, "");
    return { kind, condition: new Pieces(expression, bare), text: expression };
  }
  switch (word2) {
    case "else":
    case "endif":
      return { kind: word2 };
    case "for":
      return loopOf(rest);
    case "include":
      return includeOf(rest);
    case "undef":
      return { kind: "undef", name: /[^ \t\n\v\f\r]*/.exec(rest.trimStart())?.[0] ?? "" };
    case "poison":
      return poisonOf(rest);
    default:
      return void 0;
  }
}
function loopOf(rest) {
  const names = [];
  const word2 = /[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/y;
  for (let name = word2.exec(rest)?.[1]; name !== void 0; name = word2.exec(rest)?.[1]) {
    if (name !== "in") {
      names.push(name);
      continue;
    }
    if (names.length === 0) break;
    const list2 = rest.slice(word2.lastIndex).replace(/^[ \t\n\v\f\r]+/, "");
    return { kind: "for", names, list: parseTemplate(list2) };
  }
  return { kind: "faulty", message: "syntax error in `.for`: write `.for NAME in WORDS`" };
}
function includeOf(rest) {
  const text3 = rest.trimStart();
  const closer = text3.startsWith("<") ? ">" : text3.startsWith('"') ? '"' : void 0;
  if (closer === void 0) return { kind: "faulty", message: '`.include` needs its file in `"` or `<`' };
  const end = text3.indexOf(closer, 1);
  if (end === -1)
    return { kind: "faulty", message: `unclosed \`.include\` filename: \`${closer}\` expected` };
  return {
    kind: "include",
    way: closer === ">" ? "system" : "quoted",
    name: parseTemplate(text3.slice(1, end))
  };
}
function sysvInclude(text3) {
  const [all, word2] = /^(include|sinclude|-include)[ \t\n\v\f\r]/.exec(text3) ?? [];
  if (all === void 0 || text3.includes(":")) return void 0;
  const names = parseTemplate(text3.slice(all.length));
  return { kind: "include-list", names, absent: word2 === "include" ? "fault" : "passed-over" };
}
function poisonOf(rest) {
  const pattern = /^\s*(!?)\s*(defined|empty|)\s*(\(?)\s*([^\s)]*)(\)?)\s*(#.*)?$/;
  const [, not, what, open, name = "", close] = pattern.exec(rest) ?? [];
  const isSound = name !== "" && open === "(" === (close === ")");
  if (isSound && what === "" && not === "") return { kind: "poison", name, poison: "set" };
  if (isSound && what === "empty" && not === "") return { kind: "poison", name, poison: "empty" };
  if (isSound && what === "defined" && not === "!") return { kind: "poison", name, poison: "undefined" };
  return { kind: "faulty", message: "`.poison` takes NAME, `empty(NAME)` or `!defined(NAME)`" };
}
function plainAssignment(text3) {
  const [all, name = "", sign = ""] = /^([A-Za-z0-9_.-]+)[ \t\n\v\f\r]*([+?:]?)=[ \t\n\v\f\r]*/.exec(text3) ?? [];
  const means = all === void 0 ? void 0 : SIGNS3[sign];
  if (all === void 0 || !means) return void 0;
  return assignmentTo(name, means, text3.slice(all.length));
}
function assignmentTo(name, { append, when, value }, text3) {
  return value === "lazy" ? { kind: "assignment", name, append, when, value, text: text3, template: void 0 } : { kind: "assignment", name, append, when, value, text: text3, template: parseTemplate(text3) };
}
var SIGNS3 = {
  "": { append: "replace", when: "always", value: "lazy" },
  "+": { append: "append", when: "always", value: "lazy" },
  "?": { append: "replace", when: "optional", value: "lazy" },
  ":": { append: "replace", when: "always", value: "expanded" }
};
function assignmentOf(text3) {
  if (!text3.includes("=")) return void 0;
  const { name, end } = parseName(text3, 0, (char, at2) => isBlank(char) || beginsOperator(text3, at2));
  let at = end;
  while (isBlank(text3[at])) at += 1;
  const operator = operatorAt(text3, at);
  if (!operator) return void 0;
  at = operator.end;
  while (isBlank(text3[at])) at += 1;
  return assignmentTo(name, operator.means, text3.slice(at));
}
function beginsOperator(text3, start) {
  if (text3.startsWith(":sh", start)) return true;
  let at = start;
  while ("?:!+".includes(text3[at] ?? " ")) at += 1;
  return text3[at] === "=";
}
function operatorAt(text3, start) {
  let signs = "";
  let at = start;
  for (; text3[at] !== "="; at += 1) {
    const sign = text3[at];
    if (sign === ":" && text3.startsWith("sh", at + 1)) {
      const equals = text3.indexOf("=", at);
      if (equals === -1) return void 0;
      return { means: { append: "replace", when: "always", value: "output" }, end: equals + 1 };
    }
    if (sign === void 0 || !"?:!+".includes(sign)) return void 0;
    signs += sign;
  }
  const means = meaningOf(signs);
  return means && { means, end: at + 1 };
}
function meaningOf(signs) {
  const count2 = (sign) => signs.split(sign).length - 1;
  const [appends, optionals, colons, shouts] = [count2("+"), count2("?"), count2(":"), count2("!")];
  if (appends > 1 || optionals > 1 || colons > 1 || shouts > 2) return void 0;
  if (appends === 1 && (optionals === 1 || shouts === 2)) return void 0;
  return {
    append: appends === 1 ? "append" : "replace",
    when: optionals === 1 ? "optional" : "always",
    value: shouts === 2 ? "deferred" : shouts === 1 ? colons === 1 ? "expanded-output" : "output" : colons === 1 ? "expanded" : "lazy"
  };
}
function ruleOf(line, stripped) {
  const operator = /[:!]/.exec(stripped)?.index ?? stripped.length;
  const semicolon = stripped.indexOf(";", operator + 1);
  const text3 = semicolon === -1 ? stripped : stripped.slice(0, semicolon);
  const command = semicolon === -1 ? "" : line.slice(line.indexOf(";", semicolon) + 1);
  return {
    kind: "rule",
    head: parseTemplate(text3),
    plain: text3.includes("$") ? void 0 : ruleHead(text3),
    command: command.replace(/^[ \t\n\v\f\r]+/, "") || void 0
  };
}
function ruleHead(text3) {
  const colon = ruleOperatorAt(text3);
  if (colon === void 0) return { text: text3, operator: void 0, names: [], sources: "" };
  const operator = text3[colon] === "!" ? "!" : text3[colon + 1] === ":" ? "::" : ":";
  const sources = text3.slice(colon + operator.length);
  return { text: text3, operator, names: wordsOf2(text3.slice(0, colon)), sources };
}
function ruleOperatorAt(text3) {
  for (const { 0: found, index } of text3.matchAll(
    /\$(?:\{(?:[^{}]|\{[^{}]*\})*\}|\([^()]*\)|[^({]|$)|[:!]/g
  )) {
    if (!found.startsWith("$")) return index;
  }
  return void 0;
}
function loopWord(word2) {
  return unescapeOnly(word2, `"'`);
}

// src/recipe/openbsd/quiet-parts.ts
function partFrom(script2, line) {
  switch (line.statement.kind) {
    case "rule":
      return rulesFrom(script2, line);
    case "for":
      return loopsFrom(script2, line);
    default:
      return void 0;
  }
}
function linesAtOnce(script2) {
  const lines = [];
  const ends = [];
  let line = script2.firstLine();
  while (line) {
    while (line.span.start >= (ends.at(-1) ?? Number.POSITIVE_INFINITY)) ends.pop();
    const end = script2.blockEnd(line);
    if (end === void 0 || ends.length >= BLOCKS_DEEP || lines.length >= LINES_LIMIT) return void 0;
    const isOfRules2 = makesRules(script2, line);
    if (!isOfRules2) lines.push(line);
    if (end !== line.next && !isOfRules2) ends.push(end);
    line = isOfRules2 ? script2.behindBlock(line) : script2.lineAfter(line);
  }
  return lines;
}
var BLOCKS_DEEP = 10;
var LINES_LIMIT = 2e4;
var RULES_PUT_OFF = 20;
function rulesFrom(script2, begin) {
  let [end, count2] = [begin, 0];
  while (end && makesRules(script2, end)) {
    end = script2.behindBlock(end);
    count2 += 1;
  }
  return count2 < RULES_PUT_OFF ? void 0 : { kind: "rules", begin, end };
}
function makesRules(script2, line) {
  line.makesRules ??= readsAsRules(script2, line);
  return line.makesRules;
}
function readsAsRules(script2, line) {
  const { kind } = line.statement;
  if (kind === "rule" || kind === "command") return true;
  const inside = kind === "if" || kind === "for" ? script2.insideBlock(line) : void 0;
  if (inside === void 0 || inside.length > RULES_LENGTH) return false;
  return linesIn(inside)?.every(isOfRules) ?? false;
}
var RULES_LENGTH = 2e5;
function isOfRules(line) {
  if (line.startsWith("	") || endsLoop(line)) return true;
  const { kind } = statementOf(line);
  return kind === "rule" || kind === "if" || kind === "elif" || kind === "for" || kind === "else" || kind === "endif";
}
function endsLoop(line) {
  return /^\.[ \t]*endfor([ \t#]|$)/.test(line);
}
function linesIn(text3) {
  if (/^[ \t]*#.*\\$|^ +\t/m.test(text3)) return void 0;
  const lines = [];
  for (let at = 0; at < text3.length; ) {
    const { text: line, next } = unparsedLine(text3, at);
    const begun = line.replace(/^ +/, "");
    if (begun.trim() !== "" && !begun.startsWith("#")) lines.push(begun);
    at = next;
  }
  return lines;
}
var BLOCKS_LIMIT = 4;
function loopOf2({ name }, around) {
  return around.find(({ names }) => typeof name === "string" && names.includes(name));
}
function loopsFrom(script2, begin) {
  const names = /* @__PURE__ */ new Map();
  const variables = /* @__PURE__ */ new Set();
  let asksTargets = false;
  let behind = 0;
  let end = begin;
  for (let blocks = 0; end && blocks < BLOCKS_LIMIT; blocks += 1) {
    const block = settingsOf2(script2, end);
    if (!block || end !== begin && block.names.some(([key]) => !names.has(key))) break;
    for (const [key, pattern] of block.names) names.set(key, pattern);
    for (const name of block.variables) variables.add(name);
    asksTargets ||= block.asksTargets;
    behind = script2.blockEnd(end) ?? behind;
    end = script2.behindBlock(end);
  }
  if (end === begin || names.size === 0 || end?.statement.kind === "command") return void 0;
  const stems = [...names.values()].flatMap(stemsOf);
  return {
    kind: "loops",
    begin,
    end,
    names: new PartNames([...names.values()]),
    variables: [...variables],
    asksTargets,
    isAsked: remembering(
      (outer, wanted) => [script2, ...outer].some(
        ({ asked }, depth) => asked.asksFor(stems, { from: depth === 0 ? behind : 0, wanted })
      )
    )
  };
}
function remembering(isAsked) {
  let last;
  return (outer, wanted) => {
    const isSame3 = last?.wanted === wanted && last.outer.length === outer.length;
    if (!last || !isSame3 || last.outer.some((script2, at) => script2 !== outer[at])) {
      last = { outer, wanted, is: isAsked(outer, wanted) };
    }
    return last.is;
  };
}
function stemsOf(pattern) {
  let stems = [""];
  for (const part of pattern) {
    if (typeof part !== "string" && part.kind === "variable") break;
    const words = typeof part === "string" ? [part] : part.words;
    if (stems.length * words.length > NAMES_LIMIT) break;
    stems = stems.flatMap((stem2) => words.map((word2) => stem2 + word2));
  }
  return stems;
}
var LENGTH_LIMIT = 2e4;
function settingsOf2(script2, line) {
  const { statement } = line;
  if (statement.kind === "assignment") {
    const pattern = patternOf2(statement, []);
    return pattern && { names: [[keyOf(pattern), pattern]], variables: [], asksTargets: false };
  }
  if (statement.kind !== "if" && statement.kind !== "for") return void 0;
  const inside = script2.insideBlock(line);
  const lines = inside === void 0 || inside.length > LENGTH_LIMIT ? void 0 : linesIn(inside);
  if (!lines) return void 0;
  const names = [];
  const variables = [];
  const around = [];
  let asksTargets = false;
  const inner = lines.map((text3) => endsLoop(text3) ? "endfor" : statementOf(text3));
  for (const [at, one] of [statement, ...inner].entries()) {
    if (at > 0 && mayBeAnother(lines[at - 1] ?? "", lines[at], around)) return void 0;
    if (one === "endfor") around.pop();
    else if (one.kind === "for") {
      if (one.names.some((name) => name.includes("$"))) return void 0;
      around.push(one);
      variables.push(...one.names);
    } else if (one.kind === "assignment") {
      const pattern = patternOf2(one, around);
      if (!pattern) return void 0;
      names.push([keyOf(pattern), pattern]);
    } else if (one.kind === "if" || one.kind === "elif") {
      if (/\bcommands\b/.test(one.text) || isFilledIn(one.text, around)) return void 0;
      asksTargets ||= /\btarget\b/.test(one.text);
    } else if (one.kind !== "else" && one.kind !== "endif") return void 0;
  }
  return { names, variables, asksTargets };
}
function mayBeAnother(line, behind, around) {
  if (/^\.[ \t]*(?:else|endif|endfor)/.test(line)) return line.includes("$");
  const last = parseTemplate(line).at(-1);
  if (last === void 0 || typeof last === "string" || !behind?.startsWith(".")) return false;
  const loop = loopOf2(last, around);
  if (!loop || loop === around.at(-1) && endsLoop(behind)) return false;
  return last.modifiers.length > 0 || /[$\\]/.test(textOf(loop.list));
}
function isFilledIn(condition, around) {
  const terms = condition.replace(/"[^"]*"/g, "").replace(/\([^()]*\)/g, "");
  return parseTemplate(terms).some((part) => typeof part !== "string" && loopOf2(part, around));
}
function patternOf2({ name, value }, around) {
  if (value !== "lazy" && value !== "expanded") return void 0;
  if (typeof name === "string") return isPlainName(name) ? [name] : void 0;
  const pattern = [];
  for (const part of name) {
    const piece = typeof part === "string" ? part : listAt(part, around);
    if (piece === void 0 || typeof piece === "string" && !isPlainText(piece)) return void 0;
    pattern.push(piece);
  }
  return pattern;
}
var LIST_LIMIT = 1e3;
function listAt(reference, around) {
  const loop = plainNameOf(reference) === void 0 ? void 0 : loopOf2(reference, around);
  if (!loop) return void 0;
  const { list: list2 } = loop;
  const [first2] = list2;
  if (list2.every((part) => typeof part === "string")) {
    const text3 = list2.join("");
    return text3.length > LIST_LIMIT ? void 0 : { kind: "words", words: wordsIn(text3) };
  }
  const variable = list2.length === 1 && first2 !== void 0 && typeof first2 !== "string" ? plainNameOf(first2) : void 0;
  if (variable === void 0 || around.some(({ names }) => names.includes(variable))) return void 0;
  return { kind: "variable", name: variable };
}
function plainNameOf({ name, isDynamic, modifiers, fault: fault2 }) {
  return typeof name === "string" && !isDynamic && modifiers.length === 0 && fault2 === "none" ? name : void 0;
}
function keyOf(pattern) {
  return JSON.stringify(pattern);
}
function wordsIn(list2) {
  return wordsOf2(list2).map(loopWord);
}
function isPlainText(text3) {
  return /^[\w.-]+$/.test(text3);
}
function isPlainName(name) {
  return /^\w[\w.-]*$/.test(name) && !name.endsWith("include") && !isDynamicName(name);
}
var NAMES_LIMIT = 200;
var PartNames = class {
  #patterns;
  #lists;
  #known = /* @__PURE__ */ new Map();
  constructor(patterns2) {
    this.#patterns = patterns2;
    const lists = patterns2.flat().flatMap((part) => {
      return typeof part === "string" || part.kind === "words" ? [] : [part.name];
    });
    this.#lists = [...new Set(lists)];
  }
  /** Undefined when that can't be said. `list` gives the value of a list. */
  of(list2) {
    const values = this.#lists.map(list2);
    const key = values.join("\0");
    if (key.length > LIST_LIMIT) return void 0;
    let names = this.#known.get(key);
    if (names === void 0) {
      const words = new Map(this.#lists.map((name, at) => [name, wordsIn(values[at] ?? "")]));
      names = namesOf(this.#patterns, words) ?? "unclear";
      if (this.#known.size >= NAMES_KEPT) this.#known = /* @__PURE__ */ new Map();
      this.#known.set(key, names);
    }
    return names === "unclear" ? void 0 : names;
  }
};
var NAMES_KEPT = 200;
function namesOf(patterns2, lists) {
  const all = /* @__PURE__ */ new Set();
  for (const pattern of patterns2) {
    let begun = [""];
    for (const part of pattern) {
      const words = wordsAt(part, lists);
      if (!words.every(isPlainText) || words.length * begun.length > NAMES_LIMIT) return void 0;
      begun = begun.flatMap((start) => words.map((word2) => start + word2));
    }
    for (const name of begun) all.add(name);
  }
  const names = [...all];
  return names.length > NAMES_LIMIT || !names.every(isPlainName) ? void 0 : names;
}
function wordsAt(part, lists) {
  if (typeof part === "string") return [part];
  return part.kind === "words" ? part.words : lists.get(part.name) ?? [];
}

// src/recipe/openbsd/lines.ts
var Recurring = class {
  #most;
  #met = /* @__PURE__ */ new Set();
  #kept = /* @__PURE__ */ new Map();
  constructor(most) {
    this.#most = most;
  }
  get(key) {
    return this.#kept.get(key);
  }
  offer(key, value) {
    if (!this.#met.has(key)) {
      if (this.#met.size >= this.#most) this.#met = /* @__PURE__ */ new Set();
      this.#met.add(key);
      return;
    }
    if (this.#kept.size >= this.#most) this.#kept = /* @__PURE__ */ new Map();
    this.#kept.set(key, value);
  }
};
var LoopBody = class {
  text;
  next;
  /** How many loops stand in each other here. */
  depth;
  following;
  #source;
  #spans;
  #turns = new Recurring(TURNS_KEPT);
  /** All turns over a list, by the text that its words come from. */
  lists = new Recurring(LISTS_KEPT);
  #parts;
  #addition;
  #guard;
  constructor(text3, origin) {
    this.text = text3;
    this.next = origin.next;
    this.depth = origin.depth;
    this.#source = origin.source;
    this.#spans = origin.spans;
  }
  /** Its text, when the loop has one variable. */
  partsFor(variable) {
    this.#parts ??= loopParts(this.text, variable);
    return this.#parts;
  }
  additionFor(variable) {
    this.#addition ??= this.#readAddition(variable) ?? "none";
    return this.#addition === "none" ? void 0 : this.#addition;
  }
  /** `.if "${variable:M…}"` around all the rest: where that is nothing, nothing comes of the turn. */
  guardFor(variable) {
    this.#guard ??= this.#readGuard(variable) ?? "none";
    return this.#guard === "none" ? void 0 : this.#guard;
  }
  #readGuard(variable) {
    const [head, guard, rest, ...more] = this.partsFor(variable);
    if (typeof head !== "string" || typeof guard === "string" || typeof rest !== "string") return void 0;
    if (more.length > 0 || !guard?.isPlain || !/^\.[ \t]*if[ \t]+"$/.test(head) || !rest.startsWith('"\n'))
      return void 0;
    const never = new Script(this.#source, { text: head + rest, spans: this.#spans });
    return never.isIdle ? guard : void 0;
  }
  #readAddition(variable) {
    if (/[#\\]/.test(this.text)) return void 0;
    const script2 = new Script(this.#source, { text: this.text, spans: this.#spans });
    const line = script2.firstLine();
    if (line?.statement.kind !== "assignment" || script2.lineAfter(line)) return void 0;
    const { name, append, value, text: text3 } = line.statement;
    if (append !== "append" || value !== "lazy" || typeof name !== "string") return void 0;
    if (name.endsWith("include")) return void 0;
    return { name, parts: loopParts(text3, variable), span: line.span, known: /* @__PURE__ */ new Map() };
  }
  known(words) {
    return this.#turns.get(words);
  }
  /** The turn whose text is `text`; it is kept when `words` tell all that the text depends on. */
  turn(text3, words) {
    const script2 = new Script(this.#source, { text: text3, spans: this.#spans });
    if (words !== void 0) this.#turns.offer(words, script2);
    return script2;
  }
};
var Script = class {
  text;
  #source;
  /** For a loop's turn: where each line of its text comes from. */
  #spans;
  #lineStarts;
  /** Of a file: however a line is reached, it is the same. */
  #lines;
  #conditionals;
  #bodies;
  #first;
  #isIdle;
  #asked;
  constructor(source, turn) {
    this.#source = source;
    this.text = turn?.text ?? source.text;
    this.#spans = turn?.spans;
    this.#lines = turn ? void 0 : /* @__PURE__ */ new Map();
  }
  firstLine() {
    this.#first ??= this.lineAt(0) ?? "end";
    return this.#first === "end" ? void 0 : this.#first;
  }
  /** Whether nothing comes of it: all that it says stands behind a condition that is never true. */
  get isIdle() {
    this.#isIdle ??= this.#hasNothing();
    return this.#isIdle;
  }
  #hasNothing() {
    const line = this.firstLine();
    if (line?.statement.kind !== "if" || !isNever(line.statement.condition)) return false;
    const end = this.branchAfter(line);
    return end?.statement.kind === "endif" && this.lineAfter(end) === void 0;
  }
  lineAt(offset) {
    if (!this.#lines) return this.#readLine(offset);
    let line = this.#lines.get(offset);
    if (line === void 0) {
      line = this.#readLine(offset) ?? "end";
      this.#lines.set(offset, line);
    }
    return line === "end" ? void 0 : line;
  }
  /** The one behind a line, or behind the end of a loop. */
  lineAfter(part) {
    part.following ??= this.lineAt(part.next) ?? "end";
    return part.following === "end" ? void 0 : part.following;
  }
  /** Those at `line`, or behind it if it is a rule. */
  commandsAt(line) {
    line.commands ??= this.#readCommands(line);
    return line.commands;
  }
  /** What begins with the line and can wait; undefined where all is to be read at once. */
  partFrom(line) {
    line.part ??= partFrom(this, line) ?? "none";
    return line.part === "none" ? void 0 : line.part;
  }
  /** Where the line that comes behind the block begins. */
  blockEnd(line) {
    return this.#endOf(line)?.next;
  }
  get asked() {
    this.#asked ??= new AskedNames(linesAtOnce(this));
    return this.#asked;
  }
  /** The line behind one, or behind the whole block that it begins. */
  behindBlock(line) {
    const end = this.#endOf(line);
    return end && this.lineAfter(end);
  }
  /** What stands in the block that a line begins; undefined when nothing ends it. */
  insideBlock(line) {
    const end = this.#endOf(line);
    if (end instanceof LoopBody) return end.text;
    return end && this.text.slice(line.next, end.next);
  }
  #endOf(line) {
    if (line.statement.kind === "for") return this.bodyAt(line.next);
    if (line.statement.kind !== "if") return line;
    let last = this.branchAfter(line);
    while (last && last.statement.kind !== "endif") last = this.branchAfter(last);
    return last;
  }
  /** The `.elif`, `.else` or `.endif` that belongs to the same `.if` and comes next; undefined when none does. */
  branchAfter(line) {
    line.branch ??= this.#readBranch(line.next) ?? "open";
    return line.branch === "open" ? void 0 : line.branch;
  }
  /** The first line at or after `offset` that begins with a dot, as lines are looked at where conditions are false. */
  conditionalAt(offset) {
    this.#conditionals ??= /* @__PURE__ */ new Map();
    let line = this.#conditionals.get(offset);
    if (line === void 0) {
      line = this.#readConditional(offset) ?? "end";
      this.#conditionals.set(offset, line);
    }
    return line === "end" ? void 0 : line;
  }
  /** Undefined when nothing ends the loop. `offset` is that of the line after `.for`. */
  bodyAt(offset) {
    this.#bodies ??= /* @__PURE__ */ new Map();
    let body = this.#bodies.get(offset);
    if (body === void 0) {
      body = this.#readBody(offset) ?? "open";
      this.#bodies.set(offset, body);
    }
    return body === "open" ? void 0 : body;
  }
  #spanOf(start, end) {
    if (!this.#spans) return { source: this.#source, start, end };
    this.#lineStarts ??= lineStarts(this.text);
    let [low, high] = [0, Math.min(this.#lineStarts.length, this.#spans.length)];
    while (high - low > 1) {
      const middle = low + high >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= start) low = middle;
      else high = middle;
    }
    return this.#spans[low] ?? { source: this.#source, start: 0, end: 0 };
  }
  #readLine(offset) {
    const begun = skipToLine(this.text, offset);
    if (!begun) return void 0;
    const { text: text3, next } = joinedFrom(this.text, begun.at, begun.prefix);
    const span = this.#spanOf(begun.start, Math.max(begun.start, endOf(this.text, next)));
    return lineOf(span, next, statementOf(text3));
  }
  #readCommands(from) {
    const commands = [];
    let line = from.statement.kind === "command" ? from : this.lineAfter(from);
    for (; line?.statement.kind === "command"; line = this.lineAfter(line)) {
      commands.push({ text: line.statement.text, span: line.span });
    }
    return { commands, behind: line };
  }
  #readBranch(offset) {
    let level = 0;
    for (let line = this.conditionalAt(offset); line; line = this.conditionalAt(line.next)) {
      const { kind } = line.statement;
      if (kind === "if") level += 1;
      else if (level === 0 && (kind === "elif" || kind === "else" || kind === "endif")) return line;
      else if (kind === "endif") level -= 1;
    }
    return void 0;
  }
  #readConditional(offset) {
    const { text: text3 } = this;
    let at = offset;
    while (text3[at] !== ".") {
      at = physicalEnd(text3, at);
      if (at >= text3.length) return void 0;
    }
    const { text: line, next } = unparsedLine(text3, at + 1);
    const span = this.#spanOf(at, endOf(text3, next));
    const stripped = withoutComment(line.replace(/^[ \t\n\v\f\r]+/, ""));
    return lineOf(span, next, directiveOf(stripped) ?? { kind: "faulty", message: "" });
  }
  #readBody(offset) {
    const lines = [];
    const spans = [];
    let [level, depth] = [1, 1];
    for (let at = offset; at < this.text.length; ) {
      const { text: text3, next } = unparsedLine(this.text, at);
      const word2 = /^\.[ \t\n\v\f\r]*(endfor(?=[ \t\n\v\f\r]|$)|for(?=[ \t\n\v\f\r]))/.exec(text3)?.[1];
      if (word2 === "endfor") level -= 1;
      if (level === 0) {
        const body = lines.map((line) => `${line}
`).join("");
        return new LoopBody(body, { next, depth, source: this.#source, spans });
      }
      if (word2 === "for") level += 1;
      depth = Math.max(depth, level);
      lines.push(text3);
      const indent = /^[ \t]*/.exec(text3)?.[0].length ?? 0;
      spans.push(this.#spanOf(Math.min(at + indent, this.text.length), endOf(this.text, next)));
      at = next;
    }
    return void 0;
  }
};
function lineOf(span, next, statement) {
  return {
    span,
    next,
    statement,
    following: void 0,
    branch: void 0,
    commands: void 0,
    part: void 0,
    makesRules: void 0,
    variable: void 0,
    stretches: void 0,
    isAskedAnew: false,
    isReadAlways: statement.kind === "include" || statement.kind === "include-list",
    surprises: 0
  };
}
var TURNS_KEPT = 2e3;
var LISTS_KEPT = 500;
var SCRIPTS = /* @__PURE__ */ new WeakMap();
function scriptOf(source) {
  let script2 = SCRIPTS.get(source);
  if (!script2) {
    script2 = new Script(source);
    SCRIPTS.set(source, script2);
  }
  return script2;
}
var OWN_KEPT = 4;
var OWN_SCRIPTS = /* @__PURE__ */ new Map();
function ownScriptOf(source) {
  const { name, text: text3 } = source;
  const known = OWN_SCRIPTS.get(name);
  const script2 = known?.text === text3 ? known : new Script(source);
  OWN_SCRIPTS.delete(name);
  OWN_SCRIPTS.set(name, script2);
  for (const oldest of OWN_SCRIPTS.keys()) {
    if (OWN_SCRIPTS.size <= OWN_KEPT) break;
    OWN_SCRIPTS.delete(oldest);
  }
  return script2;
}

// src/recipe/openbsd/built-in.ts
var BUILT_IN = {
  unix: "We run OpenBSD.",
  OSMAJOR: "6",
  OSMINOR: "9",
  OSREV: "$(OSMAJOR).$(OSMINOR)",
  OSrev: "$(OSMAJOR)$(OSMINOR)",
  AR: "ar",
  ARFLAGS: "r",
  RANLIB: "ranlib",
  LORDER: "lorder",
  AS: "as",
  AFLAGS: "$(DEBUG)",
  "COMPILE.s": "$(CC) $(AFLAGS) -c",
  "LINK.s": "$(CC) $(AFLAGS) $(LDFLAGS)",
  "COMPILE.S": "$(CC) $(AFLAGS) $(CPPFLAGS) -c",
  "LINK.S": "$(CC) $(AFLAGS) $(CPPFLAGS) $(LDFLAGS)",
  CC: "cc",
  PIPE: "-pipe",
  CFLAGS: "-O2 $(PIPE) $(DEBUG)",
  "COMPILE.c": "$(CC) $(CFLAGS) $(CPPFLAGS) -c",
  "LINK.c": "$(CC) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS)",
  HOSTCC: "cc",
  CXX: "c++",
  CXXFLAGS: "-O2 $(PIPE) $(DEBUG)",
  "COMPILE.cc": "$(CXX) $(CXXFLAGS) $(CPPFLAGS) -c",
  "LINK.cc": "$(CXX) $(CXXFLAGS) $(CPPFLAGS) $(LDFLAGS)",
  CPP: "cpp",
  CPPFLAGS: "",
  FC: "f77",
  FFLAGS: "-O2",
  RFLAGS: "",
  "COMPILE.f": "$(FC) $(FFLAGS) -c",
  "LINK.f": "$(FC) $(FFLAGS) $(LDFLAGS)",
  "COMPILE.F": "$(FC) $(FFLAGS) $(CPPFLAGS) -c",
  "LINK.F": "$(FC) $(FFLAGS) $(CPPFLAGS) $(LDFLAGS)",
  "COMPILE.r": "$(FC) $(FFLAGS) $(RFLAGS) -c",
  "LINK.r": "$(FC) $(FFLAGS) $(RFLAGS) $(LDFLAGS)",
  LEX: "lex",
  LFLAGS: "",
  "LEX.l": "$(LEX) $(LFLAGS)",
  LD: "ld",
  LDFLAGS: "$(DEBUG)",
  MAKE: "make",
  PC: "pc",
  PFLAGS: "",
  "COMPILE.p": "$(PC) $(PFLAGS) $(CPPFLAGS) -c",
  "LINK.p": "$(PC) $(PFLAGS) $(CPPFLAGS) $(LDFLAGS)",
  SHELL: "/bin/sh",
  YACC: "yacc",
  YFLAGS: "-d",
  "YACC.y": "$(YACC) $(YFLAGS)",
  INSTALL: "install",
  CTAGS: "/usr/bin/ctags"
};

// src/recipe/openbsd/variable.ts
function variableOf({ text: text3, template: template2, span }) {
  return variableFrom({ text: text3, template: template2, origin: "file", span });
}
function appended(before, assigned) {
  return before ? fresh(`${before.text} ${assigned.text}`, "file", assigned.span) : variableOf(assigned);
}
function appendedLater(before, assigned) {
  const length = assigned.text.length + lengthBehind(before);
  return awaiting({ kind: "appended", before, assigned, length, became: void 0 });
}
function offeredLater(before, offered) {
  const length = Math.max(offered.text.length, lengthBehind(before));
  return awaiting({ kind: "offered", before, offered, length, became: void 0 });
}
function lengthBehind({ awaits }) {
  return awaits === void 0 || awaits.kind === "lines" ? 0 : awaits.length;
}
function fresh(text3, origin, span) {
  return variableFrom({ text: text3, template: void 0, origin, span });
}
function unreadLines(read) {
  return { kind: "lines", read, became: void 0 };
}
function awaiting(unread) {
  return { ...fresh("", "file", void 0), awaits: unread };
}
function variableFrom(from) {
  const { text: text3, template: template2, origin, span } = from;
  return {
    text: text3,
    template: template2,
    origin,
    span,
    isCommand: false,
    awaits: void 0,
    isInUse: false,
    known: void 0
  };
}
var SYSTEM_VARIABLES = new Map(
  Object.entries(BUILT_IN).map(([name, text3]) => [name, fresh(text3, "make", void 0)])
);
var eras = 0;
function nextEra() {
  eras += 1;
  return eras;
}

// src/recipe/openbsd/put-off.ts
var PutOff = class {
  #wanted;
  #parts;
  #waiting = [];
  /** Of those that were put off, which may ask for each other. */
  #loops = 0;
  /** How often somebody asked for targets while rules waited. */
  #timesSettled = 0;
  /** Commands that come next belong to a rule. */
  #isRuleOpen = false;
  /** Where the loops stand that are read now, there were so many. */
  #targetsThen;
  constructor(wanted, parts) {
    this.#wanted = wanted;
    this.#parts = parts;
  }
  get isWaiting() {
    return this.#waiting.length > 0;
  }
  /** Whether what begins with `line` is to be put off. */
  isPutOff(line, stream) {
    return this.#partFrom(line, stream) !== void 0;
  }
  /** Whether the next lines were put off. */
  puts(stream) {
    const part = stream.line && this.#partFrom(stream.line, stream);
    if (!part) return false;
    const { script: script2, path } = stream;
    const { scope } = this.#parts;
    if (part.kind === "rules") {
      this.#waiting.push({ part, script: script2, path, moment: scope.table.moment() });
      this.#isRuleOpen = true;
    } else if (!this.#putLoops(part, stream)) return false;
    stream.line = part.end;
    return true;
  }
  #partFrom(line, { script: script2, isOwn, opens, outer }) {
    if (line.part === "none" || this.#wanted === "everything" || isOwn || opens !== "file") return void 0;
    if (!this.#parts.scope.isOrderly || !this.#parts.branches.isReading) return void 0;
    const part = script2.partFrom(line);
    if (part?.kind === "rules" && this.#timesSettled >= SETTLED_LIMIT) return void 0;
    return part?.kind !== "loops" || this.#mayWait(part, outer) ? part : void 0;
  }
  #mayWait(part, outer) {
    const { table: table2, lines } = this.#parts.scope;
    if (this.#loops >= LOOPS_LIMIT || lines > LINES_LIMIT2 || this.#wanted === "everything") return false;
    if (part.isAsked(outer, this.#wanted)) return false;
    if (this.#isRuleOpen || part.asksTargets && this.isWaiting) return false;
    return !part.variables.some((name) => table2.peek(name));
  }
  #putLoops(part, { script: script2, path }) {
    const { scope, targets } = this.#parts;
    const { spent } = scope;
    const names = part.names.of((name) => scope.valueOf(name, "drop") ?? "");
    if (!names) {
      scope.spend(spent - scope.spent);
      return false;
    }
    this.#loops += 1;
    scope.countLines(1);
    const place = { part, script: script2, path, moment: scope.table.moment() };
    const late = { place, targets: targets.count };
    const read = () => this.#readLate(late, unread);
    const unread = names.map((name) => [name, unreadLines(read)]);
    for (const [name, one] of unread) scope.table.set(name, awaiting(one));
    return true;
  }
  #readLate({ place, targets }, unread) {
    const { table: table2 } = this.#parts.scope;
    const [targetsThen, isRuleOpen] = [this.#targetsThen, this.#isRuleOpen];
    this.#targetsThen = targets;
    this.#isRuleOpen = false;
    this.#aside(() => {
      table2.goTo(place.moment);
      this.#readPart(place);
      for (const [name, one] of unread) one.became = { variable: table2.peek(name) };
    });
    this.#targetsThen = targetsThen;
    this.#isRuleOpen = isRuleOpen;
  }
  /** Behind rules that are put off, all others have to wait as well. */
  say(step) {
    if (step.kind === "end-rule" && !this.#isRuleOpen) return;
    this.#isRuleOpen = step.kind !== "end-rule";
    if (this.isWaiting) this.#waiting.push({ step, moment: this.#parts.scope.table.moment() });
    else this.#sayNow(step);
  }
  #sayNow(step) {
    const { scope, targets } = this.#parts;
    switch (step.kind) {
      case "rule": {
        const { rule, span } = step;
        scope.where = span;
        targets.addRule(rule.plain ?? ruleHead(scope.expand(rule.head, "drop")), rule.command, span);
        break;
      }
      case "commands":
        targets.addCommands(step.commands);
        break;
      case "end-rule":
        targets.endRule();
        break;
      default:
        unreachable(step);
    }
  }
  isTarget(name) {
    const { targets } = this.#parts;
    if (this.#targetsThen !== void 0) return targets.isTarget(name, this.#targetsThen);
    this.settleRules();
    return targets.isTarget(name);
  }
  /** Rules, and loops. */
  settleAll() {
    this.settleRules();
    this.#parts.scope.table.all();
  }
  /** In their order, each with the variables as they were where it stands. */
  settleRules() {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#timesSettled += 1;
    const { scope, streams, targets } = this.#parts;
    const [isRuleOpen, isAtEnd] = [this.#isRuleOpen, streams.length === 0];
    this.#aside(() => {
      for (const one of waiting) {
        if (scope.isStopped) break;
        scope.table.goTo(one.moment);
        if ("part" in one) this.#readPart(one);
        else this.#sayNow(one.step);
      }
    });
    this.#isRuleOpen = isRuleOpen;
    if (isAtEnd) targets.finishCommands();
  }
  #aside(action) {
    const { scope, branches, streams } = this.#parts;
    const open = streams.splice(0);
    scope.aside(() => branches.aside(action));
    streams.push(...open);
  }
  #readPart({ part, script: script2, path }) {
    const { scope, streams, readOn } = this.#parts;
    const line = part.begin;
    const whole = { script: script2, turns: [], turn: 0, path, opens: "file", isOwn: false, outer: [], line };
    streams.push(whole);
    while (!scope.isStopped) {
      const stream = streams.at(-1);
      if (!stream || stream === whole && stream.line === part.end) break;
      readOn(stream);
    }
    streams.length = 0;
  }
};
var SETTLED_LIMIT = 8;
var LOOPS_LIMIT = 64;
var LINES_LIMIT2 = 2e4;

// src/recipe/openbsd/variable-table.ts
var VariableTable = class {
  #variables = new Map(SYSTEM_VARIABLES);
  #log = [];
  /** While one looks back, how much of the log the variables show. */
  #place = "now";
  /** Since the last change, what variables stand for is the same. */
  era = nextEra();
  get(name) {
    return settled(this.#variables.get(name));
  }
  /** As it stands there: it may await what sets it. */
  peek(name) {
    return this.#variables.get(name);
  }
  /** As `get`, where nothing has to be read for that; as `peek` elsewhere. */
  known(name) {
    const variable = this.#variables.get(name);
    return variable?.awaits?.became ? settled(variable) : variable;
  }
  has(name) {
    return this.get(name) !== void 0;
  }
  /** All that are there, by the order in which they first came. */
  all() {
    return [...this.#variables.keys()].flatMap((name) => {
      const variable = this.get(name);
      return variable ? [[name, variable]] : [];
    });
  }
  set(name, variable) {
    if (this.#place === "now") this.#log.push(name, variable);
    this.#variables.set(name, variable);
    this.era = nextEra();
  }
  /** `?=`. */
  offer(name, variable) {
    const before = this.known(name);
    if (!before) this.set(name, variable);
    else if (before.awaits) this.set(name, offeredLater(before, variable));
  }
  remove(name) {
    if (this.#place === "now") this.#log.push(name, void 0);
    this.#variables.delete(name);
    this.era = nextEra();
  }
  /** As if these were not there while `action` goes on, which changes nothing. */
  without(names, action) {
    const hidden = names.map((name) => [name, this.#variables.get(name)]);
    for (const name of names) this.#variables.delete(name);
    this.era = nextEra();
    const result = action();
    for (const [name, variable] of hidden) if (variable) this.#variables.set(name, variable);
    this.era = nextEra();
    return result;
  }
  /** Now, for `goTo`. */
  moment() {
    return this.#log.length;
  }
  /** While `action` goes on, `goTo` leads to earlier moments; what is changed there is forgotten. */
  lookBack(action) {
    const [variables, place] = [this.#variables, this.#place];
    this.#begin();
    action();
    this.#variables = variables;
    this.#place = place;
    this.era = nextEra();
  }
  #begin() {
    this.#variables = new Map(SYSTEM_VARIABLES);
    this.#place = 0;
  }
  /** Makes the variables what they were at a moment. */
  goTo(moment) {
    if (this.#place === "now" || this.#place > moment) this.#begin();
    for (let at = Number(this.#place); at < moment; at += 2) {
      const [name, variable] = [this.#log[at], this.#log[at + 1]];
      if (typeof name !== "string" || typeof variable === "string") break;
      if (variable) this.#variables.set(name, variable);
      else this.#variables.delete(name);
    }
    this.#place = moment;
    this.era = nextEra();
  }
};
function settled(variable) {
  return variable?.awaits ? settle(variable) : variable;
}
function settle(variable) {
  const since = [];
  let found = variable;
  while (found?.awaits) {
    const unread = found.awaits;
    if (!unread.became && unread.kind !== "lines") {
      since.push(unread);
      found = unread.before;
      continue;
    }
    if (!unread.became && unread.kind === "lines") unread.read();
    found = unread.became?.variable;
  }
  if (since.length === 0) return found;
  for (const later of since.reverse()) {
    found = later.kind === "appended" ? appended(found, later.assigned) : found ?? later.offered;
  }
  if (variable.awaits) variable.awaits.became = { variable: found };
  return found;
}

// src/recipe/openbsd/stretches.ts
var Stretches = class {
  /** By how many `.if`s are open. */
  #ways = /* @__PURE__ */ new Map();
  #kept = 0;
  #found = 0;
  /** `depth`: of open `.if`s. */
  find(present, depth) {
    let at = this.#ways.get(depth);
    while (at && "answers" in at) {
      const next = nextOf(at, present);
      if (!next) this.#note(at.input.line);
      at = next;
    }
    if (!at || changesAny(at, present.fixed)) return void 0;
    this.#found += 1;
    return at;
  }
  /** `inputs`: in the order in which they were asked. */
  keep(way, inputs) {
    if (this.#kept >= WAYS_KEPT) this.#forget();
    this.#kept += 1;
    let [ways, answer] = [this.#ways, way.depth];
    for (const input of inputs) {
      const known = ways.get(answer);
      const fork = known && "answers" in known && isSame2(known.input, input) ? known : forkAt(input);
      fork.usual = void 0;
      ways.set(answer, fork);
      [ways, answer] = [fork.answers, input.answer];
    }
    ways.set(answer, way);
  }
  #forget() {
    this.#ways = /* @__PURE__ */ new Map();
    this.#kept = 0;
  }
  #note(line) {
    line.surprises += 1;
    if (line.surprises < SURPRISES + this.#found / 4) return;
    distrust(line);
    this.#forget();
  }
};
var StretchesByReader = class {
  #all = [];
  of(wanted) {
    for (const one of this.#all) if (one.wanted === wanted) return one.stretches;
    const stretches = new Stretches();
    if (this.#all.length >= READERS_KEPT) this.#all.shift();
    this.#all.push({ wanted, stretches });
    return stretches;
  }
};
var READERS_KEPT = 4;
function forkAt(input) {
  return { input, answers: /* @__PURE__ */ new Map(), usual: void 0 };
}
function nextOf(fork, present) {
  const { input, usual } = fork;
  switch (input.kind) {
    case "value": {
      const peeked = present.table.peek(input.name);
      if (usual && usual.variable === peeked) return usual.next;
      const variable = settled(peeked);
      if (variable?.isCommand) return void 0;
      if (usual && usual.variable?.text === variable?.text) return usual.next;
      const next = fork.answers.get(variable?.text);
      if (next) fork.usual = { variable, next };
      return next;
    }
    case "defined":
      return fork.answers.get(present.table.has(input.name));
    case "target":
      return fork.answers.get(present.isTarget(input.name));
    case "condition": {
      const answer = present.glance(input.test, input.before);
      return answer === void 0 ? void 0 : fork.answers.get(answer);
    }
    default:
      return unreachable(input);
  }
}
function isSame2(one, other) {
  if (one.kind === "condition") return other.kind === "condition" && one.test === other.test;
  return one.kind === other.kind && one.name === other.name;
}
var WAYS_KEPT = 64;
var SURPRISES = 16;
function distrust(line) {
  if (line.isAskedAnew) line.isReadAlways = true;
  line.isAskedAnew = true;
  line.surprises = 0;
}
function changesAny({ changed }, names) {
  if (names.size === 0) return false;
  for (const name of names) if (changed.has(name)) return true;
  return false;
}
var Recorder = class {
  inputs = [];
  steps = [];
  /** The line that is read now, of the text in which the stretch began. */
  line;
  /** Something happened that can't be done again without reading. */
  isSpoiled = false;
  /** Of what is spent, the part that is spent again when its steps are done again. */
  spentAgain = 0;
  changed = /* @__PURE__ */ new Map();
  #known = /* @__PURE__ */ new Map();
  #hasRules = false;
  #isRuleEnded = false;
  constructor(line) {
    this.line = line;
  }
  spoil() {
    this.isSpoiled = true;
  }
  read(name, variable) {
    const known = this.#known.get(name);
    if (known?.kind === "decided") return;
    const before = settled(known && "before" in known ? known.before : variable);
    this.inputs.push({ kind: "value", name, answer: before?.text, line: this.line });
    this.#known.set(name, DECIDED);
  }
  ask(name, variable) {
    if (this.#known.has(name)) return;
    this.inputs.push({ kind: "defined", name, answer: variable !== void 0, line: this.line });
    this.#known.set(name, ASKED);
  }
  askTarget(name, answer) {
    this.inputs.push({ kind: "target", name, answer, line: this.line });
  }
  askFile() {
    this.spoil();
  }
  /** What was changed up to now. */
  get before() {
    const { changed } = this;
    return { changed, count: changed.size, targets: this.#hasRules ? "some" : "none" };
  }
  /** Of a condition that looks at nothing that was changed before, the answer is all that counts. */
  askCondition(test2, answer, before) {
    this.inputs.push({ kind: "condition", test: test2, answer, before, line: this.line });
  }
  rule(rule, span) {
    this.steps.push({ kind: "rule", rule, span });
    this.#hasRules = true;
    this.#isRuleEnded = false;
  }
  put(name, variable) {
    this.#change(name);
    this.steps.push({ kind: "put", name, variable });
    this.#known.set(name, DECIDED);
  }
  remove(name) {
    this.#change(name);
    this.steps.push({ kind: "remove", name });
    this.#known.set(name, DECIDED);
  }
  #change(name) {
    if (!this.changed.has(name)) this.changed.set(name, this.changed.size);
  }
  /** `variable` is what is offered to a name that has `before` now. */
  offer(name, variable, before) {
    const known = this.#known.get(name);
    if (!known) {
      this.#change(name);
      this.steps.push({ kind: "offer", name, variable });
      this.#known.set(name, { kind: "offered", before });
    } else if (!before) this.put(name, variable);
  }
  /** `result` is what the name has now. */
  append(name, assigned, { before, result }) {
    const known = this.#known.get(name);
    if (known?.kind === "decided") {
      this.put(name, result);
      return;
    }
    this.#change(name);
    this.steps.push({ kind: "append", name, assigned });
    if (!known || known.kind === "asked") this.#known.set(name, { kind: "appended", before });
  }
  commands(commands) {
    this.steps.push({ kind: "commands", commands });
  }
  endRule() {
    if (this.#isRuleEnded) return;
    this.steps.push(END_RULE);
    this.#isRuleEnded = true;
  }
};
var Glance = class {
  isSpoiled = false;
  #before;
  constructor(before) {
    this.#before = before;
  }
  spoil() {
    this.isSpoiled = true;
  }
  read(name) {
    const { changed, count: count2 } = this.#before;
    if (count2 > 0 && (changed.get(name) ?? count2) < count2) this.spoil();
  }
  ask(name) {
    this.read(name);
  }
  askTarget() {
    if (this.#before.targets === "some") this.spoil();
  }
  askFile() {
    return;
  }
};
var ASKED = { kind: "asked" };
var DECIDED = { kind: "decided" };
var END_RULE = { kind: "end-rule" };

// src/recipe/openbsd/replay.ts
var PART = 1500;
function partOf({ span }) {
  return Math.floor(span.start / PART);
}
var STEPS_LIMIT = 5e3;
var Replay = class {
  #parts;
  #present;
  #recording;
  constructor(parts) {
    const { scope, branches, isTarget } = parts;
    this.#parts = parts;
    const glance = (test2, before) => branches.glance(test2, before);
    this.#present = { table: scope.table, isTarget, fixed: scope.fixed, glance };
  }
  /** Whether the next lines are dealt with. Called before each line, since it also watches what the lines do. */
  takes(stream) {
    this.#record(stream);
    return this.#goesAgain(stream);
  }
  /** Whether the next lines are dealt with, since they are known to do what they did before. */
  #goesAgain(stream) {
    const { line } = stream;
    const { scope, branches, isPutOff } = this.#parts;
    if (!line || line.isReadAlways || stream.isOwn || stream.opens === "turn" || scope.recorder) return false;
    if (!scope.isOrderly || !branches.isReading || isPutOff(line, stream)) return false;
    line.stretches ??= new StretchesByReader();
    const stretches = line.stretches.of(this.#parts.wanted);
    const stretch = stretches.find(this.#present, branches.depth);
    if (stretch) this.#goAgain(stretch, stream);
    else this.#beginRecording(line, { stream, stretches });
    return stretch !== void 0;
  }
  #goAgain(stretch, stream) {
    for (const step of stretch.steps) {
      if (this.#parts.scope.isStopped && step.kind !== "commands") return;
      this.#doAgain(step);
    }
    this.#parts.branches.change(stretch);
    this.#parts.scope.spend(stretch.spent);
    this.#parts.scope.countLines(stretch.lines);
    stream.line = stretch.next;
  }
  #doAgain(step) {
    const { scope } = this.#parts;
    switch (step.kind) {
      // What was put once is known to be in order, and is not fixed.
      case "put":
        scope.table.set(step.name, step.variable);
        break;
      case "offer":
        scope.table.offer(step.name, step.variable);
        break;
      case "append":
        scope.append(step.name, step.assigned);
        break;
      case "remove":
        scope.remove(step.name);
        break;
      default:
        this.#parts.say(step);
    }
  }
  #beginRecording(line, place) {
    const recorder = new Recorder(line);
    this.#parts.scope.record(recorder);
    const depth = this.#parts.branches.depth;
    this.#recording = {
      ...place,
      recorder,
      begin: line,
      depth,
      least: depth,
      lines: this.#parts.scope.lines,
      spent: this.#parts.scope.spent
    };
  }
  /** Follows the recording, if there is one, and ends it where it has to end. */
  #record(stream) {
    const { recorder } = this.#parts.scope;
    const recording = this.#recording;
    if (!recorder || !recording) return;
    const { depth } = this.#parts.branches;
    recording.least = Math.min(recording.least, depth);
    if (recorder.isSpoiled || recorder.steps.length + recorder.inputs.length > STEPS_LIMIT) {
      distrust(recorder.line);
      this.#parts.scope.record(void 0);
      return;
    }
    if (stream !== recording.stream) return;
    const { line } = stream;
    if (line && !this.#isAtEnd(line, recording) && !this.#parts.isPutOff(line, stream)) {
      recorder.line = line;
      return;
    }
    this.#parts.scope.record(void 0);
    if (!this.#parts.branches.isReading) return;
    const way = {
      depth: recording.depth,
      steps: recorder.steps,
      changed: recorder.changed,
      next: line,
      lines: this.#parts.scope.lines - recording.lines,
      spent: this.#parts.scope.spent - recording.spent - recorder.spentAgain,
      closed: recording.depth - recording.least,
      opened: this.#parts.branches.openAbove(recording.least)
    };
    recording.stretches.keep(way, recorder.inputs);
  }
  #isAtEnd(line, { begin, depth }) {
    if (line === begin) return false;
    if (line.isReadAlways || this.#parts.branches.depth < depth) return true;
    return this.#parts.branches.depth === depth && partOf(line) !== partOf(begin);
  }
};

// src/recipe/openbsd/command-outputs.ts
var MISSING_LIMIT = 500;
var CommandOutputs = class {
  /** Those that nobody has run, each once at its place. */
  missing = [];
  #answer;
  constructor(answer) {
    this.#answer = answer;
  }
  /** As make takes it: without its last newline, other newlines as blanks. Empty when nobody has run it. */
  of(command, span) {
    const said = this.#answer(command);
    if (said !== void 0) return said.replace(/\n$/, "").replaceAll("\n", " ");
    const isKnown2 = this.missing.some((one) => one.command === command && one.span === span);
    if (span && !isKnown2 && this.missing.length < MISSING_LIMIT) this.missing.push({ command, span });
    return "";
  }
};

// src/recipe/openbsd/ere-parse.ts
var BOUND_LIMIT = 255;
var Refusal = class extends Error {
};
function parseEre(pattern) {
  let at = 0;
  let groups = 0;
  let depth = 0;
  const choice = () => {
    const nodes = [sequence()];
    while (pattern[at] === "|") {
      at += 1;
      nodes.push(sequence());
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: "choice", nodes };
  };
  const sequence = () => {
    const nodes = [];
    while (at < pattern.length && pattern[at] !== "|" && !(pattern[at] === ")" && depth > 0))
      nodes.push(piece());
    return { kind: "sequence", nodes };
  };
  const piece = () => {
    const inner = atom();
    const bound = repetition(pattern, at);
    if (!bound) return inner;
    at = bound.end;
    if (repetition(pattern, at)) throw new Refusal("repetition-operator operand invalid");
    return { kind: "repeat", inner, least: bound.least, most: bound.most };
  };
  const group = () => {
    groups += 1;
    const index = groups;
    depth += 1;
    if (depth > 200) throw new Refusal("parentheses nested too deep");
    const inner = choice();
    if (pattern[at] !== ")") throw new Refusal("parentheses not balanced");
    at += 1;
    depth -= 1;
    return { kind: "group", index, inner };
  };
  const atom = () => {
    const char = pattern[at] ?? "";
    const isBound = repetition(pattern, at) !== void 0;
    at += 1;
    if (isBound) throw new Refusal("repetition-operator operand invalid");
    if (char === "(") return group();
    if (char === "^") return { kind: "start" };
    if (char === "$") return { kind: "end" };
    if (char === ".") return { kind: "any" };
    if (char === "[") {
      const { node: node2, end } = bracket(pattern, at);
      at = end;
      return node2;
    }
    if (char !== "\\") return { kind: "char", char };
    const escaped5 = pattern[at];
    if (escaped5 === void 0) throw new Refusal("trailing backslash (\\)");
    at += 1;
    return { kind: "char", char: escaped5 };
  };
  const node = choice();
  return { node, groups };
}
function repetition(pattern, at) {
  const char = pattern[at];
  if (char === "*") return { least: 0, most: Number.POSITIVE_INFINITY, end: at + 1 };
  if (char === "+") return { least: 1, most: Number.POSITIVE_INFINITY, end: at + 1 };
  if (char === "?") return { least: 0, most: 1, end: at + 1 };
  if (char !== "{" || !/[0-9]/.test(pattern[at + 1] ?? "")) return void 0;
  const bound = /\{([0-9]+)(,([0-9]*))?\}/y;
  bound.lastIndex = at;
  const [all = "", low = "", comma, high = ""] = bound.exec(pattern) ?? [];
  const least = Number(low);
  const most = comma === void 0 ? least : high === "" ? Number.POSITIVE_INFINITY : Number(high);
  if (all === "" || least > BOUND_LIMIT || most > BOUND_LIMIT && high !== "" || most < least)
    throw new Refusal("invalid repetition count(s)");
  return { least, most, end: at + all.length };
}
var CLASSES = {
  alnum: "a-zA-Z0-9",
  alpha: "a-zA-Z",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\t-\\r ",
  upper: "A-Z",
  xdigit: "0-9A-Fa-f"
};
function bracket(pattern, start) {
  let at = start;
  const isNegated = pattern[at] === "^";
  if (isNegated) at += 1;
  let source = "";
  for (let isFirst = true; ; isFirst = false) {
    const char = pattern[at];
    if (char === void 0) throw new Refusal("brackets ([ ]) not balanced");
    if (char === "]" && !isFirst) break;
    const named = /\[:([a-z]+):\]/y;
    named.lastIndex = at;
    const [all, name = ""] = named.exec(pattern) ?? [];
    if (all !== void 0) {
      const characters = CLASSES[name];
      if (characters === void 0) throw new Refusal("invalid character class");
      source += characters;
      at += all.length;
      continue;
    }
    const high = pattern[at + 1] === "-" && pattern[at + 2] !== "]" ? pattern[at + 2] : void 0;
    if (high !== void 0 && high < char) throw new Refusal("invalid character range");
    source += high === void 0 ? escaped4(char) : `${escaped4(char)}-${escaped4(high)}`;
    at += high === void 0 ? 1 : 3;
  }
  const text3 = `[${isNegated ? "^" : ""}${source}]`;
  const expression = new RegExp(text3, "s");
  return { node: { kind: "class", source: text3, holds: (char) => expression.test(char) }, end: at + 1 };
}
function escaped4(char) {
  return /[\\\]^$.*+?()[{}|/-]/.test(char) ? `\\${char}` : char;
}

// src/recipe/openbsd/ere-quick.ts
var NEEDS_KEPT = 4;
function glanceAt(node) {
  const needs = needsOf(node).slice(0, NEEDS_KEPT);
  return (text3) => needs.every((need) => need(text3));
}
function quickEre(node) {
  const simple = simpleSource(node);
  if (!simple) return void 0;
  const starts = isAnchored(node) ? "one" : "all";
  return {
    expression: new RegExp(simple.source, "s"),
    isCheap: (length) => isCheap(simple.ranges, starts, length)
  };
}
function needsOf(node) {
  switch (node.kind) {
    case "char":
      return [(text3) => text3.includes(node.char)];
    case "class": {
      const expression = new RegExp(node.source, "s");
      return node.source.startsWith("[^") ? [] : [(text3) => expression.test(text3)];
    }
    case "group":
      return needsOf(node.inner);
    case "sequence":
      return node.nodes.flatMap(needsOf);
    case "repeat":
      return node.least > 0 ? needsOf(node.inner) : [];
    case "choice": {
      const starts = node.nodes.map(startOf);
      const areFew = starts.length <= NEEDS_KEPT && !starts.includes("");
      return areFew ? [(text3) => starts.some((start) => text3.includes(start))] : [];
    }
    default:
      return [];
  }
}
function simpleSource(node, place = "one") {
  const fixed = (source) => ({ source, ranges: [], ends: place });
  switch (node.kind) {
    case "char":
      return fixed(escaped4(node.char));
    case "any":
      return fixed(".");
    case "class":
      return fixed(node.source);
    case "start":
      return fixed("^");
    case "end":
      return fixed("$");
    case "group": {
      const inner = simpleSource(node.inner, place);
      return inner && { ...inner, source: `(${inner.source})` };
    }
    case "sequence":
      return simpleSequence(node.nodes, place);
    case "choice":
      return simpleChoice(node.nodes, place);
    case "repeat": {
      const { inner, least, most } = node;
      if (inner.kind !== "char" && inner.kind !== "any" && inner.kind !== "class") return void 0;
      const source = `${simpleSource(inner)?.source}{${least},${most === Number.POSITIVE_INFINITY ? "" : most}}`;
      return most === least ? fixed(source) : { source, ranges: [most - least], ends: "many" };
    }
    default:
      return void 0;
  }
}
function simpleSequence(nodes, place) {
  let whole = { source: "", ranges: [], ends: place };
  for (const node of nodes) {
    const part = simpleSource(node, whole.ends);
    if (!part) return void 0;
    whole = { ...part, source: whole.source + part.source, ranges: [...whole.ranges, ...part.ranges] };
  }
  return whole;
}
function simpleChoice(nodes, place) {
  const lengths = new Set(nodes.map(lengthOf));
  const isEven = lengths.size === 1 && !lengths.has(void 0);
  if (!isEven && (place === "many" || !isClear(nodes))) return void 0;
  const parts = [];
  for (const node of nodes) {
    const part = simpleSource(node, place);
    if (!part) return void 0;
    parts.push(part);
  }
  return {
    source: `(?:${parts.map(({ source }) => source).join("|")})`,
    ranges: parts.flatMap(({ ranges }) => ranges),
    ends: parts.some(({ ends }) => ends === "many") ? "many" : "one"
  };
}
function lengthOf(node) {
  switch (node.kind) {
    case "char":
    case "any":
    case "class":
      return 1;
    case "start":
    case "end":
      return 0;
    case "group":
      return lengthOf(node.inner);
    case "sequence":
      return node.nodes.reduce((sum, one) => {
        const length = lengthOf(one);
        return sum === void 0 || length === void 0 ? void 0 : sum + length;
      }, 0);
    case "repeat":
      return node.most === node.least && lengthOf(node.inner) === 1 ? node.least : void 0;
    default:
      return void 0;
  }
}
function isAnchored(node) {
  if (node.kind === "group") return isAnchored(node.inner);
  if (node.kind !== "sequence") return node.kind === "start";
  const [first2] = node.nodes;
  return first2 !== void 0 && isAnchored(first2);
}
function isCheap(ranges, starts, length) {
  let ways = 1;
  for (const range of ranges) ways *= Math.min(range, length) + 1;
  return ways <= WAYS_LIMIT * (starts === "one" ? length : 1);
}
var WAYS_LIMIT = 1e3;
function isClear(nodes) {
  const starts = nodes.map(startOf).sort();
  return starts.every((start, at) => start !== "" && !starts[at + 1]?.startsWith(start));
}
function startOf(node) {
  if (node.kind === "char") return node.char;
  if (node.kind !== "sequence") return "";
  let start = "";
  for (const one of node.nodes) {
    if (one.kind !== "char") break;
    start += one.char;
  }
  return start;
}

// src/recipe/openbsd/ere.ts
function newEffort() {
  return { left: EFFORT };
}
var PROGRAM_LIMIT = 5e3;
var CELL_LIMIT = 2 * 1024 * 1024;
var EFFORT = 32 * CELL_LIMIT;
var compiled = /* @__PURE__ */ new Map();
var COMPILED_LIMIT = 2e3;
function compileEre(pattern) {
  const known = compiled.get(pattern);
  if (known) return known;
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  const result = compileAnew(pattern);
  compiled.set(pattern, result);
  return result;
}
function compileAnew(pattern) {
  try {
    const { node, groups } = parseEre(pattern);
    const program = [];
    emit(node, program);
    program.push({ kind: "match" });
    const mayMatch = glanceAt(node);
    const slow = (text3, effort) => mayMatch(text3) ? search({ program, groups, text: text3 }, effort) : void 0;
    const quick = quickEre(node);
    const match = (text3, effort) => quick?.isCheap(text3.length) ? quickMatch(quick.expression, text3) : slow(text3, effort);
    return ok({ groups, mayMatch, match });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.message };
    throw error;
  }
}
function quickMatch(expression, text3) {
  const found = expression.exec(text3);
  return found ? { start: found.index, end: found.index + found[0].length, texts: found } : void 0;
}
function emit(node, program) {
  if (program.length > PROGRAM_LIMIT) throw new Refusal("regular expression is too big");
  switch (node.kind) {
    case "char":
      program.push({ kind: "char", fits: (char) => char === node.char });
      return;
    case "any":
      program.push({ kind: "char", fits: () => true });
      return;
    case "class":
      program.push({ kind: "char", fits: node.holds });
      return;
    case "start":
    case "end":
      program.push({ kind: node.kind });
      return;
    case "group":
      program.push({ kind: "save", slot: 2 * node.index });
      emit(node.inner, program);
      program.push({ kind: "save", slot: 2 * node.index + 1 });
      return;
    case "sequence":
      for (const one of node.nodes) emit(one, program);
      return;
    case "choice":
      emitChoice(node.nodes, program);
      return;
    case "repeat":
      emitRepeat(node, program);
  }
}
function emitChoice(nodes, program) {
  const jumps = [];
  for (const [at, node] of nodes.entries()) {
    if (at === nodes.length - 1) emit(node, program);
    else {
      const split = { kind: "split", first: program.length + 1, second: 0 };
      program.push(split);
      emit(node, program);
      const jump = { kind: "jump", to: 0 };
      program.push(jump);
      jumps.push(jump);
      split.second = program.length;
    }
  }
  for (const jump of jumps) jump.to = program.length;
}
function emitRepeat({ inner, least, most }, program) {
  for (let count2 = 0; count2 < least; count2 += 1) emit(inner, program);
  if (most === Number.POSITIVE_INFINITY) {
    const split = { kind: "split", first: program.length + 1, second: 0 };
    const back = program.length;
    program.push(split);
    emit(inner, program);
    program.push({ kind: "jump", to: back });
    split.second = program.length;
    return;
  }
  const splits = [];
  for (let count2 = least; count2 < most; count2 += 1) {
    const split = { kind: "split", first: program.length + 1, second: 0 };
    program.push(split);
    splits.push(split);
    emit(inner, program);
  }
  for (const split of splits) split.second = program.length;
}
function search({ program, groups, text: text3 }, effort) {
  const width = text3.length + 1;
  const cells = program.length * width;
  effort.left -= cells;
  if (cells > CELL_LIMIT || effort.left < 0) return "too long";
  const visited = new Uint8Array(cells);
  const nothing = Array.from({ length: 2 * (groups + 1) }, () => -1);
  for (let start = 0; start < width; start += 1) {
    const best = longestFrom({ program, text: text3, visited }, { pc: 0, at: start, saved: nothing.with(0, start) });
    if (best) return matchAt(best, text3);
  }
  return void 0;
}
function matchAt(saved, text3) {
  const texts = [];
  for (let at = 0; at < saved.length; at += 2) {
    const [start = -1, end = -1] = [saved[at], saved[at + 1]];
    texts.push(start < 0 ? void 0 : text3.slice(start, end));
  }
  return { start: saved[0] ?? 0, end: saved[1] ?? 0, texts };
}
function longestFrom(search2, first2) {
  let best;
  const threads = [first2];
  for (let thread = threads.pop(); thread; thread = threads.pop()) {
    const match = follow(thread, search2, threads);
    if (!match) continue;
    if (!best || (match[1] ?? 0) > (best[1] ?? 0)) best = match;
    if (match[1] === search2.text.length) return best;
  }
  return best;
}
function follow(from, { program, text: text3, visited }, threads) {
  let { pc, at, saved } = from;
  for (; ; ) {
    const cell = pc * (text3.length + 1) + at;
    if (visited[cell]) return void 0;
    visited[cell] = 1;
    const one = program[pc];
    pc += 1;
    switch (one?.kind) {
      case "char":
        if (at >= text3.length || !one.fits(text3[at] ?? "")) return void 0;
        at += 1;
        break;
      case "start":
        if (at !== 0) return void 0;
        break;
      case "end":
        if (at !== text3.length) return void 0;
        break;
      case "save":
        saved = saved.with(one.slot, at);
        break;
      case "jump":
        pc = one.to;
        break;
      case "split":
        threads.push({ pc: one.second, at, saved });
        pc = one.first;
        break;
      default:
        return saved.with(1, at);
    }
  }
}

// src/recipe/openbsd/modifiers.ts
function applyModifier(modifier, value, at) {
  switch (modifier.kind) {
    case "lower":
      return isAscii(value) ? value.toLowerCase() : value.replace(/[A-Z]+/g, (part) => part.toLowerCase());
    case "upper":
      return isAscii(value) ? value.toUpperCase() : value.replace(/[a-z]+/g, (part) => part.toUpperCase());
    case "tail":
      return eachWord(value, (word2) => word2.slice(word2.lastIndexOf("/") + 1));
    case "head":
      return eachWord(value, (word2) => word2.includes("/") ? word2.slice(0, word2.lastIndexOf("/")) : ".");
    case "suffix":
      return wordsOf2(value).filter((word2) => word2.includes(".")).map((word2) => word2.slice(word2.lastIndexOf(".") + 1)).join(" ");
    case "root":
      return eachWord(value, (word2) => word2.includes(".") ? word2.slice(0, word2.lastIndexOf(".")) : word2);
    case "quote":
      return quoteForShell(value, modifier.blanks);
    case "match": {
      const { glob, keeps: keeps2 } = modifier;
      const isIn2 = value.includes(glob.needs);
      if (value === "" || keeps2 && !isIn2) return "";
      return wordsOf2(value).filter((word2) => (isIn2 && glob.matches(word2)) === keeps2).join(" ");
    }
    case "substitute":
      return modifier.way === "text" ? substituteText(modifier, value, at) : substituteEre(modifier, value, at);
    case "suffix-change": {
      const [from, to] = [at.argument(modifier.from), at.argument(modifier.to)];
      return eachWord(value, (word2) => substituteSuffix(word2, from, to));
    }
    case "shell":
      return at.run(value);
    default:
      return unreachable(modifier);
  }
}
function isAscii(text3) {
  return !/[^\x00-\x7f]/.test(text3);
}
function eachWord(value, change) {
  return wordsOf2(value).map(change).join(" ");
}
function eachKeptWord(value, change) {
  return wordsOf2(value).map(change).filter(Boolean).join(" ");
}
function substituteText({ from, to, every, once }, value, at) {
  let pattern = at.argument(from);
  const atEnd = pattern.endsWith("$");
  if (atEnd) pattern = pattern.slice(0, -1);
  const atStart = pattern.startsWith("^");
  if (atStart) pattern = pattern.slice(1);
  const replacement = to.map((part) => part === MATCHED ? pattern : typeof part === "string" ? part : at.argument([part])).join("");
  let isSpent = false;
  return eachKeptWord(value, (word2) => {
    if (isSpent) return word2;
    const changed = changedWord(word2, { pattern, replacement, atStart, atEnd, every });
    isSpent = once && changed !== void 0;
    return changed ?? word2;
  });
}
function changedWord(word2, { pattern, replacement, atStart, atEnd, every }) {
  if (atStart && atEnd) return word2 === pattern ? replacement : void 0;
  if (atStart) return word2.startsWith(pattern) ? replacement + word2.slice(pattern.length) : void 0;
  if (atEnd) {
    return word2.endsWith(pattern) ? word2.slice(0, word2.length - pattern.length) + replacement : void 0;
  }
  if (!word2.includes(pattern)) return void 0;
  if (every && pattern !== "") return word2.split(pattern).join(replacement);
  const found = word2.indexOf(pattern);
  return word2.slice(0, found) + replacement + word2.slice(found + pattern.length);
}
function substituteEre({ from, to, every, once }, value, at) {
  const pattern = at.argument(from);
  const expression = compileEre(pattern);
  if (!expression.ok) {
    at.complain(`${quoted(pattern)} is no regular expression: ${expression.error}`);
    return void 0;
  }
  const replacement = at.argument(to);
  if (!expression.value.mayMatch(value)) return eachKeptWord(value, (word2) => word2);
  const rule = { expression: expression.value, replacement, every, effort: newEffort() };
  let isSpent = false;
  return eachKeptWord(value, (word2) => {
    if (isSpent) return word2;
    const changed = ereWord(word2, rule, at);
    isSpent = once && changed !== void 0;
    return changed ?? word2;
  });
}
function ereWord(word2, rule, at) {
  const { expression, every, effort } = rule;
  let [rest, result, isChanged] = [word2, "", false];
  for (; ; ) {
    const match = expression.match(rest, effort);
    if (match === "too long") {
      at.complain("a word is too long to be searched for this regular expression");
      return void 0;
    }
    if (!match) break;
    const { start, end } = match;
    isChanged = true;
    result += rest.slice(0, start) + filledIn(rule, match, at);
    const matchedAny = end > 0;
    rest = rest.slice(end);
    if (!every || !matchedAny && rest === "") break;
    if (!matchedAny) {
      result += rest[0];
      rest = rest.slice(1);
    }
  }
  return isChanged ? result + rest : void 0;
}
function filledIn({ replacement, expression }, { texts }, at) {
  if (!/[\\&]/.test(replacement)) return replacement;
  return replacement.replace(/\\([&\\])|&|\\([0-9])/g, (all, literal, digit) => {
    if (literal !== void 0) return literal;
    const group = Number(digit ?? 0);
    if (group > expression.groups) {
      at.complain(`the expression has no group for \`${all}\``);
      return "";
    }
    return texts[group] ?? "";
  });
}
var SEARCH_COST = 64;
var PIECE_COST = 4;
function costOf(modifier) {
  if (modifier.kind === "lower" || modifier.kind === "upper") return 1;
  return modifier.kind === "substitute" && modifier.way === "expression" ? SEARCH_COST : PIECE_COST;
}

// src/recipe/openbsd/poisons.ts
var Poisons = class {
  #poisons = /* @__PURE__ */ new Map();
  get areNone() {
    return this.#poisons.size === 0;
  }
  /** What is wrong with that already, if something is. */
  add(name, { poison, variable }) {
    this.#poisons.set(name, poison);
    const isSet = variable !== void 0 && variable.origin !== "environment";
    return poison === "set" && isSet ? `${poisoned(name)} is already set` : void 0;
  }
  /** What is wrong with setting it, or asking whether it is set. */
  offenceOf(what, name) {
    return this.#poisons.get(name) === "set" ? `${poisoned(name)} has been ${what}` : void 0;
  }
  /** What is wrong with expanding it. */
  faultOf(name, variable) {
    const poison = this.#poisons.get(name);
    if (poison === "undefined" && !variable) return `${poisoned(name)} is not defined`;
    if (poison === "empty" && variable?.text === "") return `${poisoned(name)} is empty`;
    return this.offenceOf("referenced", name);
  }
};
function poisoned(name) {
  return `poisoned variable ${quoted(name)}`;
}

// src/recipe/openbsd/problems.ts
var PROBLEMS_LIMIT = 500;
var Problems = class {
  all = [];
  #told = /* @__PURE__ */ new Set();
  /** False when there are too many already. */
  add(problem, span) {
    const told = `${span?.start} ${problem.message}`;
    if (this.#told.has(told)) return true;
    if (this.all.length >= PROBLEMS_LIMIT) return false;
    this.#told.add(told);
    this.all.push({ ...problem, blame: "recipe", ...span ? { span } : {} });
    return true;
  }
};

// src/recipe/openbsd/scope.ts
var EXPANSION_LIMIT = 32 * 1024 * 1024;
var VALUE_LIMIT = 4 * 1024 * 1024;
var PARSE_COST = 32;
var EXPANSION_COST = 32;
var TELLING_COST = 64;
var DEPTH_LIMIT3 = 300;
var KNOWN_LENGTH = 1e4;
var LINES_LIMIT3 = 1e5;
var Scope = class {
  table = new VariableTable();
  #poisons = new Poisons();
  #problems = new Problems();
  /** What is read now, for what goes wrong in it. */
  where;
  /** The variable that is not set and so made the last condition malformed. */
  undefinedOperand;
  /** Reading goes no further once this is true, and what is asked for after it is empty. */
  isStopped = false;
  /** Who is told of all that is set, and who of all that is asked: the same, but while a condition is glanced at. */
  #recorder;
  #listener;
  #spent = 0;
  /** The part of it for what was put off: it is read once, whoever asks. */
  #spentAside = 0;
  /** Those that are being expanded, each in the value of the one before. */
  #inUse = [];
  /** Of values, names and modifiers' arguments in each other. */
  #depth = 0;
  #lines = 0;
  #said = 0;
  fixed = /* @__PURE__ */ new Set();
  #outputs;
  #surroundings;
  constructor({ environment, answer }) {
    for (const [name, text3] of Object.entries(environment)) {
      if (name !== "SHELL") this.table.set(name, fresh(text3, "environment", void 0));
    }
    this.#outputs = new CommandOutputs(answer);
    const surroundings = (mode) => ({
      argument: (template2) => this.argument(template2, mode),
      run: (command) => this.output(command),
      complain: (message) => this.complain("openbsd/modifier", message)
    });
    this.#surroundings = { drop: surroundings("drop"), keep: surroundings("keep") };
  }
  get problems() {
    return this.#problems.all;
  }
  get unanswered() {
    return this.#outputs.missing;
  }
  /** In the end, when nothing is read any more. */
  find(name) {
    return this.table.get(name);
  }
  /** Where the variable that is referred to was set last, if a file did it. */
  placeOf({ name }) {
    return typeof name === "string" ? this.table.get(name)?.span : void 0;
  }
  isDefined(name) {
    this.#complainOfPoison(this.#poisons.offenceOf("referenced", name));
    const variable = this.table.get(name);
    this.#listener?.ask(name, variable);
    return variable !== void 0;
  }
  /** Before anything is read. */
  define(name, text3) {
    this.table.set(name, fresh(text3, "make", void 0));
  }
  /** Whatever is read: as on make's command line. */
  fix(name, text3) {
    this.table.set(name, fresh(text3, "make", void 0));
    this.fixed.add(name);
  }
  /** The list of the files that were read. */
  appendRead(path) {
    const list2 = this.table.get("MAKEFILE_LIST")?.text;
    this.table.set("MAKEFILE_LIST", fresh(list2 === void 0 ? path : `${list2} ${path}`, "make", void 0));
  }
  /** The value just set is a command; it stands for its output when somebody asks. */
  defer(name) {
    const variable = this.table.get(name);
    this.spoil();
    if (variable?.origin === "file") this.table.set(name, { ...variable, isCommand: true });
  }
  poison(name, poison) {
    this.spoil();
    this.#complainOfPoison(this.#poisons.add(name, { poison, variable: this.table.get(name) }));
  }
  /** As if these variables were not there. */
  hiding(names, action) {
    if (!this.#hasAny(names)) return action();
    this.spoil();
    return this.table.without(names, action);
  }
  #hasAny(names) {
    let isThere = false;
    for (const name of names) {
      const variable = this.table.get(name);
      this.#listener?.ask(name, variable);
      isThere ||= variable !== void 0;
    }
    return isThere;
  }
  /** `template` is what `text` reads as, if that is known. */
  set(name, assigned) {
    this.put(name, variableOf(assigned));
  }
  append(name, assigned) {
    const before = this.table.known(name);
    const result = before?.awaits ? appendedLater(before, assigned) : appended(before, assigned);
    if (!this.#mayPut(name, result)) return;
    this.#recorder?.append(name, assigned, { before, result });
    this.table.set(name, result);
  }
  /** As `set`; the same `variable` may be put into several scopes, one after the other. */
  put(name, variable) {
    if (!this.#mayPut(name, variable)) return;
    this.#recorder?.put(name, variable);
    this.table.set(name, variable);
  }
  /** Only when nothing has set it. */
  offer(name, variable) {
    if (isDynamicName(name) || !this.#poisons.areNone || variable.text.length > VALUE_LIMIT) {
      if (!this.isDefined(name)) this.put(name, variable);
      return;
    }
    this.#recorder?.offer(name, variable, this.table.known(name));
    this.table.offer(name, variable);
  }
  #mayPut(name, variable) {
    if (this.fixed.size > 0 && this.fixed.has(name)) {
      this.spoil();
      return false;
    }
    if (isDynamicName(name)) {
      this.complain("openbsd/dynamic-variable", `${quoted(`$${name}`)} belongs to the target that is made`);
      return false;
    }
    if (!this.#poisons.areNone) this.#complainOfPoison(this.#poisons.offenceOf("set", name));
    const { text: text3, awaits } = variable;
    if ((awaits ? lengthBehind(variable) : text3.length) <= VALUE_LIMIT) return true;
    this.stop("openbsd/too-much", "a value is longer than 4 MiB", "look for a value that doubles");
    return false;
  }
  remove(name) {
    if (this.fixed.has(name)) {
      this.spoil();
      return;
    }
    this.#recorder?.remove(name);
    this.table.remove(name);
  }
  /**
   * What `action` gives, if that is all that comes of it and it looks at nothing that was changed `before`. `charged`: it
   * need not be done again; otherwise it has cost nothing.
   */
  glance(before, cost, action) {
    const [listener, spent, spentAside] = [this.#listener, this.#spent, this.#spentAside];
    const glance = new Glance(before);
    this.#listener = glance;
    const result = action();
    this.#listener = listener;
    if (cost === "free" || glance.isSpoiled) this.#spent = spent + this.#spentAside - spentAside;
    return glance.isSpoiled ? void 0 : result;
  }
  get recorder() {
    return this.#recorder;
  }
  get listener() {
    return this.#listener;
  }
  /** What happens now can't be done again without reading. */
  spoil() {
    this.#listener?.spoil();
  }
  record(recorder) {
    this.#recorder = recorder;
    this.#listener = recorder;
  }
  /** Nobody is told of what `action` asks and sets. */
  unheard(action) {
    const [recorder, listener] = [this.#recorder, this.#listener];
    this.record(void 0);
    const result = action();
    this.#recorder = recorder;
    this.#listener = listener;
    return result;
  }
  /** `action` reads what was put off, at earlier moments, whatever is being asked for now. */
  aside(action) {
    const { where, undefinedOperand, table: table2 } = this;
    const inUse = this.#inUse;
    for (const variable of inUse) variable.isInUse = false;
    this.#inUse = [];
    const [spent, spentAside] = [this.#spent, this.#spentAside];
    this.unheard(() => table2.lookBack(action));
    this.#spentAside = spentAside + this.#spent - spent;
    this.#inUse = inUse;
    for (const variable of inUse) variable.isInUse = true;
    this.where = where;
    this.undefinedOperand = undefinedOperand;
  }
  /** How often something was told, or a command asked for. */
  get said() {
    return this.#said;
  }
  countLines(lines) {
    this.#lines += lines;
    if (this.#lines <= LINES_LIMIT3) return;
    this.stop("openbsd/too-much", `more than ${LINES_LIMIT3} lines are read`, "look for a loop over loops");
  }
  get lines() {
    return this.#lines;
  }
  /** So far, of what values may add up to. */
  get spent() {
    return this.#spent;
  }
  /** Whether only the variables and what is in them decide what comes of a line. */
  get isOrderly() {
    return this.#poisons.areNone && !this.isStopped;
  }
  expand(template2, mode) {
    if (template2.length === 0) return "";
    if (template2.length === 1 && typeof template2[0] === "string") return template2[0];
    let text3 = "";
    for (const part of template2) text3 += typeof part === "string" ? part : this.#standsFor(part, mode);
    return this.#bounded(text3);
  }
  /** As `expand`, but what is undefined in the text itself is dropped in both modes. */
  argument(template2, mode) {
    if (template2.length === 0) return "";
    if (template2.length === 1 && typeof template2[0] === "string") return template2[0];
    if (this.#isTooDeep()) return "";
    let text3 = "";
    this.#depth += 1;
    for (const part of template2) text3 += typeof part === "string" ? part : this.value(part, mode) ?? "";
    this.#depth -= 1;
    return this.#bounded(text3);
  }
  expandText(text3, mode) {
    if (!text3.includes("$")) return text3;
    this.spend(PARSE_COST * text3.length);
    return this.expand(parseTemplate(text3), mode);
  }
  #standsFor(reference, mode) {
    const value = this.value(reference, mode);
    if (value !== void 0) return value;
    if (mode === "drop") return "";
    return `$${this.expandText(reference.raw.slice(1), mode)}`;
  }
  /** Undefined when the variable is, or when a modifier is unknown. */
  value(reference, mode) {
    if (this.isStopped) return "";
    if (reference.fault === "unclosed") {
      const message = `the variable specification ${quoted(reference.raw)} is not closed`;
      this.complain("openbsd/unclosed", message, "close it with a brace");
      return void 0;
    }
    if (reference.isDynamic) return reference.raw;
    const name = typeof reference.name === "string" ? reference.name : this.argument(reference.name, mode);
    const value = this.valueOf(name, mode);
    if (reference.fault === "unknown-modifier") {
      this.doubt("openbsd/modifier", `${quoted(reference.raw)} has a modifier that make does not know`);
      return void 0;
    }
    return value === void 0 || reference.modifiers.length === 0 ? value : this.#modifiedAs(reference, value, mode);
  }
  #modifiedAs(reference, value, mode) {
    const { known } = reference;
    if (known?.value === value) {
      this.spend(known.spent);
      return known.result;
    }
    const [before, said] = [this.#spent, this.#said];
    let result = value;
    for (const modifier of reference.modifiers) {
      if (result === void 0) break;
      result = this.modified(modifier, result, mode);
    }
    if (reference.isPlain && this.#said === said && !this.isStopped && value.length <= KNOWN_LENGTH)
      reference.known = { value, result, spent: this.#spent - before };
    return result;
  }
  modified(modifier, value, mode) {
    this.spend(costOf(modifier) * value.length);
    const result = applyModifier(modifier, value, this.#surroundings[mode]);
    return result === void 0 ? void 0 : this.#bounded(result);
  }
  valueOf(name, mode) {
    let variable = this.table.get(name);
    this.#listener?.read(name, variable);
    if (!this.#poisons.areNone) this.#complainOfPoison(this.#poisons.faultOf(name, variable));
    if (variable === void 0) return name === ".VARIABLES" ? this.#names() : void 0;
    if (variable.isCommand) {
      const outer = this.where;
      this.where = variable.span ?? outer;
      variable = { ...variable, text: this.output(variable.text), template: void 0, isCommand: false };
      this.where = outer;
      this.table.set(name, variable);
    }
    if (variable.text.length > VALUE_LIMIT) return this.#bounded(variable.text);
    variable.template ??= parseTemplate(variable.text);
    const { template: template2 } = variable;
    if (template2.length === 0) return "";
    const [first2] = template2;
    if (template2.length === 1 && typeof first2 === "string") return first2;
    if (variable.isInUse) {
      const help = "take the loop apart: a value is looked up when it is used, so that `:=` may serve";
      this.stop("openbsd/recursive", `variable ${quoted(name)} is recursive`, help);
      return "";
    }
    if (mode === "keep" || this.#listener || !this.isOrderly) {
      return this.#expandedValue(variable, template2, mode);
    }
    const { known } = variable;
    if (known?.era === this.table.era) {
      this.spend(known.spent);
      return known.value;
    }
    const [before, said] = [this.#spent, this.#said];
    const value = this.#expandedValue(variable, template2, mode);
    if (this.#said === said) variable.known = { era: this.table.era, value, spent: this.#spent - before };
    return value;
  }
  /** Whatever is set by now, sorted: make's own order is that of a table of hashes. */
  #names() {
    this.spoil();
    const names = this.table.all().map(([name]) => name);
    return this.#bounded(names.sort().join(" "));
  }
  #expandedValue(variable, template2, mode) {
    const outer = this.where;
    this.where = variable.span ?? outer;
    if (this.#isTooDeep()) return "";
    this.spend(EXPANSION_COST);
    variable.isInUse = true;
    this.#inUse.push(variable);
    this.#depth += 1;
    const value = this.expand(template2, mode);
    this.#depth -= 1;
    this.#inUse.pop();
    variable.isInUse = false;
    this.where = outer;
    return value;
  }
  #complainOfPoison(message) {
    if (message !== void 0) this.complain("openbsd/poison", message);
  }
  /** What a command prints. */
  output(command) {
    this.spoil();
    this.#said += 1;
    return this.#outputs.of(command, this.where);
  }
  /** Something that makes the reading worthless, though more may be found. */
  complain(code, message, help) {
    this.spend(TELLING_COST * message.length);
    this.#tell("error", code, message, help);
  }
  /** Something that make mentions and goes on. */
  doubt(code, message) {
    this.spend(TELLING_COST * message.length);
    this.#tell("warning", code, message);
  }
  stop(code, message, help) {
    this.spoil();
    if (this.#listener instanceof Glance) return;
    if (!this.isStopped) this.#tell("error", code, message, help);
    this.isStopped = true;
  }
  #tell(severity, code, message, help) {
    this.spoil();
    this.#said += 1;
    if (this.#listener instanceof Glance) return;
    const problem = { severity, code, message, ...help ? { help } : {} };
    if (!this.#problems.add(problem, this.where)) this.isStopped = true;
  }
  #isTooDeep() {
    if (this.#depth < DEPTH_LIMIT3) return false;
    const help = "look for a value that names the next one, and so on";
    this.stop("openbsd/too-much", `variables are nested more than ${DEPTH_LIMIT3} deep`, help);
    return true;
  }
  #bounded(text3) {
    if (text3.length > VALUE_LIMIT) {
      this.stop(
        "openbsd/too-much",
        "a value is longer than 4 MiB",
        "look for variables that double each other"
      );
      return "";
    }
    this.spend(text3.length);
    return text3;
  }
  spend(length) {
    this.#spent += length;
    if (this.#spent > EXPANSION_LIMIT) {
      this.stop(
        "openbsd/too-much",
        "the values add up to more than 32 MiB of text",
        "look for a value that doubles"
      );
    }
  }
};

// src/recipe/openbsd/stream.ts
function outerOf(stream) {
  if (!stream || stream.isOwn) return NONE3;
  return stream.opens === "turn" ? stream.outer : [stream.script, ...stream.outer];
}
var NONE3 = [];
function hasMore(stream) {
  const next = stream.turns[stream.turn + 1];
  if (!next) return false;
  stream.turn += 1;
  stream.script = next;
  stream.line = next.firstLine();
  return true;
}

// src/recipe/openbsd/targets.ts
var Targets = class {
  #known = /* @__PURE__ */ new Map();
  #scope;
  /** Those of the rule that commands belong to now; undefined where a command belongs to nothing. */
  #current;
  #hasNewCommands = false;
  /** As they were shown when nothing had been added since. */
  #shown;
  constructor(scope) {
    this.#scope = scope;
  }
  get all() {
    if (this.#shown) return this.#shown;
    const shown2 = [...this.#known].map(([name, { sourceTexts, commands, span }]) => {
      return [
        name,
        { name, sources: sourceTexts.flatMap(wordsOf2), commands: commands.flat(), span }
      ];
    });
    this.#shown = new Map(shown2);
    return this.#shown;
  }
  get count() {
    return this.#known.size;
  }
  /** Whether it is one of the first so many. */
  isTarget(name, count2 = this.count) {
    const known = this.#known.get(name);
    return known !== void 0 && known.place < count2;
  }
  hasCommands(name) {
    return this.#known.get(name)?.isFinished === true;
  }
  addRule(head, command, span) {
    this.finishCommands();
    this.#shown = void 0;
    if (head.operator === void 0) {
      this.#current = [];
      const message = `${quoted(head.text.trim())} is neither an assignment nor a rule`;
      this.#scope.complain("openbsd/syntax", message, NEED_OPERATOR);
      return;
    }
    const current = [];
    for (const name of head.names) if (isReal(name)) current.push(this.#target(name, head, span));
    this.#current = current;
    if (command !== void 0) this.addCommands([{ text: command, span }]);
  }
  #target(name, { operator, sources }, span) {
    let target = this.#known.get(name);
    if (!target) {
      const place = this.count;
      target = { name, place, sourceTexts: [], commands: [], span, operator, isFinished: false };
      this.#known.set(name, target);
    } else if (target.operator !== operator) {
      const message = `inconsistent dependency operator for target ${quoted(name)}`;
      const help = `its first rule has \`${target.operator}\`: write the same here`;
      this.#scope.complain("openbsd/syntax", message, help);
    }
    if (operator === "::") target.isFinished = false;
    if (sources !== "") target.sourceTexts.push(sources);
    return target;
  }
  /** Lines that follow each other. */
  addCommands(commands) {
    if (!this.#current) {
      const help = "a line that begins with a tab belongs to a rule: begin it with blanks, or not indented";
      for (const { text: text3, span } of commands) {
        this.#scope.where = span;
        this.#scope.complain("openbsd/syntax", `unassociated shell command ${quoted(text3.trim())}`, help);
      }
      return;
    }
    this.#hasNewCommands = true;
    this.#shown = void 0;
    for (const target of this.#current) if (!target.isFinished) target.commands.push(commands);
  }
  /** An assignment follows: no command belongs to the rule any more. */
  endRule() {
    this.finishCommands();
    this.#current = void 0;
  }
  finishCommands() {
    if (!this.#hasNewCommands) return;
    for (const target of this.#current ?? []) target.isFinished = true;
    this.#hasNewCommands = false;
  }
};
var NEED_OPERATOR = "write `NAME = value` or `target: sources`";
function isReal(name) {
  return !name.startsWith(".");
}

// src/recipe/openbsd/evaluate.ts
function evaluateMakefile(request, wanted = "everything") {
  const reading = new Reading(request, wanted);
  reading.run();
  return reading.evaluation();
}
var FILE_NAME = "name a file, or remove the line";
var END_RULE2 = { kind: "end-rule" };
var INCLUDES_LIMIT = 100;
var LOOPS_LIMIT2 = 100;
var FILE_LIMIT = 4 * 1024 * 1024 - 1;
function variableAt(line, { name, text: text3 }) {
  if (line.variable && typeof name === "string") return line.variable;
  line.variable = variableOf({ text: text3, span: line.span });
  return line.variable;
}
var Reading = class {
  #request;
  /** The port's, with the slash. */
  #folder;
  #scope;
  #targets;
  #streams = [];
  /** Of the port itself: its Makefile, what that includes from its own folder, and what its subfolders share. */
  #ownTexts = /* @__PURE__ */ new Set();
  /** Names that those assign where they were read, also computed ones, with their places. */
  #own = /* @__PURE__ */ new Map();
  #branches;
  #replay;
  #putOff;
  constructor(request, wanted) {
    this.#request = request;
    this.#folder = `${folderOf2(request.makefile)}/`;
    this.#scope = new Scope(request);
    this.#targets = new Targets(this.#scope);
    this.#branches = new Branches(this.#scope, {
      exists: (name) => this.#exists(name),
      make: () => false,
      target: (name) => this.#isTarget(name),
      commands: (name) => {
        this.#scope.spoil();
        this.#putOff.settleRules();
        return this.#targets.hasCommands(name);
      }
    });
    this.#putOff = new PutOff(wanted, {
      scope: this.#scope,
      targets: this.#targets,
      branches: this.#branches,
      streams: this.#streams,
      readOn: (stream) => this.#readOn(stream)
    });
    this.#replay = new Replay({
      wanted,
      scope: this.#scope,
      branches: this.#branches,
      isTarget: (name) => this.#putOff.isTarget(name),
      say: (step) => this.#putOff.say(step),
      isPutOff: (line, stream) => this.#putOff.isPutOff(line, stream)
    });
  }
  run() {
    const { variables, fixed = {} } = this.#request;
    for (const [name, text3] of Object.entries(variables)) this.#scope.define(name, text3);
    for (const [name, text3] of Object.entries(fixed)) this.#scope.fix(name, text3);
    const { makefile } = this.#request;
    if (!this.#open(makefile, "own")) {
      this.#scope.stop("openbsd/missing-makefile", `there is no file ${quoted(makefile)}`);
    }
    while (!this.#scope.isStopped) {
      const stream = this.#streams.at(-1);
      if (!stream) break;
      if (this.#replay.takes(stream) || this.#putOff.puts(stream)) continue;
      this.#readOn(stream);
    }
    this.#scope.record(void 0);
    if (!this.#putOff.isWaiting) this.#targets.finishCommands();
    this.#branches.check();
    this.#scope.where = void 0;
  }
  #readOn(stream) {
    if (stream.line) this.#execute(stream.line, stream);
    else if (!hasMore(stream)) this.#streams.pop();
  }
  evaluation() {
    const [scope, targets, own] = [this.#scope, this.#targets, this.#own];
    const texts = () => [...this.#ownTexts, this.#sharedText()];
    return {
      expand: (name) => scope.valueOf(name, "drop"),
      substitute: (text3) => scope.expandText(text3, "drop"),
      isDefined: (name) => scope.find(name) !== void 0,
      placeOf: (name) => scope.find(name)?.span,
      ownPlacesOf: (name) => own.get(name) ?? [],
      names: () => scope.table.all().flatMap(([name, { origin }]) => origin === "file" ? [name] : []),
      ownNames: () => {
        const written = texts().flatMap(assignedNames);
        return [.../* @__PURE__ */ new Set([...written, ...own.keys()])].filter((name) => scope.find(name));
      },
      targets: () => {
        this.#putOff.settleRules();
        return targets.all;
      },
      isStopped: () => scope.isStopped,
      problems: () => scope.problems,
      unanswered: () => scope.unanswered
    };
  }
  #sharedText() {
    const { files, makefile } = this.#request;
    return files.read(`${makefile}.inc`)?.text ?? "";
  }
  #open(path, kind) {
    const source = this.#request.files.read(path);
    if (!source) return false;
    if (source.text.length >= FILE_LIMIT) {
      const help = "keep what is no makefile in files of its own";
      this.#scope.stop("openbsd/too-much", `${quoted(source.name)} is longer than 4 MiB`, help);
      return true;
    }
    if (this.#streams.filter(({ opens }) => opens === "file").length >= INCLUDES_LIMIT) {
      const help = "look for a file that includes itself";
      this.#scope.stop("openbsd/include", `files include each other more than ${INCLUDES_LIMIT} deep`, help);
      return true;
    }
    this.#scope.spoil();
    this.#scope.appendRead(path);
    const isOwn = kind === "own" || path.startsWith(this.#folder);
    const script2 = isOwn ? ownScriptOf(source) : scriptOf(source);
    if (isOwn) this.#ownTexts.add(source.text);
    const outer = outerOf(this.#streams.at(-1));
    const line = script2.firstLine();
    this.#streams.push({ script: script2, turns: [], turn: 0, path, opens: "file", isOwn, outer, line });
    return true;
  }
  #execute(line, stream) {
    this.#scope.countLines(1);
    if (this.#scope.isStopped) return;
    stream.line = stream.script.lineAfter(line);
    this.#scope.where = line.span;
    this.#executeStatement(line.statement, line, stream);
  }
  #executeStatement(statement, line, stream) {
    switch (statement.kind) {
      case "assignment":
        this.#endRule();
        this.#assign(statement, line, stream);
        break;
      case "if":
      case "elif":
      case "else":
      case "endif":
        if (this.#branches.at(statement, line.span) === "skip") this.#skip(line, stream);
        break;
      case "for":
        this.#loop(statement, line, stream);
        break;
      case "include": {
        const name = this.#scope.expand(statement.name, "drop");
        this.#include(name, { way: statement.way, absent: "fault" }, stream);
        break;
      }
      case "include-list": {
        const names = wordsOf2(this.#scope.expand(statement.names, "drop"));
        if (names.length === 0)
          this.#scope.complain("openbsd/syntax", "filename missing from an include", FILE_NAME);
        for (const name of names.toReversed())
          this.#include(name, { way: "system", absent: statement.absent }, stream);
        break;
      }
      case "undef":
        this.#scope.remove(statement.name);
        break;
      case "poison":
        this.#putOff.settleAll();
        this.#scope.poison(statement.name, statement.poison);
        break;
      case "command":
        this.#addCommands(line, stream);
        break;
      case "rule":
        this.#addRule(statement, line.span);
        if (stream.line?.statement.kind === "command") this.#addCommands(line, stream);
        break;
      case "faulty":
        this.#scope.complain("openbsd/syntax", statement.message);
        break;
      default:
        unreachable(statement);
    }
  }
  #endRule() {
    this.#scope.recorder?.endRule();
    this.#putOff.say(END_RULE2);
  }
  #addCommands(line, stream) {
    const { commands, behind } = stream.script.commandsAt(line);
    this.#scope.countLines(commands.length);
    this.#scope.recorder?.commands(commands);
    this.#putOff.say({ kind: "commands", commands });
    stream.line = behind;
  }
  /** Its head is expanded anew when the stretch is gone again: many name the port's own folders. */
  #addRule(rule, span) {
    const scope = this.#scope;
    const { recorder, spent } = scope;
    scope.unheard(() => this.#putOff.say({ kind: "rule", rule, span }));
    if (!recorder) return;
    recorder.rule(rule, span);
    recorder.spentAgain += scope.spent - spent;
  }
  #isTarget(name) {
    const answer = this.#putOff.isTarget(name);
    this.#scope.listener?.askTarget(name, answer);
    return answer;
  }
  /* Assignments. */
  #assign(statement, line, { isOwn }) {
    const scope = this.#scope;
    const { span } = line;
    const name = typeof statement.name === "string" ? statement.name : scope.argument(statement.name, "drop");
    if (isOwn) this.#noteOwn(name, span);
    if (statement.value === "lazy" && statement.append === "replace") {
      const variable = variableAt(line, statement);
      if (statement.when === "optional") scope.offer(name, variable);
      else scope.put(name, variable);
      return;
    }
    if (statement.when === "optional" && scope.isDefined(name)) return;
    const assigned = this.#assigned(statement, name, span);
    if (statement.append === "append") scope.append(name, assigned);
    else scope.set(name, assigned);
    if (statement.value === "deferred") scope.defer(name);
  }
  #noteOwn(name, span) {
    const places = this.#own.get(name);
    if (places) places.push(span);
    else this.#own.set(name, [span]);
  }
  #assigned({ value, text: text3, template: template2 }, name, span) {
    const scope = this.#scope;
    switch (value) {
      case "lazy":
        return { text: text3, span };
      case "expanded": {
        if (!scope.isDefined(name)) scope.set(name, { text: "", template: [], span });
        return { text: scope.expand(template2, "keep"), span };
      }
      case "output":
        return { text: scope.output(scope.expand(template2, "drop")), span };
      case "expanded-output":
        return { text: scope.expandText(scope.output(scope.expand(template2, "drop")), "keep"), span };
      case "deferred":
        return { text: scope.expand(template2, "drop"), span };
      default:
        return unreachable(value);
    }
  }
  /** To the line that ends the skipped part, or to the end of the text. */
  #skip(from, stream) {
    const { script: script2 } = stream;
    let [last, isSkipped] = [from, true];
    while (isSkipped && !this.#scope.isStopped) {
      const known = this.#branches.isNested ? void 0 : script2.branchAfter(last);
      const line = known ?? script2.conditionalAt(last.next);
      stream.line = line && script2.lineAfter(line);
      if (!line) return;
      last = line;
      this.#scope.where = line.span;
      isSkipped = !isBranch(line.statement) || this.#branches.at(line.statement, line.span) === "skip";
    }
  }
  #exists(name) {
    this.#scope.listener?.askFile();
    return this.#request.files.exists(name.startsWith("/") ? name : this.#folder + name);
  }
  /* Loops and includes. */
  #loop({ names, list: list2 }, { next }, stream) {
    const scope = this.#scope;
    const body = stream.script.bodyAt(next);
    if (!body) {
      scope.stop("openbsd/loop", "unexpected end of file in `.for` loop", "end it with `.endfor`");
      return;
    }
    if (body.depth > LOOPS_LIMIT2) {
      const help = "look for a loop that nothing ends";
      scope.stop("openbsd/too-much", `loops are nested more than ${LOOPS_LIMIT2} deep`, help);
      return;
    }
    const text3 = scope.hiding(names, () => scope.expand(list2, "drop"));
    stream.line = stream.script.lineAfter(body);
    if (!stream.isOwn && this.#addsAll(body, names, text3)) return;
    const known = body.lists.get(text3);
    if (known) scope.spend(body.text.length * known.length);
    const turns = known ?? this.#turns(body, names, { list: list2, text: text3 });
    const [script2] = turns;
    if (!script2) return;
    const line = script2.firstLine();
    const { path, isOwn } = stream;
    const outer = outerOf(stream);
    this.#streams.push({ script: script2, turns, turn: 0, path, opens: "turn", isOwn, outer, line });
  }
  /** Whether all that the loop does was done at once. */
  #addsAll(body, [variable = "", ...others], list2) {
    const addition = others.length === 0 ? body.additionFor(variable) : void 0;
    if (!addition) return false;
    const scope = this.#scope;
    const words = wordsOf2(list2).map(loopWord);
    if (words.length === 0) return true;
    scope.spend(body.text.length * words.length);
    const text3 = loopAdditions(addition, words, scope);
    if (text3 === void 0) return false;
    const { name, span } = addition;
    scope.countLines(words.length);
    scope.where = span;
    this.#endRule();
    scope.append(name, { text: text3, span });
    return true;
  }
  #turns(body, names, { list: list2, text: text3 }) {
    const scope = this.#scope;
    const words = wordsOf2(text3).map(loopWord);
    if (words.length % names.length !== 0) {
      const message = `wrong number of words in \`.for\` loop: ${words.length} for ${names.length} variables`;
      const place = list2.map((part) => typeof part === "string" ? void 0 : scope.placeOf(part));
      scope.where = place.find((span) => span !== void 0) ?? scope.where;
      scope.complain("openbsd/loop", message, `its list goes by ${names.length} words: add what is missing`);
      return [];
    }
    const turns = [];
    const guard = names.length === 1 ? body.guardFor(names[0] ?? "") : void 0;
    const { said } = scope;
    let isPlain = !text3.includes("$");
    for (let at = 0; at < words.length && !scope.isStopped; at += names.length) {
      if (guard && filledGap(guard, words[at] ?? "", scope) === "") continue;
      const turn = this.#turn(body, names, words.slice(at, at + names.length));
      if (!turn.script.isIdle) turns.push(turn.script);
      isPlain &&= turn.isPlain;
    }
    if (isPlain && scope.said === said && !scope.isStopped) body.lists.offer(text3, turns);
    return turns;
  }
  /** `isPlain`: the same words make the same of it. */
  #turn(body, names, words) {
    const all = words.length === 1 ? words[0] ?? "" : words.join("\n");
    this.#scope.spend(body.text.length);
    const known = body.known(all);
    if (known) return { script: known, isPlain: true };
    let { text: text3 } = body;
    let isPlain = !all.includes("$");
    for (let index = names.length - 1; index >= 0; index -= 1) {
      const name = names[index] ?? "";
      const parts = names.length === 1 ? body.partsFor(name) : loopParts(text3, name);
      const filled = fillLoop(parts, words[index] ?? "", this.#scope);
      text3 = filled.text;
      isPlain = isPlain && filled.dependsOn === "words";
    }
    return { script: body.turn(text3, isPlain ? all : void 0), isPlain };
  }
  #include(name, { way, absent }, stream) {
    const { files, makefile } = this.#request;
    const path = includedPath({ name, way, from: stream.path, makefile }, files);
    if (path !== void 0 && this.#open(path, "included")) return;
    if (absent === "fault") {
      this.#scope.stop("openbsd/include", `could not find ${quoted(name)}`, includeHelp(name, way));
    }
  }
};

// src/recipe/openbsd/machine.ts
var MACHINES2 = {
  x86_64: { machine: "amd64", arch: "amd64" },
  aarch64: { machine: "arm64", arch: "aarch64" }
};
var DEFAULT = { machine: "amd64", arch: "amd64" };
function machineOf(arch) {
  return MACHINES2[arch ?? ""] ?? DEFAULT;
}
var RELEASE = "5.9";
function answerCommand(command, { machine, arch }) {
  const text3 = command.trim().replace(/\s+/g, " ");
  const answer = FIXED.get(text3);
  if (answer !== void 0) return answer;
  if (text3 === "uname -m") return `${machine}
`;
  if (text3 === "uname -p" || text3 === "arch -s") return `${arch}
`;
  const added = /^echo \$\(\( ?`sysctl -n hw\.ncpu(?:online)?` ?\+ ?([0-9]+) ?\)\)$/.exec(text3)?.[1];
  if (added !== void 0) return `${1 + Number(added)}
`;
  const absent = /^\( ?pkg_info -q?e "[^"`$]*" && echo \w+ ?\) \|\| echo (\w+)$/.exec(text3)?.[1];
  return absent === void 0 ? void 0 : `${absent}
`;
}
var FIXED = /* @__PURE__ */ new Map([
  ["uname -r", `${RELEASE}
`],
  ["uname -s", "OpenBSD\n"],
  ["uname", "OpenBSD\n"],
  ["sysctl -n hw.ncpu", "1\n"],
  ["sysctl -n hw.ncpuonline", "1\n"]
]);

// src/recipe/openbsd/mk/converters/libiconv/libiconv.port.mk
var libiconv_port_default = "# Conversion between character sets.\n\nMODLIBICONV_LIB_DEPENDS = converters/libiconv\nMODLIBICONV_RUN_DEPENDS = converters/libiconv\nMODLIBICONV_WANTLIB = iconv>=2\n\nLIB_DEPENDS += ${MODLIBICONV_LIB_DEPENDS}\nRUN_DEPENDS += ${MODLIBICONV_RUN_DEPENDS}\nWANTLIB += ${MODLIBICONV_WANTLIB}\n";

// src/recipe/openbsd/mk/devel/cargo/cargo.port.mk
var cargo_port_default = "# Rust with cargo: each crate is a distfile of its own, `MODCARGO_CRATES += NAME VERSION # licence`.\n\nCATEGORIES +=\nMODCARGO_VENDOR_DIR ?= ${WRKSRC}/modcargo-crates\nMODCARGO_TARGET_DIR ?= ${WRKBUILD}/target\nMODCARGO_CARGOTOML ?= ${WRKSRC}/Cargo.toml\nMODCARGO_BUILD_DEPENDS = lang/rust\nMODCARGO_WANTLIB = c c++abi pthread\nMODCARGO_BUILD ?= Yes\nMODCARGO_INSTALL ?= Yes\nMODCARGO_TEST ?= Yes\nMODCARGO_INSTALL_TARGET_PATHS ?= .\nBUILD_DEPENDS += ${MODCARGO_BUILD_DEPENDS}\n\nSITES.cargo ?= ${SITE_CRATESIO}\n.for _crate _version in ${MODCARGO_CRATES}\nDISTFILES.cargo += cargo/${_crate}-${_version}.tar.gz{${_crate}/${_crate}-${_version}.crate}\n.endfor\n# Python's wheels may have parts in Rust.\n.if empty(CONFIGURE_STYLE) && !defined(_MODPY_WHEEL)\nCONFIGURE_STYLE = cargo\n.endif\n";

// src/recipe/openbsd/mk/devel/cmake/cmake.port.mk
var cmake_port_default = '# CMake, in a folder beside the source.\n\nBUILD_DEPENDS += devel/cmake>=3.4.3p0\nUSE_NINJA ?= Yes\n.if ${USE_NINJA:L} == "yes"\nBUILD_DEPENDS += devel/ninja>=1.5.1\nNINJA ?= ninja\nNINJA_FLAGS ?= -v -j ${MAKE_JOBS}\n_MODCMAKE_MAKE = cd ${WRKBUILD} && exec ${SETENV} ${MAKE_ENV}\nMODCMAKE_BUILD_TARGET = ${_MODCMAKE_MAKE} ${NINJA} ${NINJA_FLAGS} ${ALL_TARGET}\nMODCMAKE_INSTALL_TARGET = ${_MODCMAKE_MAKE} ${FAKE_SETUP} ${NINJA} ${NINJA_FLAGS} ${FAKE_TARGET}\nMODCMAKE_TEST_TARGET = ${_MODCMAKE_MAKE} ${TEST_ENV} ${NINJA} ${NINJA_FLAGS} ${TEST_FLAGS} ${TEST_TARGET}\n.  for _phase in build install test\n.    if !target(do-${_phase})\ndo-${_phase}:\n	@${MODCMAKE_${_phase:U}_TARGET}\n.    endif\n.  endfor\n.else\nDPB_PROPERTIES += nojunk\n.endif\n\n.if empty(CONFIGURE_STYLE)\nCONFIGURE_STYLE = cmake\n.endif\nSEPARATE_BUILD ?= Yes\nTEST_TARGET ?= test\n.if defined(DEBUG)\nCONFIGURE_ARGS += -DCMAKE_BUILD_TYPE:String=Debug\nMODCMAKE_BUILD_SUFFIX = -debug.cmake\n.else\nCONFIGURE_ARGS += -DCMAKE_BUILD_TYPE:String=Release\nMODCMAKE_BUILD_SUFFIX = -release.cmake\n.endif\nSUBST_VARS += MODCMAKE_BUILD_SUFFIX\nMODCMAKE_configure = cd ${WRKBUILD} && ${SETENV} ${CONFIGURE_ENV} cmake ${CONFIGURE_ARGS} ${WRKSRC}\n';

// src/recipe/openbsd/mk/devel/dconf/dconf.port.mk
var dconf_port_default = "# Settings schemas of GLib.\n\nMODDCONF_BUILD_DEPENDS = devel/glib2\nMODDCONF_RUN_DEPENDS = devel/glib2 devel/dconf\nBUILD_DEPENDS += ${MODDCONF_BUILD_DEPENDS}\nRUN_DEPENDS += ${MODDCONF_RUN_DEPENDS}\n.if ${CONFIGURE_STYLE:Mgnu} || ${CONFIGURE_STYLE:Msimple}\nCONFIGURE_ARGS += --disable-schemas-compile\n.endif\n";

// src/recipe/openbsd/mk/devel/gettext/gettext.port.mk
var gettext_port_default = "# Messages in the user's language: libintl, and the tools that compile catalogues.\n\n_MODGETTEXT_SPEC = devel/gettext>=0.10.38\nMODGETTEXT_LIB_DEPENDS = ${_MODGETTEXT_SPEC} converters/libiconv\nMODGETTEXT_RUN_DEPENDS = ${_MODGETTEXT_SPEC}\nMODGETTEXT_WANTLIB = intl>=5 iconv>=6\n\nLIB_DEPENDS += ${MODGETTEXT_LIB_DEPENDS}\nBUILD_DEPENDS += ${_MODGETTEXT_SPEC}\nRUN_DEPENDS += ${MODGETTEXT_RUN_DEPENDS}\nWANTLIB += ${MODGETTEXT_WANTLIB}\n\nMODGETTEXT_TOOLS ?= Yes\n.if ${MODGETTEXT_TOOLS:L} == yes\nBUILD_DEPENDS += devel/gettext-tools\n.endif\n";

// src/recipe/openbsd/mk/devel/meson/meson.port.mk
var meson_port_default = "# Meson, in a folder beside the source.\n\nBUILD_DEPENDS += devel/meson\nNINJA ?= ninja\nNINJA_FLAGS ?= -v -j ${MAKE_JOBS}\n.if empty(CONFIGURE_STYLE)\nCONFIGURE_STYLE = meson\n.endif\nSEPARATE_BUILD ?= Yes\nMODMESON_CONFIGURE_ARGS ?=\nMODMESON_configure = ${SETENV} ${CONFIGURE_ENV} meson setup ${CONFIGURE_ARGS} ${WRKBUILD} ${WRKSRC}\n.for _phase _target in build all install install test test\n.  if !target(do-${_phase})\ndo-${_phase}:\n	@cd ${WRKBUILD} && exec ${SETENV} ${MAKE_ENV} ${NINJA} ${NINJA_FLAGS} ${_target}\n.  endif\n.endfor\n";

// src/recipe/openbsd/mk/devel/scons/scons.port.mk
var scons_port_default = '# SCons.\n\nBUILD_DEPENDS += devel/scons\nMODSCONS_BIN = ${LOCALBASE}/bin/scons\nMODSCONS_ENV ?= CC="${CC}" CXX="${CXX}" CCFLAGS="${CFLAGS}" CXXFLAGS="${CXXFLAGS}" LINKFLAGS="${LDFLAGS}" \\\n	CPPPATH="${LOCALBASE}/include ${X11BASE}/include" LIBPATH="${LOCALBASE}/lib ${X11BASE}/lib" \\\n	PREFIX="${PREFIX}" debug=0\nMODSCONS_FLAGS ?=\nALL_TARGET ?=\nNO_CCACHE ?= Yes\n_MODSCONS = ${SETENV} ${MAKE_ENV} ${MODSCONS_BIN} -C ${WRKSRC} ${MODSCONS_ENV} ${MODSCONS_FLAGS}\nMODSCONS_BUILD_TARGET = ${_MODSCONS} ${ALL_TARGET}\nMODSCONS_INSTALL_TARGET = ${_MODSCONS} ${INSTALL_TARGET} DESTDIR=${WRKINST}\n.for _phase in build install\n.  if !target(do-${_phase})\ndo-${_phase}:\n	@${MODSCONS_${_phase:U}_TARGET}\n.  endif\n.endfor\n';

// src/recipe/openbsd/mk/infrastructure/mk/arch-defines.mk
var arch_defines_default = '# What all ports of a folder have in common, and the properties of the machine.\n\n_ARCH_DEFINES_INCLUDED = Done\n\n.if !defined(_MAKEFILE_INC_DONE) && exists(${.CURDIR}/../Makefile.inc)\n_MAKEFILE_INC_DONE = Yes\n.  include "${.CURDIR}/../Makefile.inc"\n.endif\n\nARCH ?= ${MACHINE_ARCH}\n\n# Machines by what they have, for ONLY_FOR_ARCHS and the like.\nALL_ARCHS = alpha amd64 arm armish aviion hppa hppa64 i386 landisk loongson luna88k m88k macppc mips64 mips64el \\\n	octeon sgi socppc sparc sparc64 zaurus\nAPM_ARCHS = amd64 arm i386 loongson macppc sparc sparc64 zaurus\nBE_ARCHS = hppa hppa64 m88k mips64 powerpc sparc sparc64\nLE_ARCHS = alpha amd64 arm i386 mips64el sh\nLP64_ARCHS = alpha amd64 hppa64 sparc64 mips64 mips64el\nGCC4_ARCHS = alpha amd64 arm armish armv7 i386 hppa hppa64 landisk loongson macppc mips64 mips64el octeon powerpc \\\n	sgi sh socppc sparc sparc64 zaurus\nGCC3_ARCHS = aviion luna88k m88k\nMONO_ARCHS = amd64 i386\nLLVM_ARCHS = amd64 i386 powerpc mips64 mips64el sparc sparc64\nCLANG_ARCHS = aarch64 amd64 arm arm64 armv7 i386\nRUST_ARCHS = aarch64 amd64 arm64 i386\nGO_ARCHS = amd64 i386\nOCAML_NATIVE_ARCHS = i386 sparc amd64\nOCAML_NATIVE_DYNLINK_ARCHS = i386 amd64\n.for _property in ALL APM BE LE LP64 GCC4 GCC3 MONO LLVM OCAML_NATIVE OCAML_NATIVE_DYNLINK GO\n.  for _machine in ${MACHINE_ARCH}\n.    if !empty(${_property}_ARCHS:M${_machine})\nPROPERTIES += ${_property:L}\n.    endif\n.  endfor\n.endfor\n# Younger than the lists above.\n.if ${MACHINE_ARCH} == "aarch64"\nPROPERTIES += le lp64\n.endif\n';

// src/recipe/openbsd/mk/infrastructure/mk/bsd.port.arch.mk
var bsd_port_arch_default = '# Which subpackages are built. A port may ask for it before bsd.port.mk.\n\n_BSD_PORT_ARCH_MK_INCLUDED = Done\n\n.if !defined(_ARCH_DEFINES_INCLUDED)\n.  include "${PORTSDIR}/infrastructure/mk/arch-defines.mk"\n.endif\n\n# A modern port says so by the name that both of its permissions go by since 2019.\n.if defined(PERMIT_PACKAGE) && !defined(PERMIT_PACKAGE_CDROM)\n_MODERN = Yes\n.endif\n\n.if !defined(MULTI_PACKAGES) || empty(MULTI_PACKAGES)\nMULTI_PACKAGES = -\nSUBPACKAGE ?= -\n.elif ${MULTI_PACKAGES:M-main}\nSUBPACKAGE ?= -main\n.else\n# Without a main package, any of them stands for the port.\n.  for _s in ${MULTI_PACKAGES}\nSUBPACKAGE ?= ${_s}\n.  endfor\n.endif\n\n# Asked to be built once, a port makes all of its packages: pseudo-flavors that leave some out are dropped.\nBUILD_ONCE ?= No\n.if defined(FLAVOR) && defined(PSEUDO_FLAVORS) && ${BUILD_ONCE:L} == "yes" && !${FLAVOR:Mbootstrap}\n.  for _f in ${FLAVOR:Mno_*}\n.    if ${PSEUDO_FLAVORS:M${_f}}\nFLAVOR := ${FLAVOR:N${_f}}\n.    endif\n.  endfor\n.endif\n\n# A subpackage that is not built is one with a reason not to be.\nBUILD_PACKAGES =\n.for _s in ${MULTI_PACKAGES}\n.  for _list in ONLY_FOR_ARCHS NOT_FOR_ARCHS\n.    if defined(${_list})\n${_list}${_s} ?= ${${_list}}\n.    endif\n.  endfor\nIGNORE${_s} ?=\nIGNORE${_s} += ${IGNORE}\n.  for _without in ${_s:S/^-/no_/}\n.    if defined(FLAVOR) && ${FLAVOR:M${_without}}\nIGNORE${_s} += "Ignored as FLAVOR contains ${_without}"\n.    endif\n.  endfor\n.  for _machine in ${MACHINE_ARCH}\n.    if defined(ONLY_FOR_ARCHS${_s}) && empty(ONLY_FOR_ARCHS${_s}:M${_machine})\nIGNORE${_s} += "is only for ${ONLY_FOR_ARCHS${_s}}, not ${_machine}"\n.    endif\n.    if defined(NOT_FOR_ARCHS${_s}) && !empty(NOT_FOR_ARCHS${_s}:M${_machine})\nIGNORE${_s} += "is not for ${NOT_FOR_ARCHS${_s}}"\n.    endif\n.  endfor\n.  if empty(IGNORE${_s})\nBUILD_PACKAGES += ${_s}\n.  endif\n.endfor\n';

// src/recipe/openbsd/mk/infrastructure/mk/bsd.port.mk
var bsd_port_default = '# The reading half of bsd.port.mk(5), for a port that stands in no ports tree: what a port is called, which flavors\n# and packages it has, what it needs, what is fetched, how it is configured. Nothing here is ever run: building is\n# Tarwright\'s own. Both spellings are read, that of 2016 (MASTER_SITES, PERMIT_PACKAGE_CDROM) and the modern one.\n\n_BSD_PORT_MK = Done\n\n# --- Places -----------------------------------------------------------------------------------------------------\n\nPORTSDIR ?= /usr/ports\nPORTSDIR_PATH ?= ${PORTSDIR}:${PORTSDIR}/mystuff\nLOCALBASE ?= /usr/local\nX11BASE ?= /usr/X11R6\nVARBASE ?= /var\nDEPBASE = ${LOCALBASE}\nDISTDIR ?= ${PORTSDIR}/distfiles\nWRKOBJDIR ?= ${PORTSDIR}/pobj\nPKGPATH ?= ${.CURDIR:S,^${PORTSDIR}/,,}\n\n.if !defined(_ARCH_DEFINES_INCLUDED)\n.  include "${PORTSDIR}/infrastructure/mk/arch-defines.mk"\n.endif\n\n# --- Modules ----------------------------------------------------------------------------------------------------\n\nCONFIGURE_STYLE ?=\nNO_BUILD ?= No\nNO_TEST ?= No\nINSTALL_TARGET ?= install\n\n# What programs in C++ are linked with, as OpenBSD\'s own compiler does it.\nLIBCXX ?= c++ c++abi pthread\nLIBECXX ?= estdc++>=17 pthread\nCOMPILER_LIBCXX ?= ${LIBCXX}\n\n# Styles that are additions to another one bring that one along.\n.for _style _implied in automake gnu autoconf gnu autoreconf gnu autoupdate gnu modbuild perl\n.  if ${CONFIGURE_STYLE:L:M${_style}} && !${CONFIGURE_STYLE:L:M${_implied}}\nCONFIGURE_STYLE += ${_implied}\n.  endif\n.endfor\n.for _style in perl gnu imake\n.  if ${CONFIGURE_STYLE:L:M${_style}}\nMODULES += ${_style}\n.  endif\n.endfor\n\nMODULES ?=\n_MODULES_DONE =\n.if !empty(MODULES)\n.  include "${PORTSDIR}/infrastructure/mk/modules.port.mk"\n.endif\n\n.for _variable in PKGREPOSITORY PKGREPOSITORYBASE CDROM_PACKAGES FTP_PACKAGES SED_PLIST IGNORE_FILES NO_REGRESS \\\n	REGRESS_IS_INTERACTIVE REGRESS_DEPENDS PERMIT_DISTFILES_CDROM\n.  if defined(${_variable})\nERRORS += "Fatal: Variable ${_variable} is obsolete, see bsd.port.mk(5)"\n.  endif\n.endfor\n.for _target in pre-fetch do-fetch post-fetch pre-package do-package post-package\n.  if target(${_target})\nERRORS += "Fatal: you\'re not allowed to override ${_target}"\n.  endif\n.endfor\n\n.if !defined(_BSD_PORT_ARCH_MK_INCLUDED)\n.  include "${PORTSDIR}/infrastructure/mk/bsd.port.arch.mk"\n.endif\n\n# Which hooks there are, the port\'s and the modules\'.\nTARGETS =\n.for _phase in extract patch distpatch configure build fake install\n.  for _when in pre do post\n.    if target(${_when}-${_phase})\nTARGETS += ${_when}-${_phase}\n.    endif\n.  endfor\n.endfor\n.for _hook in post-patch pre-configure configure pre-fake post-install\n.  for _module in ${MODULES:T:U}\n.    if defined(MOD${_module}_${_hook})\nTARGETS += MOD${_module}_${_hook}\n.    endif\n.  endfor\n.endfor\n\n# --- How it is built --------------------------------------------------------------------------------------------\n\nSEPARATE_BUILD ?= No\nDIST_SUBDIR ?=\n.if empty(DIST_SUBDIR)\nFULLDISTDIR ?= ${DISTDIR}\n.else\nFULLDISTDIR ?= ${DISTDIR}/${DIST_SUBDIR}\n.endif\nPATCHDIR ?= ${.CURDIR}/patches\nPATCH_LIST ?= patch-*\nPATCHORIG ?= .orig\nDISTORIG ?= .bak.orig\nPATCH_STRIP ?= -p0\nPATCH_DIST_STRIP ?= -p0\nFILESDIR ?= ${.CURDIR}/files\nPKGDIR ?= ${.CURDIR}/pkg\nCHECKSUM_FILE ?= ${.CURDIR}/distinfo\n\nPREFIX ?= ${LOCALBASE}\nTRUEPREFIX ?= ${PREFIX}\nDESTDIRNAME ?= DESTDIR\nDESTDIR ?= ${WRKINST}\nBASESYSCONFDIR ?= /etc\nSYSCONFDIR ?= ${BASESYSCONFDIR}\nBASELOCALSTATEDIR ?= ${VARBASE}\nLOCALSTATEDIR ?= ${BASELOCALSTATEDIR}\nRCDIR ?= /etc/rc.d\n\nMAKE_FLAGS ?=\nFAKE_FLAGS ?=\nLIBTOOL_FLAGS ?=\nGMAKE ?= gmake\nUSE_GMAKE ?= No\n.if ${USE_GMAKE:L} == "yes"\nBUILD_DEPENDS += devel/gmake\nMAKE_PROGRAM = ${GMAKE}\nCONFIGURE_ENV += MAKE=${MAKE_PROGRAM}\n.else\nMAKE_PROGRAM = ${MAKE}\n.endif\n\n# The base\'s own libtool does without anything; GNU\'s is a port.\nUSE_LIBTOOL ?= Yes\n.if ${USE_LIBTOOL:L} == "gnu"\nBUILD_DEPENDS += devel/libtool\nLIBTOOL ?= ${DEPBASE}/bin/libtool\n.endif\nLIBTOOL ?= /usr/bin/libtool\n\nNO_CCACHE ?= No\nPARALLEL_BUILD ?= Yes\nPARALLEL_INSTALL ?= ${PARALLEL_BUILD}\nMAKE_JOBS ?= 1\nDPB_PROPERTIES ?=\nFETCH_MANUALLY ?= No\nIS_INTERACTIVE ?= No\nTEST_IS_INTERACTIVE ?= No\nFAKE_AS_ROOT ?= No\nREORDER_DEPENDENCIES ?=\n\n# --- Licence ----------------------------------------------------------------------------------------------------\n\n# The modern names stand for both of the old ones.\n.if defined(PERMIT_PACKAGE)\nPERMIT_PACKAGE_CDROM ?= ${PERMIT_PACKAGE}\nPERMIT_PACKAGE_FTP ?= ${PERMIT_PACKAGE}\n.endif\n.if defined(_MODERN)\nPERMIT_DISTFILES ?= ${PERMIT_PACKAGE}\n.endif\n.if defined(PERMIT_DISTFILES)\nPERMIT_DISTFILES_FTP ?= ${PERMIT_DISTFILES}\n.endif\n\n.for _s in ${MULTI_PACKAGES}\n.  if defined(PERMIT_PACKAGE${_s})\nPERMIT_PACKAGE_CDROM${_s} ?= ${PERMIT_PACKAGE${_s}}\nPERMIT_PACKAGE_FTP${_s} ?= ${PERMIT_PACKAGE${_s}}\n.  endif\nPERMIT_PACKAGE_CDROM${_s} ?= ${PERMIT_PACKAGE_CDROM}\n.  if defined(PERMIT_PACKAGE_FTP)\nPERMIT_PACKAGE_FTP${_s} ?= ${PERMIT_PACKAGE_FTP}\n.  endif\n.  if ${PERMIT_PACKAGE_CDROM${_s}:L} == "yes"\nPERMIT_PACKAGE_FTP${_s} ?= Yes\n.  endif\n.  if empty(PERMIT_PACKAGE_CDROM${_s}) || !defined(PERMIT_PACKAGE_FTP${_s})\nERRORS += "The licensing info for ${FULLPKGNAME${_s}} is incomplete."\n_BAD_LICENSING = Yes\n.  endif\n.endfor\n\n.if defined(PERMIT_PACKAGE_CDROM) && ${PERMIT_PACKAGE_CDROM:L} == "yes"\nPERMIT_PACKAGE_FTP ?= Yes\n.endif\n.if defined(PERMIT_PACKAGE_FTP) && ${PERMIT_PACKAGE_FTP:L} == "yes"\nPERMIT_DISTFILES_FTP ?= Yes\n.endif\n.if !defined(PERMIT_PACKAGE_CDROM) || !defined(PERMIT_PACKAGE_FTP) || !defined(PERMIT_DISTFILES_FTP)\nERRORS += "The licensing info for ${FULLPKGNAME} is incomplete."\n_BAD_LICENSING = Yes\n.endif\n.if defined(_BAD_LICENSING)\nPERMIT_PACKAGE_CDROM = No\nPERMIT_PACKAGE_FTP = No\nPERMIT_DISTFILES_FTP = No\n.  for _s in ${MULTI_PACKAGES}\nPERMIT_PACKAGE_CDROM${_s} = No\nPERMIT_PACKAGE_FTP${_s} = No\n.  endfor\n.endif\n\n# --- Flavors ----------------------------------------------------------------------------------------------------\n\nPKG_ARCH ?= ${MACHINE_ARCH}\nREVISION ?=\nEPOCH ?=\n.for _s in ${MULTI_PACKAGES}\nREVISION${_s} ?= ${REVISION}\nEPOCH${_s} ?= ${EPOCH}\n.endfor\n\nFLAVOR ?=\nFLAVORS ?=\nPSEUDO_FLAVORS ?=\nFLAVORS += ${PSEUDO_FLAVORS}\n\n.if !empty(FLAVORS:Mtest) && empty(FLAVOR:Mtest)\nNO_TEST = Yes\n.endif\n\n.for _s in ${SUBPACKAGE}\n.  if empty(MULTI_PACKAGES:M${_s})\nERRORS += "Fatal: Subpackage ${_s} does not exist."\n.  endif\n.endfor\n.if empty(SUBPACKAGE)\nERRORS += "Fatal: empty SUBPACKAGE is invalid."\n.endif\n.if !empty(MULTI_PACKAGES:N-*)\nERRORS += "Fatal: SUBPACKAGES should always begin with -: ${MULTI_PACKAGES:N-*}."\n.endif\n\n# In the order of FLAVORS, whatever the user\'s. The extension of names leaves pseudo-flavors out, that of folders\n# (_FLAVOR_EXT2) does not.\nFLAVOR_EXT :=\n_FLAVOR_EXT2 :=\nBASE_PKGPATH := ${PKGPATH}\nBUILD_PKGPATH := ${PKGPATH}\nPSEUDO_FLAVOR =\n.for _f in ${FLAVORS}\n.  if !empty(FLAVOR:M${_f})\n_FLAVOR_EXT2 := ${_FLAVOR_EXT2}-${_f}\nBUILD_PKGPATH := ${BUILD_PKGPATH},${_f}\n.    if empty(PSEUDO_FLAVORS:M${_f})\nFLAVOR_EXT := ${FLAVOR_EXT}-${_f}\nBASE_PKGPATH := ${BASE_PKGPATH},${_f}\n.    else\nPSEUDO_FLAVOR := ${PSEUDO_FLAVOR},${_f}\n.    endif\n.  endif\n.endfor\n# A path without flavors would ask for the default ones.\n.if !${BUILD_PKGPATH:M*,*}\nBUILD_PKGPATH := ${BUILD_PKGPATH},\n.endif\n\n.if !empty(FLAVORS:M[0-9]*)\nERRORS += "Fatal: flavor should never start with a digit"\n.endif\n.if !empty(FLAVOR) && empty(FLAVORS)\nERRORS += "Fatal: Unknown flavor(s) ${FLAVOR}"\nERRORS += "   (No flavors for this port)."\n.else\n.  for _f in ${FLAVOR}\n.    if empty(FLAVORS:M${_f})\nERRORS += "Fatal: Unknown flavor: ${_f}"\nERRORS += "   (Possible flavors are: ${FLAVORS})."\n.    endif\n.  endfor\n.endif\n\nUSE_GROFF ?= No\n.if ${USE_GROFF:L} == "yes"\nBUILD_DEPENDS += textproc/groff>=1.21\n.endif\n\n# --- Names ------------------------------------------------------------------------------------------------------\n\n# What a forge calls it: a tag without its v (today also without what else stands before the version), or a commit.\nGH_TAGNAME ?=\nGH_COMMIT ?=\nGH_ACCOUNT ?=\nGH_PROJECT ?=\n_BEFORE_VERSION = (v|V|ver|[Rr]el|[Rr]elease)[-._]?([0-9])\n.for _forge _account _project _id _folder in ${DIST_TUPLE}\n.  if "${_id:C/^[0-9a-f]{10,40}$//}" == ""\n_TUPLE_SOURCE ?= ${_project:T}-${_id}\n.  else\nDISTNAME ?= ${_project}-${_id:C/^${_BEFORE_VERSION}/\\2/}\n_TUPLE_SOURCE ?= ${_project}-${_id:C/^${_BEFORE_VERSION}/\\2/}\n.  endif\n.endfor\n.if !empty(GH_PROJECT) && !empty(GH_TAGNAME)\n.  if defined(_MODERN)\nDISTNAME ?= ${GH_PROJECT}-${GH_TAGNAME:C/^${_BEFORE_VERSION}/\\2/}\n.  else\nDISTNAME ?= ${GH_PROJECT}-${GH_TAGNAME:C/^v//}\n.  endif\n.endif\n\nPKGNAME ?= ${DISTNAME}\nFULLPKGNAME ?= ${PKGNAME}${FLAVOR_EXT}\n\n.if ${MULTI_PACKAGES} == "-"\nFULLPKGNAME- = ${FULLPKGNAME}\n.else\n.  for _s in ${MULTI_PACKAGES}\n.    if defined(_MODERN) && "${_s}" == "-main"\nPKGNAME${_s} ?= ${PKGNAME}\n.    elif defined(_MODERN)\nPKGNAME${_s} ?= ${PKGNAME:C/-([0-9])/${_s}-\\1/}\n.    endif\n.    if !defined(FULLPKGNAME${_s})\n.      if defined(PKGNAME${_s})\nFULLPKGNAME${_s} = ${PKGNAME${_s}}${FLAVOR_EXT}\n.      else\nFULLPKGNAME${_s} = ${PKGNAME}${_s}${FLAVOR_EXT}\n.      endif\n.    elif !defined(FULLPKGPATH${_s}) && "${FLAVORS}" != " ${PSEUDO_FLAVORS}"\nERRORS += "Warning: FULLPKGNAME${_s} defined but no FULLPKGPATH${_s}"\n.    endif\n.  endfor\n.endif\n\n# Revision and epoch go behind the version: before the flavors if there are any.\n.for _s in ${MULTI_PACKAGES}\n.  for _letter _number in p REVISION v EPOCH\n.    if !empty(${_number}${_s})\n.      if ${FULLPKGNAME${_s}:M*-[0-9]*-*}\nFULLPKGNAME${_s} := ${FULLPKGNAME${_s}:C/-([0-9][^-]*)-/-\\1${_letter}${${_number}${_s}}-/}\n.      else\nFULLPKGNAME${_s} := ${FULLPKGNAME${_s}}${_letter}${${_number}${_s}}\n.      endif\n.    endif\n.  endfor\n.endfor\n.if ${MULTI_PACKAGES} == "-"\nFULLPKGNAME := ${FULLPKGNAME-}\nPKGSPEC ?= ${FULLPKGNAME:C/-[0-9].*/-*/}\nPKGSPEC- = ${PKGSPEC}\n.endif\n.for _s in ${MULTI_PACKAGES}\nPKGSPEC${_s} ?= ${FULLPKGNAME${_s}:C/-[0-9].*/-*/}\nPKGSTEM${_s} ?= ${FULLPKGNAME${_s}:C/-[0-9].*//}\n.endfor\nPKGSTEM ?= ${PKGSTEM${SUBPACKAGE}}\n\n.if ${MULTI_PACKAGES} == "-"\nFULLPKGPATH ?= ${BASE_PKGPATH}\nFULLPKGPATH- = ${FULLPKGPATH}\n.else\n.  for _s in ${MULTI_PACKAGES}\nFULLPKGPATH${_s} ?= ${PKGPATH},${_s}${FLAVOR_EXT:S/-/,/g}\n.  endfor\nFULLPKGPATH = ${FULLPKGPATH${SUBPACKAGE}}\n.endif\n\n# --- Folders of the build ---------------------------------------------------------------------------------------\n\n.if ${SEPARATE_BUILD:L:Mflavored}\nWRKDIR ?= ${WRKOBJDIR}/${PKGNAME}\n.else\nWRKDIR ?= ${WRKOBJDIR}/${PKGNAME}${_FLAVOR_EXT2}\n.endif\nWRKINST ?= ${WRKDIR}/fake-${ARCH}${_FLAVOR_EXT2}\n\n.if !empty(GH_TAGNAME) && defined(_MODERN)\nWRKDIST ?= ${WRKDIR}/${GH_PROJECT}-${GH_TAGNAME:C/^[vV]([0-9])/\\1/}\n.elif !empty(GH_TAGNAME)\nWRKDIST ?= ${WRKDIR}/${GH_PROJECT}-${GH_TAGNAME:C/^v//}\n.elif !empty(GH_COMMIT)\nWRKDIST ?= ${WRKDIR}/${GH_PROJECT}-${GH_COMMIT}\n.elif defined(DISTNAME) || !defined(_TUPLE_SOURCE)\nWRKDIST ?= ${WRKDIR}/${DISTNAME}\n.else\nWRKDIST ?= ${WRKDIR}/${_TUPLE_SOURCE}\n.endif\n\n.include "${PORTSDIR}/infrastructure/mk/fetch.mk"\n\nWRKSRC ?= ${WRKDIST}\n.if ${SEPARATE_BUILD:L} != "no"\nWRKBUILD ?= ${WRKDIR}/build-${MACHINE_ARCH}${_FLAVOR_EXT2}\n.else\nWRKBUILD ?= ${WRKSRC}\n.endif\nWRKCONF ?= ${WRKBUILD}\n\nMAKE_FILE ?= Makefile\nALL_TARGET ?= all\nFAKE_TARGET ?= ${INSTALL_TARGET}\nTEST_TARGET ?= test\nTEST_FLAGS ?=\nTEST_ENV ?=\nCONFIGURE_SCRIPT ?= configure\n\n.include "${PORTSDIR}/infrastructure/mk/commands.mk"\n\n# --- Each package -----------------------------------------------------------------------------------------------\n\nSTATIC_PLIST ?= Yes\n.for _s in ${MULTI_PACKAGES}\n.  for _variable in PKG_ARCH RUN_DEPENDS WANTLIB LIB_DEPENDS PREFIX CATEGORIES STATIC_PLIST\n${_variable}${_s} ?= ${${_variable}}\n.  endfor\n.  for _variable in MESSAGE UNMESSAGE DESCR PLIST\n.    if defined(${_variable})\n${_variable}${_s} ?= ${${_variable}}\n.    endif\n.  endfor\n# `-` alone is the port\'s only package; its files have no ending.\n.  for _ending in ${_s:S/^-$//}/\nPLIST${_s} ?= ${PKGDIR}/PLIST${_ending:S,/$,,}\nDESCR${_s} ?= ${PKGDIR}/DESCR${_ending:S,/$,,}\n.    for _file in MESSAGE UNMESSAGE\n.      if exists(${PKGDIR}/${_file}${_ending:S,/$,,})\n${_file}${_s} ?= ${PKGDIR}/${_file}${_ending:S,/$,,}\n.      endif\n.    endfor\n.    for _file in INSTALL DEINSTALL REQ\n.      if exists(${PKGDIR}/${_file}${_ending:S,/$,,})\nERRORS += "Fatal: ${_file} script support is obsolete"\n.      endif\n.    endfor\n# A comment for just this choice of flavors goes before the usual one.\n.    for _comment in COMMENT${_ending:S,/$,,}\n.      if defined(${_comment}${FLAVOR_EXT})\n_COMMENT${_s} = ${${_comment}${FLAVOR_EXT}}\n.      elif defined(${_comment})\n_COMMENT${_s} = ${${_comment}}\n.      else\nERRORS += "Fatal: Missing comment for ${_s:S/^-$/main package/}."\n.      endif\n.    endfor\n.  endfor\n.endfor\n\nSHARED_LIBS ?=\n.for _library _version in ${SHARED_LIBS}\nLIB${_library}_VERSION = ${_version}\nSUBST_VARS += LIB${_library}_VERSION\n.endfor\n# What packing lists, descriptions and messages may refer to; a ^ is a hint for those who write lists anew.\nSUBST_VARS += MACHINE_ARCH ARCH HOMEPAGE ^PREFIX ^SYSCONFDIR FLAVOR_EXT FULLPKGNAME MAINTAINER ^BASE_PKGPATH \\\n	^LOCALBASE ^X11BASE ^TRUEPREFIX ^RCDIR ^LOCALSTATEDIR PKGSTEM\n.for _variable in ${SUBST_VARS:S/^^//}\n_SUBST_ARGS += -D${_variable}=${${_variable}:Q}\n.endfor\n.for _s in ${MULTI_PACKAGES}\n.  for _variable in ${SUBST_VARS:S/^^//}\n.    if defined(${_variable}${_s})\n_SUBST_ARGS${_s} += -D${_variable}=${${_variable}${_s}:Q}\n.    else\n_SUBST_ARGS${_s} += -D${_variable}=${${_variable}:Q}\n.    endif\n.  endfor\nSUBST_CMD${_s} = ${_PERLSCRIPT}/pkg_subst ${_SUBST_ARGS${_s}} -i -B ${WRKDIR}\n.endfor\n\nMAINTAINER ?= The OpenBSD ports mailing-list <ports@openbsd.org>\n.if empty(MAINTAINER)\nERRORS += "Fatal: defining MAINTAINER to empty is an error"\n.endif\n\n# A port that was read on its own has no category in its path.\n.if !defined(CATEGORIES)\nERRORS += "Fatal: CATEGORIES is mandatory."\n.elif ${PKGPATH:M*/*}\n.  for _category in ${CATEGORIES}\n.    if ${PKGPATH:M${_category}/*}\n_CATEGORIZED = Yes\n.    endif\n.  endfor\n.  if !defined(_CATEGORIZED)\nERRORS += "Fatal: one category in ${CATEGORIES} should match PKGPATH=${PKGPATH}"\n.  endif\n.endif\n\n# --- Why not to build it ----------------------------------------------------------------------------------------\n\n.if defined(BROKEN-${ARCH})\nIGNORE += "is marked as broken for ${ARCH}: ${BROKEN-${ARCH}:Q}"\n.endif\n.if defined(BROKEN)\nIGNORE += "is marked as broken: ${BROKEN:Q}"\n.endif\n.if defined(COMES_WITH)\nIGNORE += "-- ${FULLPKGNAME${SUBPACKAGE}:C/-[0-9].*//g} comes with OpenBSD as of release ${COMES_WITH}"\n.endif\nIGNORE${SUBPACKAGE} ?=\n\n# --- Dependencies -----------------------------------------------------------------------------------------------\n\n_WRITTEN_DEPENDS =\n.for _kind in BUILD LIB RUN TEST\n_WRITTEN_DEPENDS += ${${_kind}_DEPENDS}\n.endfor\n.for _s in ${MULTI_PACKAGES}\n_WRITTEN_DEPENDS += ${LIB_DEPENDS${_s}} ${RUN_DEPENDS${_s}}\n.endfor\n.if ${_WRITTEN_DEPENDS:M\\:*}\nERRORS += "Fatal: old style depends ${_WRITTEN_DEPENDS:M\\:*}"\n.endif\n\n# `devel/foo>=1.2` is short for `STEM->=1.2:devel/foo`; where a build stops early, `:patch` and the like stay last.\n.for _depends in BUILD_DEPENDS LIB_DEPENDS RUN_DEPENDS TEST_DEPENDS\n${_depends} := ${${_depends}:C,^([^:]+/[^:<=>]+)([<=>][^:]+)$,STEM-\\2:\\1,}\n.endfor\n.for _depends in BUILD_DEPENDS TEST_DEPENDS\n${_depends} := ${${_depends}:C,^([^:]+/[^:<=>]+)([<=>][^:]+)(:patch|:configure|:build)$,STEM-\\2:\\1\\3,}\n.endfor\n.for _s in ${MULTI_PACKAGES}\n.  for _depends in RUN_DEPENDS LIB_DEPENDS\n${_depends}${_s} := ${${_depends}${_s}:C,^([^:]+/[^:<=>]+)([<=>][^:]+)$,STEM-\\2:\\1,}\n.  endfor\n.endfor\n\n# A sibling orders the packaging only: nothing is installed for it before the build.\n_BUILDLIB_DEPENDS =\n.for _path in ${PKGPATH:S,^mystuff/,,}\n.  for _s in ${BUILD_PACKAGES}\n_BUILDLIB_DEPENDS += ${LIB_DEPENDS${_s}:N*\\:${_path}:N*\\:${_path},*:N${_path}:N${_path},*}\n.  endfor\n.endfor\n\nUSE_X11 ?= No\n.for _library in X11 GL ICE xcb pixman freetype Xft\n.  for _s in ${BUILD_PACKAGES}\n.    for _wanted in ${WANTLIB${_s}:C/[>=].*//}\n.      if "${_wanted}" == "${_library}"\nUSE_X11 = Yes\n.      endif\n.    endfor\n.  endfor\n.endfor\n';

// src/recipe/openbsd/mk/infrastructure/mk/commands.mk
var commands_default = '# What a port\'s own rules call tools by, and what those get: the rules run in the buildbox, with GNU\'s tools.\n\nPORTPATH ?= ${WRKDIR}/bin:/usr/bin:/bin:/usr/sbin:/sbin:${DEPBASE}/bin:${LOCALBASE}/bin:${X11BASE}/bin\nPORTHOME ?= /${PKGNAME}_writes_to_HOME\nSETENV ?= /usr/bin/env -i\nSUDO ?=\nECHO_MSG ?= echo\nTAR ?= tar\nUNZIP ?= unzip\nBZIP2 ?= bzip2\nGZIP ?= -9\nGZIP_CMD ?= gzip -nf ${GZIP}\nM4 ?= m4\nSTRIP ?= strip\nYACC ?= yacc\nPATCH ?= patch\nCC ?= cc\nCXX ?= c++\n\nCFLAGS ?= -O2 -pipe\nCXXFLAGS ?= -O2 -pipe\nCFLAGS += ${COPTS}\nCXXFLAGS += ${CXXOPTS}\n\n# --- install(1) -------------------------------------------------------------------------------------------------\n\n# The build user\'s, whatever the system\'s own are.\nBINMODE = 755\nNONBINMODE = 644\nSHAREMODE ?= 644\nMANMODE = ${NONBINMODE}\nDIRMODE ?= 755\n# Owners are the fake root\'s business.\nSHAREOWN ?= root\nSHAREGRP ?= bin\nBINOWN ?= root\nBINGRP ?= bin\nMANOWN ?= root\nMANGRP ?= bin\nINSTALL_COPY ?= -c\nINSTALL_STRIP ?= -s\n_INSTALL ?= ${WRKDIR}/bin/install\nINSTALL_PROGRAM = ${_INSTALL} ${INSTALL_COPY} ${INSTALL_STRIP} -m ${BINMODE}\nINSTALL_SCRIPT = ${_INSTALL} ${INSTALL_COPY} -m ${BINMODE}\nINSTALL_DATA = ${_INSTALL} ${INSTALL_COPY} -m ${SHAREMODE}\nINSTALL_MAN = ${_INSTALL} ${INSTALL_COPY} -m ${MANMODE}\nINSTALL_PROGRAM_DIR = ${_INSTALL} -d -m ${DIRMODE}\nINSTALL_SCRIPT_DIR = ${INSTALL_PROGRAM_DIR}\nINSTALL_DATA_DIR = ${_INSTALL} -d -m ${DIRMODE}\nINSTALL_MAN_DIR = ${_INSTALL} -d -m ${DIRMODE}\n_INSTALL_MACROS = BSD_INSTALL_PROGRAM="${INSTALL_PROGRAM}" BSD_INSTALL_SCRIPT="${INSTALL_SCRIPT}" \\\n	BSD_INSTALL_DATA="${INSTALL_DATA}" BSD_INSTALL_MAN="${INSTALL_MAN}" \\\n	BSD_INSTALL_PROGRAM_DIR="${INSTALL_PROGRAM_DIR}" BSD_INSTALL_SCRIPT_DIR="${INSTALL_SCRIPT_DIR}" \\\n	BSD_INSTALL_DATA_DIR="${INSTALL_DATA_DIR}" BSD_INSTALL_MAN_DIR="${INSTALL_MAN_DIR}"\n\n# --- Substitution: `${SUBST_CMD} FILE…` fills in SUBST_VARS -------------------------------------------------------\n\n_PERLSCRIPT = /usr/bin/perl ${PORTSDIR}/infrastructure/bin\nSUBST_CMD = ${_PERLSCRIPT}/pkg_subst ${_SUBST_ARGS} -i -B ${WRKDIR}\nSUBST_PROGRAM = ${SUBST_CMD} -c -m ${BINMODE}\nSUBST_DATA = ${SUBST_CMD} -c -m ${SHAREMODE}\nSUBST_MAN = ${SUBST_CMD} -c -m ${MANMODE}\n\n# --- Environments -----------------------------------------------------------------------------------------------\n\n_LIBTOOL = ${LIBTOOL}\n.if !empty(LIBTOOL_FLAGS)\n_LIBTOOL += "${LIBTOOL_FLAGS}"\n.endif\n.if ${USE_LIBTOOL:L} == "gnu"\nCONFIGURE_ENV += LIBTOOL="${_LIBTOOL}"\nMAKE_ENV += LIBTOOL="${_LIBTOOL}"\nMAKE_FLAGS += LIBTOOL="${_LIBTOOL}"\n.endif\nCONFIGURE_ENV += PATH=${PORTPATH}\nMAKE_ENV += PATH=\'${PORTPATH}\' PREFIX=\'${PREFIX}\' LOCALBASE=\'${LOCALBASE}\' X11BASE=\'${X11BASE}\' \\\n	CFLAGS=\'${CFLAGS:C/ *$//}\' TRUEPREFIX=\'${PREFIX}\' ${DESTDIRNAME}=\'\' HOME=\'${PORTHOME}\' ${_INSTALL_MACROS}\nALL_FAKE_FLAGS = ${MAKE_FLAGS:N-j[0-9]*} ${DESTDIRNAME}=${WRKINST} ${FAKE_FLAGS}\nALL_TEST_FLAGS = ${MAKE_FLAGS} ${TEST_FLAGS}\nALL_TEST_ENV = ${MAKE_ENV} ${TEST_ENV}\nFAKE_SETUP = PATH=\'${PORTPATH}\' TRUEPREFIX=${PREFIX} PREFIX=${WRKINST}${PREFIX} ${DESTDIRNAME}=${WRKINST}\n\n.if ${CONFIGURE_SCRIPT:M/*}\n_CONFIGURE_SCRIPT = ${CONFIGURE_SCRIPT}\n.elif ${SEPARATE_BUILD:L} != "no"\n_CONFIGURE_SCRIPT = ${WRKSRC}/${CONFIGURE_SCRIPT}\n.else\n_CONFIGURE_SCRIPT = ./${CONFIGURE_SCRIPT}\n.endif\nMODSIMPLE_configure = cd ${WRKCONF} && ${SETENV} CC="${CC}" CFLAGS="${CFLAGS:C/ *$//}" CXX="${CXX}" \\\n	CXXFLAGS="${CXXFLAGS:C/ *$//}" INSTALL="${_INSTALL} -c" INSTALL_PROGRAM="${INSTALL_PROGRAM}" \\\n	INSTALL_MAN="${INSTALL_MAN}" INSTALL_SCRIPT="${INSTALL_SCRIPT}" INSTALL_DATA="${INSTALL_DATA}" \\\n	YACC="${YACC}" ${CONFIGURE_ENV} ${_CONFIGURE_SCRIPT} ${CONFIGURE_ARGS}\n';

// src/recipe/openbsd/mk/infrastructure/mk/cpan.port.mk
var cpan_port_default = "# A distribution from CPAN, by the author's folder or by that of the module's first word.\n\nPKGNAME ?= p5-${DISTNAME}\n.if defined(CPAN_AUTHOR)\nMASTER_SITES ?= ${MASTER_SITE_PERL_CPAN:=../by-authors/id/${CPAN_AUTHOR:C/^(.).*/\\1/}/${CPAN_AUTHOR:C/^(..).*/\\1/}/${CPAN_AUTHOR}/}\n.else\nMASTER_SITES ?= ${MASTER_SITE_PERL_CPAN:=${DISTNAME:C/-.*$//}/}\n.endif\nHOMEPAGE ?= http://search.cpan.org/dist/${DISTNAME:C/-[^-]*$//}/\nCATEGORIES += perl5\n\n.if !${CONFIGURE_STYLE:L:Mperl}\nCONFIGURE_STYLE += perl\n.endif\n.if !${MODULES:L:Mperl}\nMODULES += perl\n.endif\n\n# Tests use what the modules use.\nTEST_DEPENDS += ${RUN_DEPENDS}\n.if defined(MAKE_ENV) && !empty(MAKE_ENV:MTEST_POD=*)\nTEST_DEPENDS += devel/p5-Test-Pod devel/p5-Test-Pod-Coverage\n.endif\n\n.if defined(MODCPAN_EXAMPLES) && ${MODCPAN_EXAMPLES:L} == \"yes\"\nMODCPAN_EXAMPLES_DIR ?= ${PREFIX}/share/examples/p5-${DISTNAME:C/-([0-9]+\\.[0-9]+).*$//g}\nMODCPAN_EXAMPLES_DIST ?= examples\nMODCPAN_POST_INSTALL = ${INSTALL_DATA_DIR} ${MODCPAN_EXAMPLES_DIR}; \\\n	cp -R ${WRKSRC}/${MODCPAN_EXAMPLES_DIST}/. ${MODCPAN_EXAMPLES_DIR}\n.  if !target(post-install)\npost-install:\n	${MODCPAN_POST_INSTALL}\n.  endif\n.endif\n";

// src/recipe/openbsd/mk/infrastructure/mk/fetch.mk
var fetch_default = '# What is fetched, and from where.\n\nMASTER_SITE_OVERRIDE ?= No\n.include "${PORTSDIR}/infrastructure/mk/sites.mk"\n\n# --- DIST_TUPLE: archives of forges -------------------------------------------------------------------------------\n\nSITES.codeberg ?= https://codeberg.org/\nSITES.github ?= https://github.com/\nSITES.gitlab ?= https://gitlab.com/\nSITES.gnome ?= https://gitlab.gnome.org/\nSITES.kde ?= https://invent.kde.org/\nSITES.srht ?= https://git.sr.ht/\n\n# Each is kept as ACCOUNT-PROJECT-ID.tar.gz. What is no digest of a commit is a tag.\n.for _forge _account _project _id _folder in ${DIST_TUPLE}\nEXTRACT_SUFX.${_forge} ?= .tar.gz\n_FORGE_HOME = ${_account}/${_project}\n.  if "${_forge}" == "srht"\n_FORGE_HOME = ~${_account}/${_project}\n.  endif\n.  if "${_forge}" == "github" && "${_id:C/^[0-9a-f]{10,40}$//}" != ""\n_FORGE_FILE = {${_FORGE_HOME}/archive/refs/tags/}${_id}\n.  elif "${_forge}" == "gnome"\n_FORGE_FILE = {${_FORGE_HOME}/-/archive/${_id}/}${_project}-${_id}\n.  elif "${_forge}" == "gitlab" || "${_forge}" == "kde"\n_FORGE_FILE = {${_FORGE_HOME}/-/archive/${_id}/}${_id}\n.  else\n_FORGE_FILE = {${_FORGE_HOME}/archive/}${_id}\n.  endif\n.  if !defined(SITES.${_forge})\nERRORS += "Fatal: invalid choice for DIST_TUPLE: ${_forge}"\n.  endif\nDISTFILES.${_forge} +:= ${_account}-${_project}-${_FORGE_FILE}${EXTRACT_SUFX.${_forge}}\n.  for _home in ${_FORGE_HOME}\nHOMEPAGE ?= ${SITES.${_forge}}${_home}\n.  endfor\n.endfor\n\n# --- GitHub -----------------------------------------------------------------------------------------------------\n\n.if !empty(GH_ACCOUNT) && !empty(GH_PROJECT)\n.  if !empty(GH_COMMIT) && !empty(GH_TAGNAME)\nERRORS += "Fatal: specifying both GH_TAGNAME and GH_COMMIT is invalid"\n.  endif\n.  if ${GH_TAGNAME} == master\nERRORS += "Fatal: using master as GH_TAGNAME is invalid"\n.  endif\nMASTER_SITES_GITHUB += https://github.com/${GH_ACCOUNT}/${GH_PROJECT}/archive/${GH_TAGNAME:S/$/\\//}\n.  if !defined(SITES)\nMASTER_SITES ?= ${MASTER_SITES_GITHUB}\n.  endif\nHOMEPAGE ?= https://github.com/${GH_ACCOUNT}/${GH_PROJECT}\n.endif\n\n# --- Sites ------------------------------------------------------------------------------------------------------\n\n.if defined(SITES)\nMASTER_SITES ?= ${SITES}\n.endif\nMASTER_SITES ?=\n.if !empty(MASTER_SITES)\n_HAS_SITES = Yes\n.endif\n# The backup sites come last, unless the user wants them first.\n.for _n in / 0 1 2 3 4 5 6 7 8 9\n.  for _sites in MASTER_SITES${_n:S,/,,}\n.    if defined(${_sites})\n.      if ${MASTER_SITE_OVERRIDE:L} == "no"\n${_sites} := ${${_sites}} ${MASTER_SITE_BACKUP}\n.      else\n${_sites} := ${MASTER_SITE_OVERRIDE} ${${_sites}}\n.      endif\n.    endif\n.  endfor\n.endfor\nSITES ?= ${MASTER_SITES}\n\n# --- Files ------------------------------------------------------------------------------------------------------\n\nEXTRACT_SUFX ?= .tar.gz\n.if !empty(GH_COMMIT) && defined(_MODERN)\nDISTFILES ?= ${DISTNAME}-${GH_COMMIT:C/(........).*/\\1/}{${GH_COMMIT}}${EXTRACT_SUFX}\n.elif !empty(GH_COMMIT)\nDISTFILES ?= ${DISTNAME}${EXTRACT_SUFX}{${GH_COMMIT}${EXTRACT_SUFX}}\n.elif !defined(_MODERN) && !defined(DIST_TUPLE) || \\\n	defined(DISTNAME) && (defined(_HAS_SITES) || empty(.VARIABLES:MDISTFILES.*))\nDISTFILES ?= ${DISTNAME}${EXTRACT_SUFX}\n.endif\nDISTFILES ?=\nPATCHFILES ?=\nSUPDISTFILES ?=\n\n# A distfile is kept under its name without `{…}` and `:N`; the first of a name counts. Ports in Rust have a thousand, so\n# that none is looked for in a list.\n_FILES =\n.for _list in DISTFILES PATCHFILES SUPDISTFILES\n_LIST_${_list} =\n.  for _words in ${_list} ${.VARIABLES:M${_list}.*}\n.    for _file in ${${_words}:C/:[0-9]$//:C/(.*)\\{.*\\}(.*)/\\1\\2/}\n.      if !defined(_IS_FILE.${_file})\n_IS_FILE.${_file} = Yes\n_FILES += ${_file}\n_LIST_${_list} += ${_file}\n.      endif\n.    endfor\n.  endfor\n.endfor\nEXTRACT_ONLY ?= ${_LIST_DISTFILES}\n\n# Tools that unpack.\n_UNPACKED = ${EXTRACT_ONLY} ${_LIST_PATCHFILES}\n.if !empty(_UNPACKED:M*.zip)\nBUILD_DEPENDS += archivers/unzip\n.endif\n.if !empty(_UNPACKED:M*.xz) || !empty(_UNPACKED:M*.lzma)\nBUILD_DEPENDS += archivers/xz\n.endif\n.if !empty(_UNPACKED:M*.tar.lz)\nBUILD_DEPENDS += archivers/lzip/lunzip\n.endif\n.if !empty(_UNPACKED:M*.bz2) || !empty(_UNPACKED:M*.tbz2) || !empty(_UNPACKED:M*.tbz)\nBUILD_DEPENDS += archivers/bzip2\n.endif\n.if !empty(_UNPACKED:M*.zst)\nBUILD_DEPENDS += archivers/zstd\n.endif\nPATCH_CASES ?=\nPATCH_DIST_ARGS ?= -d ${WRKDIST} --batch --forward -E ${PATCH_DIST_STRIP}\nEXTRACT_CASES ?=\n';

// src/recipe/openbsd/mk/infrastructure/mk/gnu.port.mk
var gnu_port_default = "# Configure scripts made by autoconf, and making them again.\n\nAUTOMAKE_VERSION ?= 1.4\nMODGNU_AUTOCONF_DEPENDS = devel/metaauto devel/autoconf/${AUTOCONF_VERSION}\nMODGNU_AUTOMAKE_DEPENDS = devel/metaauto devel/automake/${AUTOMAKE_VERSION}\n\n.if ${CONFIGURE_STYLE:L:Mautomake}\nBUILD_DEPENDS += ${MODGNU_AUTOMAKE_DEPENDS}\nMAKE_ENV += AUTOMAKE_VERSION=${AUTOMAKE_VERSION}\n.  if ${CONFIGURE_STYLE:L:Mautoupdate}\nCONFIGURE_STYLE += autoconf\n.  endif\n.endif\n# Today's way makes everything again.\n.if ${CONFIGURE_STYLE:L:Mautoreconf}\nAUTOCONF_VERSION ?= 2.13\nBUILD_DEPENDS += ${MODGNU_AUTOCONF_DEPENDS} ${MODGNU_AUTOMAKE_DEPENDS} devel/libtool\nMAKE_ENV += AUTOCONF_VERSION=${AUTOCONF_VERSION} AUTOMAKE_VERSION=${AUTOMAKE_VERSION}\nAUTORECONF ?= autoreconf --force --install\nAUTOCONF_DIR ?= ${WRKSRC}\n.elif ${CONFIGURE_STYLE:L:Mautoconf}\nAUTOCONF_VERSION ?= 2.13\nBUILD_DEPENDS += ${MODGNU_AUTOCONF_DEPENDS}\nAUTOCONF ?= autoconf\nAUTOUPDATE ?= autoupdate\nAUTOHEADER ?= autoheader\nAUTOCONF_DIR ?= ${WRKSRC}\nAUTOCONF_ENV = PATH=${PORTPATH} AUTOCONF_VERSION=${AUTOCONF_VERSION}\nMAKE_ENV += AUTOCONF_VERSION=${AUTOCONF_VERSION}\n.  if !${CONFIGURE_STYLE:L:Mno-autoheader}\nCONFIGURE_STYLE += autoheader\n.  endif\n.endif\n\nMODGNU_CONFIG_GUESS_DIRS ?= ${WRKSRC}\nMODGNU_configure = ${MODSIMPLE_configure}\nMODGNU_post-patch =\n\n.if ${CONFIGURE_STYLE:L:Mgnu}\n# With `dest` the folders are those of the fake root, filled in by the makefiles.\n.  if ${CONFIGURE_STYLE:L:Mdest}\n_MODGNU_ROOT = $${${DESTDIRNAME}}\n.  else\n_MODGNU_ROOT =\n.  endif\nCONFIGURE_ENV += MKDIR_P='mkdir -p' DATADIRNAME=share\nCONFIGURE_ARGS += --prefix='${_MODGNU_ROOT}${PREFIX}'\n.  if !${CONFIGURE_STYLE:L:Mold}\nCONFIGURE_ARGS += --sysconfdir='${_MODGNU_ROOT}${SYSCONFDIR}'\nCONFIGURE_ARGS += --mandir='${_MODGNU_ROOT}${PREFIX}/man'\nCONFIGURE_ARGS += --infodir='${_MODGNU_ROOT}${PREFIX}/info'\nCONFIGURE_ARGS += --localstatedir='${_MODGNU_ROOT}${LOCALSTATEDIR}'\n.  endif\nCONFIGURE_ARGS += --disable-silent-rules\n.  if !defined(BUILD_DEPENDS) || !${BUILD_DEPENDS:Mtextproc/gtk-doc}\nCONFIGURE_ARGS += --disable-gtk-doc\nCONFIGURE_ENV += ac_cv_path_GTKDOC_CHECK=\"\" ac_cv_path_GTKDOC_REBASE=\"\" ac_cv_path_GTKDOC_MKPDF=\"\"\n.  endif\nMAKE_FLAGS += mkdir_p='mkdir -p --'\n.endif\n\nTEST_TARGET ?= check\n";

// src/recipe/openbsd/mk/infrastructure/mk/imake.port.mk
var imake_port_default = '# Imakefiles.\n\n.if !${CONFIGURE_STYLE:L:Mnoman}\nINSTALL_TARGET += install.man\n.endif\n.if !exists(${X11BASE})\nIGNORE = "uses imake, but ${X11BASE} not found"\n.endif\nXMKMF ?= xmkmf -a\nXMKMF += -DPorts\nMODIMAKE_DEPENDS = devel/imake devel/imake-cf\nBUILD_DEPENDS += ${MODIMAKE_DEPENDS}\nMODIMAKE_configure = cd ${WRKSRC} && ${SETENV} ${MAKE_ENV} ${XMKMF}\n';

// src/recipe/openbsd/mk/infrastructure/mk/modules.port.mk
var modules_port_default = '# Reads the modules that MODULES names, again and again while a module adds another.\n\n.undef _MODULES_FOUND\n.for _module in ${MODULES:L}\n.  if empty(_MODULES_DONE:M${_module})\n.    if "${_module:M*/*}" != "" && exists(${PORTSDIR}/${_module}/${_module:T}.port.mk)\n.      include "${PORTSDIR}/${_module}/${_module:T}.port.mk"\n_MODULES_DONE += ${_module}\n_MODULES_FOUND = Yes\n.    elif exists(${PORTSDIR}/infrastructure/mk/${_module}.port.mk)\n.      include "${PORTSDIR}/infrastructure/mk/${_module}.port.mk"\n_MODULES_DONE += ${_module}\n_MODULES_FOUND = Yes\n.    else\nERRORS += "Fatal: Missing support for module ${_module}."\n.    endif\n.  endif\n.endfor\n.if defined(_MODULES_FOUND)\n.  include "${PORTSDIR}/infrastructure/mk/modules.port.mk"\n.endif\n';

// src/recipe/openbsd/mk/infrastructure/mk/perl.port.mk
var perl_port_default = "# Perl's own ways: Makefile.PL, or Build.PL with `modbuild`.\n\nTEST_TARGET ?= test\nMODPERL_BUILD ?= Build\nMODPERL_ADJ_FILES ?=\nMODPERL_configure = perl Makefile.PL ${CONFIGURE_ARGS}\nMODPERL_pre-fake =\n.if !empty(MODPERL_ADJ_FILES)\nMODPERL_BIN_ADJ = perl -pi -e '$$. == 1 && s|^.*perl[0-9.]*([\\s].*)?$$|\\#!/usr/bin/perl$$1|; close ARGV if eof'\nMODPERL_pre-configure = for f in ${MODPERL_ADJ_FILES}; do ${MODPERL_BIN_ADJ} ${WRKSRC}/$${f}; done\n.endif\n\n.if ${CONFIGURE_STYLE:L:Mmodbuild}\n.  if ${CONFIGURE_STYLE:L:Mtiny}\nBUILD_DEPENDS += devel/p5-Module-Build-Tiny\n.  elif !${CONFIGURE_STYLE:L:Mnone}\nBUILD_DEPENDS += devel/p5-Module-Build\n.  endif\n_MODPERL = cd ${WRKSRC} && ${SETENV} ${MAKE_ENV} perl ${MODPERL_BUILD}\nMODPERL_BUILD_TARGET = ${_MODPERL} build\nMODPERL_TEST_TARGET = ${_MODPERL} ${TEST_TARGET}\nMODPERL_INSTALL_TARGET = ${_MODPERL} ${FAKE_TARGET} --destdir=${WRKINST}\n.  for _phase in build test install\n.    if !target(do-${_phase})\ndo-${_phase}:\n	@${MODPERL_${_phase:U}_TARGET}\n.    endif\n.  endfor\n.elif ${CONFIGURE_STYLE:L:Mmodinst}\nBUILD_DEPENDS += devel/p5-Module-Install\nCONFIGURE_ARGS += --skipdeps\n.endif\n\nP5SITE = libdata/perl5/site_perl\nP5ARCH = ${P5SITE}/${MACHINE_ARCH}-openbsd\nSUBST_VARS += P5ARCH P5SITE\n";

// src/recipe/openbsd/mk/infrastructure/mk/sites.mk
var sites_default = "# The sites that many files lie on, under the names that ports use: MASTER_SITE_GNU and the like, and SITE_GNU in the\n# modern spelling. Each ends in a slash, and they are tried in this order.\n\nMASTER_SITE_OPENBSD ?= \\\n	http://ftp.openbsd.org/pub/OpenBSD/distfiles/ \\\n	ftp://ftp.usa.openbsd.org/pub/OpenBSD/distfiles/ \\\n	http://ftp.fr.openbsd.org/pub/OpenBSD/distfiles/\n# Where what was once fetched for a port is kept.\nMASTER_SITE_BACKUP ?= ${MASTER_SITE_OPENBSD:=${DIST_SUBDIR}/}\n\nMASTER_SITE_GNU += \\\n	http://ftpmirror.gnu.org/ \\\n	https://ftp.gnu.org/gnu/ \\\n	http://ftp.funet.fi/pub/gnu/prep/ \\\n	ftp://ftp.gnu.org/gnu/ \\\n	ftp://ftp.cs.tu-berlin.de/pub/gnu/ \\\n	http://mirrors.dotsrc.org/gnu/ \\\n	http://ftp.kddilabs.jp/GNU/ \\\n	http://ftp.nluug.nl/pub/gnu/\n\nMASTER_SITE_GCC += \\\n	http://ftp.nluug.nl/languages/gcc/ \\\n	ftp://gcc.gnu.org/pub/gcc/ \\\n	http://gd.tuwien.ac.at/gnu/gcc/ \\\n	http://gcc.igor.onlinedirect.bg/ \\\n	http://gcc.parentinginformed.com/ \\\n	http://gcc.skazkaforyou.com/ \\\n	ftp://ftp.irisa.fr/pub/mirrors/gcc.gnu.org/gcc/ \\\n	ftp://ftp.fu-berlin.de/unix/languages/gcc/ \\\n	ftp://ftp.gwdg.de/pub/misc/gcc/ \\\n	ftp://ftp.mpi-sb.mpg.de/pub/gnu/mirror/gcc.gnu.org/pub/gcc/ \\\n	http://gcc.cybermirror.org/ \\\n	ftp://ftp.ntua.gr/pub/gnu/gcc/ \\\n	http://robotlab.itk.ppke.hu/gcc/ \\\n	http://gcc.fyxm.net/ \\\n	http://www.mirrorservice.org/sites/sourceware.org/pub/gcc/ \\\n	http://gcc-uk.internet.bs/\n\nMASTER_SITE_XORG += \\\n	http://ftp.x.org/pub/individual/ \\\n	http://ftp.gwdg.de/pub/x11/x.org/pub/individual/ \\\n	http://ftp.mirrorservice.org/sites/ftp.x.org/pub/individual/\n\nMASTER_SITE_XCONTRIB += \\\n	http://ftp.gwdg.de/pub/x11/x.org/contrib/ \\\n	ftp://ftp.x.org/contrib/ \\\n	http://ftp.kddilabs.jp/X11/ftp.x.org/contrib/ \\\n	ftp://ftp.uvsq.fr/pub/X11/x.org/contrib/\n\nMASTER_SITE_R5CONTRIB += ${MASTER_SITE_XCONTRIB:=../R5contrib/}\n\nMASTER_SITE_SUNSITE += \\\n	http://www.ibiblio.org/pub/Linux/ \\\n	http://ftp.tuwien.ac.at/pub/linux/ibiblio/ \\\n	http://ftp.uniovi.es/pub/linux/ \\\n	http://ftp.lip6.fr/pub/linux/sunsite/ \\\n	http://ftp.man.poznan.pl/pub/linux/sunsite/ \\\n	http://ftp.kddilabs.jp/Linux/metalab.unc.edu/ \\\n	ftp://metalab.unc.edu/pub/Linux/ \\\n	ftp://ftp.cs.tu-berlin.de/pub/linux/Mirrors/sunsite.unc.edu/ \\\n	ftp://ftp.uvsq.fr/pub/linux/sunsite/ \\\n	ftp://ftp.nvg.ntnu.no/pub/mirrors/metalab.unc.edu/ \\\n	http://ftp.icm.edu.pl/vol/rzm1/linux-sunsite/ \\\n	ftp://ftp.cse.cuhk.edu.hk/pub/Linux/ \\\n	http://ftp.nluug.nl/metalab/\n\nMASTER_SITE_SOURCEFORGE += http://downloads.sourceforge.net/sourceforge/\n\nMASTER_SITE_SOURCEFORGE_JP += \\\n	http://osdn.dl.sourceforge.jp/ \\\n	http://downloads.sourceforge.jp/ \\\n	http://prdownloads.sourceforge.jp/\n\nMASTER_SITE_GNOME += \\\n	http://ftp.acc.umu.se/pub/GNOME/ \\\n	http://ftp1.nluug.nl/windowing/gnome/ \\\n	http://ftp.belnet.be/ftp.gnome.org/ \\\n	http://ftp.df.lth.se/pub/gnome/ \\\n	http://ftp.gnome.org/pub/GNOME/ \\\n	ftp://ftp.cse.buffalo.edu/pub/Gnome/ \\\n	ftp://ftp.nara.wide.ad.jp/pub/X11/GNOME/ \\\n	http://mirrors.ustc.edu.cn/gnome \\\n	http://mirror.nbtelecom.com.br/gnome/\n\nMASTER_SITE_PERL_CPAN += \\\n	http://www.cpan.org/CPAN/modules/by-module/ \\\n	http://mirror.sov.uk.goscomb.net/CPAN/modules/by-module/ \\\n	http://ftp.cpan.org/pub/CPAN/modules/by-module/ \\\n	http://backpan.perl.org/modules/by-module/ \\\n	ftp://ftp.cpan.org/pub/CPAN/modules/by-module/ \\\n	ftp://ftp.funet.fi/pub/languages/perl/CPAN/modules/by-module/ \\\n	http://www.dnsbalance.ring.gr.jp/archives/lang/perl/CPAN/modules/by-module/\n\nMASTER_SITE_TEX_CTAN += \\\n	http://mirror.ctan.org/ \\\n	http://ftp.funet.fi/pub/TeX/CTAN/ \\\n	ftp://ctan.unsw.edu.au/tex-archive/ \\\n	ftp://ftp.cise.ufl.edu/pub/mirrors/tex-archive/ \\\n	ftp://ftp.tex.ac.uk/tex-archive/ \\\n	http://ftp.kddilabs.jp/CTAN/ \\\n	http://mirrors.dotsrc.org/ctan/ \\\n	http://ctan.tug.org/tex-archive/ \\\n	http://ftp.dante.de/tex-archive/ \\\n	ftp://ftp.uvsq.fr/pub/TeX/CTAN/ \\\n	http://www.ctan.org/pub/tex-archive/\n\nMASTER_SITE_KDE += \\\n	http://kde.mirror.anlx.net/ \\\n	http://mirrors.dotsrc.org/kde/ \\\n	http://ftp.SURFnet.nl/windowing/kde/ \\\n	http://ftp.tuniv.szczecin.pl/pub/kde/ \\\n	http://ftp.kddilabs.jp/X11/kde/ \\\n	ftp://ftp.uvsq.fr/pub/X11/kde/ \\\n	http://ftp.funet.fi/pub/mirrors/ftp.kde.org/pub/kde/ \\\n	ftp://ftp.kde.org/pub/kde/ \\\n	ftp://ftp.fu-berlin.de/pub/unix/X11/gui/kde/\n\nMASTER_SITE_SAVANNAH += \\\n	http://download.savannah.nongnu.org/releases/ \\\n	http://download-mirror.savannah.nongnu.org/releases/ \\\n	http://ftp.cc.uoc.gr/mirrors/nongnu.org/ \\\n	http://ftp.twaren.net/Unix/NonGNU/ \\\n	http://mirror.csclub.uwaterloo.ca/nongnu/ \\\n	http://mirrors.zerg.biz/nongnu/ \\\n	http://nongnu.askapache.com/ \\\n	http://savannah.c3sl.ufpr.br/ \\\n	ftp://savannah.c3sl.ufpr.br/savannah-nongnu/\n\nMASTER_SITE_AFTERSTEP += \\\n	ftp://ftp.afterstep.org/ \\\n	http://ftp.kddilabs.jp/X11/AfterStep/\n\nMASTER_SITE_WINDOWMAKER += http://www.windowmaker.org/pub/\n\nMASTER_SITE_FREEBSD_LOCAL += http://distcache.FreeBSD.org/local-distfiles/\n\nMASTER_SITE_PACKETSTORM += \\\n	http://dl.packetstormsecurity.net/ \\\n	http://packetstorm.foofus.com/ \\\n	http://packetstorm.sigterm.no/ \\\n	http://packetstorm.interhost.co.il/ \\\n	http://packetstorm.wowhacker.com/\n\nMASTER_SITE_APACHE += \\\n	http://www.reverse.net/pub/apache/ \\\n	http://www.mirrorservice.org/sites/ftp.apache.org/ \\\n	http://archive.apache.org/dist/ \\\n	http://www.meisei-u.ac.jp/mirror/apache/dist/ \\\n	http://apache.belnet.be/ \\\n	ftp://ftp.uni-erlangen.de/pub/mirrors/apache/ \\\n	http://apache.mirror.aussiehq.net.au/ \\\n	http://apache.sunsite.ualberta.ca/ \\\n	http://www.apache.org/dist/\n\nMASTER_SITE_PYPI += https://pypi.python.org/packages/source/\n\nMASTER_SITE_RUBYGEMS += https://rubygems.org/downloads/\n\nMASTER_SITE_ISC += \\\n	http://ftp.isc.org/isc/ \\\n	http://www.mirrorservice.org/sites/ftp.isc.org/isc/ \\\n	http://ftp.iij.ad.jp/pub/network/isc/ \\\n	ftp://ftp.isc.org/isc/ \\\n	ftp://ftp.arcane-networks.net/pub/mirrors/ftp.isc.org/isc/ \\\n	ftp://ftp.nominum.com/pub/isc/\n\nMASTER_SITE_DEBIAN += \\\n	http://ftp.au.debian.org/debian/pool/ \\\n	http://ftp.de.debian.org/debian/pool/ \\\n	http://ftp.debian.org/debian/pool/ \\\n	http://ftp.fr.debian.org/debian/pool/ \\\n	http://ftp.nl.debian.org/debian/pool/ \\\n	http://ftp.uk.debian.org/debian/pool/ \\\n	http://ftp.us.debian.org/debian/pool/\n\nMASTER_SITES_GNUPG += \\\n	https://www.gnupg.org/ftp/gcrypt/ \\\n	http://mirrors.dotsrc.org/gcrypt/ \\\n	ftp://ftp.gnupg.org/gcrypt/\n\n# Their modern names, and where they are now.\nSITE_CRATESIO ?= https://static.crates.io/crates/\nSITE_HACKAGE ?= https://hackage.haskell.org/package/\nSITE_PYPI ?= https://files.pythonhosted.org/packages/source/\n.for _site in OPENBSD BACKUP \\\n	GNU GCC XORG XCONTRIB R5CONTRIB SUNSITE SOURCEFORGE SOURCEFORGE_JP GNOME PERL_CPAN TEX_CTAN KDE \\\n	SAVANNAH AFTERSTEP WINDOWMAKER FREEBSD_LOCAL PACKETSTORM APACHE RUBYGEMS NPM ISC DEBIAN\nSITE_${_site} ?= ${MASTER_SITE_${_site}}\n.endfor\n";

// src/recipe/openbsd/mk/lang/lua/lua.port.mk
var lua_port_default = '# Lua 5.1, or another version with the flavor of its name.\n\nCATEGORIES += lang/lua\nMODLUA_DEFAULT_VERSION = 5.1\n.if !defined(MODLUA_VERSION)\nFLAVORS += lua52 lua53\n.endif\nFLAVOR ?=\n.for _flavor _version in lua52 5.2 lua53 5.3\n.  if ${FLAVOR:M${_flavor}}\nMODLUA_VERSION = ${_version}\n.  endif\n.endfor\nMODLUA_VERSION ?= ${MODLUA_DEFAULT_VERSION}\n\n# 5.1 is not named; any other stands in the stem, unless the port is a program that happens to embed it.\nMODLUA_SA ?= No\n.if "${MODLUA_VERSION}" == "5.1"\nMODLUA_FLAVOR =\n.elif "${MODLUA_VERSION}" == "5.2" || "${MODLUA_VERSION}" == "5.3"\nMODLUA_FLAVOR = lua${MODLUA_VERSION:S/.//}\n.  if !${MODLUA_SA:L:Myes}\nFULLPKGNAME ?= ${PKGNAME:S/^lua/${MODLUA_FLAVOR}/}\n.  endif\n.else\nERRORS += "Invalid MODLUA_VERSION set: ${MODLUA_VERSION}."\n.endif\n\nMODLUA_DEP_VERSION ?= ${MODLUA_VERSION:S/.//g}\nMODLUA_DEP = lua${MODLUA_DEP_VERSION}\nMODLUA_WANTLIB = lua${MODLUA_VERSION}\nMODLUA_LIB = -l${MODLUA_WANTLIB}\nMODLUA_LIB_DEPENDS = lang/lua/${MODLUA_VERSION}\nMODLUA_BIN = ${LOCALBASE}/bin/lua${MODLUA_DEP_VERSION}\nMODLUA_INCL_DIR = ${LOCALBASE}/include/lua-${MODLUA_VERSION}/\nMODLUA_EXAMPLEDIR = ${PREFIX}/share/examples/${FULLPKGNAME}/\nMODLUA_DOCDIR = ${PREFIX}/share/doc/${FULLPKGNAME}/\nMODLUA_LIBDIR = ${PREFIX}/lib/lua/${MODLUA_VERSION}/\nMODLUA_DATADIR = ${PREFIX}/share/lua/${MODLUA_VERSION}/\n\n# What depends on a version of Lua depends on the same version of other modules.\n.for _kind in RUN BUILD TEST\n.  for _path in ${MODLUA_${_kind}_DEPENDS}\n_MODLUA_${_kind}_DEPENDS += ${_path},${MODLUA_FLAVOR}\n.  endfor\n.endfor\nMODLUA_RUNDEP ?= Yes\nMODLUA_BUILDDEP ?= Yes\n.if ${MODLUA_RUNDEP:L} == yes\nRUN_DEPENDS += ${MODLUA_LIB_DEPENDS} ${_MODLUA_RUN_DEPENDS}\n.endif\n.if ${NO_BUILD:L} == "no" && "${MODLUA_BUILDDEP:L}" == "yes"\nBUILD_DEPENDS += ${_MODLUA_BUILD_DEPENDS} ${MODLUA_LIB_DEPENDS}\n.endif\nTEST_DEPENDS += ${_MODLUA_TEST_DEPENDS}\nSUBST_VARS += MODLUA_VERSION MODLUA_LIB MODLUA_INCL_DIR MODLUA_EXAMPLEDIR MODLUA_DOCDIR MODLUA_LIBDIR \\\n	MODLUA_DATADIR MODLUA_DEP MODLUA_DEP_VERSION MODLUA_BIN\n';

// src/recipe/openbsd/mk/lang/python/python.port.mk
var python_port_default = '# Python 2, or 3 with the flavor python3.\n\nCATEGORIES += lang/python\nMODPY_DEFAULT_VERSION_2 = 2.7\nMODPY_DEFAULT_VERSION_3 = 3.4\n# Today\'s ports say what makes their wheel, and are of Python 3.\nMODPY_PYBUILD ?= No\n.if defined(MODPY_DISTV)\nMODPY_EGG_VERSION ?= ${MODPY_DISTV}\nSUBST_VARS += MODPY_DISTV\n.endif\n.if ${MODPY_PYBUILD:L} != "no"\nMODPY_VERSION ?= ${MODPY_DEFAULT_VERSION_3}\n.endif\n.if defined(MODPY_VERSION)\n.  if empty(MODPY_VERSION:M2.7) && empty(MODPY_VERSION:M3.*)\nERRORS += "Fatal: unknown or unsupported MODPY_VERSION: ${MODPY_VERSION}"\n.  endif\n.else\nFLAVOR ?=\n.  if ${FLAVOR:Mpython3}\nMODPY_VERSION = ${MODPY_DEFAULT_VERSION_3}\n.  else\nMODPY_VERSION = ${MODPY_DEFAULT_VERSION_2}\n.  endif\n.endif\n\nMODPY_MAJOR_VERSION = ${MODPY_VERSION:R}\n.if ${MODPY_MAJOR_VERSION} == 2\nMODPY_LIB_SUFFIX =\nMODPY_FLAVOR =\nMODPY_BIN_SUFFIX =\nMODPY_PY_PREFIX = py-\nMODPY_PYCACHE =\nMODPY_PYC_MAGIC_TAG =\nMODPY_COMMENT = "@comment "\n.else\nMODPY_LIB_SUFFIX = m\nMODPY_FLAVOR = ,python3\nMODPY_BIN_SUFFIX = -3\nMODPY_PY_PREFIX = py3-\nMODPY_MAJORMINOR = ${MODPY_VERSION:S/.//}\nMODPY_PYCACHE = "__pycache__/"\nMODPY_PYC_MAGIC_TAG = "cpython-${MODPY_MAJORMINOR}."\nMODPY_COMMENT =\n# The version shows in the stem, not in the flavors.\nFULLPKGNAME ?= ${PKGNAME:S/^py-/py3-/}${FLAVOR_EXT:S/-python3//}\n.endif\n\n_MODPY_FOLDER = lang/python/${MODPY_VERSION}\n.if ${MODPY_PYBUILD:L} != "no"\n_MODPY_FOLDER = lang/python/${MODPY_MAJOR_VERSION}\nMODPY_FLAVOR =\nMODPY_LIB_SUFFIX =\n.endif\nMODPY_WANTLIB = python${MODPY_VERSION}${MODPY_LIB_SUFFIX}\nMODPY_RUN_DEPENDS = ${_MODPY_FOLDER}\nMODPY_LIB_DEPENDS = ${_MODPY_FOLDER}\n_MODPY_BUILD_DEPENDS = ${_MODPY_FOLDER}\nMODPY_TKINTER_DEPENDS = ${_MODPY_FOLDER},-tkinter\nMODPY_BUILDDEP ?= Yes\nMODPY_RUNDEP ?= Yes\n.if ${NO_BUILD:L} == "no" && ${MODPY_BUILDDEP:L} == "yes"\nBUILD_DEPENDS += ${_MODPY_BUILD_DEPENDS}\n.endif\n.if ${MODPY_RUNDEP:L} == "yes"\nRUN_DEPENDS += ${MODPY_RUN_DEPENDS}\n.endif\n\n.if ${MODPY_PYBUILD:L} != "no"\n_MODPY_WHEEL = Yes\nMODPY_PYTEST ?= Yes\nBUILD_DEPENDS += devel/py-build devel/py-installer\n_MODPY_BACKEND_setuptools = devel/py-setuptools devel/py-wheel\n_MODPY_BACKEND_setuptools_scm = ${_MODPY_BACKEND_setuptools} devel/py-setuptools_scm\n_MODPY_BACKEND_setuptools-rust = ${_MODPY_BACKEND_setuptools} devel/py-setuptools-rust\n_MODPY_BACKEND_pbr = devel/py-pbr ${_MODPY_BACKEND_setuptools}\n_MODPY_BACKEND_maturin = devel/maturin\n_MODPY_BACKEND_mesonpy = devel/meson-python\n_MODPY_BACKEND_pdm = devel/py-pdm-backend\n_MODPY_BACKEND_other =\n.  for _backend in ${MODPY_PYBUILD}\n_MODPY_BACKEND_${_backend} ?= devel/py-${_backend}\nBUILD_DEPENDS += ${_MODPY_BACKEND_${_backend}}\n.  endfor\n.  if ${MODPY_PYBUILD:Mmaturin} || ${MODPY_PYBUILD:Msetuptools-rust}\nMODULES += devel/cargo\nMODCARGO_INSTALL ?= No\nMODCARGO_TEST ?= No\n.  endif\n.else\nMODPY_PYTEST ?= No\n.endif\n.if ${MODPY_PYTEST:L} == "yes" && ${NO_TEST:L} == "no"\nTEST_DEPENDS += ${RUN_DEPENDS} devel/py-test\n.endif\n\n.if defined(MODPY_SETUPTOOLS) && ${MODPY_SETUPTOOLS:L} == "yes"\nMODPY_SETUPUTILS = Yes\nMODPY_SETUPUTILS_DEPEND ?= devel/py-setuptools${MODPY_FLAVOR}>=18.2v0\nMODPY_RUN_DEPENDS += ${MODPY_SETUPUTILS_DEPEND}\nBUILD_DEPENDS += ${MODPY_SETUPUTILS_DEPEND}\nTEST_TARGET ?= test\n.else\nMODPY_SETUPUTILS = No\n.endif\n\n.if defined(MODPY_PI) && ${MODPY_PI:L} == "yes"\n_MODPY_EGG_NAME = ${DISTNAME:S/-${MODPY_EGG_VERSION}//}\nMODPY_PI_DIR ?= ${DISTNAME:C/^([a-zA-Z0-9]).*/\\1/}/${_MODPY_EGG_NAME}\nMASTER_SITES = ${MASTER_SITE_PYPI:=${MODPY_PI_DIR}/}\nHOMEPAGE ?= https://pypi.python.org/pypi/${_MODPY_EGG_NAME}\n.endif\n\nMODPY_BIN = ${LOCALBASE}/bin/python${MODPY_VERSION}\nMODPY_INCDIR = ${LOCALBASE}/include/python${MODPY_VERSION}${MODPY_LIB_SUFFIX}\nMODPY_LIBDIR = ${LOCALBASE}/lib/python${MODPY_VERSION}\nMODPY_SITEPKG = ${MODPY_LIBDIR}/site-packages\nCONFIGURE_ENV += PYTHON="${MODPY_BIN}" ac_cv_prog_PYTHON="${MODPY_BIN}" ac_cv_path_PYTHON="${MODPY_BIN}"\nSUBST_VARS := MODPY_PYCACHE MODPY_COMMENT MODPY_PYC_MAGIC_TAG MODPY_BIN MODPY_EGG_VERSION MODPY_VERSION \\\n	MODPY_BIN_SUFFIX MODPY_PY_PREFIX ${SUBST_VARS}\n\nMODPY_ADJ_FILES ?=\n.if !empty(MODPY_ADJ_FILES)\nMODPY_BIN_ADJ = perl -pi -e \'$$. == 1 && s|^.*python.*$$|\\#!${MODPY_BIN}|; close ARGV if eof\'\nMODPYTHON_pre-configure += for f in ${MODPY_ADJ_FILES}; do ${MODPY_BIN_ADJ} ${WRKSRC}/$${f}; done\n.endif\n\nMODPY_SETUP ?= setup.py\nMODPY_DISTUTILS_BUILD ?= build --build-base=${WRKSRC}\n.if ${MODPY_SETUPUTILS:L} == "yes"\nMODPY_DISTUTILS_INSTALL ?= install --prefix=${LOCALBASE} --root=${DESTDIR} --single-version-externally-managed\n.else\nMODPY_DISTUTILS_INSTALL ?= install --prefix=${LOCALBASE} --root=${DESTDIR}\n.endif\nMODPY_CMD = cd ${WRKSRC} && ${SETENV} ${MAKE_ENV} ${MODPY_BIN} ./${MODPY_SETUP} ${MODPY_SETUP_ARGS}\nMODPY_BUILD_TARGET = ${MODPY_CMD} ${MODPY_DISTUTILS_BUILD} ${MODPY_DISTUTILS_BUILDARGS}\nMODPY_INSTALL_TARGET = ${MODPY_BUILD_TARGET} ${MODPY_DISTUTILS_INSTALL} ${MODPY_DISTUTILS_INSTALLARGS}\nMODPY_TEST_TARGET = ${MODPY_CMD} ${TEST_TARGET}\n.if empty(CONFIGURE_STYLE) && ${MODPY_PYBUILD:L} == "no"\n.  for _phase in build install test\n.    if !target(do-${_phase}) && ("${_phase}" != "test" || ${MODPY_SETUPUTILS:L} == "yes")\ndo-${_phase}:\n	@${MODPY_${_phase:U}_TARGET}\n.    endif\n.  endfor\n.endif\n';

// src/recipe/openbsd/mk/lang/tcl/tcl.port.mk
var tcl_port_default = '# Tcl: one version of several.\n\nCATEGORIES += lang/tcl\nMODTCL_VERSION ?= 8.5\n.for _version _next in 8.4 8.5 8.5 8.6 8.6 8.7\n.  if "${MODTCL_VERSION}" == "${_version}"\n_MODTCL_SPEC = tcl->=${_version},<${_next}\nMODTCL_LIB ?= tcl${_version:S/.//}\n.  endif\n.endfor\nMODTCL_BIN ?= ${LOCALBASE}/bin/tclsh${MODTCL_VERSION}\nMODTCL_INCDIR ?= ${LOCALBASE}/include/tcl${MODTCL_VERSION}\nMODTCL_TCLDIR ?= ${LOCALBASE}/lib/tcl\nMODTCL_MODDIR ?= ${MODTCL_TCLDIR}/modules\nMODTCL_LIBDIR ?= ${MODTCL_TCLDIR}/tcl${MODTCL_VERSION}\nMODTCL_CONFIG ?= ${MODTCL_LIBDIR}/tclConfig.sh\n.for _kind in BUILD RUN LIB\nMODTCL_${_kind}_DEPENDS ?= ${_MODTCL_SPEC}:lang/tcl/${MODTCL_VERSION}\n.endfor\nMODTCL_WANTLIB ?= ${MODTCL_LIB}\nSUBST_VARS += MODTCL_VERSION MODTCL_BIN\n';

// src/recipe/openbsd/mk/textproc/intltool/intltool.port.mk
var intltool_port_default = "# Translated data files.\n\nBUILD_DEPENDS += textproc/intltool>=0.41.1p0\n.for _tool in extract merge update\nMODINTLTOOL_OVERRIDE += INTLTOOL_${_tool:U}=${LOCALBASE}/bin/intltool-${_tool}\n.endfor\nCONFIGURE_ENV += ${MODINTLTOOL_OVERRIDE}\nMAKE_ENV += ${MODINTLTOOL_OVERRIDE}\nMAKE_FLAGS += ${MODINTLTOOL_OVERRIDE}\n";

// src/recipe/openbsd/mk/x11/tk/tk.port.mk
var tk_port_default = '# Tk, with the Tcl of the same version.\n\nCATEGORIES += x11/tk\nMODTK_VERSION ?= 8.5\nMODTCL_VERSION ?= ${MODTK_VERSION}\n.for _version _next in 8.4 8.5 8.5 8.6 8.6 8.7\n.  if "${MODTK_VERSION}" == "${_version}"\n_MODTK_SPEC = tk->=${_version},<${_next}\nMODTK_LIB ?= tk${_version:S/.//}\n.  endif\n.endfor\nMODTK_BIN ?= ${LOCALBASE}/bin/wish${MODTK_VERSION}\nMODTK_INCDIR ?= ${LOCALBASE}/include/tk${MODTK_VERSION}\nMODTK_LIBDIR ?= ${MODTCL_TCLDIR}/tk${MODTK_VERSION}\nMODTK_CONFIG ?= ${MODTK_LIBDIR}/tkConfig.sh\nSUBST_VARS += MODTK_VERSION MODTK_BIN\nMODULES += lang/tcl\n.for _kind in BUILD RUN LIB\nMODTK_${_kind}_DEPENDS ?= ${_MODTK_SPEC}:x11/tk/${MODTK_VERSION} ${MODTCL_${_kind}_DEPENDS}\n.endfor\nMODTK_WANTLIB ?= ${MODTK_LIB} ${MODTCL_WANTLIB}\n';

// src/recipe/openbsd/own-mk.ts
var OWN_MK = /* @__PURE__ */ new Map([
  ["converters/libiconv/libiconv.port.mk", libiconv_port_default],
  ["devel/cargo/cargo.port.mk", cargo_port_default],
  ["devel/cmake/cmake.port.mk", cmake_port_default],
  ["devel/dconf/dconf.port.mk", dconf_port_default],
  ["devel/gettext/gettext.port.mk", gettext_port_default],
  ["devel/meson/meson.port.mk", meson_port_default],
  ["devel/scons/scons.port.mk", scons_port_default],
  ["infrastructure/mk/arch-defines.mk", arch_defines_default],
  ["infrastructure/mk/bsd.port.arch.mk", bsd_port_arch_default],
  ["infrastructure/mk/bsd.port.mk", bsd_port_default],
  ["infrastructure/mk/commands.mk", commands_default],
  ["infrastructure/mk/cpan.port.mk", cpan_port_default],
  ["infrastructure/mk/fetch.mk", fetch_default],
  ["infrastructure/mk/gnu.port.mk", gnu_port_default],
  ["infrastructure/mk/imake.port.mk", imake_port_default],
  ["infrastructure/mk/modules.port.mk", modules_port_default],
  ["infrastructure/mk/perl.port.mk", perl_port_default],
  ["infrastructure/mk/sites.mk", sites_default],
  ["lang/lua/lua.port.mk", lua_port_default],
  ["lang/python/python.port.mk", python_port_default],
  ["lang/tcl/tcl.port.mk", tcl_port_default],
  ["textproc/intltool/intltool.port.mk", intltool_port_default],
  ["x11/tk/tk.port.mk", tk_port_default]
]);

// src/recipe/openbsd/mk/share/bsd.own.mk
var bsd_own_default = "# What OpenBSD's bsd.own.mk says to ports: owners and modes of installed files, and how the base system's own\n# compiler and linker are used. A user's mk.conf is not read: a port must come out the same for everybody.\n\nBSD_OWN_MK = Done\n\nWARNINGS ?= no\nSKEY ?= yes\nYP ?= yes\nCOMPILER_VERSION ?= clang\nBUILD_GCC3 ?= no\nBUILD_GCC4 ?= no\nBUILD_CLANG ?= yes\nLINKER_VERSION ?= lld\nSTATICPIE ?= -pie\nNOPIE_FLAGS ?= -fno-pie\nNOPIE_LDFLAGS ?= -nopie\nDEFAULT_PIE_DEF = -DPIE_DEFAULT=1\nPIE_DEFAULT ?= ${DEFAULT_PIE_DEF}\nPICFLAG ?= -fpic\nSTATIC ?= -static ${STATICPIE}\n\nBSDSRCDIR ?= /usr/src\nBSDOBJDIR ?= /usr/obj\nGNUSYSTEM_AUX_DIR ?= ${BSDSRCDIR}/share/gnu\n\nBINGRP ?= bin\nBINOWN ?= root\nBINMODE ?= 555\nNONBINMODE ?= 444\nDIRMODE ?= 755\n.for _what _dir _group in SHARE /usr/share bin MAN /usr/share/man/man bin LIB /usr/lib bin DOC /usr/share/doc bin \\\n	LOCALE /usr/share/locale wheel\n${_what}DIR ?= ${_dir}\n${_what}GRP ?= ${_group}\n${_what}OWN ?= root\n${_what}MODE ?= ${NONBINMODE}\n.endfor\n\nINSTALL_COPY ?= -c\n.if !defined(DEBUG)\nINSTALL_STRIP ?= -s\n.endif\nCDIAGFLAGS ?= -Wall -Wpointer-arith -Wuninitialized -Wstrict-prototypes -Wmissing-prototypes -Wunused -Wsign-compare \\\n	-Wshadow\n\nBUILDUSER ?= build\nWOBJGROUP ?= wobj\nWOBJUMASK ?= 007\n";

// src/recipe/openbsd/mk/share/bsd.port.arch.mk
var bsd_port_arch_default2 = '# What a port includes as <bsd.port.arch.mk>: the file of that name in the ports tree, behind the system\'s own settings.\n\n.if !defined(BSD_OWN_MK)\n.  include <bsd.own.mk>\n.endif\nPORTSDIR ?= /usr/ports\n.include "${PORTSDIR}/infrastructure/mk/bsd.port.arch.mk"\n';

// src/recipe/openbsd/mk/share/bsd.port.mk
var bsd_port_default2 = '# What a port includes as <bsd.port.mk>: the file of that name in the ports tree, behind the system\'s own settings.\n\n.if !defined(BSD_OWN_MK)\n.  include <bsd.own.mk>\n.endif\nPORTSDIR ?= /usr/ports\n.include "${PORTSDIR}/infrastructure/mk/bsd.port.mk"\n';

// src/recipe/openbsd/mk/share/bsd.port.subdir.mk
var bsd_port_subdir_default = '# What a port includes as <bsd.port.subdir.mk>: the file of that name in the ports tree, behind the system\'s own settings.\n\n.if !defined(BSD_OWN_MK)\n.  include <bsd.own.mk>\n.endif\nPORTSDIR ?= /usr/ports\n.include "${PORTSDIR}/infrastructure/mk/bsd.port.subdir.mk"\n';

// src/recipe/openbsd/system-mk.ts
var SYSTEM_MK = new Map([
  ["bsd.own.mk", bsd_own_default],
  ["bsd.port.arch.mk", bsd_port_arch_default2],
  ["bsd.port.mk", bsd_port_default2],
  ["bsd.port.subdir.mk", bsd_port_subdir_default],
  // They say how programs are built, which concerns nobody who reads.
  ...["dep", "lib", "man", "obj", "prog", "regress", "subdir", "sys"].map(
    (name) => [`bsd.${name}.mk`, ""]
  )
]);

// src/recipe/openbsd/world.ts
var PORTSDIR = "/usr/ports";
var SYSTEM = "/usr/share/mk";
var X11_PAGES = "/usr/X11R6/man/mandoc.db";
function makeRequestFor(tree, request) {
  const machine = machineOf(request.arch);
  const { pkgpath, flavors: flavors2 } = request;
  const folder = pkgpath === "" ? PORTSDIR : `${PORTSDIR}/${pkgpath}`;
  return {
    files: filesFor(tree, request),
    makefile: `${folder}/Makefile`,
    environment: {
      PORTSDIR,
      PKGPATH: pkgpath,
      ARCH: machine.arch,
      HOME: "/nonexistent",
      ...flavors2 === "default" ? {} : { FLAVOR: flavors2.join(" ") }
    },
    variables: {
      ".CURDIR": folder,
      ".OBJDIR": folder,
      ".MAKE": "make",
      ".MAKEFLAGS": "",
      MFLAGS: "",
      ".TARGETS": "",
      MAKEFILE: "Makefile",
      MACHINE: machine.machine,
      MACHINE_ARCH: machine.arch,
      MACHINE_CPU: machine.arch
    },
    answer: (command) => request.shell?.get(command) ?? answerCommand(command, machine)
  };
}
function filesFor(tree, request) {
  const layers = layersFor(tree, request);
  const below = (path) => path.startsWith(`${PORTSDIR}/`) ? normal(path.slice(PORTSDIR.length + 1)) : void 0;
  const system = (name) => systemFile(name, request);
  return {
    read: (path) => {
      if (path.startsWith(`${SYSTEM}/`)) return system(path.slice(SYSTEM.length + 1));
      const inside = below(path);
      return inside === void 0 ? void 0 : first(layers, (layer) => layer.read(inside));
    },
    exists: (path) => {
      if (path === PORTSDIR || path === X11_PAGES) return true;
      const inside = below(path);
      return inside !== void 0 && layers.some((layer) => layer.exists(inside));
    },
    system: (name) => system(name) ? `${SYSTEM}/${name}` : void 0
  };
}
function first(layers, look) {
  for (const layer of layers) {
    const found = look(layer);
    if (found !== void 0) return found;
  }
  return void 0;
}
function layersFor(tree, request) {
  const { folder, pkgpath, treeName, portsTree } = request;
  const whole = treeLayer(tree, treeName);
  if (folder === pkgpath && !portsTree && hasInfrastructure(tree)) return [whole];
  const around = (path) => path.slice(0, path.lastIndexOf("/") + 1);
  const layers = [
    movedLayer(whole, { from: pkgpath === "" ? "" : `${pkgpath}/`, to: folder === "" ? "" : `${folder}/` })
  ];
  if (folder !== "") layers.push(movedLayer(whole, { from: around(pkgpath), to: around(folder) }));
  return [...layers, portsTree ? treeLayer(portsTree.tree, portsTree.name) : OWN_LAYER];
}
function hasInfrastructure(tree) {
  return tree.exists("infrastructure/mk/bsd.port.mk") === "file";
}
function movedLayer(layer, { from, to }) {
  const within2 = (path) => path.startsWith(from) ? to + path.slice(from.length) : void 0;
  return {
    read: (path) => {
      const moved = within2(path);
      return moved === void 0 ? void 0 : layer.read(moved);
    },
    exists: (path) => {
      const moved = within2(path);
      return moved !== void 0 && layer.exists(moved);
    }
  };
}
var KEPT2 = /* @__PURE__ */ new WeakMap();
function keptOf(tree) {
  let kept = KEPT2.get(tree);
  if (!kept) {
    kept = { shared: /* @__PURE__ */ new Map(), last: void 0 };
    KEPT2.set(tree, kept);
  }
  return kept;
}
function treeLayer(tree, treeName) {
  const kept = keptOf(tree);
  const known = kept.shared;
  const sourceAt = (path) => {
    const text3 = tree.read(path);
    return text3 === void 0 ? void 0 : { name: treeName === "." ? path : `${treeName}/${path}`, text: text3 };
  };
  const ownAt = (path) => {
    const source = sourceAt(path);
    if (source === void 0) return void 0;
    if (source.name !== kept.last?.name || source.text !== kept.last.text) kept.last = source;
    return kept.last;
  };
  const sharedAt = (path) => {
    let source = known.get(path);
    if (source === void 0) {
      source = sourceAt(path) ?? "nothing";
      known.set(path, source);
    }
    return source === "nothing" ? void 0 : source;
  };
  return {
    read: (path) => isShared(path) ? sharedAt(path) : ownAt(path),
    exists: (path) => isShared(path) ? sharedAt(path) !== void 0 : tree.exists(path) !== "nothing"
  };
}
function isShared(path) {
  return path.endsWith(".mk") || path.endsWith("Makefile.inc") || path.startsWith("infrastructure/");
}
var OWN_SOURCES = new Map(
  [...OWN_MK].map(([path, text3]) => [path, { name: `tarwright:${path}`, text: text3 }])
);
var OWN_LAYER = {
  read: (path) => OWN_SOURCES.get(path),
  exists: (path) => OWN_SOURCES.has(path)
};
var SYSTEM_SOURCES = new Map(
  [...SYSTEM_MK].map(([name, text3]) => [name, { name: `tarwright:${name}`, text: text3 }])
);
var EMPTY = { name: "tarwright:empty", text: "" };
function systemFile(name, { bsdPortMk }) {
  if (bsdPortMk && name === "bsd.port.mk") return bsdPortMk;
  if (bsdPortMk && name === "bsd.port.subdir.mk") return EMPTY;
  return SYSTEM_SOURCES.get(name);
}
function normal(path) {
  if (!/(^|\/)\.{0,2}(\/|$)/.test(path)) return path;
  const parts = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

// src/recipe/openbsd/alone.ts
function pkgpathAlone(tree, request) {
  const { expand: expand3 } = evaluateMakefile(makeRequestFor(tree, request), WANTED);
  const categories = wordsOf2(expand3("CATEGORIES") ?? "");
  const known = categories.map((one) => `${one}/${request.pkgpath}`).find((path) => isIn(path, request));
  if (known !== void 0) return known;
  const [category] = categories;
  if (category === void 0 || !/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(category)) return request.pkgpath;
  const folders = [...request.treePath ?? [], ...request.folder.split("/").filter(Boolean)];
  const [above, ...between] = folders.slice(-3);
  return above === category && between.length === 2 ? `${above}/${between.join("/")}` : `${category}/${request.pkgpath}`;
}
var WANTED = ["CATEGORIES"];
function isIn(pkgpath, { portsTree }) {
  const path = parsePkgpath(pkgpath);
  return path?.folder === pkgpath && portsTree?.tree.exists(`${pkgpath}/Makefile`) === "file";
}

// src/recipe/prefix.ts
var DEFAULT_PREFIX = "/app/vendor/{name}";
var PREFIX_HELP = "write an absolute path of letters, digits and `._+@-`, no part empty or with a dash first: `/app/vendor/{name}`";
function isPrefix(text3) {
  return /^(\/[A-Za-z0-9._+@][A-Za-z0-9._+@-]*)+$/.test(text3) && !text3.split("/").some((part) => part === "." || part === "..");
}
function fillPrefix({ prefix = DEFAULT_PREFIX }, { name, version: version2 }, report2) {
  const filled = prefix.replaceAll("{name}", name).replaceAll("{version}", version2);
  if (name !== "" && !isPrefix(filled)) {
    report2({
      severity: "error",
      code: "recipe/prefix",
      blame: "request",
      message: `${quoted(filled)} is not a prefix`,
      help: PREFIX_HELP
    });
  }
  return filled;
}

// src/recipe/openbsd/scene.ts
function variableOf2(scene, name) {
  return { value: scene.evaluation.expand(name) ?? "", span: placeOf(scene, [name]) };
}
function placeOf({ evaluation, start }, names) {
  const own = [...names, "PKGNAME", "DISTNAME"].map((name) => evaluation.ownPlacesOf(name).at(-1));
  return own.find((span) => span !== void 0) ?? start;
}
var WORDS_LIMIT = 2e4;
function wordsOf3(scene, name) {
  const names = [name, name.replace(/-[^-]*$/, "")];
  const places = wordPlaces(names.flatMap((one) => scene.evaluation.ownPlacesOf(one)));
  const otherwise = placeOf(scene, names);
  const words = splitWords(scene.evaluation.expand(name) ?? "");
  if (words.length > WORDS_LIMIT) {
    const message = `\`${name}\` has ${words.length} words`;
    tell(scene, otherwise, { code: "openbsd/too-much", message, help: `write at most ${WORDS_LIMIT}` });
  }
  return words.slice(0, WORDS_LIMIT).map((word2) => {
    const [, bound = "", path = ""] = /^STEM-([^:]+):(.*)$/.exec(word2) ?? [];
    const written = path === "" ? word2 : `${path}${bound}`;
    return { value: word2, span: places.get(written) ?? otherwise };
  });
}
function splitWords(text3) {
  return text3.split(/\s+/).filter(Boolean);
}
function saysYes(scene, name) {
  return variableOf2(scene, name).value.trim().toLowerCase() === "yes";
}
function saysNot(scene, name) {
  return ["", "no"].includes(variableOf2(scene, name).value.trim().toLowerCase());
}
function wordPlaces(places) {
  const found = /* @__PURE__ */ new Map();
  for (const { source, start, end } of places) {
    for (const { 0: word2, index } of source.text.slice(start, end).matchAll(/[^\s\\]+/g)) {
      const at = start + index;
      if (!found.has(word2)) found.set(word2, { source, start: at, end: at + word2.length });
    }
  }
  return found;
}
function boxed({ curdir }, text3) {
  return text3.replaceAll("/usr/bin/perl /usr/ports/infrastructure/bin/", `${PLACES.tools}/`).split(curdir).map(
    (part, index) => index === 0 ? part : `${/^[A-Za-z0-9._+-]/.test(part) ? curdir : PLACES.port}${part}`
  ).join("");
}
function subpackagesOf({ evaluation }) {
  const words = splitWords(evaluation.expand("MULTI_PACKAGES") ?? "");
  return words.length > 0 ? words : ["-"];
}
function tell({ report: report2 }, span, trouble) {
  report2({ severity: "error", blame: "recipe", span, ...trouble });
}

// src/recipe/openbsd/index-lines.ts
function indexLines(scene) {
  return subpackagesOf(scene).map((subpackage3) => fieldsOf2(scene, subpackage3).join("|"));
}
function fieldsOf2(scene, subpackage3) {
  const { evaluation, files } = scene;
  const text3 = (name) => variableOf2(scene, name).value.trim();
  const own = (name) => text3(`${name}${subpackage3}`);
  const prefix = own("PREFIX");
  const descr = own("DESCR");
  const isBad = evaluation.isDefined("_BAD_LICENSING");
  const permitted = (name) => isBad ? "?" : text3(name).toLowerCase() === "yes" ? "y" : "n";
  return [
    own("FULLPKGNAME"),
    own("FULLPKGPATH"),
    prefix === text3("LOCALBASE") ? "" : prefix,
    bareComment(own("_COMMENT")),
    files.source(descr) ? descr.replace(`${text3("PORTSDIR")}/`, "") : "/dev/null",
    text3("MAINTAINER"),
    splitWords(own("CATEGORIES")).join(" "),
    sorted(own("LIB_DEPENDS")),
    sorted(text3("BUILD_DEPENDS").replace(/:(patch|configure|build)(?=\s|$)/g, "")),
    sorted(own("RUN_DEPENDS")),
    archsOf(scene, subpackage3),
    permitted(`PERMIT_PACKAGE_CDROM${subpackage3}`),
    permitted(`PERMIT_PACKAGE_FTP${subpackage3}`),
    permitted("PERMIT_DISTFILES_FTP"),
    ...isBad ? ["?"] : []
  ];
}
function bareComment(comment) {
  return splitWords(comment).map((word2) => word2.replace(/^"/, "").replace(/"$/, "").replace(/^'/, "").replace(/'$/, "")).join(" ");
}
function sorted(words) {
  return [...new Set(splitWords(words))].sort().join(" ");
}
function archsOf({ evaluation }, subpackage3) {
  const only = evaluation.expand(`ONLY_FOR_ARCHS${subpackage3}`);
  if (only !== void 0) return only.trim();
  const not = evaluation.expand(`NOT_FOR_ARCHS${subpackage3}`);
  return not === void 0 ? "any" : `!${not.trim()}`;
}

// src/recipe/openbsd/back-substitution.ts
var NEVER_ADDED = splitWords(
  "FULLPKGNAME FULLPKGPATH PKGSTEM MACHINE_ARCH ARCH BASE_PKGPATH LOCALSTATEDIR FLAVORS COMMENT MAINTAINER HOMEPAGE"
);
var README = /^share\/doc\/pkg-readmes\//;
function backSubstituted({ text: text3, near }, variables) {
  const offered = variables.filter(
    ({ name, value }) => value !== "" && !/^LIB.+_VERSION$/.test(name) && !/^@comment\s*$/.test(value)
  );
  const counts = /* @__PURE__ */ new Map();
  for (const { name, value } of offered) {
    if (!NEVER_ADDED.includes(name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const inOrder3 = offered.toReversed().sort((a, b) => b.value.length - a.value.length);
  return inOrder3.reduce((done, variable) => {
    const { name, value } = variable;
    const isNamed4 = near?.includes(`\${${name}}`) ?? false;
    const isSpecial = ["FULLPKGNAME", "PKGSTEM"].includes(name) && README.test(text3);
    const isDoubtful = NEVER_ADDED.includes(name) || (counts.get(value) ?? 0) > 1;
    if (isDoubtful && !isNamed4 && !isSpecial) return done;
    if (!isNamed4 && near?.includes(value)) return done;
    return putIn(done, variable);
  }, text3);
}
function putIn(text3, { name, value, at }) {
  const reference = `\${${name}}`;
  if (at === "start") return text3.startsWith(value) ? reference + text3.slice(value.length) : text3;
  if (/^[0-9.]+$/.test(value)) return putVersionIn(text3, { value, reference });
  return text3.split(value).join(reference);
}
function putVersionIn(text3, { value, reference }) {
  const section = /(^|\/)man\/.*(\.[^.]+(\.gz|\.Z)?)$/.exec(text3)?.[2] ?? "";
  let rest = section === "" ? text3 : text3.slice(0, -section.length);
  let done = "";
  for (let at = rest.indexOf(value); at !== -1; at = rest.indexOf(value)) {
    const [before, after] = [done + rest.slice(0, at), rest.slice(at + value.length)];
    const isDotted = value.includes(".");
    const isInside = /[0-9]$/.test(before) || /^[0-9]/.test(after) || isDotted && (/[0-9]\.$/.test(before) || /^\.[0-9]/.test(after));
    done = before + (isInside ? value : reference);
    rest = after;
  }
  return done + rest + section;
}

// src/recipe/openbsd/standard-folders.ts
var FOLDERS3 = [
  /^(bin|etc|games|include|info|lib|libdata|libexec|man|sbin|share|var)$/,
  /^include\/X11$/,
  /^lib\/(X11|X11\/app-defaults|debug|pkgconfig)$/,
  /^libdata\/(ldscripts|perl5|perl5\/site_perl|pkgconfig)$/,
  /^etc\/rc\.d$/,
  /^(share\/)?man\/((man|cat)[^/]+|[^/]+\/(man|cat)[^/]+|[a-z]{2}[^/]*)$/,
  /^share\/(aclocal|applications|dict|doc|doc\/pkg-readmes|examples|info|man|misc|nls|pixmaps|pkgconfig|skel)$/,
  /^share\/locale(\/[^/]+(\/LC_MESSAGES)?)?$/,
  /^share\/icons(\/hicolor(\/[^/]+(\/[^/]+)?)?)?$/,
  /^share\/(dbus-1(\/(interfaces|services|system-services))?|glib-2\.0(\/schemas)?|mime(\/packages)?)$/,
  /^lib\/python[0-9.]+(\/site-packages)?$/
];
function isStandardFolder(path) {
  return FOLDERS3.some((pattern) => pattern.test(path));
}

// src/recipe/openbsd/list-additions.ts
function additions(members, adding) {
  const places = placesOf(members);
  const taken = takenPaths(places, { members, adding });
  const residence = residenceOf(places);
  const files = newFiles(adding, taken).map((file) => ({
    file,
    home: homeOf(file.path, residence, members)
  }));
  const owners = /* @__PURE__ */ new Map();
  const inhabited = [
    ...places.map(({ file, member }) => ({ path: file.path, member })),
    ...files.map(({ file, home }) => ({ path: file.path, member: home.member }))
  ];
  for (const { path, member } of inhabited)
    for (const folder of foldersOf(path)) owners.set(folder, Math.min(member, owners.get(folder) ?? member));
  const folders = newFolders(adding, /* @__PURE__ */ new Set([...taken, ...members.flatMap(ownFolders)])).map((path) => {
    const home = homeOf(path, residence, members);
    const owner = owners.get(path) ?? home.member;
    const document = owner === home.member ? home.document : members[owner]?.document.path ?? "";
    return { file: { path, kind: "dir" }, home: { ...home, member: owner, document } };
  });
  return members.map(
    ({ reading }, index) => [...files, ...folders].filter(({ home }) => home.member === index).map(({ file, home }) => {
      const text3 = textOf2(file, home.near, reading);
      return { document: home.document, file: { ...file, text: text3, fate: "packed", state: {}, after: [] } };
    })
  );
}
function takenPaths(places, { members, adding }) {
  const tree = builtTree(adding.built);
  const listed = places.flatMap(({ file }) => {
    const counterpart = counterpartOf(file, tree);
    return [file.path, ...counterpart.kind === "absent" ? [] : counterpart.paths];
  });
  return /* @__PURE__ */ new Set([...listed, ...members.flatMap(samplesOf)]);
}
function samplesOf({ document, reading }) {
  const { own, port } = reading.prefixes;
  const lines = allLines(document).filter(({ text: text3 }) => /^@sample\s/.test(text3));
  return lines.flatMap(({ text: text3 }) => {
    const filled = reading.substitution.fill(text3.replace(/^@sample\s+/, "")).trim();
    const full = filled.startsWith("/") ? filled : `${own}/${filled}`;
    return full.startsWith(`${port}/`) ? [full.slice(port.length + 1).replace(/\/$/, "")] : [];
  });
}
function allLines({ head, files }) {
  return [...head, ...files.flatMap(({ after }) => after)].flatMap(
    (line) => line.fragment ? [line, ...allLines(line.fragment)] : [line]
  );
}
function ownFolders({ reading: { prefixes } }) {
  const { own, port } = prefixes;
  const below = own.startsWith(`${port}/`) ? own.slice(port.length + 1) : "";
  return below === "" ? [] : [below, ...foldersOf(below)];
}
function newFiles({ built, words }, taken) {
  const seen = /* @__PURE__ */ new Set();
  return sorted2(built.filter(({ kind }) => kind !== "folder")).flatMap((file) => {
    if (taken.has(file.path) || isIndex(file)) return [];
    const library2 = listedLibrary(file.path, built);
    if (library2 !== void 0) {
      if (seen.has(library2)) return [];
      seen.add(library2);
      return [{ path: library2, kind: "lib" }];
    }
    const kind = kindOfNew(file);
    return [{ path: file.path, kind: kind === "file" || words.includes(kind) ? kind : "file" }];
  });
}
function sorted2(files) {
  return files.toSorted((a, b) => a.path < b.path ? -1 : 1);
}
function isIndex({ path, nature }) {
  if (nature === "info-part") return true;
  return /(^|\/)info\/dir(\.gz)?$|(^|\/)(\.packlist|perllocal\.pod)$|(^|\/)__pycache__\//.test(path);
}
function kindOfNew({ path, kind, nature }) {
  if (isManual(path)) return "man";
  if (nature === "info") return "info";
  if (nature === "shared-object" && /\.so(\.|$)/.test(path)) return "so";
  if (kind === "link") return "file";
  if (nature === "program" || nature === "shared-object") return "bin";
  return nature === "archive" ? "static-lib" : "file";
}
function isManual(path) {
  const plain = path.replace(/\.(gz|xz|bz2|zst|Z)$/, "");
  const [, section = "", ending = ""] = /(?:^|\/)man\/(?:[^/]+\/)?(?:man|cat)([^/]+)\/[^/]+\.([^./]+)$/.exec(plain) ?? [];
  if (section === "") return false;
  return ending.startsWith(section) || section.startsWith(ending) || ending === "0" || ending === "tbl";
}
function newFolders({ built, foreignFolders }, taken) {
  return sorted2(built).filter(({ kind, path }) => kind === "folder" && !isStandardFolder(path) && !path.includes("__pycache__")).map(({ path }) => path).filter((path) => !taken.has(path) && !foreignFolders.has(path));
}
function placesOf(members) {
  return members.flatMap(({ document }, member) => {
    const below = (one) => [
      ...one.files.map((file) => ({ member, document: one.path, file })),
      ...[...one.head, ...one.files.flatMap(({ after }) => after)].flatMap(
        ({ fragment }) => fragment ? below(fragment) : []
      )
    ];
    return below(document);
  });
}
function residenceOf(places) {
  const found = /* @__PURE__ */ new Map();
  for (const place of places) {
    for (const folder of foldersOf(place.file.path)) {
      const members = found.get(folder)?.members ?? /* @__PURE__ */ new Set();
      found.set(folder, { place, members: members.add(place.member) });
    }
  }
  return found;
}
function homeOf(path, residence, members) {
  for (const folder of foldersOf(path)) {
    const found = residence.get(folder);
    if (found?.members.size === 1) {
      const { member: member2, document, file } = found.place;
      return { member: member2, document, near: file.text };
    }
  }
  const fitting = members.findIndex(
    ({ reading: { prefixes } }) => `${prefixes.port}/${path}`.startsWith(`${prefixes.own}/`)
  );
  const member = Math.max(0, fitting);
  return { member, document: members[member]?.document.path ?? "", near: void 0 };
}
function foldersOf(path) {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
function textOf2({ path, kind }, near, { prefixes, substitution: { variables } }) {
  const full = `${prefixes.port}/${path}`;
  const outer = variables.filter(({ name, at }) => at === "start" && ["SYSCONFDIR", "RCDIR"].includes(name)).filter(({ value }) => value.startsWith(`${prefixes.own}/`) && full.startsWith(`${value}/`)).sort((a, b) => b.value.length - a.value.length)[0];
  if (outer) return `\${${outer.name}}${full.slice(outer.value.length)}${kind === "dir" ? "/" : ""}`;
  const own = full.startsWith(`${prefixes.own}/`) ? full.slice(prefixes.own.length + 1) : full;
  if (kind === "lib") {
    const [, folder = "", name = ""] = /^(.*?)lib([^/]+)\.so$/.exec(own) ?? [];
    return `${backSubstituted({ text: `${folder}lib${name}.so.`, near }, variables)}\${LIB${name}_VERSION}`;
  }
  return `${backSubstituted({ text: own, near }, variables)}${kind === "dir" ? "/" : ""}`;
}

// src/recipe/openbsd/packing-list.ts
var NOTES = [
  "exec",
  "exec-always",
  "exec-add",
  "exec-update",
  "unexec",
  "unexec-always",
  "unexec-delete",
  "unexec-update",
  "extraunexec",
  "extra",
  "newuser",
  "newgroup",
  "sysctl",
  "login",
  "tag",
  "define-tag",
  "ask-update",
  "ask-delete",
  "libset",
  "owner",
  "group",
  "ignore",
  "link",
  "symlink",
  "endfake",
  "vendor",
  "lib-depends"
];
var STATES = ["comment", "conflict", "pkgpath", "option", "cwd", "mode"];
var OF_PACKAGES = [
  "name",
  "depend",
  "wantlib",
  "arch",
  "sha",
  "size",
  "ts",
  "url",
  "version",
  "signer",
  "digital-signature",
  "default-name"
];
var PATH_LIMIT = 4096;
var DEPTH_LIMIT4 = 20;
function readPackingList({ path, source }, { substitution: substitution2, prefixes }, scene) {
  const list2 = new ListReader(prefixes, scene);
  for (const line of linesOf2({ path, source }, { substitution: substitution2, depth: 0 }, scene)) list2.add(line);
  return list2.reading();
}
var ListReader = class {
  #prefixes;
  #scene;
  #entries = /* @__PURE__ */ new Map();
  #notes = [];
  #conflicts = [];
  #formerPaths = [];
  #excludes = "stem";
  #base;
  #mode;
  /** The file that a `@sample` after it copies. */
  #last;
  constructor(prefixes, scene) {
    this.#prefixes = prefixes;
    this.#scene = scene;
    this.#base = prefixes.own;
  }
  reading() {
    return {
      entries: [...this.#entries.values()],
      notes: this.#notes,
      relations: {
        conflicts: this.#conflicts,
        excludes: this.#excludes,
        formerPaths: this.#formerPaths
      }
    };
  }
  add({ line, span }) {
    const { keyword, text: text3 } = annotationOf(line);
    if (isKind(keyword)) this.#addFile({ keyword, text: text3 }, span);
    else if (NOTES.includes(keyword)) this.#addNote({ keyword, text: text3, span });
    else if (STATES.includes(keyword)) this.#addState({ keyword, text: text3 }, span);
    else this.#refuse(keyword, span);
  }
  #addState({ keyword, text: text3 }, span) {
    switch (keyword) {
      case "comment":
        this.#addComment(text3, span);
        return;
      case "mode":
        this.#mode = /^[0-7]{3,4}$/.test(text3) ? Number.parseInt(text3, 8) : void 0;
        return;
      case "cwd":
        if (text3 !== "") this.#base = text3.startsWith("/") ? text3 : `${this.#prefixes.own}/${text3}`;
        return;
      case "option":
        if (text3 === "no-default-conflict") this.#excludes = "name";
        return;
      default:
        if (text3 !== "") (keyword === "conflict" ? this.#conflicts : this.#formerPaths).push(text3);
    }
  }
  /** pkg_create takes a line that names a file out of a list when it is commented out. */
  #addComment(text3, span) {
    const { keyword, text: named } = annotationOf(text3);
    const path = isKind(keyword) && !/\s|^\$/.test(named) ? this.#below(named) : void 0;
    if (path === void 0 || path === "" || this.#entries.has(path)) return;
    this.#entries.set(path, { kind: kindOf3(keyword, named), path, fate: "left-out", span });
  }
  #addFile({ keyword, text: text3 }, span) {
    if (text3 === "") return;
    const path = this.#below(text3);
    if (path === void 0 || path === "") {
      if (path === void 0) this.#notes.push({ keyword, text: text3, span });
      return;
    }
    const kind = kindOf3(keyword, text3);
    const entry = { kind, path, fate: "packed", span };
    const mode = this.#mode === void 0 ? {} : { mode: this.#mode };
    if (kind === "sample") {
      const of = text3.endsWith("/") || this.#last === void 0 ? {} : { of: this.#last };
      if (!this.#entries.has(path)) this.#entries.set(path, { ...entry, ...mode, ...of });
      return;
    }
    this.#last = path;
    if (this.#entries.get(path)?.fate !== "packed") this.#entries.set(path, { ...entry, ...mode });
  }
  #addNote({ keyword, text: text3, span }) {
    const isPlain = ["owner", "group"].includes(keyword) && /^(|root|wheel|bin)$/.test(text3);
    if (!isPlain) this.#notes.push({ keyword, text: text3, span });
  }
  #refuse(keyword, span) {
    const ofPackages = OF_PACKAGES.includes(keyword);
    const meant = ofPackages ? void 0 : nearest(keyword, [...PACKING_KINDS, ...NOTES, ...STATES]);
    tell(this.#scene, span, {
      code: "openbsd/packing-keyword",
      message: ofPackages ? `${quoted(`@${keyword}`)} is what a finished package says of itself, and stands in no packing list of a port` : `${quoted(`@${keyword}`)} is not a word of packing lists`,
      help: ofPackages ? "remove the line" : meant ? `did you mean \`@${meant}\`?` : "see pkg_create(1); a file whose name begins with `@` is written `@file @name`"
    });
  }
  #below(text3) {
    return belowPrefix(text3, { base: this.#base, port: this.#prefixes.port });
  }
};
function belowPrefix(text3, { base: base2, port }) {
  const written = text3.startsWith("/") ? text3 : `${base2}/${text3}`;
  if (written.length > PATH_LIMIT) return void 0;
  const parts = written.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return void 0;
  const plain = `/${parts.join("/")}`;
  if (plain === port) return "";
  return plain.startsWith(`${port}/`) ? plain.slice(port.length + 1) : void 0;
}
function isKind(word2) {
  return PACKING_KINDS.some((kind) => kind === word2);
}
function kindOf3(keyword, text3) {
  if (!isKind(keyword)) return "file";
  return keyword === "file" && text3.endsWith("/") ? "dir" : keyword;
}
function linesOf2({ path, source }, reading, scene) {
  const lines = [];
  let start = 0;
  for (const text3 of source.text.split("\n")) {
    const span = { source, start, end: start + text3.length };
    start += text3.length + 1;
    const fragment = fragmentLine(text3);
    if (fragment) lines.push(...fragmentOf({ ...fragment, path, span }, reading, scene));
    else if (text3.trim() !== "") lines.push({ line: reading.substitution.fill(text3.trimEnd()), span });
  }
  return lines;
}
function fragmentOf({ name, not, path: list2, span }, reading, scene) {
  const isSet = reading.substitution.isSet(name);
  if (isSet === void 0) {
    tell(scene, span, {
      code: "openbsd/fragment",
      message: `nothing sets ${quoted(name)}`,
      help: "name a flavor of the port, or pass `-Dname=1` or `-Dname=0` on in `PKG_ARGS`"
    });
    return [];
  }
  const { path, other, word: word2 } = fragmentFiles({ name, not, list: list2 });
  const found = path === void 0 ? void 0 : scene.files.source(path);
  if (!found && !scene.files.source(other)) {
    tell(scene, span, {
      code: "openbsd/fragment",
      message: `there is no fragment ${quoted(scene.files.inner(path) ?? word2)}`,
      help: "write the file, or remove this line"
    });
  }
  if (!found || isSet === (not !== "") || reading.depth >= DEPTH_LIMIT4) return [];
  return linesOf2({ path, source: found }, { ...reading, depth: reading.depth + 1 }, scene);
}
function fragmentFiles({ name, not, list: list2 }) {
  const word2 = name === "SHARED" ? "shared" : name;
  const [set2, unset] = [fragmentName(list2, word2), fragmentName(list2, `no-${word2}`)];
  return not === "" ? { path: set2, other: unset, word: word2 } : { path: unset, other: set2, word: word2 };
}
function fragmentLine(text3) {
  const [, not = "", name] = /^(!?)%%(.*?)%%\s*$/.exec(text3) ?? [];
  return name === void 0 ? void 0 : { name, not };
}
function fragmentName(list2, name) {
  const slash = list2.lastIndexOf("/") + 1;
  const file = list2.slice(slash);
  const fragment = file.startsWith("PFRAG.") ? file.replace("PFRAG.", () => `PFRAG.${name}-`) : file.replace("PLIST", () => `PFRAG.${name}`);
  return `${list2.slice(0, slash)}${fragment}`;
}
function annotationOf(line) {
  const [, keyword, text3 = ""] = /^@([a-z-]+)(?:\s+(.*))?$/.exec(line) ?? [];
  return keyword === void 0 ? { keyword: "file", text: line.trim() } : { keyword, text: text3.trim() };
}

// src/recipe/openbsd/list-document.ts
var STATES2 = ["mode", "owner", "group", "cwd"];
var DEPTH_LIMIT5 = 20;
function readListDocument(path, reading) {
  return new DocumentReader(reading).read(path, 0);
}
var DocumentReader = class {
  #reading;
  #state = {};
  constructor(reading) {
    this.#reading = reading;
  }
  read(path, depth) {
    const source = this.#reading.scene.files.source(path);
    const head = [];
    const files = [];
    for (const text3 of (source?.text ?? "").split("\n")) {
      if (text3.trim() === "") continue;
      const fragment = fragmentLine(text3);
      const beside = files.at(-1)?.after ?? head;
      if (fragment) beside.push(this.#fragment(text3, { ...fragment, list: path, depth }));
      else if (this.#takesState(text3)) continue;
      else {
        const file = this.#fileOf(text3);
        if (file) files.push({ ...file, after: [] });
        else beside.push({ text: text3, hold: /^@sample\s/.test(text3) ? "file" : "list" });
      }
    }
    return { path, ...source ? { before: source.text } : {}, head, files };
  }
  #fragment(text3, { name, not, list: list2, depth }) {
    const line = { text: text3, hold: "list" };
    const isSet = this.#reading.substitution.isSet(name);
    const { path } = fragmentFiles({ name, not, list: list2 });
    const counts = isSet !== void 0 && isSet === (not === "") && depth < DEPTH_LIMIT5;
    if (!counts || !this.#reading.scene.files.source(path)) return line;
    return { ...line, fragment: this.read(path, depth + 1) };
  }
  #takesState(text3) {
    const { keyword, text: value } = annotationOf(text3);
    const name = STATES2.find((one) => one === keyword);
    if (!name) return false;
    const { [name]: _, ...others } = this.#state;
    this.#state = value === "" ? others : { ...others, [name]: value };
    return true;
  }
  #fileOf(line) {
    const { keyword, text: text3 } = annotationOf(line);
    const isComment = keyword === "comment";
    const named = isComment ? annotationOf(text3) : { keyword, text: text3 };
    if (!isKind(named.keyword) || named.keyword === "sample" || named.text === "") return void 0;
    if (isComment && /\s|^\$/.test(named.text)) return void 0;
    const { substitution: substitution2, prefixes } = this.#reading;
    const { cwd } = this.#state;
    const filled = cwd === void 0 ? prefixes.own : substitution2.fill(cwd);
    const base2 = filled.startsWith("/") ? filled : `${prefixes.own}/${filled}`;
    const path = belowPrefix(substitution2.fill(named.text), { base: base2, port: prefixes.port });
    if (path === void 0 || path === "") return void 0;
    return {
      kind: kindOf3(named.keyword, named.text),
      path,
      text: named.text,
      fate: isComment ? "left-out" : "packed",
      state: this.#state
    };
  }
};

// src/recipe/openbsd/shell-words.ts
function shellWords(text3) {
  const words = [];
  let word2;
  let at = 0;
  const add = (part) => {
    word2 = `${word2 ?? ""}${part}`;
  };
  while (at < text3.length) {
    const char = text3.charAt(at);
    if (/\s/.test(char)) {
      if (word2 !== void 0) words.push(word2);
      word2 = void 0;
      at += 1;
    } else if (char === "'") {
      const end = endOf2(text3, at, "'");
      add(text3.slice(at + 1, end));
      at = end + 1;
    } else if (char === '"') {
      const end = endOf2(text3, at, '"');
      add(text3.slice(at + 1, end).replace(/\\([$`"\\])/g, "$1"));
      at = end + 1;
    } else if (char === "\\" && at + 1 < text3.length) {
      add(text3.charAt(at + 1));
      at += 2;
    } else {
      add(char);
      at += 1;
    }
  }
  if (word2 !== void 0) words.push(word2);
  return words;
}
function endOf2(text3, open, quote) {
  for (let at = open + 1; at < text3.length; at += 1) {
    if (quote === '"' && text3[at] === "\\") at += 1;
    else if (text3[at] === quote) return at;
  }
  return text3.length;
}

// src/recipe/openbsd/substitution.ts
function substitutionFor(scene, subpackage3) {
  const { evaluation } = scene;
  const offered = /* @__PURE__ */ new Map();
  const variables = [];
  for (const word2 of splitWords(variableOf2(scene, "SUBST_VARS").value)) {
    const name = word2.replace(/^\^/, "");
    const value = evaluation.expand(`${name}${subpackage3}`) ?? evaluation.expand(name);
    offered.set(name, unquoted(value ?? ""));
    variables.push({ name, value: unquoted(value ?? ""), at: word2.startsWith("^") ? "start" : "anywhere" });
  }
  offered.set("FLAVORS", evaluation.expand("FLAVOR_EXT") ?? "");
  const conditions = conditionsOf(scene, subpackage3);
  for (const [name, value] of conditions) if (!offered.has(name)) offered.set(name, value);
  return {
    fill: (text3) => text3.replace(/\$\{([^{}$]+)\}/g, (written, name) => offered.get(name) ?? written).replace(/\$\\/g, "$"),
    isSet: (name) => {
      const value = conditions.get(name === "SHARED" ? "SHARED_LIBS" : name);
      return value === void 0 ? void 0 : value !== "0";
    },
    variables
  };
}
function conditionsOf(scene, subpackage3) {
  const { evaluation } = scene;
  const chosen = splitWords(evaluation.expand("FLAVOR") ?? "");
  const flavors2 = splitWords(evaluation.expand("FLAVORS") ?? "");
  const own = evaluation.isDefined(`PKG_ARGS${subpackage3}`) ? `PKG_ARGS${subpackage3}` : "PKG_ARGS";
  const written = shellWords(evaluation.expand(own) ?? "").flatMap((word2) => {
    const [, name, value = ""] = /^-D([^=]+)=(.*)$/s.exec(word2) ?? [];
    return name === void 0 ? [] : [[name, unquoted(value)]];
  });
  return new Map([
    ["SHARED_LIBS", "1"],
    ...saysYes(scene, "USE_GROFF") ? [["USE_GROFF", "1"]] : [],
    ...written,
    ...flavors2.map((flavor3) => [flavor3, chosen.includes(flavor3) ? "1" : "0"])
  ]);
}
function unquoted(value) {
  return value.replace(/^'(.*)'$/s, "$1").replace(/^"(.*)"$/s, "$1");
}

// src/recipe/openbsd/list-writer.ts
function writeLists(scene, { prefix, ...writing }) {
  const members = splitWords(variableOf2(scene, "BUILD_PACKAGES").value).map((ending) => {
    const own = variableOf2(scene, `PREFIX${ending}`).value.trim() || prefix;
    const substitution2 = substitutionFor(scene, ending);
    const reading = { scene, substitution: substitution2, prefixes: { own, port: prefix } };
    return { reading, document: readListDocument(variableOf2(scene, `PLIST${ending}`).value.trim(), reading) };
  });
  const settled2 = members.map((member) => ({ ...member, document: settle2(member.document, writing) }));
  const words = scene.evaluation.isDefined("PERMIT_PACKAGE") ? MODERN : OLD;
  const added = additions(settled2, { ...writing, words });
  const lists = settled2.flatMap(
    ({ document, reading }, index) => textsOf(insert(document, added[index] ?? []), reading)
  );
  return { lists, diagnostics: unregistered(scene, members, writing.built) };
}
var OLD = ["bin", "lib", "man", "info"];
var MODERN = [...OLD, "so", "static-lib"];
function settle2(document, writing) {
  const tree = builtTree(writing.built);
  const byPath = new Map(writing.built.map((file) => [file.path, file]));
  const settleLines = (lines) => lines.map((line) => line.fragment ? { ...line, fragment: settled2(line.fragment) } : line);
  const settled2 = (one) => {
    const head = [...settleLines(one.head)];
    const files = [];
    for (const file of one.files) {
      const counterpart = counterpartOf(file, tree);
      const stays = file.fate === "left-out" || counterpart.kind !== "absent" || counterpart.because !== void 0;
      const after = settleLines(file.after);
      if (stays) {
        files.push({ ...file, kind: kindNow(file, byPath.get(file.path)), after });
        continue;
      }
      const orphans = after.filter(({ hold }) => hold === "list");
      const last = files.at(-1);
      if (last) files[files.length - 1] = { ...last, after: [...last.after, ...orphans] };
      else head.push(...orphans);
    }
    return { ...one, head, files };
  };
  return settled2(document);
}
function kindNow({ kind }, built) {
  if (built?.kind !== "file") return kind;
  if (kind === "file" && built.nature === "program") return "bin";
  if (kind === "bin" && built.nature === "other") return "file";
  return kind;
}
function insert(document, added) {
  const files = document.files.map((file) => ({
    ...file,
    after: file.after.map((line) => withFragment(line, added))
  }));
  for (const { document: path, file } of added) {
    if (path !== document.path) continue;
    const before = files.reduce(
      (best, one, index) => one.path < file.path && (best === -1 || one.path >= (files[best]?.path ?? "")) ? index : best,
      -1
    );
    files.splice(before + 1, 0, file);
  }
  return { ...document, head: document.head.map((line) => withFragment(line, added)), files };
}
function withFragment(line, added) {
  return line.fragment ? { ...line, fragment: insert(line.fragment, added) } : line;
}
function textsOf(document, { scene, prefixes }) {
  const written = [];
  let now = {};
  const write = (one) => {
    const lines = [];
    const add = ({ text: text3, fragment }) => {
      lines.push(text3);
      if (fragment) write(fragment);
    };
    one.head.forEach(add);
    for (const file of one.files) {
      lines.push(...changesOf(now, file.state, prefixes.own), lineOf2(file));
      now = file.state;
      file.after.forEach(add);
    }
    const path = scene.files.inner(one.path);
    if (path === void 0 || lines.length === 0 && one.before === void 0) return;
    const after = lines.map((line) => `${line}
`).join("");
    written.push({ path, ...one.before === void 0 ? {} : { before: one.before }, after });
  };
  write(document);
  return written;
}
function changesOf(now, wanted, prefix) {
  return ["cwd", "mode", "owner", "group"].flatMap((name) => {
    if (now[name] === wanted[name]) return [];
    const otherwise = name === "cwd" ? prefix : "";
    return [`@${name} ${wanted[name] ?? otherwise}`.trim()];
  });
}
function lineOf2({ kind, text: text3, fate }) {
  const isPlain = kind === "file" || kind === "dir";
  const line = isPlain ? text3.startsWith("@") ? `@file ${text3}` : text3 : `@${kind} ${text3}`;
  return fate === "left-out" ? `@comment ${line}` : line;
}
function unregistered(scene, members, built) {
  const variables = new Set(
    members.flatMap(({ reading }) => reading.substitution.variables.map(({ name }) => name))
  );
  const names = new Set(
    built.flatMap(({ path }) => {
      const name = /(?:^|\/)lib([^/]+)\.so$/.exec(listedLibrary(path, built) ?? "")?.[1];
      return name === void 0 || variables.has(`LIB${name}_VERSION`) ? [] : [name];
    })
  );
  if (names.size === 0) return [];
  return [
    {
      severity: "warning",
      code: "openbsd/shared-libs",
      blame: "recipe",
      message: `\`SHARED_LIBS\` has no version of ${[...names].map((name) => quoted(name)).join(", ")}`,
      span: placeOf(scene, ["SHARED_LIBS"]),
      help: `add \`SHARED_LIBS += ${[...names].map((name) => `${name} 0.0`).join(" ")}\``
    }
  ];
}

// src/recipe/openbsd/usual-commands.ts
function skeleton(does, prefix, span) {
  return { text: `${PLACES.tools}/fake-skeleton ${does} ${quoted2(prefix)}`, span };
}
function relocation(scene, prefix) {
  const folder = variableOf2(scene, "WRKDIST").value.trim();
  const text3 = `[ ! -d ${quoted2(folder)} ] || ${PLACES.tools}/relocate ${quoted2(folder)} ${quoted2(prefix)}`;
  return folder === "" ? [] : [{ text: text3, span: scene.start }];
}
function extractCommands(scene) {
  const { evaluation } = scene;
  const archives = splitWords(variableOf2(scene, "EXTRACT_ONLY").value);
  const own = ["EXTRACT_CASES", "UNZIP"].some((name) => evaluation.ownPlacesOf(name).length > 0);
  if (archives.length === 0 || !own && archives.every(isArchive)) return [];
  const file = `${variableOf2(scene, "FULLDISTDIR").value.trim()}/$archive`;
  const unzip = variableOf2(scene, "UNZIP").value.trim() || "unzip";
  const shar = "sed -n -E '/^#(! *\\/bin\\/sh| This is a shell archive)/,$p' | sh";
  const untar = (suffixes, program) => `${suffixes}) ${program} -dc ${file} | tar -xf - ;;`;
  const usual = [
    `*.zip) ${unzip} -oq ${file} -d ${PLACES.work} ;;`,
    untar("*.tar.xz | *.txz | *.tar.lzma", "xz"),
    untar("*.tar.lz", "lzip"),
    untar("*.tar.bz2 | *.tbz2 | *.tbz", "bzip2"),
    untar("*.tar.zst | *.tzst", "zstd"),
    `*.tar) tar -xf ${file} ;;`,
    `*.shar.gz | *.shar.Z | *.sh.gz | *.sh.Z) gzip -dc ${file} | ${shar} ;;`,
    `*.shar | *.sh) ${shar} < ${file} ;;`,
    untar("*.tar.gz | *.tgz", "gzip"),
    `*.gz) gzip -dc ${file} > $(basename $archive .gz) ;;`,
    untar("*", "gzip")
  ];
  return [
    {
      text: `cd ${PLACES.work}
${caseLoop("archive", archives, [variableOf2(scene, "EXTRACT_CASES").value, ...usual])}`,
      span: placeOf(scene, ["EXTRACT_CASES", "UNZIP", "EXTRACT_ONLY", "DISTFILES"])
    }
  ];
}
function permissionCommands(scene) {
  if (!saysYes(scene, "FIX_EXTRACT_PERMISSIONS")) return [];
  return [{ text: `chmod -R a+rX,u+w ${PLACES.work}`, span: placeOf(scene, ["FIX_EXTRACT_PERMISSIONS"]) }];
}
function distributionPatches(scene) {
  const { evaluation } = scene;
  if (evaluation.targets().has("do-distpatch") || evaluation.targets().has("do-patch")) return [];
  const files = splitWords(variableOf2(scene, "_LIST_PATCHFILES").value);
  if (files.length === 0) return [];
  const strip = variableOf2(scene, "PATCH_DIST_STRIP").value.trim() || "-p0";
  const folder = variableOf2(scene, "WRKDIST").value.trim();
  const patch = `patch -d ${quoted2(folder)} --batch --forward -E ${strip}`;
  const own = evaluation.ownPlacesOf("PATCH_CASES").length > 0 ? variableOf2(scene, "PATCH_CASES").value : "";
  const usual = [
    ...["gz | *.Z:gzip", "bz2:bzip2", "xz:xz", "lz:lzip", "zst:zstd"].map((one) => {
      const [suffix, program] = one.split(":");
      return `*.${suffix}) ${program} -dc $patchfile | ${patch} ;;`;
    }),
    `*) ${patch} < $patchfile ;;`
  ];
  const loop = caseLoop("patchfile", files, [own, ...usual]);
  const from = variableOf2(scene, "FULLDISTDIR").value.trim();
  return [{ text: `cd ${quoted2(from)}
${loop}`, span: placeOf(scene, ["PATCHFILES"]) }];
}
function caseLoop(variable, words, cases) {
  const all = cases.map((one) => one.trim()).filter(Boolean);
  return `for ${variable} in ${words.map(quoted2).join(" ")}; do case $${variable} in
${all.join("\n")}
esac; done`;
}
function reorderCommands(scene) {
  const files = splitWords(variableOf2(scene, "REORDER_DEPENDENCIES").value);
  if (files.length === 0) return [];
  const text3 = `cd ${variableOf2(scene, "WRKSRC").value.trim()}
sed -e '/^#/d' ${files.map(quoted2).join(" ")} | tsort | tac | while read -r file; do
  case $file in
    /*) find . -name "\${file#/}" -exec touch {} \\; ;;
    *) [ ! -e "$file" ] || touch "$file" ;;
  esac
done`;
  return [{ text: text3, span: placeOf(scene, ["REORDER_DEPENDENCIES"]) }];
}
function guessCommands(scene) {
  const { evaluation } = scene;
  const words = splitWords(variableOf2(scene, "CONFIGURE_STYLE").value.toLowerCase());
  const folders = splitWords(variableOf2(scene, "MODGNU_CONFIG_GUESS_DIRS").value);
  if (!words.includes("gnu") || evaluation.targets().has("do-configure") || folders.length === 0) return [];
  const text3 = `for folder in ${folders.map(quoted2).join(" ")}; do for file in config.guess config.sub; do
  if [ -f "$folder/$file" ] && [ -f "/usr/share/misc/$file" ]; then
    chmod u+w "$folder/$file"
    cat "/usr/share/misc/$file" > "$folder/$file"
  fi
done; done`;
  return [{ text: text3, span: placeOf(scene, ["MODGNU_CONFIG_GUESS_DIRS", "CONFIGURE_STYLE"]) }];
}
function autoconfCommands(scene) {
  const words = splitWords(variableOf2(scene, "CONFIGURE_STYLE").value.toLowerCase());
  if (!words.includes("autoconf")) return [];
  const value = (name) => variableOf2(scene, name).value.trim();
  const steps = [
    ...words.includes("autoupdate") ? [value("AUTOUPDATE") || "autoupdate"] : [],
    value("AUTOCONF") || "autoconf",
    ...words.includes("no-autoheader") ? [] : [value("AUTOHEADER") || "autoheader"]
  ];
  const span = placeOf(scene, ["CONFIGURE_STYLE"]);
  return splitWords(value("AUTOCONF_DIR") || value("WRKSRC")).map((folder) => ({
    text: `cd ${folder}
${steps.join("\n")}`,
    span
  }));
}
function buildsWithBuild(scene) {
  return splitWords(variableOf2(scene, "CONFIGURE_STYLE").value.toLowerCase()).includes("modbuild");
}
function buildCommands(scene) {
  const folder = variableOf2(scene, "WRKSRC").value.trim();
  if (!buildsWithBuild(scene) || folder === "") return [];
  return [{ text: `rm -f ${quoted2(`${folder}/Makefile.PL`)}`, span: placeOf(scene, ["CONFIGURE_STYLE"]) }];
}
function readmeCommands(scene) {
  const { evaluation, files } = scene;
  const folder = variableOf2(scene, "PKGDIR").value.trim();
  const root = PLACES.fakeRoot;
  const value = (name) => variableOf2(scene, name).value.trim();
  const readmes = subpackagesOf(scene).flatMap((ending) => {
    const suffix = ending === "-" ? "" : ending;
    const file = `${folder}/README${suffix}`;
    if (!files.source(file)) return [];
    const isModern = evaluation.isDefined("PERMIT_PACKAGE");
    const name = isModern ? value(`PKGSTEM${ending}`) : value(`FULLPKGNAME${ending}`);
    const command = value(`SUBST_CMD${ending}`) || value("SUBST_CMD");
    return [`${command} -m 644 -c ${file} ${root}${value("LOCALBASE")}/share/doc/pkg-readmes/${name}`];
  });
  const daemons = files.matching(`${folder}/*.rc`).map((file) => {
    const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.rc$/, "");
    return `${value("SUBST_CMD")} -m 755 -c ${file} ${root}${value("RCDIR")}/${name}`;
  });
  const span = placeOf(scene, []);
  return [...readmes, ...daemons].map((text3) => ({ text: text3, span }));
}
function quoted2(text3) {
  return /^[A-Za-z0-9_./@:+,=-]+$/.test(text3) ? text3 : shellWord(text3);
}

// src/recipe/openbsd/scripts.ts
var TARGETS = [
  ["pre-extract", ["pre-extract"]],
  ["extract", ["do-extract"]],
  ["post-extract", ["post-extract"]],
  ["pre-patch", ["pre-patch", "do-distpatch"]],
  ["patch", ["do-patch"]],
  ["post-patch", ["post-patch", "do-gen"]],
  ["pre-configure", ["pre-configure"]],
  ["configure", ["do-configure"]],
  ["post-configure", ["post-configure"]],
  ["pre-build", ["pre-build"]],
  ["build", ["do-build"]],
  ["post-build", ["post-build"]],
  ["pre-check", ["pre-test"]],
  ["check", ["do-test"]],
  ["post-check", ["post-test"]],
  ["pre-fake", ["pre-fake", "pre-install"]],
  ["fake", ["do-install"]],
  ["post-fake", ["post-install"]]
];
var FAKED = ["pre-fake", "fake", "post-fake"];
var FAKED_TARGETS = TARGETS.filter(([hook]) => FAKED.includes(hook)).flatMap(
  ([, names]) => names
);
var MODULE_HOOKS = [
  ["pre-configure", "pre-configure"],
  ["post-fake", "post-install"]
];
var FAKED_HOOK = /^MOD.+_post-install$/;
var SWITCHES = [
  ["NO_BUILD", ["pre-build", "build", "post-build"]],
  ["NO_TEST", ["pre-check", "check", "post-check"]]
];
var HEAD = `shopt -s xpg_echo
cd ${PLACES.port}
`;
function lowerScripts(scene, { faked, prefix }) {
  const off = SWITCHES.flatMap(([name, hooks]) => saysNot(scene, name) ? [] : hooks);
  const scripts2 = /* @__PURE__ */ new Map();
  for (const [hook, names] of TARGETS.filter(([one]) => !off.includes(one))) {
    const own = names.flatMap((name) => commandsOf(name, FAKED.includes(hook) ? faked : scene.evaluation));
    const lines = [
      ...usualBefore(hook, scene, prefix),
      ...own,
      ...moduleCommands(hook, FAKED.includes(hook) ? { ...scene, evaluation: faked } : scene),
      ...usualAfter(hook, scene, prefix)
    ];
    const [first2] = own.length > 0 ? own : lines;
    if (!first2) continue;
    const body = lines.map(({ text: text3 }) => `${text3}
`).join("");
    scripts2.set(hook, { text: `${HEAD}${boxed(scene, body)}`, shell: "bash", span: first2.span });
  }
  return scripts2;
}
function usualBefore(hook, scene, prefix) {
  switch (hook) {
    case "post-extract":
      return permissionCommands(scene).map(grouped);
    case "pre-fake":
      return [grouped(skeleton("make", prefix, scene.start))];
    default:
      return [];
  }
}
function usualAfter(hook, scene, prefix) {
  const lines = (() => {
    switch (hook) {
      case "extract":
        return scene.evaluation.targets().has("do-extract") ? [] : extractCommands(scene);
      case "pre-patch":
        return [...distributionPatches(scene), ...commandsOf("post-distpatch", scene.evaluation)];
      case "post-patch":
        return [
          ...[...relocation(scene, prefix), ...autoconfCommands(scene)],
          ...[...buildCommands(scene), ...reorderCommands(scene)]
        ];
      case "pre-configure":
        return guessCommands(scene);
      case "post-fake":
        return [...readmeCommands(scene), skeleton("clear", prefix, scene.start)];
      default:
        return [];
    }
  })();
  return lines.map(grouped);
}
function grouped({ text: text3, span }) {
  return { text: `(${text3}
)`, span };
}
function commandsOf(name, evaluation) {
  const seen = /* @__PURE__ */ new Set();
  const collect = (wanted) => {
    const target = evaluation.targets().get(wanted);
    if (!target || seen.has(wanted) || isOfModule(target.span)) return [];
    seen.add(wanted);
    return [
      ...target.sources.flatMap(collect),
      ...target.commands.map((command) => shellLine(command, target, evaluation))
    ];
  };
  return collect(name);
}
function isOfModule(span) {
  return moduleOf(span) !== void 0 || /(^|\/)bsd\.[^/]+\.mk$/.test(span.source.name);
}
function moduleOf({ source }) {
  const name = /(?:^|\/)([^/]+)\.port\.mk$/.exec(source.name)?.[1];
  return name === "bsd" ? void 0 : name;
}
function shellLine({ text: text3, span }, { name, sources }, evaluation) {
  const [, flags = "", command = ""] = /^([@+\s-]*)(.*)$/s.exec(text3) ?? [];
  const local = command.replace(/\$@|\$\{(\.TARGET|@)\}|\$\((\.TARGET|@)\)/g, () => name).replace(/\$>|\$\{(\.ALLSRC|>)\}/g, () => sources.join(" "));
  const filled = evaluation.substitute(local);
  return { text: flags.includes("-") ? `(set +e; ${filled}
) || :` : `(${filled}
)`, span };
}
function moduleCommands(hook, { evaluation, start }) {
  const names = MODULE_HOOKS.filter(([of]) => of === hook).map(([, name]) => name);
  return splitWords(evaluation.expand("MODULES") ?? "").flatMap(
    (module) => names.flatMap((one) => {
      const name = `MOD${module.slice(module.lastIndexOf("/") + 1).toUpperCase()}_${one}`;
      const text3 = (evaluation.expand(name) ?? "").trim();
      return text3 === "" ? [] : [grouped({ text: text3, span: evaluation.placeOf(name) ?? start })];
    })
  );
}

// src/recipe/openbsd/build.ts
function lowerBuild2(scene, lowering) {
  const { value: style, span, isSimple } = styleOf(scene);
  const script2 = variableOf2(scene, "CONFIGURE_SCRIPT").value.trim();
  const skips = skippedPhases(scene);
  return {
    style: { value: style, span },
    configure: [
      ...perlFolders(scene, style),
      ...wordsIn2(scene, "CONFIGURE_ARGS"),
      ...isSimple ? [] : sharedLibraries(scene, style)
    ],
    make: lowerMake2(scene, style),
    scripts: lowerScripts(scene, lowering),
    ...lowerFolders(scene),
    ...script2 === "" || script2 === "configure" ? {} : { configureProgram: script2 },
    configureEnvironment: configureEnvironment(scene, style),
    // What imake writes on these bases is for GNU's make alone, and xmkmf starts it itself.
    ...style === "imake" ? { environment: ["MAKE_DIALECT=gnu"] } : {},
    // CONFIGURE_ARGS has them, as OpenBSD wants them; a port that says how it is made says where it goes.
    ...isSimple || SAYS_ALL.includes(style) ? { defaultArguments: "left-out" } : {},
    ...skips.length > 0 ? { skips } : {}
  };
}
function sharedLibraries(scene, style) {
  const isOurs = style === "gnu" || style === "autoconf";
  if (!isOurs) return [];
  const isSaid = (kind) => wordsIn2(scene, "CONFIGURE_ARGS").some((word2) => new RegExp(`^--(en|dis)able-${kind}`).test(word2));
  const isShared2 = variableOf2(scene, "SHARED_LIBS").value.trim() !== "";
  const isOnlyShared = wordsIn2(scene, "LIBTOOL_FLAGS").includes("--tag=disable-static");
  const isOpenBSDs = variableOf2(scene, "USE_LIBTOOL").value.toLowerCase() !== "gnu";
  return [
    ...isShared2 && !isSaid("shared") ? ["--enable-shared"] : [],
    ...isShared2 && isOpenBSDs && !isOnlyShared && !isSaid("static") ? ["--enable-static"] : [],
    ...isOnlyShared && !isSaid("static") ? ["--disable-static"] : []
  ];
}
function perlFolders(scene, style) {
  if (style !== "perl") return [];
  const [prefix, site] = ["PREFIX", "P5SITE"].map((name) => variableOf2(scene, name).value.trim());
  const folders = {
    lib: `${prefix}/${site}`,
    bin: `${prefix}/bin`,
    man1: `${prefix}/man/man1`,
    man3: `${prefix}/man/man3p`
  };
  const { lib, bin, man1, man3 } = folders;
  if (buildsWithBuild(scene)) {
    const paths = { lib, arch: lib, libdoc: man3, bindoc: man1, bin, script: bin };
    const endings = ["--config", "man1ext=1", "--config", "man3ext=3p"];
    return [
      ...Object.entries(paths).flatMap(([name, path]) => ["--install_path", `${name}=${path}`]),
      ...endings
    ];
  }
  return [
    ...[`INSTALLSITELIB=${lib}`, `INSTALLSITEARCH=${lib}`, `INSTALLPRIVLIB=${lib}`, `INSTALLARCHLIB=${lib}`],
    ...[`INSTALLSITEMAN1DIR=${man1}`, `INSTALLSITEMAN3DIR=${man3}`, "MAN1EXT=1", "MAN3EXT=3p"]
  ];
}
var SAYS_ALL = ["gnu", "autoconf", "make", "imake"];
function wordsIn2(scene, name) {
  return shellWords(boxed(scene, scene.evaluation.expand(name) ?? ""));
}
function imakeFolders(scene, style) {
  if (style !== "imake") return [];
  const prefix = variableOf2(scene, "PREFIX").value.trim();
  const folders = { BINDIR: "bin", LIBDIR: "lib/X11", XAPPLOADDIR: "lib/X11/app-defaults", MANPATH: "man" };
  return [
    ...Object.entries(folders).map(([name, folder]) => `${name}=${prefix}/${folder}`),
    // Pages are called `foo.1`, not `foo.1x`.
    "PROJECTMANSUFFIX="
  ];
}
function lowerMake2(scene, style) {
  const file = variableOf2(scene, "MAKE_FILE").value.trim();
  const root = variableOf2(scene, "DESTDIRNAME").value.trim();
  return {
    variables: [...imakeFolders(scene, style), ...withoutLibtool(wordsIn2(scene, "MAKE_FLAGS"))],
    targets: wordsIn2(scene, "ALL_TARGET"),
    installTargets: wordsIn2(scene, "FAKE_TARGET"),
    installVariables: wordsIn2(scene, "FAKE_FLAGS"),
    checkTargets: wordsIn2(scene, "TEST_TARGET"),
    checkVariables: wordsIn2(scene, "TEST_FLAGS"),
    environment: withoutLibtool(wordsIn2(scene, "MAKE_ENV")).filter(isOwnAssignment),
    installEnvironment: wordsIn2(scene, "FAKE_SETUP").filter((word2) => !/^PATH=/.test(word2)),
    checkEnvironment: wordsIn2(scene, "TEST_ENV").filter(isOwnAssignment),
    ...file === "" || file === "Makefile" ? {} : { file },
    ...root === "" || root === "DESTDIR" ? {} : { fakeRootVariable: root },
    // The buildbox's `make` is BSD's where there is one.
    program: [saysYes(scene, "USE_GMAKE") ? "gmake" : "make"],
    ...isParallel(scene) ? {} : { jobs: "one" }
  };
}
function isParallel(scene) {
  const properties = splitWords(variableOf2(scene, "DPB_PROPERTIES").value);
  return properties.includes("parallel") && saysYes(scene, "PARALLEL_BUILD");
}
function configureEnvironment(scene, style) {
  const own = withoutLibtool(wordsIn2(scene, "CONFIGURE_ENV")).filter(isOwnAssignment);
  if (style === "imake") return withoutLibtool(wordsIn2(scene, "MAKE_ENV")).filter(isOwnAssignment);
  if (style !== "gnu" && style !== "autoconf") return own;
  const value = (name) => wordsIn2(scene, name).join(" ");
  const given = ["CC", "CFLAGS", "CXX", "CXXFLAGS", "YACC", ...INSTALLERS].map((name) => [name, value(name)]);
  const set2 = [...given, ["INSTALL", `${PLACES.tools}/install -c`]].filter(([, text3]) => text3 !== "");
  return [...set2.map(([name, text3]) => `${name}=${text3}`), ...own];
}
var INSTALLERS = ["INSTALL_PROGRAM", "INSTALL_SCRIPT", "INSTALL_DATA", "INSTALL_MAN"];
function lowerFolders(scene) {
  const [source, patched, built, configured] = ["WRKSRC", "WRKDIST", "WRKBUILD", "WRKCONF"].map(
    (name) => workFolder(scene, name)
  );
  const span = placeOf(scene, ["WRKSRC", "WRKBUILD", "WRKDIST"]);
  const isSeparate = variableOf2(scene, "SEPARATE_BUILD").value.trim().toLowerCase() !== "no";
  const folder = isSeparate ? source : built;
  return {
    ...folder === void 0 ? {} : { folder: { value: folder, span } },
    ...patched === void 0 || patched === folder ? {} : { patchedFolder: patched },
    ...configured === void 0 || configured === built ? {} : { configureFolder: configured },
    place: isSeparate ? "folder-beside" : "source-folder",
    ...isSeparate && built !== void 0 ? { buildFolder: built } : {}
  };
}
function skippedPhases(scene) {
  return [
    ...saysNot(scene, "NO_BUILD") ? [] : ["build"],
    ...saysNot(scene, "NO_TEST") && saysNot(scene, "TEST_IS_INTERACTIVE") ? [] : ["check"]
  ];
}
function withoutLibtool(words) {
  return words.filter((word2) => !/^(LIBTOOL|SHARED_LIBS_LOG|LIB.+_LTVERSION|lib.+_ltversion)=/.test(word2));
}
var OF_THE_BOX = ["PATH", "HOME", "PORTSDIR", "DESTDIR", "TMPDIR", "CONFIG_SITE", "COMPILER_VERSION"];
function isOwnAssignment(word2) {
  const [, name] = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(word2) ?? [];
  return name !== void 0 && !OF_THE_BOX.includes(name);
}
var STYLES3 = [
  ["cmake", "cmake"],
  ["meson", "meson"],
  ["cargo", "cargo"],
  ["autoreconf", "autoconf"],
  ["autoconf", "autoconf"],
  ["automake", "autoconf"],
  ["gnu", "gnu"],
  ["perl", "perl"],
  ["modbuild", "perl"],
  ["imake", "imake"],
  ["simple", "gnu"],
  ["none", "make"]
];
var MODULE_STYLES = [
  ["lang/python", "python"],
  ["devel/scons", "scons"],
  ["devel/waf", "waf"]
];
function styleOf(scene) {
  const { value, span } = variableOf2(scene, "CONFIGURE_STYLE");
  const words = splitWords(value.toLowerCase());
  const named = STYLES3.find(([word2]) => words.includes(word2));
  if (named) return { value: named[1], span, isSimple: named[0] === "simple" };
  const modules = splitWords(variableOf2(scene, "MODULES").value.toLowerCase());
  const brought = MODULE_STYLES.find(([module]) => modules.includes(module));
  if (words.length === 0) return { value: brought?.[1] ?? "make", span, isSimple: false };
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/style",
    message: `CONFIGURE_STYLE ${quoted(value.trim())} is not one that can be built with`,
    help: "give the port rules of its own for `do-configure`, `do-build` and `do-install`"
  });
  return { value: "script", span, isSimple: false };
}
function workFolder(scene, variable) {
  const path = variableOf2(scene, variable).value.trim().replace(/\/+$/, "");
  if (path === PLACES.work) return ".";
  return path.startsWith(`${PLACES.work}/`) ? path.slice(PLACES.work.length + 1) : void 0;
}

// src/recipe/openbsd/dependencies.ts
var LENGTH_LIMIT2 = 500;
var TARGETS2 = ["patch", "configure", "build"];
function lowerDependencies2(scene, variable, family) {
  return wordsOf3(scene, variable).flatMap(
    (word2) => lowerDependency(scene, { ...word2, variable }, family) ?? []
  );
}
function lowerDependency(scene, { value, span, variable }, family) {
  const fault2 = (message, help) => {
    tell(scene, span, {
      code: "openbsd/dependency",
      message: `${variable.replace(/-$/, "")}: ${message}`,
      help
    });
    return void 0;
  };
  if (value.length > LENGTH_LIMIT2) {
    return fault2(`a dependency of ${value.length} characters`, `write one of at most ${LENGTH_LIMIT2}`);
  }
  const parts = value.split(":");
  if (parts[0] === "") {
    return fault2(
      `${quoted(value)} is an old style dependency`,
      "leave the leading colons out: `[pkgspec:]pkgpath`"
    );
  }
  const spec = parts[0]?.includes("/") || parts.length === 1 ? "" : parts.shift() ?? "";
  const [pkgpath = "", target, ...more] = parts;
  const until = TARGETS2.find((one) => one === target);
  if (more.length > 0 || target !== void 0 && !until) {
    return fault2(
      `${quoted(value)} has a wrong target`,
      `end it at the pkgpath, or in ${TARGETS2.map((one) => `\`:${one}\``).join(", ")}`
    );
  }
  if (until && !/^(BUILD|TEST)_/.test(variable)) {
    return fault2(
      `${quoted(value)} asks for a folder of another build, and only \`BUILD_DEPENDS\` and \`TEST_DEPENDS\` may`,
      `leave \`:${until}\` out, or move it to one of these`
    );
  }
  const path = parsePkgpath(pkgpath);
  if (!path) {
    return fault2(
      `${quoted(pkgpath)} is not a pkgpath`,
      "write the port's folder in the tree: `devel/gettext`, `devel/foo,-sub,flavor`"
    );
  }
  if (spec !== "" && !isPkgspec(spec.replace(/\bSTEM(?=-)/g, "stem"))) {
    return fault2(
      `${quoted(spec)} is not a pkgspec`,
      "write `foo-*`, `foo->=1.2,<2` or `foo-*-flavor`, see packages-specs(7)"
    );
  }
  const sibling = siblingOf(pkgpath, family);
  if (sibling.kind === "no-subpackage") {
    const names = family.members.filter(({ name }) => name !== "").map(({ name }) => `\`-${name}\``);
    return fault2(
      `${quoted(pkgpath)} is this port itself, which has no subpackage ${quoted(sibling.name)}`,
      names.length === 0 ? "it has a single package" : `its subpackages are ${names.join(", ")}`
    );
  }
  return { spec, pkgpath: sibling.pkgpath, ...until ? { until } : {}, span };
}
function siblingOf(pkgpath, { pkgpath: own, flavors: flavors2, trueFlavors, isDefault, main, members }) {
  const path = parsePkgpath(pkgpath);
  const setOf = (all) => [...new Set(all)].sort().join();
  const named = path?.flavors ?? "default";
  const isOurs = path?.folder === own && (named === "default" ? isDefault || flavors2.length === 0 : [flavors2, trueFlavors].some((ours) => setOf(ours) === setOf(named)));
  if (!isOurs || members.length === 0) return { kind: "path", pkgpath };
  const isSingle = members.some(({ name }) => name === "");
  const wanted = path.subpackage ?? (isSingle ? "" : main);
  const found = members.find(({ name }) => name === wanted);
  return found ? { kind: "path", pkgpath: found.fullpkgpath } : { kind: "no-subpackage", name: `-${wanted}` };
}

// src/recipe/openbsd/distinfo.ts
var BYTES = {
  SHA256: { algorithm: "sha256", bytes: 32 },
  SHA512: { algorithm: "sha512", bytes: 64 },
  MD5: { algorithm: "md5", bytes: 16 }
};
var UNUSED = ["SHA1", "RMD160"];
function readDistinfo(source, scene) {
  const entries = /* @__PURE__ */ new Map();
  let start = 0;
  for (const line of source.text.split("\n")) {
    const span = { source, start, end: start + line.length };
    start += line.length + 1;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const parsed = parseLine(line);
    if (!parsed) {
      tell(scene, span, {
        code: "openbsd/distinfo",
        message: `${quoted(line)} gives no size or digest`,
        help: "write `SIZE (file) = bytes` or `SHA256 (file) = base64`, as `make makesum` does"
      });
      continue;
    }
    const entry = entries.get(parsed.path) ?? { digests: [] };
    switch (parsed.kind) {
      case "size":
        entries.set(parsed.path, { ...entry, size: { value: parsed.sizeBytes, span } });
        break;
      case "digest":
        entries.set(parsed.path, { ...entry, digests: [...entry.digests, { value: parsed.digest, span }] });
        break;
      case "unused":
    }
  }
  return entries;
}
function parseLine(line) {
  const [, word2 = "", path = "", value = ""] = /^([A-Z0-9]+) \((.+)\) = (\S+)\s*$/.exec(line) ?? [];
  if (word2 === "SIZE") {
    return /^[0-9]{1,15}$/.test(value) ? { kind: "size", path, sizeBytes: Number(value) } : void 0;
  }
  if (UNUSED.includes(word2)) return { kind: "unused", path };
  const kind = BYTES[word2];
  const hex = kind && hexOf(value, kind.bytes);
  return kind && hex ? { kind: "digest", path, digest: { algorithm: kind.algorithm, hex } } : void 0;
}
function hexOf(value, bytes) {
  if (value.length === bytes * 2 && /^[0-9a-fA-F]+$/.test(value)) return value.toLowerCase();
  const decoded2 = Buffer.from(value, "base64");
  return decoded2.length === bytes && decoded2.toString("base64") === value ? decoded2.toString("hex") : void 0;
}

// src/recipe/openbsd/distfiles.ts
function lowerDistfiles2(scene) {
  const distinfo = distinfoOf(scene);
  const extracted = extractedFiles(scene);
  const subdir = variableOf2(scene, "DIST_SUBDIR").value.trim();
  const folders = forgeFolders(scene);
  const found = /* @__PURE__ */ new Map();
  if (!saysNot(scene, "FETCH_MANUALLY")) tellOfHands(scene);
  for (const one of elementsOf3(scene)) {
    const { file } = one;
    if (found.has(file)) continue;
    if (!isFileName(file)) {
      tell(scene, one.span, {
        code: "openbsd/distfile",
        message: `${quoted(file)} is not a name that a distfile can be kept under`,
        help: "write a file name; what differs in the address stands in braces: `foo-1.0{v1.0}.tar.gz`"
      });
      continue;
    }
    const path = subdir === "" ? file : `${subdir}/${file}`;
    const entry = distinfo?.get(path);
    if (!entry?.digests.length && !mayLackDigest(scene)) doubt(scene, one, distinfo);
    found.set(file, {
      file,
      urls: urlsOf(one, scene),
      ...entry?.size ? { sizeBytes: entry.size.value, sizeSpan: entry.size.span } : {},
      digests: entry?.digests.map(({ value }) => value) ?? [],
      ...roleOf(one, extracted),
      subdir: folders.get(file) ?? "",
      ...subdir === "" ? {} : { keptIn: subdir },
      span: one.span,
      digestSpan: entry?.digests[0]?.span ?? one.span
    });
  }
  return [...found.values()];
}
function isFileName(file) {
  return file.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
function forgeFolders({ evaluation }) {
  const words = splitWords(evaluation.expand("DIST_TUPLE") ?? "");
  const folders = /* @__PURE__ */ new Map();
  for (let at = 0; at + 4 < words.length; at += 5) {
    const [forge, account, project, id = "", folder = "."] = words.slice(at, at + 5);
    const name = forge === "gnome" ? `${project}-${id}` : id;
    const suffix = evaluation.expand(`EXTRACT_SUFX.${forge}`) ?? ".tar.gz";
    if (folder !== ".") folders.set(`${account}-${project}-${name}${suffix.trim()}`, folder);
  }
  return folders;
}
function elementsOf3(scene) {
  return ["distfile", "patch"].flatMap((kind) => {
    const plain = kind === "patch" ? "PATCHFILES" : "DISTFILES";
    const groups = scene.evaluation.names().filter((name) => name.startsWith(`${plain}.`));
    return [plain, ...groups].flatMap(
      (list2) => wordsOf3(scene, list2).map(({ value, span }) => {
        const place = scene.evaluation.ownPlacesOf(list2).length > 0 ? span : placeOf(scene, WRITERS);
        return { kind, span: place, ...elementOf(value, list2.slice(plain.length)) };
      })
    );
  });
}
var WRITERS = ["DIST_TUPLE", "MODCARGO_CRATES", "DISTNAME"];
function elementOf(word2, group) {
  const [, element = word2, number = ""] = /^(.*?)(?::([0-9]))?$/.exec(word2) ?? [];
  const sites = group === "" ? `MASTER_SITES${number}` : `SITES${group}`;
  const close = element.lastIndexOf("}");
  const open = close === -1 ? -1 : element.lastIndexOf("{", close);
  if (open === -1) return { file: element, tail: element, sites };
  const after = element.slice(close + 1);
  return {
    file: `${element.slice(0, open)}${after}`,
    tail: `${element.slice(open + 1, close)}${after}`,
    sites
  };
}
function urlsOf({ tail, sites }, scene) {
  const name = scene.evaluation.isDefined(sites) ? sites : sites.replace(/^MASTER_/, "");
  return wordsOf3(scene, name).flatMap(({ value, span }) => {
    if (!isSite(value)) doubtSite(scene, { value, span });
    if (!value.startsWith("debian:")) return [{ kind: "web", url: `${value}${tail}` }];
    const file = sourceFile(value.slice("debian:".length).replace(/\/$/, ""), tail);
    return file === void 0 ? [] : [{ kind: "debian", file }];
  });
}
function sourceFile(source, tail) {
  const name = tail.slice(tail.lastIndexOf("/") + 1);
  const [, stem2 = "", version2 = "", suffix = ""] = /^(.+?)[-_.]?v?([0-9][^-_]*?)\.(?:t(?:ar\.)?)(gz|bz2|xz|lzma)$/.exec(name) ?? [];
  if (version2 === "") return void 0;
  return `${source === "" ? stem2.toLowerCase() : source}_${version2}.orig.tar.${suffix}`;
}
function isSite(text3) {
  return /^(https?|ftp):\/\/[^/\s]+\/|^(debian|file):/.test(text3);
}
function doubtSite(scene, { value, span }) {
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/site",
    message: `${quoted(value)} is no address of a site`,
    help: "write `https://host/folder/`, with a slash at its end"
  });
}
function extractedFiles({ evaluation }) {
  return evaluation.ownPlacesOf("EXTRACT_ONLY").length > 0 ? (evaluation.expand("EXTRACT_ONLY") ?? "").split(/\s+/).filter(Boolean) : void 0;
}
function roleOf({ kind, file }, extracted) {
  if (kind === "patch") return { role: "patch" };
  return extracted && !extracted.includes(file) ? { role: "kept" } : {};
}
function distinfoOf(scene) {
  const source = scene.files.source(variableOf2(scene, "CHECKSUM_FILE").value);
  return source && readDistinfo(source, scene);
}
function tellOfHands(scene) {
  const { value, span } = variableOf2(scene, "FETCH_MANUALLY");
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/fetch-manually",
    message: `what it is made of is fetched by hand: ${value.replaceAll('"', "").trim()}`,
    help: "lay each file into the folder of distfiles (`--distdir`) as `sha256/` and its SHA-256 in hex"
  });
}
function mayLackDigest(scene) {
  return variableOf2(scene, "NO_CHECKSUM").value.trim().toLowerCase() === "yes";
}
function doubt(scene, { file, span }, distinfo) {
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/no-digest",
    message: distinfo ? `${quoted(file)} is not in \`distinfo\`` : `${quoted(file)} has no digest: there is no \`distinfo\``,
    help: `add \`SHA256 (${file}) = …\` and \`SIZE (${file}) = …\` to it, as \`make makesum\` does; nothing is built from it before`
  });
}

// src/recipe/openbsd/errors.ts
function reportErrors(scene) {
  const { evaluation } = scene;
  const text3 = evaluation.expand("ERRORS") ?? "";
  const known = splitWords(evaluation.expand("FLAVORS") ?? "");
  const lines = evaluation.ownPlacesOf("ERRORS");
  for (const { value, more } of messagesOf(text3).slice(0, MESSAGES_LIMIT)) {
    const [, fatal, message = value] = /^(?:(Fatal)|Warning):\s*(.*)$/s.exec(value) ?? [];
    if (isMootHere(message, evaluation)) continue;
    const { variable, help, blame } = mendOf(message, known) ?? {
      variable: "ERRORS",
      help: ownRule(known)
    };
    tell(scene, placeOfMessage(scene, { value, message, variable, lines }), {
      code: "openbsd/port-error",
      message: [message, ...more.map((line) => line.trim())].join("\n"),
      help,
      ...fatal ? {} : { severity: "warning" },
      ...blame ? { blame } : {}
    });
  }
}
var MESSAGES_LIMIT = 500;
function messagesOf(text3) {
  const messages = [];
  for (const word2 of wordsOf2(text3)) {
    const isBare2 = !/^["']/.test(word2);
    const last = messages.at(-1);
    const said = shellWords(word2).join(" ");
    if (isBare2 && last?.isBare) last.value += ` ${said}`;
    else if (/^\s/.test(said) && last) last.more.push(said);
    else messages.push({ value: said, more: [], isBare: isBare2 });
  }
  return messages;
}
function placeOfMessage(scene, {
  value,
  message,
  variable,
  lines
}) {
  const { evaluation } = scene;
  const [, target] = /^you're not allowed to override (\S+)$/.exec(message) ?? [];
  const rule = target === void 0 ? void 0 : evaluation.targets().get(target);
  const [, module] = /^Missing support for module (\S+)\.$/.exec(message) ?? [];
  const [, forge] = /^invalid choice for DIST_TUPLE: (\S+)$/.exec(message) ?? [];
  const named = wordsOf3(scene, module === void 0 ? "DIST_TUPLE" : "MODULES").find(
    ({ value: word2 }) => module === void 0 ? word2 === forge : word2.toLowerCase() === module
  );
  const start = value.slice(0, 20);
  const said = lines.find(({ source, ...at }) => source.text.slice(at.start, at.end).includes(start));
  return rule?.span ?? named?.span ?? said ?? placeOf(scene, [variable, "ERRORS"]);
}
function ownRule(known) {
  return known.length > 0 ? `it is a rule of the port's own; its flavors are ${known.map((one) => `\`${one}\``).join(", ")}` : "it is a rule of the port's own: see where it adds to `ERRORS`";
}
function isMootHere(message, { ownPlacesOf }) {
  return message === "Subpackage -main does not exist." && ownPlacesOf("SUBPACKAGE").length === 0 || message.startsWith("old style depends");
}
function mendOf(message, known) {
  for (const [pattern, mend] of MENDS) {
    const found = pattern.exec(message);
    if (found) return mend(found[1] ?? "", known);
  }
  return void 0;
}
var MENDS = [
  [
    /^Unknown flavor: (.*)/,
    (name, known) => {
      const meant = nearest(name, known);
      const choices2 = known.map((one) => `\`${one}\``).join(", ");
      return {
        variable: "FLAVORS",
        blame: "request",
        help: meant ? `did you mean \`${meant}\`?` : `choose among ${choices2}`
      };
    }
  ],
  [/^Unknown flavor\(s\)/, () => ({ variable: "FLAVORS", blame: "request", help: "leave `--flavor` out" })],
  [
    /^Missing comment for (.*)\.$/,
    (name) => ({
      variable: "MULTI_PACKAGES",
      help: `set \`COMMENT${name === "main package" ? "" : name}\` to a line of at most 60 characters`
    })
  ],
  [
    /^Missing support for module (.*)\.$/,
    (name) => ({
      variable: "MODULES",
      help: `read the port in its ports tree (\`--ports-dir\`), which has ${quoted(name)}, or remove the module`
    })
  ],
  [
    /^The licensing info/,
    () => ({
      variable: "PERMIT_PACKAGE_CDROM",
      help: "set `PERMIT_PACKAGE`, to `Yes` or to the reason why not"
    })
  ],
  [
    /^CATEGORIES is mandatory/,
    () => ({ variable: "CATEGORIES", help: "set `CATEGORIES`, with the folder's own category among them" })
  ],
  [
    /^one category in/,
    () => ({ variable: "CATEGORIES", help: "name the category that the port's folder lies in" })
  ],
  [
    /^SUBPACKAGES should always/,
    () => ({ variable: "MULTI_PACKAGES", help: "write a dash before each name: `-main -x11`" })
  ],
  [/^flavor should never/, () => ({ variable: "FLAVORS", help: "begin the flavor's name with a letter" })],
  [
    /^Variable (\S+) is obsolete/,
    (name) => ({ variable: name, help: "use what replaced it, see bsd.port.mk(5)" })
  ],
  [
    /^you're not allowed/,
    () => ({ variable: "ERRORS", help: "use the hooks of other phases: `post-extract`, `post-install`, …" })
  ],
  [
    /^using master as GH_TAGNAME/,
    () => ({ variable: "GH_TAGNAME", help: "name a tag; for what has none, the commit: `GH_COMMIT`" })
  ],
  [
    /^invalid choice for DIST_TUPLE/,
    () => ({
      variable: "DIST_TUPLE",
      help: "write `codeberg`, `github`, `gitlab`, `gnome`, `kde` or `srht`, or set `SITES` of that name"
    })
  ],
  [
    /^defining MAINTAINER to empty/,
    () => ({ variable: "MAINTAINER", help: "leave it out, or write `Name <address>`" })
  ],
  [
    /^FULLPKGNAME(\S+) defined but no FULLPKGPATH/,
    (name) => ({
      variable: `FULLPKGNAME${name}`,
      help: `set \`FULLPKGPATH${name}\` too: \`\${PKGPATH},${name}\` when no flavor changes the package`
    })
  ],
  [
    /^(?:Subpackage (\S*) does not exist|empty SUBPACKAGE is invalid)/,
    () => ({ variable: "SUBPACKAGE", help: "name one of `MULTI_PACKAGES`, or leave it out" })
  ],
  [
    /^(?:INSTALL|DEINSTALL|REQ) script support is obsolete/,
    () => ({ variable: "PKGDIR", help: "remove it from `pkg/`: packing lists have `@exec` and the like" })
  ],
  [
    /(MODPY_VERSION|MODLUA_VERSION)/,
    (name) => ({ variable: name, help: "leave it out for the usual version, or name another" })
  ],
  [/^specifying both GH_TAGNAME/, () => ({ variable: "GH_COMMIT", help: "leave one of the two out" })]
];
function ignoreText({ value }) {
  return shellWords(value).join("; ");
}

// src/recipe/openbsd/base-libraries.ts
var NEUTRAL = new Map(
  Object.entries({
    zlib: "z",
    ncurses: "curses ncurses ncursesw form menu panel termcap termlib",
    openssl: "ssl crypto tls",
    libedit: "edit",
    readline: "readline history",
    expat: "expat",
    sqlite: "sqlite3",
    libpcap: "pcap",
    libevent: "event",
    fuse: "fuse",
    perl: "perl",
    sndio: "sndio",
    flex: "fl l",
    libx11: "X11",
    "libx11-xcb": "X11-xcb",
    libxau: "Xau",
    libxaw: "Xaw",
    libxcb: "xcb xcb-render xcb-shm xcb-randr xcb-composite xcb-shape xcb-xfixes xcb-sync xcb-glx xcb-dri2 xcb-dri3 xcb-xkb xcb-present",
    libxcomposite: "Xcomposite",
    libxcursor: "Xcursor",
    libxdamage: "Xdamage",
    libxdmcp: "Xdmcp",
    libxext: "Xext",
    libxfixes: "Xfixes",
    libxft: "Xft",
    libxi: "Xi",
    libxinerama: "Xinerama",
    libxkbfile: "xkbfile",
    libxmu: "Xmu Xmuu",
    libxpm: "Xpm",
    libxrandr: "Xrandr",
    libxrender: "Xrender",
    libxscrnsaver: "Xss",
    libxt: "Xt",
    libxtst: "Xtst",
    libxv: "Xv",
    libxvmc: "XvMC",
    libxxf86vm: "Xxf86vm",
    libsm: "SM",
    libice: "ICE",
    freetype: "freetype",
    fontconfig: "fontconfig",
    pixman: "pixman-1",
    mesa: "GL EGL GLESv2 gbm",
    glu: "GLU",
    libdrm: "drm"
  }).flatMap(([name, libraries2]) => libraries2.split(" ").map((library2) => [library2, name]))
);
function baseLibraries(wantlib) {
  const found = /* @__PURE__ */ new Map();
  for (const { value, span } of wantlib) {
    const name = NEUTRAL.get(value.replace(/^.*\//, "").replace(/\.?[<>=].*$/, ""));
    if (name !== void 0 && !found.has(name)) found.set(name, { kind: "neutral", name, span });
  }
  return [...found.values()];
}

// src/recipe/openbsd/packages.ts
function lowerPackages(scene, { family, prefix }) {
  const members = subpackagesOf(scene).map(
    (ending) => ({
      ending,
      name: ending.replace(/^-/, ""),
      fullpkgname: variableOf2(scene, `FULLPKGNAME${ending}`).value.trim(),
      fullpkgpath: variableOf2(scene, `FULLPKGPATH${ending}`).value.trim()
    })
  );
  checkNames2(scene, members);
  const whole = { ...family, members };
  const built = splitWords(variableOf2(scene, "BUILD_PACKAGES").value);
  const lowered = members.map((one) => ({
    isBuilt: built.includes(one.ending),
    subpackage: lowerPackage(scene, one, { family: whole, prefix })
  }));
  return {
    built: lowered.filter(({ isBuilt }) => isBuilt).map(({ subpackage: subpackage3 }) => subpackage3),
    dropped: lowered.filter(({ isBuilt }) => !isBuilt).map(({ subpackage: subpackage3 }) => subpackage3)
  };
}
function checkNames2(scene, members) {
  const endings = members.map(({ ending }) => ending);
  const twice = endings.find((one, index) => endings.indexOf(one) !== index);
  if (twice !== void 0) {
    tell(scene, placeOf(scene, ["MULTI_PACKAGES"]), {
      code: "openbsd/name",
      message: `MULTI_PACKAGES names ${quoted(twice)} twice`,
      help: "name each subpackage once"
    });
  }
  for (const { ending, fullpkgname: fullpkgname2, fullpkgpath: fullpkgpath2 } of members.filter((one) => one.fullpkgname !== "")) {
    const place = (name) => placeOf(scene, [`${name}${ending}`, name, "MULTI_PACKAGES"]);
    if (!/^[A-Za-z0-9][A-Za-z0-9._+@-]*-[0-9][A-Za-z0-9._+-]*$/.test(fullpkgname2)) {
      tell(scene, place("FULLPKGNAME"), {
        code: "openbsd/name",
        message: `FULLPKGNAME${ending.replace(/^-$/, "")} ${quoted(fullpkgname2)} is not the name of a package`,
        help: "write `stem-version`, like `foo-1.0`, of letters, digits and `._+-`"
      });
    }
    if (!parsePkgpath(fullpkgpath2)) {
      tell(scene, place("FULLPKGPATH"), {
        code: "openbsd/name",
        message: `FULLPKGPATH${ending.replace(/^-$/, "")} ${quoted(fullpkgpath2)} is not a pkgpath`,
        help: "write the port's folder in the tree, and the subpackage: `devel/foo,-doc`"
      });
    }
  }
}
function lowerPackage(scene, { ending, name, fullpkgname: fullpkgname2, fullpkgpath: fullpkgpath2 }, { family, prefix }) {
  const own = variableOf2(scene, `PREFIX${ending}`).value.trim();
  const substitution2 = substitutionFor(scene, ending);
  const text3 = (variable, need) => fileText(scene, { variable: `${variable}${ending}`, need }, substitution2);
  const message = text3("MESSAGE", "optional");
  const wantlib = lowerWantlib(scene, `WANTLIB${ending}`);
  const description2 = text3("DESCR", "needed");
  const prefixes = { own: own || prefix, port: prefix };
  const list2 = packingList(scene, { ending, substitution: substitution2, prefixes });
  return {
    name,
    fullpkgname: fullpkgname2,
    fullpkgpath: fullpkgpath2,
    comment: substitution2.fill(
      variableOf2(scene, `_COMMENT${ending}`).value.trim().replace(/^"(.*)"$/s, "$1")
    ),
    ...description2 === void 0 ? {} : { description: description2 },
    ...message === void 0 ? {} : { message },
    ...own === "" || own === prefix ? {} : { prefix: own },
    depends: {
      lib: lowerDependencies2(scene, `LIB_DEPENDS${ending}`, family),
      run: lowerDependencies2(scene, `RUN_DEPENDS${ending}`, family),
      system: baseLibraries(wantlib)
    },
    wantlib: wantlib.map(({ value }) => value),
    wantlibSpans: wantlib.map(({ span }) => span),
    files: [],
    ...list2 ? { packingList: list2.entries } : {},
    ...list2 && list2.notes.length > 0 ? { notes: list2.notes } : {},
    ...list2 && saysSomething(list2.relations) ? { relations: list2.relations } : {},
    span: placeOf(scene, ["MULTI_PACKAGES"])
  };
}
function lowerWantlib(scene, variable) {
  const words = wordsOf3(scene, variable);
  for (const { value, span } of words) {
    if (/^[^\s<>=:]*[^\s<>=:/](\.?>?=[0-9]+(\.[0-9]+)?)?$/.test(value)) continue;
    tell(scene, span, {
      code: "openbsd/wantlib",
      message: `${variable.replace(/-$/, "")}: ${quoted(value)} is not a library`,
      help: "write `z`, `iconv>=6` or `qt4/QtCore>=8.0`, see library-specs(7)"
    });
  }
  return words;
}
function saysSomething({ conflicts, excludes, formerPaths }) {
  return conflicts.length > 0 || excludes !== "stem" || formerPaths.length > 0;
}
function fileText(scene, { variable, need }, substitution2) {
  const source = fileOf2(scene, { variable, need });
  return source && substitution2.fill(source.text);
}
function fileOf2(scene, { variable, need }) {
  const { value, span } = variableOf2(scene, variable);
  const path = value.trim();
  const source = path === "" ? void 0 : scene.files.source(path);
  if (source || path === "" && need === "optional") return source;
  const shown2 = scene.files.inner(path) ?? path;
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/no-file",
    message: `there is no ${quoted(shown2)}, which \`${variable}\` names`,
    help: variable.startsWith("PLIST") ? "write it, or let `make-plist` do so after a build" : "write it"
  });
  return void 0;
}
function packingList(scene, {
  ending,
  ...reading
}) {
  const variable = `PLIST${ending}`;
  const source = fileOf2(scene, { variable, need: "needed" });
  return source && readPackingList({ path: variableOf2(scene, variable).value.trim(), source }, reading, scene);
}

// src/recipe/openbsd/lower.ts
function lowerPort2(scene, { request, prefix, faked }) {
  reportErrors(scene);
  const { ownPlacesOf } = scene.evaluation;
  const release = releaseIn(scene);
  const flavors2 = flavorsIn2(scene);
  const trueFlavors = flavors2.chosen.filter((flavor3) => flavors2.available.includes(flavor3));
  const family = {
    pkgpath: request.pkgpath,
    flavors: flavors2.chosen,
    trueFlavors,
    isDefault: request.flavors === "default" || flavors2.available.length === 0 && flavors2.pseudo.length === 0,
    main: ownPlacesOf("SUBPACKAGE").length > 0 ? mainIn(scene).replace(/^-/, "") : "main"
  };
  const { built, dropped } = lowerPackages(scene, { family, prefix });
  const foreign = { ...family, members: [] };
  const ignored = ignoredIn(scene);
  const packages = built.length > 0 ? built : dropped;
  const homepage = variableOf2(scene, "HOMEPAGE").value.trim();
  return {
    ...release,
    dialect: "openbsd",
    pkgpath: request.pkgpath,
    comment: packages[0]?.comment ?? "",
    ...homepage === "" ? {} : { homepage },
    flavors: flavors2,
    packages: inOrder(packages, scene),
    dropped: built.length > 0 ? dropped : [],
    depends: {
      build: lowerDependencies2(scene, "BUILD_DEPENDS", foreign),
      test: lowerDependencies2(scene, "TEST_DEPENDS", foreign),
      system: []
    },
    distfiles: lowerDistfiles2(scene),
    patches: lowerPatches2(scene),
    bases: [],
    prefix,
    build: lowerBuild2(scene, { faked, prefix }),
    ...ignored ? { ignored } : {},
    permit: {
      package: permitIn(scene, "PERMIT_PACKAGE_FTP", "PERMIT_PACKAGE"),
      distfiles: permitIn(scene, "PERMIT_DISTFILES_FTP", "PERMIT_DISTFILES")
    },
    network: "fetch",
    limits: {},
    runpath: "auto",
    audit: /* @__PURE__ */ new Map(),
    span: placeOf(scene, [])
  };
}
function releaseIn(scene) {
  const { value, span } = variableOf2(scene, "PKGNAME");
  const [first2 = "-"] = subpackagesOf(scene);
  const written = [value, variableOf2(scene, `FULLPKGNAME${first2}`).value];
  const found = written.map((one) => /^(.+?)-([0-9][^-\s]*)/.exec(one.trim())).find((match) => match !== null);
  const [, name = "", version2 = ""] = found ?? [];
  if (name === "") {
    const message = value.trim() === "" ? "neither `DISTNAME` nor `PKGNAME` is set" : `PKGNAME ${quoted(value.trim())} has no version that begins with a digit`;
    tell(scene, span, {
      code: "openbsd/name",
      message,
      help: "set `PKGNAME` to `stem-version`, like `foo-1.0`"
    });
  }
  const revision = countIn(scene, "REVISION");
  const epoch = countIn(scene, "EPOCH");
  return {
    name,
    version: version2,
    ...revision === void 0 ? {} : { revision },
    ...epoch === void 0 ? {} : { epoch }
  };
}
function countIn(scene, name) {
  const { value, span } = variableOf2(scene, name);
  const text3 = value.trim();
  if (text3 === "") return void 0;
  if (/^[0-9]{1,9}$/.test(text3)) return Number(text3);
  tell(scene, span, {
    code: "openbsd/name",
    message: `${name} ${quoted(text3)} is not a number`,
    help: "write digits only"
  });
  return void 0;
}
function flavorsIn2(scene) {
  const words = (name) => splitWords(variableOf2(scene, name).value);
  const pseudo = [...new Set(words("PSEUDO_FLAVORS"))];
  const available = [...new Set(words("FLAVORS"))].filter((flavor3) => !pseudo.includes(flavor3));
  const wanted = words("FLAVOR");
  return { available, pseudo, chosen: [...available, ...pseudo].filter((flavor3) => wanted.includes(flavor3)) };
}
function inOrder(packages, scene) {
  const order = packagingOrder(packages);
  if (order.kind === "ordered") return order.packages;
  const [first2] = order.loop;
  const names = [...order.loop, first2].map(({ name }) => `\`-${name}\``);
  tell(scene, [...first2.depends.lib, ...first2.depends.run][0]?.span ?? first2.span, {
    code: "openbsd/packaging-loop",
    message: `subpackages need each other in a circle: ${names.join(" → ")}`,
    help: "leave one of these dependencies out: each package is recorded in those that need it"
  });
  return packages;
}
function mainIn(scene) {
  const [subpackage3 = "-"] = splitWords(variableOf2(scene, "SUBPACKAGE").value);
  return subpackage3;
}
function ignoredIn(scene) {
  const text3 = ignoreText(variableOf2(scene, `IGNORE${mainIn(scene)}`));
  if (text3 === "" || /^Ignored as FLAVOR contains/.test(text3)) return void 0;
  const reasons = ["BROKEN", "ONLY_FOR_ARCHS", "NOT_FOR_ARCHS", "COMES_WITH", "IGNORE"];
  return { value: text3, span: placeOf(scene, reasons) };
}
function permitIn(scene, variable, modern) {
  const { evaluation } = scene;
  const text3 = (evaluation.expand(variable) ?? evaluation.expand(modern) ?? "").trim();
  const span = placeOf(scene, [variable, modern, "PERMIT_PACKAGE_CDROM"]);
  return {
    value: text3.toLowerCase() === "yes" ? true : text3.replace(/^"(.*)"$/s, "$1") || "no reason is given",
    span
  };
}
function lowerPatches2(scene) {
  const folder = variableOf2(scene, "PATCHDIR").value.trim();
  const strip = /^-p([0-9]{1,2})$/.exec(variableOf2(scene, "PATCH_STRIP").value.trim())?.[1] ?? "0";
  const { span } = variableOf2(scene, "PATCH_LIST");
  return wordsOf3(scene, "PATCH_LIST").flatMap(({ value: pattern }) => {
    const path = pattern.startsWith("/") ? pattern : `${folder}/${pattern}`;
    return scene.files.matching(path).filter((file) => !/(\.orig|\.rej|~)$/.test(file) && (scene.files.source(file)?.text.length ?? 0) > 0).flatMap((file) => {
      const inner = scene.files.inner(file);
      return inner === void 0 ? [] : [{ path: inner, strip: Number(strip), span }];
    });
  });
}

// src/recipe/openbsd/obstacles.ts
var UNHEEDED = [
  [
    "FAKE_AS_ROOT",
    "nothing is installed with root's rights here",
    "leave it out: owners and modes are the packing list's to say"
  ],
  ["IS_INTERACTIVE", "nobody is there to answer questions", "answer them in the port's own rules"],
  [
    "EXTRACT_FILES",
    "archives are unpacked whole",
    "leave it out, and remove what is too much in `post-extract`"
  ],
  ["MTREE_FILE", "the folders to install into are always the same", "make the folders in `pre-install`"]
];
function unheeded(scene) {
  return UNHEEDED.filter(
    ([name]) => scene.evaluation.ownPlacesOf(name).length > 0 && !saysNot(scene, name)
  ).map(([name, why, help]) => ({
    severity: "error",
    code: "openbsd/not-built",
    blame: "recipe",
    message: `\`${name}\` says ${quoted(variableOf2(scene, name).value.trim())}: ${why}`,
    span: placeOf(scene, [name]),
    help
  }));
}
function obstaclesOf(scene, port) {
  const { ignored, depends } = port;
  const half = depends.build.find(({ until }) => until !== void 0);
  const modules = buildingModules(scene).map(
    (name) => `the module ${quoted(name)}, which builds in a way of its own`
  );
  const found = [
    ...half ? [[`a dependency on a port that is built only in part (\`:${half.until}\`)`, half.span]] : [],
    ...modules.map((what) => [what, placeOf(scene, ["MODULES", "CONFIGURE_STYLE"])]),
    ...isWithoutWay(scene, port) ? [
      [
        `CONFIGURE_STYLE ${quoted(variableOf2(scene, "CONFIGURE_STYLE").value.trim())}`,
        port.build.style.span
      ]
    ] : []
  ];
  return [
    ...ignored ? [ignoredPort(port.name, ignored)] : [],
    ...unheeded(scene),
    ...found.map(
      ([what, span]) => ({
        severity: "error",
        code: "openbsd/not-built",
        blame: "recipe",
        message: `${what}: ports with this are read, but not built`,
        span,
        help: "give the port rules of its own (`do-configure`, `do-build`, `do-install`), or write a `port.yml`"
      })
    )
  ];
}
function ignoredPort(name, { value, span }) {
  return {
    severity: "error",
    code: "openbsd/ignored",
    blame: "recipe",
    message: `\`${name}\` is not to be built: ${value}`,
    span,
    help: "build another version or flavor, or for another architecture"
  };
}
var STYLED = [
  "cmake",
  "meson",
  "ninja",
  "perl",
  "cpan",
  "cargo",
  "scons",
  "waf",
  "python",
  "imake",
  "gnu",
  "simple"
];
var RULES = ["do-extract", "do-patch", "do-configure", "do-build", "do-install"];
function buildingModules({ evaluation }) {
  const names = RULES.flatMap((rule) => {
    const target = evaluation.targets().get(rule);
    const name = target && target.commands.length > 0 ? moduleOf(target.span) : void 0;
    return name === void 0 || STYLED.includes(name) ? [] : [name];
  });
  return [...new Set(names)];
}
function isWithoutWay({ evaluation }, { build }) {
  if (build.style.value !== "script") return false;
  const isDone = (rule, phase) => evaluation.targets().has(rule) || (build.skips ?? []).includes(phase);
  return !isDone("do-build", "build") || !evaluation.targets().has("do-configure") || !isDone("do-install", "fake");
}

// src/recipe/openbsd/port-files.ts
function portFiles(tree, {
  request,
  files,
  curdir
}) {
  const inner = (path) => {
    const plain = plainPath(path);
    return plain.startsWith(`${curdir}/`) ? plain.slice(curdir.length + 1) : void 0;
  };
  return {
    source: (path) => files.read(plainPath(path)),
    inner,
    matching: (pattern) => {
      const cut2 = pattern.lastIndexOf("/");
      const folder = inner(`${pattern.slice(0, cut2)}/.`) ?? (plainPath(pattern.slice(0, cut2)) === curdir ? "" : void 0);
      if (folder === void 0) return [];
      const place = [request.folder, folder].filter((part) => part !== "").join("/");
      const name = pattern.slice(cut2 + 1);
      return tree.list(place).filter(
        (one) => matchesGlob(name, one) && tree.exists(`${place}/${one}`.replace(/^\//, "")) === "file"
      ).map((one) => [curdir, folder, one].filter((part) => part !== "").join("/"));
    }
  };
}
function plainPath(path) {
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

// src/recipe/openbsd/variables.ts
function readMakeVariables(tree, request, wanted) {
  const asked = makeRequestFor(tree, request);
  const evaluation = evaluateMakefile(asked, wanted);
  const names = wanted.length === 0 ? evaluation.ownNames() : wanted.flatMap((name) => perPackage(name, evaluation));
  const values = names.map((name) => [name, evaluation.expand(name)]);
  const variables = Object.fromEntries(values.filter(([, value]) => value !== void 0));
  const problems = [...evaluation.problems(), ...refusedCommands(evaluation)];
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    return { ok: false, error: sortDiagnostics(problems), needsShell: needsShell(asked, evaluation) };
  return ok({
    variables,
    unknown: [],
    absent: "unset",
    warnings: [...problems, ...doubts(evaluation, asked)]
  });
}
function doubts(evaluation, { files, makefile }) {
  const found = [];
  const source = files.read(makefile) ?? { name: makefile, text: "" };
  const report2 = (problem) => void found.push(asWarning(problem));
  reportErrors({ evaluation, start: { source, start: 0, end: 0 }, report: report2 });
  return found;
}
function perPackage(name, { expand: expand3 }) {
  if (!name.endsWith("@")) return [name];
  const packages = wordsOf2(expand3("MULTI_PACKAGES") ?? "");
  const suffixes = packages.length === 0 ? ["-"] : packages;
  return suffixes.map((suffix) => `${name.slice(0, -1)}${suffix}`);
}
function refusedCommands({ unanswered }) {
  return unanswered().map(({ command, span }) => ({
    severity: "error",
    code: "openbsd/needs-shell",
    blame: "recipe",
    message: `a value is what the command \`${command.length > 80 ? `${command.slice(0, 79)}…` : command}\` prints, and nothing is run while reading`,
    span,
    help: "`--allow-shell` runs it in a buildbox; better, write the value down"
  }));
}
function needsShell({ makefile }, ...evaluations) {
  const [first2, ...others] = evaluations.flatMap(({ unanswered }) => unanswered());
  return first2 && { commands: [first2, ...others], folder: folderOf2(makefile) };
}

// src/recipe/openbsd/openbsd.ts
var NO_NAMES = [];
function readOpenbsdPort(tree, request) {
  const asked = withX11(makeRequestFor(tree, request));
  const named = evaluateMakefile(asked, NO_NAMES);
  const unread = [...named.problems(), ...refusedCommands(named)];
  if (hasErrors(unread) && !isWhole(named)) {
    return { ok: false, error: distinctDiagnostics(unread), needsShell: needsShell(asked, named) };
  }
  if (!named.isDefined("MULTI_PACKAGES")) return wrong(noPort(asked));
  const problems = [];
  const report2 = (problem) => void problems.push(problem);
  const scene = (evaluation) => {
    const source = asked.files.read(asked.makefile) ?? { name: asked.makefile, text: "" };
    const curdir = folderOf2(asked.makefile);
    const files = portFiles(tree, { request, files: asked.files, curdir });
    return { evaluation, files, curdir, start: { source, start: 0, end: 0 }, report: report2 };
  };
  const prefix = fillPrefix(request, releaseIn({ ...scene(named), report: ignore }), report2);
  const inBox = (fixed) => evaluateMakefile({
    ...asked,
    environment: { ...asked.environment, ...boxEnvironment(prefix) },
    fixed: { ...PERL_FOLDERS, ...fixed }
  });
  const built = inBox({});
  const own = (built.expand("PREFIX") ?? prefix).trim();
  const faked = installs(built) ? inBox({ PREFIX: `${PLACES.fakeRoot}${own}`, TRUEPREFIX: own, DESTDIR: PLACES.fakeRoot }) : built;
  const port = lowerPort2(scene(built), { request, prefix, faked });
  if (built.isStopped()) problems.length = 0;
  const all = distinctDiagnostics([
    ...unread,
    ...problems,
    ...[built, faked].flatMap((one) => [...one.problems(), ...refusedCommands(one)])
  ]);
  if (hasErrors(all)) return { ok: false, error: all, needsShell: needsShell(asked, built, faked) };
  return ok({
    port,
    variables: () => variablesOf(named),
    index: () => indexLines(scene(named)),
    writeLists: (writing) => writeLists({ ...scene(built), report: ignore }, { ...writing, prefix }),
    obstacles: obstaclesOf(scene(built), port),
    warnings: all
  });
}
function isWhole({ isStopped, unanswered, isDefined }) {
  return !isStopped() && unanswered().length === 0 && isDefined("MULTI_PACKAGES");
}
function installs({ targets, names }) {
  const rules = targets();
  return FAKED_TARGETS.some((name) => rules.has(name)) || names().some((name) => FAKED_HOOK.test(name));
}
function ignore() {
  return;
}
function withX11({ files, ...request }) {
  const isThere = (path) => [X11BASE, BOX_X11BASE].some((one) => path === one || path === `${one}/man/mandoc.db`);
  return { ...request, files: { ...files, exists: (path) => isThere(path) || files.exists(path) } };
}
var X11BASE = "/usr/X11R6";
var BOX_X11BASE = "/usr";
function noPort({ files, makefile }) {
  return {
    severity: "error",
    code: "openbsd/no-port",
    blame: "request",
    message: `${quoted(files.read(makefile)?.name ?? makefile)} does not read \`bsd.port.mk\``,
    help: "end it with `.include <bsd.port.mk>`, or name another folder"
  };
}
var PERL_FOLDERS = { P5SITE: "lib/perl5", P5ARCH: "lib/perl5" };
function boxEnvironment(prefix) {
  return {
    LOCALBASE: prefix,
    X11BASE: BOX_X11BASE,
    BASESYSCONFDIR: `${prefix}/etc`,
    VARBASE: `${prefix}/var`,
    RCDIR: `${prefix}/etc/rc.d`,
    WRKDIR: PLACES.work,
    WRKINST: PLACES.fakeRoot,
    DISTDIR: PLACES.distfiles,
    // With its path: makefiles that automake writes take any other name for one beside the source.
    _INSTALL: `${PLACES.tools}/install`,
    // Programs of the dialect's own come first, and what the buildbox sets stays set.
    PORTPATH: `${PLACES.tools}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
    SETENV: "/usr/bin/env",
    INSTALL_COPY: "-c",
    INSTALL_STRIP: "-s",
    BINMODE: "755",
    NONBINMODE: "644",
    SHAREMODE: "644",
    MANMODE: "644",
    DIRMODE: "755",
    SHAREOWN: "root",
    SHAREGRP: "root",
    BINOWN: "root",
    BINGRP: "root",
    MANOWN: "root",
    MANGRP: "root"
  };
}
function variablesOf({ names, expand: expand3 }) {
  return Object.fromEntries(names().map((name) => [name, expand3(name) ?? ""]));
}
function hasErrors(problems) {
  return problems.some(({ severity }) => severity === "error");
}

// src/recipe/openbsd/subdirs.ts
var DEPTH_LIMIT6 = 10;
function kindOfMakefile(text3) {
  const [, kind] = /^\.?\s*-?s?include\s+<bsd\.port(\.subdir)?(?:\.arch)?\.mk>/m.exec(text3) ?? ["", "other"];
  return kind === "other" ? "other" : kind === void 0 ? "port" : "category";
}
function* listedPorts(tree, folder, depth = 0) {
  const pkgpath = folder === "" && !hasInfrastructure(tree) ? "category" : folder;
  const request = { folder, treeName: ".", pkgpath, flavors: "default" };
  const { expand: expand3 } = evaluateMakefile(makeRequestFor(tree, request));
  const found = /* @__PURE__ */ new Set();
  for (const word2 of wordsOf2(expand3("SUBDIR") ?? "")) {
    for (const one of portsOf(word2, { tree, folder, depth })) {
      if (found.has(one.key)) continue;
      found.add(one.key);
      yield one;
    }
  }
}
function* portsOf(word2, { tree, folder, depth }) {
  const key = folder === "" ? word2 : `${folder}/${word2}`;
  const path = parsePkgpath(key);
  const text3 = path && tree.read(`${path.folder}/Makefile`);
  if (!path || text3 === void 0) return;
  if (kindOfMakefile(text3) !== "category") yield { folder: path.folder, key, flavors: path.flavors };
  else if (depth < DEPTH_LIMIT6) yield* listedPorts(tree, path.folder, depth + 1);
}

// src/recipe/yaml/rules.ts
var fails = (pattern, message, help) => {
  return (value) => pattern.test(value) ? void 0 : { message, help };
};
var stem = (value) => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(value)) {
    return { message: "is not a name", help: "use letters, digits, and `.`, `_`, `+`, `-` after the first" };
  }
  if (/-[0-9]/.test(value)) {
    return { message: "has a digit after a dash, where a version would start", help: "leave the dash out" };
  }
  return /--|-$/.test(value) ? { message: "has a dash too many", help: "put one dash between two words" } : void 0;
};
var version = (value) => {
  if (!/^[0-9]/.test(value))
    return { message: "does not start with a digit", help: 'write `"1.0"`, not `v1.0`' };
  if (value.includes("-")) {
    return { message: "contains a dash, where a flavor would start", help: "write `.` or `_` instead" };
  }
  if (!/^[A-Za-z0-9._+]+$/.test(value)) {
    return { message: "is not a version", help: "use digits, letters, `.`, `_` and `+`" };
  }
  return /v[0-9]+$/.test(value) ? { message: "ends in what reads as an epoch", help: "leave that out, and write `epoch:` if it is one" } : void 0;
};
var flavor = fails(
  /^[A-Za-z_][A-Za-z0-9_.+]*$/,
  "is not a name of a flavor",
  "start with a letter; letters, digits, `_`, `.` and `+` may follow"
);
var subpackage = fails(
  /^[A-Za-z][A-Za-z0-9_.+]*(-[A-Za-z_][A-Za-z0-9_.+]*)*$/,
  "is not a name of a package of this port",
  "start with a letter; letters, digits, `_`, `.`, `+` and dashes that no digit follows may follow"
);
var base = fails(
  /^[A-Za-z0-9][A-Za-z0-9_.]*(-[A-Za-z0-9_.]+)*$/,
  "is not a name of a base",
  "write it as `tarwright base list` does: `debian-12`"
);
var neutralName = fails(
  /^[A-Za-z0-9][A-Za-z0-9._+-]*$/,
  "is not a name of a library or tool",
  "write a neutral name such as `zlib`, or a map with `apt:`, `apk:` or `dnf:`"
);
var nativeName = fails(
  /^[A-Za-z0-9][A-Za-z0-9._+:@-]*$/,
  "is not a name of a package",
  "write it as the package manager does"
);
var oneLine = (value) => {
  if (value.trim() === "") return { message: "is empty", help: "write a few words" };
  return value.includes("\n") ? { message: "has more than one line", help: "shorten it, and move the rest to `description:`" } : void 0;
};
var reason = (value) => /^(y|n|yes|no|on|off|true|false)$/i.test(value) ? { message: "is no reason", help: "write `true` without quotes, or say why it may not be distributed" } : oneLine(value);
var argument = fails(/^[^\n]+$/, "is not one argument", "write one argument an entry");
var makeTarget = fails(/^[^-=\s][^=\s]*$/, "is not a target", "write a name such as `all`");
var makeVariable = fails(
  /^[^-=\s][^=\s]*=[^\n]*$/,
  "is not an assignment",
  "write `NAME=value`, and targets under `targets:`"
);
var webPage = (value) => /^https?:\/\//.test(value) && URL.canParse(value) ? void 0 : { message: "is not the URL of a page", help: "start with `https://`" };
var debianFile = fails(
  /^[a-z0-9][a-z0-9+.-]+_[A-Za-z0-9.+~-]+$/,
  "is not a source file of Debian",
  "write `debian:hello_2.10.orig.tar.gz`"
);
var fileName = fails(
  /^[A-Za-z0-9_][A-Za-z0-9._+~=@,-]{0,199}$/,
  "is not a file name",
  "use at most 200 letters, digits and `.`, `_`, `+`, `~`, `=`, `@`, `,`, `-` after the first"
);
var innerPath = (value) => {
  if (value.startsWith("/")) return { message: "is an absolute path", help: "leave the first `/` out" };
  const parts = value.split("/");
  if (parts.includes("..")) return { message: "leads out of its folder", help: "leave `..` out" };
  if (parts.includes("") || parts.includes(".")) {
    return { message: "has an empty part", help: "write it without `//`, `./` and a `/` at its end" };
  }
  return /[\n\t\\]/.test(value) ? { message: "holds a character that no path should", help: "use `/` between folders" } : void 0;
};
var hexDigest = (algorithm, digits) => {
  return (value) => {
    if (/^[0-9a-fA-F]+$/.test(value) && value.length === digits) return void 0;
    const found = /^[0-9a-fA-F]*$/.test(value) ? `has ${value.length} digits` : "is not hexadecimal";
    return {
      message: `${found}, expected ${digits} hexadecimal digits`,
      help: `take it from \`${algorithm}sum\``
    };
  };
};
var library = fails(
  /^([A-Za-z0-9._+-]+\/)*[A-Za-z0-9][A-Za-z0-9._+-]*?(>?=[0-9]+(\.[0-9]+)?)?$/,
  "is not a library",
  "write it as after `-l`: `z`, `ssl>=3`"
);
var licenseExpression = (value) => {
  const words = value.match(/[()]|[^\s()]+/g) ?? [];
  let depth = 0;
  let expected = "license";
  for (const word2 of words) {
    const isName = /^(DocumentRef-[\w.-]+:)?[A-Za-z0-9][A-Za-z0-9.-]*\+?$/.test(word2) && !/^(AND|OR|WITH)$/i.test(word2);
    const isOperator2 = word2 === "AND" || word2 === "OR";
    if (expected === "license" && word2 === "(") depth += 1;
    else if (expected === "license" && isName) expected = "afterLicense";
    else if (expected === "exception" && isName) expected = "afterException";
    else if (expected === "afterLicense" && word2 === "WITH") expected = "exception";
    else if (expected.startsWith("after") && isOperator2) expected = "license";
    else if (expected.startsWith("after") && word2 === ")" && depth > 0) {
      depth -= 1;
      expected = "afterException";
    } else return licenseFault(word2, EXPECTED[expected]);
  }
  if (!expected.startsWith("after")) return licenseFault("", EXPECTED[expected]);
  return depth > 0 ? licenseFault("", "`)`") : void 0;
};
var EXPECTED = {
  license: "a license",
  exception: "an exception",
  afterLicense: "`AND`, `OR` or `WITH`",
  afterException: "`AND` or `OR`"
};
function licenseFault(found, expected) {
  return {
    message: `is not an SPDX expression: found ${found === "" ? "its end" : `\`${found}\``}, expected ${expected}`,
    help: "write an expression such as `MIT` or `Apache-2.0 OR GPL-2.0-or-later`"
  };
}

// src/recipe/yaml/scalars.ts
function text2(expected, rule = () => void 0) {
  const decoder = prose(expected, rule);
  return { ...decoder, accepts: (node) => decoder.accepts(node) && isScalar(node) && node.value !== "" };
}
function prose(expected, rule = () => void 0) {
  return {
    expected,
    shape: { kind: "leaf" },
    accepts: (node) => isScalar(node) && typeof node.value === "string",
    quotable: (source) => rule(source) === void 0,
    decode: (node, scene) => {
      if (!isScalar(node) || typeof node.value !== "string") return void 0;
      const fault2 = controlFault(node.value) ?? rule(node.value);
      if (fault2) reportFault({ value: node.value, span: spanOf(node, scene.source) }, fault2, scene);
      return fault2 ? void 0 : node.value;
    }
  };
}
function controlFault(value) {
  const rest = value.replace(/[\n\t]/g, "");
  const control = isControl(rest) ? [...rest].find(isControl) : void 0;
  if (control === void 0) return void 0;
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { message: `holds the control character U+${code}`, help: "remove it" };
}
function word(words) {
  const known = words.map((one) => `\`${one}\``).join(", ");
  return {
    expected: `one of ${known}`,
    shape: { kind: "leaf", words },
    accepts: (node) => isScalar(node) && typeof node.value === "string",
    decode: (node, scene) => {
      const found = isScalar(node) ? String(node.value) : "";
      const match = words.find((one) => one === found);
      if (match !== void 0) return match;
      const meant = nearest(found, words);
      const message = `${quoted(found)} is not one of ${known}`;
      report(scene, spanOf(node, scene.source), {
        code: "yaml/value",
        message,
        help: meant && `did you mean \`${meant}\`?`
      });
      return void 0;
    }
  };
}
function count(expected, least) {
  const accepts = (node) => isScalar(node) && typeof node.value === "number" && Number.isSafeInteger(node.value);
  return {
    expected,
    shape: { kind: "leaf" },
    accepts,
    decode: (node, scene) => {
      const value = isScalar(node) ? Number(node.value) : Number.NaN;
      if (value >= least) return value;
      report(scene, spanOf(node, scene.source), {
        code: "yaml/value",
        message: `\`${value}\` is less than ${least}`
      });
      return void 0;
    }
  };
}
var truth = {
  expected: "`true`",
  shape: { kind: "leaf" },
  accepts: (node) => isScalar(node) && node.value === true,
  decode: () => true
};

// src/recipe/yaml/units.ts
var DURATION = /^(?=\d)(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/;
var SIZE = /^(\d{1,9})([kmgt])$/i;
var LONGEST_MS = 24 * 24 * 60 * 60 * 1e3;
var duration = (value) => {
  const found = durationMs(value) ?? 0;
  if (found > LONGEST_MS) return { message: "is longer than 24 days", help: "leave the limit out" };
  return found > 0 ? void 0 : { message: "is not a duration", help: "write `90s`, `30m`, `6h` or `1h30m`" };
};
function durationMs(value) {
  const match = DURATION.exec(value);
  if (!match) return void 0;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1e3;
}
var size = (value) => {
  const found = sizeBytes(value) ?? 0;
  return found > 0 && Number.isSafeInteger(found) ? void 0 : { message: "is not a size", help: "write `512m` or `4g`" };
};
function sizeBytes(value) {
  const [, digits, unit] = SIZE.exec(value) ?? [];
  if (digits === void 0 || unit === void 0) return void 0;
  return Number(digits) * 1024 ** ("kmgt".indexOf(unit.toLowerCase()) + 1);
}

// src/recipe/yaml/keys.ts
var oneLine2 = text2("a line of text", oneLine);
var description = prose("text");
var flavors = list(text2("a flavor", flavor), "flavors");
var dependencies = list(text2("a string `pkgspec:pkgpath`"), "strings `pkgspec:pkgpath`");
var libraries = list(text2("a library", library), "libraries");
var patterns = list(text2("a path or pattern", innerPath), "paths and patterns");
var script = either(
  prose("a shell script"),
  record("a script", {
    shell: word(["sh", "bash"]),
    text: required(prose("a shell script"), () => "")
  })
);
var distfile = record("a distfile", {
  url: required(text2("a URL or a path in the port's folder"), () => ""),
  file: text2("a file name"),
  size: count("a number of bytes", 1),
  sha256: text2("64 hexadecimal digits"),
  sha512: text2("128 hexadecimal digits"),
  md5: text2("32 hexadecimal digits"),
  mirrors: list(text2("a URL or a path in the port's folder"), "URLs"),
  subdir: text2("a path below the source folder")
});
var distfiles = list(distfile, "distfiles");
var patches = list(
  either(
    text2("a path or pattern", innerPath),
    record("a patch", {
      path: required(text2("a path or pattern", innerPath), () => ""),
      strip: count("a number of path parts", 0)
    })
  ),
  "paths and patterns"
);
var nativePackages = list(text2("a package", nativeName), "packages");
var native = either(
  nativePackages,
  record("a package manager", { build: nativePackages, run: nativePackages })
);
var systemDependencies = list(
  either(
    text2("a neutral name", neutralName),
    record("a system dependency", { apt: native, apk: native, dnf: native })
  ),
  "neutral names and maps of package managers"
);
var runDepends = { lib: dependencies, run: dependencies, system: systemDependencies };
var portDepends = { build: dependencies, test: dependencies, ...runDepends };
var configure = list(text2("an argument", argument), "arguments");
var make = record("`make`", {
  variables: list(text2("an assignment `NAME=value`", makeVariable), "assignments `NAME=value`"),
  targets: list(text2("a target", makeTarget), "targets")
});
var scripts = recordOf("`script`", HOOKS, script);
var choices = {
  comment: oneLine2,
  excludes: flavors,
  drops: list(text2("a package of this port", subpackage), "packages of this port"),
  configure,
  make,
  script: scripts
};
var flavor2 = record("a flavor", {
  ...choices,
  distfiles,
  patches,
  depends: record("`depends`", portDepends),
  wantlib: libraries,
  packages: table(
    { plural: "packages", rule: subpackage, least: 0 },
    record("a package of a flavor", {
      files: patterns,
      depends: record("`depends` of a package", runDepends),
      wantlib: libraries
    })
  )
});
var pseudoFlavor = record("a pseudo-flavor", {
  ...choices,
  depends: record("`depends` of a pseudo-flavor", { build: dependencies, test: dependencies })
});
var subpackage2 = record("a package", {
  comment: oneLine2,
  description,
  fullpkgname: text2("a full package name"),
  files: patterns,
  depends: record("`depends` of a package", runDepends),
  wantlib: libraries
});
var permission = either(truth, text2("a reason why not", reason));
var PORT = record("a port", {
  name: required(text2("a name", stem), (_, unquoted2 = "unnamed") => unquoted2),
  version: required(text2("a version", version), (_, unquoted2 = "0") => unquoted2),
  revision: count("a whole number", 0),
  epoch: count("a whole number", 0),
  comment: required(oneLine2, () => ""),
  description,
  homepage: text2("a URL", webPage),
  license: text2("an SPDX expression", licenseExpression),
  distfiles,
  patches,
  bases: list(text2("a base", base), "bases"),
  prefix: text2("an absolute path"),
  build: required(
    record("`build`", {
      style: required(word(STYLES), () => "meta"),
      configure,
      make,
      script: scripts
    }),
    (span) => ({ style: { value: "meta", span } })
  ),
  flavors: table({ plural: "flavors", rule: flavor, least: 0 }, flavor2),
  "pseudo-flavors": table({ plural: "pseudo-flavors", rule: flavor, least: 0 }, pseudoFlavor),
  packages: table({ plural: "packages", rule: subpackage, least: 1 }, subpackage2),
  depends: record("`depends`", portDepends),
  wantlib: libraries,
  permit: record("`permit`", { package: permission, distfiles: permission }),
  network: word(["fetch", "build"]),
  limits: record("`limits`", {
    time: text2("a duration such as `30m`", duration),
    memory: text2("a size such as `4g`", size),
    processes: count("a number of processes", 1),
    disk: text2("a size such as `4g`", size)
  }),
  runpath: word(["auto", "keep", "none"]),
  audit: recordOf("`audit`", AUDIT_CHECKS, word(["error", "warning", "off"])),
  test: record("`test`", { script: required(script, () => "") })
});
function recordOf(what, keys, value) {
  return record(what, Object.fromEntries(keys.map((key) => [key, value])));
}

// src/recipe/yaml/workplace.ts
function tell2({ scene }, span, { related, ...trouble }) {
  scene.report({ severity: "error", blame: "recipe", span, ...trouble, ...related ? { related } : {} });
}
function keeps(rule, { value, span }, workplace) {
  const fault2 = rule(value);
  if (!fault2) return true;
  tell2(workplace, span, {
    code: "yaml/value",
    message: `${quoted(value)} ${fault2.message}`,
    help: fault2.help ?? ""
  });
  return false;
}
function refuseTwice(named, what, workplace) {
  const first2 = /* @__PURE__ */ new Map();
  for (const { value, span } of named) {
    const earlier = first2.get(value);
    if (!earlier) first2.set(value, span);
    else if (earlier.start !== span.start) {
      tell2(workplace, span, {
        code: "yaml/same-name",
        message: `${quoted(value)} is the name of two ${what}`,
        help: "rename or remove one of the two",
        related: [{ message: "the other one", span: earlier }]
      });
    }
  }
}
function expand2({ value, span }, values, workplace) {
  let sound = { value, span };
  for (const { 0: placeholder, 1: name = "", index } of value.matchAll(/\{([^{}]*)\}/g)) {
    if (Object.hasOwn(values, name)) continue;
    const names = Object.keys(values).map((one) => `\`{${one}}\``);
    tell2(workplace, within({ value, span }, index, placeholder.length), {
      code: "yaml/placeholder",
      message: `${quoted(placeholder)} has no value here`,
      help: `write ${names.join(" or ")}, which have`
    });
    sound = void 0;
  }
  const filled = value.replace(/\{([^{}]*)\}/g, (placeholder, name) => values[name] ?? placeholder);
  return sound && { value: filled, span };
}
function within({ value, span }, offset, length) {
  const { source, start, end } = span;
  const inner = source.text.slice(start, end).indexOf(value);
  return inner === -1 ? span : { source, start: start + inner + offset, end: start + inner + offset + length };
}

// src/recipe/yaml/dependencies.ts
var LENGTH_LIMIT3 = 500;
function lowerDependencies3(written, workplace) {
  return (written ?? []).flatMap((one) => lowerDependency2(one, workplace) ?? []);
}
function lowerDependency2({ value, span }, workplace) {
  const fault2 = (message, help) => {
    tell2(workplace, span, { code: "yaml/dependency", message, help });
    return void 0;
  };
  if (value.length > LENGTH_LIMIT3) {
    return fault2(`a dependency of ${value.length} characters`, `write one of at most ${LENGTH_LIMIT3}`);
  }
  if (!value.includes(":") && isPkgspec(value)) return { kind: "sibling", spec: { value, span } };
  const colon = value.indexOf(":");
  const spec = value.slice(0, Math.max(colon, 0));
  const pkgpath = value.slice(colon + 1);
  if (colon === 0)
    return fault2(
      `${quoted(value)} has no pkgspec before its colon`,
      "write `PKGSPEC:FOLDER`, or the folder alone"
    );
  if (!parsePkgpath(pkgpath)) {
    return fault2(`${quoted(pkgpath)} is not a pkgpath`, "write the port's folder in the tree: `devel/zlib`");
  }
  if (colon > 0 && !isPkgspec(spec)) {
    return fault2(`${quoted(spec)} is not a pkgspec`, "write `zlib-*`, `zlib->=1.2` or `zlib->=1.2,<2`");
  }
  return { kind: "port", dependency: { spec, pkgpath, span } };
}
function lowerForeign(written, workplace) {
  return lowerDependencies3(written, workplace).flatMap((one) => {
    if (one.kind === "port") return [one.dependency];
    tell2(workplace, one.spec.span, {
      code: "yaml/dependency",
      message: `${quoted(one.spec.value)} names no port`,
      help: `write \`${one.spec.value}:FOLDER\` with the folder of the port that makes it`
    });
    return [];
  });
}
function lowerSystem(written) {
  return (written?.value ?? []).flatMap(({ value, span }) => {
    if (typeof value === "string") return [{ kind: "neutral", name: value, span }];
    return ["apt", "apk", "dnf"].flatMap((manager) => {
      const packages = value[manager]?.value;
      if (!packages) return [];
      const { build, run } = "length" in packages ? bothOf(packages) : packages;
      const names = (list2) => (list2?.value ?? []).map((one) => one.value);
      return [{ kind: "native", manager, build: names(build), run: names(run), span }];
    });
  });
}
function bothOf(packages) {
  return { build: { value: packages }, run: { value: packages } };
}

// src/recipe/yaml/distfiles.ts
function lowerDistfile({ value: keys, span }, workplace) {
  const { name, version: version2 } = workplace.release;
  const expanded2 = expand2(keys.url, { name, version: version2 }, workplace);
  const url = expanded2 && lowerUrl(expanded2, workplace);
  const filled = (written, rule) => {
    const one = written && expand2(written, { name, version: version2 }, workplace);
    return one && keeps(rule, one, workplace) ? one.value : void 0;
  };
  const subdir = filled(keys.subdir, innerPath) ?? "";
  const file = keys.file ? filled(keys.file, fileName) : url && lastPart(url);
  const digests = digestsOf2(keys, workplace);
  if (workplace.wasRead(span)) checkDigests({ keys, digests, url }, workplace);
  if (!url || file === void 0 || !keys.file && !isNamed3(expanded2, file, workplace)) return void 0;
  const mirrors = keys.mirrors?.value.flatMap((written) => {
    const mirror = expand2(written, { name, version: version2, file }, workplace);
    return (mirror && lowerUrl(mirror, workplace)) ?? [];
  });
  return {
    file,
    urls: [url, ...mirrors ?? []],
    ...keys.size ? { sizeBytes: keys.size.value } : {},
    digests: digests.map(({ value }) => value),
    subdir,
    span,
    digestSpan: digests[0]?.span ?? keys.url.span
  };
}
function nameOfUrl(url, workplace) {
  const lowered = lowerUrl(url, workplace);
  return lowered ? lastPart(lowered) : "";
}
var HEX_DIGITS = { sha256: 64, sha512: 128, md5: 32 };
function digestsOf2(keys, workplace) {
  return ["sha256", "sha512", "md5"].flatMap((algorithm) => {
    const hex = keys[algorithm];
    if (!hex) return [];
    keeps(hexDigest(algorithm, HEX_DIGITS[algorithm]), hex, workplace);
    return [{ value: { algorithm, hex: hex.value.toLowerCase() }, span: hex.span }];
  });
}
function checkDigests(distfile2, workplace) {
  const { keys, digests, url } = distfile2;
  const onlyMd5 = digests.length > 0 && digests.every(({ value }) => value.algorithm === "md5");
  if (onlyMd5 && !keys.size) {
    tell2(workplace, digests[0]?.span ?? keys.url.span, {
      code: "yaml/digest",
      message: "an md5 alone does not tell files apart",
      help: "add `sha256:`, or at least `size:`"
    });
  }
  if (digests.length === 0 && url && url.kind !== "port") {
    tell2(workplace, keys.url.span, {
      code: "yaml/digest",
      message: "this distfile has no digest",
      help: "add `sha256:` with what `sha256sum` prints for the file"
    });
  }
}
function lowerUrl({ value, span }, workplace) {
  if (value === "") return void 0;
  const [, scheme, rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(value) ?? [];
  switch (scheme) {
    case "http":
    case "https":
      if (URL.canParse(value) && rest.startsWith("//") && !/\s/.test(value))
        return { kind: "web", url: value };
      break;
    case "file": {
      const path = filePath(value);
      if (path !== void 0) return { kind: "file", path };
      break;
    }
    case "debian":
      return keeps(debianFile, { value: rest, span }, workplace) ? { kind: "debian", file: rest } : void 0;
    case void 0:
      return lowerPath({ value, span }, workplace);
  }
  tell2(workplace, span, {
    code: "yaml/url",
    message: `${quoted(value)} is not a URL that can be fetched`,
    help: "write `https://…`, `file:///…`, `debian:FILE` or a path in the port's folder"
  });
  return void 0;
}
function filePath(value) {
  if (!URL.canParse(value)) return void 0;
  const { hostname, pathname } = new URL(value);
  const path = hostname === "" || hostname === "localhost" ? decoded(pathname) : void 0;
  return path?.includes("\0") ? void 0 : path;
}
function lowerPath({ value, span }, workplace) {
  if (!keeps(innerPath, { value, span }, workplace)) return void 0;
  const found = workplace.tree.exists(`${workplace.folder}${value}`);
  if (found === "file") return { kind: "port", path: value };
  tell2(workplace, span, {
    code: "yaml/no-file",
    message: `${quoted(value)} is ${found === "nothing" ? "not in the port's folder" : "a folder, expected a file"}`,
    help: "name a file beside `port.yml`, or write a URL"
  });
  return void 0;
}
function isNamed3({ value, span }, file, workplace) {
  if (!fileName(file)) return true;
  tell2(workplace, span, {
    code: "yaml/file-name",
    message: `${quoted(value)} does not end in a file name`,
    help: "add `file:` with the name to keep it under"
  });
  return false;
}
function lastPart(url) {
  switch (url.kind) {
    case "web":
      return decoded(new URL(url.url).pathname.split("/").at(-1) ?? "") ?? "";
    case "debian":
      return url.file;
    case "file":
    case "port":
      return url.path.split("/").at(-1) ?? "";
  }
}
function decoded(text3) {
  try {
    return decodeURIComponent(text3);
  } catch (error) {
    if (error instanceof URIError) return void 0;
    throw error;
  }
}

// src/recipe/yaml/packages.ts
var LENGTH_LIMIT4 = 180;
function lowerPackages2(choice, workplace) {
  const { keys } = choice;
  const declared = keys.packages?.value ?? [];
  const drafts = declared.length === 0 ? [draft({ name: "", keys: {}, span: keys.name.span }, choice, workplace)] : declared.map(
    ({ key, value }) => draft({ name: key.value, keys: value, span: key.span }, choice, workplace)
  );
  refuseTwice(
    drafts.map((one) => ({ value: one.fullpkgname, span: one.keys.fullpkgname?.span ?? one.span })),
    "packages",
    workplace
  );
  if (drafts.length > 1) for (const one of drafts) requireFiles(one, workplace);
  return inOrder2(
    drafts.map((one) => finish(one, drafts, { choice, workplace })),
    workplace
  );
}
function draft({ name, keys, span }, { pkgpath, flavors: flavors2 }, workplace) {
  const { release } = workplace;
  const { name: stem2, version: version2 } = release;
  const own = keys.fullpkgname && expand2(keys.fullpkgname, { name: stem2, version: version2 }, workplace);
  if (own) checkFullName(own, workplace);
  const full = own ? withRevision(own.value, release) : fullpkgname(release, name, flavors2);
  if (full.length > LENGTH_LIMIT4) {
    tell2(workplace, keys.fullpkgname?.span ?? span, {
      code: "yaml/full-name",
      message: `${quoted(full)} has ${full.length} characters, and becomes part of file names`,
      help: `shorten it to at most ${LENGTH_LIMIT4}`
    });
  }
  return {
    name,
    keys,
    span,
    fullpkgname: full,
    // As OpenBSD's ports write it for packages that are the same with every flavor.
    fullpkgpath: fullpkgpath(pkgpath, name, own ? { ...flavors2, chosen: [] } : flavors2)
  };
}
function checkFullName({ value, span }, workplace) {
  const cut2 = value.search(/-[0-9]/);
  if (cut2 > 0) {
    keeps(stem, { value: value.slice(0, cut2), span }, workplace) && keeps(version, { value: value.slice(cut2 + 1), span }, workplace);
    return;
  }
  tell2(workplace, span, {
    code: "yaml/full-name",
    message: `${quoted(value)} is not a name, a dash and a version`,
    help: 'write `"foo-doc-{version}"`'
  });
}
function requireFiles({ name, keys, span }, workplace) {
  if (keys.files && keys.files.value.length > 0 || !workplace.wasRead("packages")) return;
  tell2(workplace, span, {
    code: "yaml/files",
    message: `\`${name}\` does not say which files it takes`,
    help: "add `files:` with paths and patterns below the prefix: `[bin/**]`"
  });
}
function finish(one, siblings, { choice, workplace }) {
  const { keys: port, chosen } = choice;
  const { shared, own } = sourcesOf(one, choice);
  const needs = (kind) => {
    const written = (from) => from.flatMap(({ depends }) => lowerDependencies3(depends?.value[kind]?.value, workplace));
    const inherited = one.keys.depends?.value[kind] ? [] : written(shared);
    return [
      ...resolve(inherited, { one, siblings, toItself: "skip" }, workplace),
      ...resolve(written(own), { one, siblings, toItself: "keep" }, workplace)
    ];
  };
  const system = one.keys.depends?.value.system ? own : [...shared, ...own];
  const wantlib = one.keys.wantlib ? own : [...shared, ...own];
  const libraries2 = wantlib.flatMap((source) => source.wantlib?.value ?? []);
  const files = [one.keys, ...additionsTo(one, chosen)];
  const description2 = (one.keys.description ?? port.description)?.value;
  return {
    name: one.name,
    fullpkgname: one.fullpkgname,
    fullpkgpath: one.fullpkgpath,
    comment: (one.keys.comment ?? port.comment).value,
    ...description2 === void 0 ? {} : { description: description2 },
    depends: {
      lib: needs("lib"),
      run: needs("run"),
      system: system.flatMap(({ depends }) => lowerSystem(depends?.value.system))
    },
    wantlib: libraries2.map(({ value }) => value),
    wantlibSpans: libraries2.map(({ span }) => span),
    files: files.flatMap(
      (source) => source.files?.value.map(({ value, span }) => ({ pattern: value, span })) ?? []
    ),
    span: one.span
  };
}
function sourcesOf(one, { keys, chosen }) {
  return { shared: [keys, ...chosen], own: [one.keys, ...additionsTo(one, chosen)] };
}
function additionsTo({ name }, chosen) {
  return chosen.flatMap(
    ({ packages }) => (packages?.value ?? []).filter(({ key }) => key.value === name).map(({ value }) => value)
  );
}
function resolve(written, setting, workplace) {
  const { one, siblings, toItself } = setting;
  return written.flatMap((dependency) => {
    if (dependency.kind === "port") return [dependency.dependency];
    const { value: spec, span } = dependency.spec;
    const meant = siblings.filter((sibling) => matchesPkgspec(spec, sibling.fullpkgname));
    const [first2] = meant;
    if (meant.length === 1 && first2) {
      return first2 === one && toItself === "skip" ? [] : [{ spec, pkgpath: first2.fullpkgpath, span }];
    }
    if (!workplace.wasRead("name", "version", "packages")) return [];
    const names = (meant.length === 0 ? siblings : meant).map(({ fullpkgname: name }) => `\`${name}\``);
    tell2(workplace, span, {
      code: "yaml/sibling",
      message: `${quoted(spec)} matches ${meant.length === 0 ? "no package" : "more than one package"} of this port`,
      help: `name one of ${names.join(", ")}, or write \`${spec}:FOLDER\` for another port's package`
    });
    return [];
  });
}
function inOrder2(packages, workplace) {
  const order = packagingOrder(packages);
  if (order.kind === "ordered") return order.packages;
  const [first2] = order.loop;
  const names = [...order.loop, first2].map(({ name, fullpkgname: full }) => `\`${name || full}\``);
  tell2(workplace, first2.span, {
    code: "yaml/loop",
    message: `packages that need each other: ${names.join(" needs ")}`,
    help: "take one of these dependencies out, or make one package of them"
  });
  return packages;
}

// src/recipe/yaml/patches.ts
function lowerPatches3(patches2, workplace) {
  const lowered = /* @__PURE__ */ new Map();
  for (const { value, span } of patches2) {
    const pattern = typeof value === "string" ? { value, span } : value.path;
    const strip = typeof value === "string" ? 1 : value.strip?.value ?? 1;
    for (const path of filesOf(pattern, workplace)) {
      if (!lowered.has(path)) lowered.set(path, { path, strip, span });
    }
  }
  return [...lowered.values()];
}
function filesOf({ value: pattern, span }, workplace) {
  const parts = pattern.split("/");
  const folders = parts.slice(0, -1);
  const open = folders.findIndex((part) => !isLiteral(part));
  const fixed = open === -1 ? folders : folders.slice(0, open);
  const found = isLiteral(pattern) ? [pattern].filter((path) => workplace.tree.exists(`${workplace.folder}${path}`) === "file") : filesBelow(fixed.map((part) => `${part}/`).join(""), workplace, {
    depth: parts.includes("**") ? Number.POSITIVE_INFINITY : parts.length - fixed.length - 1
  }).filter((path) => matchesGlob(pattern, path));
  if (found.length === 0 && pattern !== "") {
    tell2(workplace, span, {
      code: "yaml/no-file",
      message: `${quoted(pattern)} ${isLiteral(pattern) ? "is not" : "matches nothing"} in the port's folder`,
      help: "patches lie beside `port.yml`, by custom in `patches/`"
    });
  }
  return found;
}
function filesBelow(prefix, workplace, { depth }) {
  const { tree, folder } = workplace;
  const paths = tree.list(`${folder}${prefix}`).map((name) => `${prefix}${name}`);
  return paths.flatMap((path) => {
    const found = tree.exists(`${folder}${path}`);
    if (found === "file") return [path];
    return found === "folder" && depth > 0 ? filesBelow(`${path}/`, workplace, { depth: depth - 1 }) : [];
  }).sort();
}

// src/recipe/yaml/lower.ts
function flavorsOf(keys) {
  return [...keys.flavors?.value ?? [], ...keys["pseudo-flavors"]?.value ?? []];
}
function checkPort(keys, workplace) {
  const flavors2 = flavorsOf(keys);
  refuseTwice(
    flavors2.map(({ key }) => key),
    "flavors",
    workplace
  );
  refuseTwice(keys.bases?.value ?? [], "bases", workplace);
  const names = flavors2.map(({ key }) => key.value);
  const packages = keys.packages?.value.map(({ key }) => key.value) ?? [];
  for (const { key, value } of flavors2) {
    for (const excluded of value.excludes?.value ?? []) {
      refuseUnknown(excluded, { known: names, what: "flavor" }, workplace);
      if (excluded.value === key.value) {
        const message = `${quoted(key.value)} excludes itself`;
        tell2(workplace, excluded.span, { code: "yaml/value", message, help: "name other flavors here" });
      }
    }
    for (const dropped of value.drops?.value ?? [])
      refuseUnknown(dropped, { known: packages, what: "package" }, workplace);
  }
  for (const { value } of keys.flavors?.value ?? []) {
    for (const { key } of value.packages?.value ?? [])
      refuseUnknown(key, { known: packages, what: "package" }, workplace);
    lowerDistfiles3([value], workplace);
    lowerPatches3(value.patches?.value ?? [], workplace);
    for (const entry of value.packages?.value ?? []) checkDepends(entry.value.depends, workplace);
  }
  for (const depends of [keys.depends, ...flavors2.map(({ value }) => value.depends)])
    checkDepends(depends, workplace);
}
function checkDepends(depends, workplace) {
  const { build, test: test2, lib, run } = depends?.value ?? {};
  lowerForeign([...build?.value ?? [], ...test2?.value ?? []], workplace);
  lowerDependencies3([...lib?.value ?? [], ...run?.value ?? []], workplace);
}
function refuseUnknown({ value, span }, { known, what }, workplace) {
  const declaring = what === "flavor" ? ["flavors", "pseudo-flavors"] : ["packages"];
  if (known.includes(value) || !workplace.wasRead(...declaring)) return;
  const meant = nearest(value, known);
  tell2(workplace, span, {
    code: what === "flavor" ? "yaml/unknown-flavor" : "yaml/unknown-package",
    message: `${quoted(value)} is not a ${what} of this port`,
    help: meant ? `did you mean \`${meant}\`?` : known.length > 0 ? `its ${what}s are ${known.map((name) => `\`${name}\``).join(", ")}` : `this port has no \`${what}s:\``
  });
}
function lowerPort3(request, workplace) {
  const { keys, pkgpath, flavors: flavors2 } = request;
  const picked = flavorsOf(keys).filter(({ key }) => flavors2.chosen.includes(key.value));
  const chosen = (keys.flavors?.value ?? []).filter(({ key }) => flavors2.chosen.includes(key.value)).map(({ value }) => value);
  const choice = { keys, pkgpath, flavors: flavors2, chosen };
  const all = lowerPackages2(choice, workplace);
  const dropped = all.filter(
    ({ name }) => picked.some(({ value }) => value.drops?.value.some((drop) => drop.value === name))
  );
  const packages = all.filter((one) => !dropped.includes(one));
  checkDrops({ picked, packages, dropped, keys }, workplace);
  const { release } = workplace;
  const foreign = (kind) => [keys.depends, ...picked.map(({ value }) => value.depends)].flatMap(
    (depends) => lowerForeign(depends?.value[kind]?.value, workplace)
  );
  return {
    ...release,
    dialect: "yaml",
    pkgpath,
    comment: keys.comment.value,
    ...keys.homepage ? { homepage: keys.homepage.value } : {},
    ...keys.license ? { license: keys.license.value } : {},
    flavors: flavors2,
    packages,
    dropped,
    depends: {
      build: foreign("build"),
      test: foreign("test"),
      system: [keys.depends, ...chosen.map(({ depends }) => depends)].flatMap(
        (depends) => lowerSystem(depends?.value.system)
      )
    },
    distfiles: lowerDistfiles3([keys, ...chosen], workplace),
    patches: lowerAllPatches([keys, ...chosen], workplace),
    bases: keys.bases?.value ?? [],
    prefix: request.prefix,
    build: lowerBuild3(keys, picked),
    ...lowerSettings(keys),
    span: keys.name.span
  };
}
function lowerPrefix(written, workplace) {
  const { name, version: version2 } = workplace.release;
  const expanded2 = expand2(written, { name, version: version2 }, workplace);
  if (!expanded2) return written.value;
  const { value, span } = expanded2;
  if (!isPrefix(value)) {
    const message = `${quoted(value)} is not a prefix`;
    tell2(workplace, span, { code: "yaml/prefix", message, help: PREFIX_HELP });
  }
  return value;
}
function checkDrops(drops, workplace) {
  const { picked, packages, dropped, keys } = drops;
  const droppers = picked.filter(({ value }) => (value.drops?.value.length ?? 0) > 0);
  if (packages.length === 0 && dropped.length > 0) {
    tell2(workplace, keys.name.span, {
      code: "yaml/nothing-left",
      message: `${droppers.map(({ key }) => `\`${key.value}\``).join(" and ")} ${droppers.length > 1 ? "drop" : "drops"} every package`,
      help: droppers.length > 1 ? "choose fewer flavors" : "leave one package",
      related: droppers.map(({ key }) => ({ message: "drops", span: key.span })),
      ...droppers.length > 1 ? { blame: "request" } : {}
    });
  }
  for (const one of packages) {
    for (const { pkgpath, spec, span } of [...one.depends.lib, ...one.depends.run]) {
      const gone = dropped.find(({ fullpkgpath: fullpkgpath2 }) => fullpkgpath2 === pkgpath);
      const by = droppers.find(({ value }) => value.drops?.value.some((drop) => drop.value === gone?.name));
      if (!gone || !by) continue;
      tell2(workplace, span, {
        code: "yaml/dropped-sibling",
        message: `\`${one.name}\` needs \`${spec}\`, which \`${by.key.value}\` drops`,
        help: `drop \`${one.name}\` as well`,
        related: [{ message: "dropped here", span: by.key.span }]
      });
    }
  }
}
function lowerDistfiles3(from, workplace) {
  const distfiles2 = from.flatMap(
    (keys) => keys.distfiles?.value.flatMap((one) => lowerDistfile(one, workplace) ?? []) ?? []
  );
  refuseTwice(
    distfiles2.map(({ file, subdir, span }) => ({ value: subdir === "" ? file : `${subdir}/${file}`, span })),
    "distfiles",
    workplace
  );
  return distfiles2;
}
function lowerAllPatches(from, workplace) {
  return lowerPatches3(
    from.flatMap(({ patches: patches2 }) => patches2?.value ?? []),
    workplace
  );
}
function lowerBuild3(keys, picked) {
  const from = [keys.build.value, ...picked.map(({ value }) => value)];
  const texts = (all) => all.flatMap((list2) => list2?.value.map(({ value }) => value) ?? []);
  return {
    style: keys.build.value.style,
    configure: texts(from.map(({ configure: configure2 }) => configure2)),
    make: {
      variables: texts(from.map(({ make: make2 }) => make2?.value.variables)),
      targets: texts(from.map(({ make: make2 }) => make2?.value.targets))
    },
    scripts: new Map(
      from.flatMap(
        ({ script: script2 }) => HOOKS.flatMap((hook) => {
          const written = script2?.value[hook];
          return written ? [[hook, lowerScript(written)]] : [];
        })
      )
    )
  };
}
function lowerScript({ value, span }) {
  return typeof value === "string" ? { text: value, shell: "sh", span } : { text: value.text.value, shell: value.shell?.value ?? "sh", span: value.text.span };
}
function lowerSettings(keys) {
  const { time, memory, processes, disk } = keys.limits?.value ?? {};
  const timeMs = time && durationMs(time.value);
  const memoryBytes = memory && sizeBytes(memory.value);
  const diskBytes = disk && sizeBytes(disk.value);
  const allowed = { value: true, span: keys.name.span };
  return {
    permit: {
      package: keys.permit?.value.package ?? allowed,
      distfiles: keys.permit?.value.distfiles ?? allowed
    },
    network: keys.network?.value ?? "fetch",
    limits: {
      ...timeMs === void 0 ? {} : { timeMs },
      ...memoryBytes === void 0 ? {} : { memoryBytes },
      ...processes === void 0 ? {} : { processes: processes.value },
      ...diskBytes === void 0 ? {} : { diskBytes }
    },
    runpath: keys.runpath?.value ?? "auto",
    audit: new Map(
      AUDIT_CHECKS.flatMap((check) => {
        const level = keys.audit?.value[check]?.value;
        return level ? [[check, level]] : [];
      })
    ),
    ...keys.test ? { test: lowerScript(keys.test.value.script) } : {}
  };
}

// src/recipe/yaml/variables.ts
var TEMPLATES = ["url", "file", "mirrors", "subdir", "prefix", "fullpkgname"];
function variablesOf2(root, workplace) {
  const { name, version: version2 } = workplace.release;
  return mapOf(root, { place: "other", values: { name, version: version2 } }, workplace);
}
function nodeValue(node, setting, workplace) {
  if (isSeq(node)) return node.items.map((one) => nodeValue(one, setting, workplace));
  if (isMap(node)) return mapOf(node, setting, workplace);
  if (!isScalar(node)) return null;
  return setting.place === "template" ? expanded(node, setting, workplace) : node.value;
}
function mapOf(map2, { values }, workplace) {
  if (!isMap(map2)) return {};
  const url = map2.get("url", true);
  const named = map2.get("file", true);
  const setting = { place: "template", values };
  const file = url && (named ? expanded(named, setting, workplace) : fileOf3(url, setting, workplace));
  const inner = file === void 0 ? values : { ...values, file };
  return Object.fromEntries(
    map2.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.source ?? key.value) : "";
      const place = TEMPLATES.includes(name) ? "template" : "other";
      return [name, nodeValue(value, { place, values: inner }, workplace)];
    })
  );
}
function fileOf3(url, setting, workplace) {
  const span = spanOf(url, workplace.scene.source);
  return nameOfUrl({ value: expanded(url, setting, workplace), span }, workplace);
}
function expanded(node, { values }, workplace) {
  const value = isScalar(node) ? String(node.value) : "";
  return expand2({ value, span: spanOf(node, workplace.scene.source) }, values, workplace)?.value ?? value;
}

// src/recipe/yaml/yaml.ts
function readYamlPort(source, tree, request) {
  const document = readDocument(source);
  if (!document.ok) return document;
  const root = document.value;
  const problems = [];
  const scene = { source, report: (problem) => void problems.push(problem) };
  const keys = decodeIn(PORT, root, { scene })?.value;
  if (!keys) return { ok: false, error: problems };
  const folder = request.folder === "" ? "" : `${request.folder}/`;
  const wasRead = soundness(root, problems);
  const workplace = { scene, tree, folder, release: releaseOf(keys), wasRead };
  checkPort(keys, workplace);
  const offer = offerOf(keys);
  const choice = chooseFlavors(offer, request.flavors === "default" ? [] : request.flavors);
  const { available, pseudo } = offer;
  const flavors2 = choice.ok ? choice.value : { available, pseudo, chosen: [] };
  const prefix = prefixFor(keys, request, workplace);
  const port = lowerPort3({ keys, pkgpath: request.pkgpath, flavors: flavors2, prefix }, workplace);
  const all = distinctDiagnostics([...problems, ...choice.ok ? [] : choice.error]);
  return all.length > 0 ? { ok: false, error: all } : ok({ port, variables: () => variablesOf2(root, workplace), warnings: [] });
}
function soundness(root, problems) {
  const faults = problems.map(({ span }) => span?.start ?? 0);
  const pairs2 = isMap(root) ? root.items : [];
  const ranges = new Map(
    pairs2.map(({ key, value }) => {
      const [start = 0] = key.range ?? [];
      const [, end = 0] = (value ?? key).range ?? [];
      return [String(key.value), { start, end }];
    })
  );
  return (...parts) => parts.every((part) => {
    const range = typeof part === "string" ? ranges.get(part) : part;
    return !range || !faults.some((at) => range.start <= at && at <= range.end);
  });
}
function prefixFor(keys, { prefix }, workplace) {
  const own = lowerPrefix(keys.prefix ?? { value: DEFAULT_PREFIX, span: keys.name.span }, workplace);
  if (prefix === void 0) return own;
  const { scene } = workplace;
  const report2 = ({ span: _, ...problem }) => scene.report({ ...problem, blame: "request" });
  return lowerPrefix({ value: prefix, span: keys.name.span }, { ...workplace, scene: { ...scene, report: report2 } });
}
function releaseOf({ name, version: version2, revision, epoch }) {
  return {
    name: name.value,
    version: version2.value,
    ...revision ? { revision: revision.value } : {},
    ...epoch ? { epoch: epoch.value } : {}
  };
}
function offerOf(keys) {
  return {
    port: keys.name,
    available: keys.flavors?.value.map(({ key }) => key.value) ?? [],
    pseudo: keys["pseudo-flavors"]?.value.map(({ key }) => key.value) ?? [],
    excludes: flavorsOf(keys).flatMap(
      ({ key, value }) => (value.excludes?.value ?? []).map((excluded) => ({ flavor: key.value, excluded }))
    ),
    span: (keys.flavors ?? keys["pseudo-flavors"])?.span
  };
}

// src/recipe/yaml/own-bases.ts
var BASE = record("a base", {
  like: required(text2("the name of a base, as `debian-12`"), () => ""),
  image: text2("the reference of an image"),
  "run-image": text2("the reference of an image"),
  packages: text2("a file that lists packages"),
  fixed: truth
});
var SETTINGS = record("`tarwright.yml`", {
  bases: table({ plural: "bases", rule: baseName, least: 1 }, BASE)
});
function readOwnBases(source) {
  const document = readDocument(source);
  if (!document.ok) return document;
  const problems = [];
  const scene = { source, report: (problem) => void problems.push(problem) };
  const bases = decodeIn(SETTINGS, document.value, { scene })?.value.bases?.value ?? [];
  for (const { value } of bases) problems.push(...withoutSource(value));
  return problems.length > 0 ? { ok: false, error: problems.map((problem) => ({ ...problem, blame: "request" })) } : ok(bases.map(({ key, value }) => lower2(key, value)));
}
function lower2(name, keys) {
  return {
    name,
    like: keys.like,
    image: keys.image,
    runImage: keys["run-image"],
    packages: keys.packages,
    isFixed: keys.fixed !== void 0
  };
}
function baseName(name) {
  if (/^[a-z0-9][a-z0-9.-]*$/.test(name) && name !== "host") return void 0;
  return {
    message: "can't name a base",
    help: "use lower-case letters, digits, dots and dashes; `host` is taken"
  };
}
function withoutSource({ image, packages, like, "run-image": runImage }) {
  const fault2 = (message, help, { span }) => ({
    severity: "error",
    code: "yaml/value",
    blame: "recipe",
    message,
    help,
    span
  });
  if (image && packages) {
    const message = "a base is an image, or made from packages, and this one is both";
    return [fault2(message, "leave `image:` or `packages:` out", packages)];
  }
  if (runImage && !image)
    return [fault2("`run-image:` needs an `image:` to build in", "add `image:`", runImage)];
  if (!image && !packages) {
    return [fault2("a base needs something that it is made of", "add `image:` or `packages:`", like)];
  }
  return [];
}

// src/recipe/recipe.ts
function readPort(tree, request) {
  const reading = readDialect(tree, request);
  if (!reading.ok) return { ...reading, error: firstOf2(sortDiagnostics(reading.error)) };
  const { warnings, ...rest } = reading.value;
  return ok({ ...rest, warnings: sortDiagnostics([...warnings, ...doubtBase(rest.port, request)]) });
}
function readVariables(tree, request, wanted) {
  const recipe = findRecipe(tree, request);
  if (recipe.ok && recipe.value.dialect === "openbsd") {
    const reading2 = readMakeVariables(tree, request, wanted);
    return reading2.ok ? reading2 : { ...reading2, error: firstOf2(sortDiagnostics(reading2.error)) };
  }
  if (recipe.ok && recipe.value.dialect === "gobolinux") {
    const reading2 = readGoboVariables(recipe.value.source, tree, request);
    return reading2.ok ? reading2 : { ok: false, error: firstOf2(sortDiagnostics(reading2.error)) };
  }
  const reading = readPort(tree, request);
  if (!reading.ok) return reading;
  const { variables, warnings } = reading.value;
  return ok({ variables: variables(), unknown: [], absent: "fault", warnings });
}
function pkgpathOf2(tree, request) {
  const recipe = findRecipe(tree, request);
  return recipe.ok && recipe.value.dialect === "openbsd" ? pkgpathAlone(tree, request) : request.pkgpath;
}
var PROBLEMS_SHOWN = 200;
function firstOf2(problems) {
  const left = problems.length - PROBLEMS_SHOWN;
  if (left <= 0) return problems;
  const more = {
    severity: "error",
    code: "recipe/more",
    blame: "recipe",
    message: `${left} more problems are not shown`,
    help: "mend the first ones"
  };
  return [...problems.slice(0, PROBLEMS_SHOWN), more];
}
function portFolders(tree) {
  return foldersBelow(tree, "");
}
function* foldersBelow(tree, folder) {
  const path = (name) => folder === "" ? name : `${folder}/${name}`;
  const names = tree.list(folder);
  const isThere = (name) => names.includes(name) && tree.exists(path(name)) === "file";
  if (isThere(YAML)) return yield { folder, key: folder, flavors: "default" };
  if (isThere(GOBO)) return yield { folder, key: path(GOBO), flavors: "default" };
  const makefile = isThere(OPENBSD) ? kindOfMakefile(tree.read(path(OPENBSD)) ?? "") : "other";
  if (makefile === "port") return yield { folder, key: folder, flavors: "default" };
  if (makefile === "category") return yield* listedPorts(tree, folder);
  for (const name of names) {
    if (!name.startsWith(".") && tree.exists(path(name)) === "folder") yield* foldersBelow(tree, path(name));
  }
}
var YAML = "port.yml";
var GOBO = "Recipe";
var OPENBSD = "Makefile";
function findRecipe(tree, { folder, treeName }) {
  const path = (name) => folder === "" ? name : `${folder}/${name}`;
  const shown2 = (name) => treeName === "." ? name : `${treeName}/${name}`;
  for (const [file, dialect] of [
    [YAML, "yaml"],
    [GOBO, "gobolinux"],
    [OPENBSD, "openbsd"]
  ]) {
    const text3 = tree.read(path(file));
    if (text3 !== void 0) return ok({ dialect, source: { name: shown2(path(file)), text: text3 } });
  }
  const place = folder === "" ? treeName : shown2(folder);
  const refuse2 = (code, message, help) => wrong({ severity: "error", code, blame: "request", message, help });
  if (!["folder", "link"].includes(tree.exists(folder))) {
    return refuse2(
      "recipe/no-folder",
      `there is no folder \`${place}\``,
      "name the folder of a port, or its `port.yml`"
    );
  }
  return refuse2("recipe/no-recipe", `there is no recipe in \`${place}\``, "name a folder with a `port.yml`");
}
function readDialect(tree, request) {
  const recipe = findRecipe(tree, request);
  if (!recipe.ok) return recipe;
  const { dialect, source } = recipe.value;
  switch (dialect) {
    case "yaml":
      return readYamlPort(source, tree, request);
    case "gobolinux":
      return readGoboPort(source, tree, request);
    case "openbsd":
      return readOpenbsdPort(tree, request);
    default:
      return unreachable(dialect);
  }
}
function doubtBase({ bases, name }, { base: base2 }) {
  const [first2] = bases;
  if (!first2 || base2 === void 0 || bases.some(({ value }) => value === base2)) return [];
  return [
    {
      severity: "warning",
      code: "recipe/base",
      blame: "recipe",
      message: `\`${name}\` is not said to run on \`${base2}\``,
      span: { ...first2.span, end: bases.at(-1)?.span.end ?? first2.span.end },
      help: `add \`${base2}\` to \`bases:\` when it does`
    }
  ];
}

export {
  lookUpRecipe,
  durationMs,
  sizeBytes,
  nameRecipe,
  worthReading,
  makeRecipe,
  renewRecipe,
  renewedTree,
  readOwnBases,
  readPort,
  readVariables,
  pkgpathOf2 as pkgpathOf,
  portFolders
};
