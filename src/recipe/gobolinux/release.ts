// What a program of GoboLinux is called among packages, where names have OpenBSD's form: `stem-version-flavors`.

/** A digit after a dash would start the version. */
export function stemOfProgram(program: string): string {
  return program.replace(/[^A-Za-z0-9._+-]+/g, "-").replace(/-(?=[0-9]|-|$)/g, "_");
}

/** A version starts with a digit, and has no dash: `git` is `0.git`, `6.4.1-8` is `6.4.1_8`. */
export function packageVersion(version: string): string {
  const plain = version.replace(/[^A-Za-z0-9._+]+/g, "_");
  return /^[0-9]/.test(plain) ? plain : `0.${plain}`;
}

/** `[*ssl]` and `[gnome-vfs]` are the flavors `ssl` and `gnome_vfs`. */
export function flavorOf(flag: string): string {
  return flag.trim().replace(/^[*!]/, "").replaceAll("-", "_");
}
