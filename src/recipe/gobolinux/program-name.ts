// How GoboLinux spells the name of a program: `libpng` is LibPNG there, `xmms` XMMS, `gtk-engines` GTK-Engines.

/** Names that have an upper-case letter are upstream's own, and keep it; in others each word gets its letters. */
export function programName(upstream: string): string {
  const clean = upstream.replace(/[^\w+.-]+/g, "-").replace(/^[^A-Za-z0-9]+|[-_.]+$/g, "");
  const name = /[A-Z]/.test(clean)
    ? clean
    : clean.replace(/[_.]/g, "-").replace(/[^-+]+/g, (word) => spelled(word));
  return name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** Words of the trade, as they are customarily written. */
const WORDS = new Map(
  (
    "ACL ALSA AMD API APM APR ARK At ATI ATK CMake Cpp CUPS CVS DBus DRI DVD EFI EFL EGL ELF FFmpeg FS FT FTP GG GiFT GLib " +
    "GObject GPU GTK GUI HAL ICE IDN IMAP ISO JPEG JSON KDE LDAP LX LZO MIDI MM MPD NetCDF NTFS NX OCR PAM PCI PCRE PDF Pg " +
    "PNG QCA QEMU Qt ROX RPC RTP SASL SDL SIP SMB SMTP SPICE SQL SWIG Tcl TIFF Tk TLS USB UTF VDPAU VFS VMware VNC WebKit XF XFCE " +
    "XFS XKB XML XMMS YAML ZLib"
  )
    .split(" ")
    .map((word) => [word.toLowerCase(), word] as const),
);

/** What begins or ends so many names that it is taken for a word there; the longest first. */
const FIRST = longestFirst(
  "code compiz cups cursor direct dvd efi file free ft ftp gnome gtk lib ls lua lx micro mk mm mpd my nx open pango progs " +
    "py qt rand raw record server set sun sync system tiny tux vm word wx xaw xf xfce xfs xkb xml",
);
const LAST = longestFirst(
  "admin api audio auth bit burn cache cal canvas chat check client clock cvs dir doc driver dvd edit elf exif eye fast " +
    "font fonts fs git gnu gpu image imap info json kde key linux lite lock mail menu mgr midi mod mode mount net ocr " +
    "paint parser pdf photo plug plugin plugins png power progs proto proxy pulse res rpc rtp saver sdl server setup smb " +
    "smtp sql tiff tls tools torrent touch unit utils vnc word xmms",
);

function longestFirst(words: string): readonly string[] {
  return words.split(" ").sort((a, b) => b.length - a.length);
}

/** `lib`, `k`, `x` and the like stand before a word of its own, `utils` and its like behind one. */
function spelled(word: string): string {
  const known = WORDS.get(word);
  if (known !== undefined || word === "") return known ?? "";
  if (/^\d/.test(word)) return word.replace(/(?<=^\d+)[a-z]{4,}.*$/, spelled);
  const [, head = "", digits = "", tail = ""] = /^(\D+)(\d+)(.*)$/.exec(word) ?? [];
  // Models, as `i810`, are written as they are.
  if (digits !== "") return (head === "i" && tail === "" ? head : spelled(head)) + digits + spelled(tail);
  const first = FIRST.find((one) => word.startsWith(one) && word.length > one.length + 1);
  if (first !== undefined) return capital(first) + spelled(word.slice(first.length));
  if (BEFORE_WORD.test(word)) return capital(word.charAt(0)) + spelled(word.slice(1));
  const last = LAST.find((one) => word.endsWith(one) && word.length > one.length);
  if (last !== undefined) return spelled(word.slice(0, -last.length)) + capital(last);
  return isSpoken(word) ? capital(word) : word.toUpperCase();
}

/** A program of KDE, GNOME or X: no word begins with this letter and that one. */
const BEFORE_WORD = /^k[bcdfgjkmpqstvwxz][a-z]{2}|^koffice|^g(?![aeioulrnhyw])[a-z]{3}|^x[^aeiou][a-z]/;

/** Whether it can be said as one word, rather than letter by letter. */
function isSpoken(word: string): boolean {
  return word.length > 2 && /[aeiouy]/.test(word) && !/[^aeiouy]{5}|[aeiouy]{4}/.test(word);
}

function capital(word: string): string {
  return WORDS.get(word) ?? word.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
