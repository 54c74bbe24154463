// The variables that Compile reads from a Recipe.

import { nearest } from "../../report.ts";

/** `text-or-list`: Compile takes either; a lone text is a list of one. */
type Kind = "text" | "list" | "text-or-list" | "yes-or-no";

const NAMES: Readonly<Record<Kind, string>> = {
  text:
    "compile_version recipe_type url mirror_url file file_size file_md5 file_sha dir unpack_files " +
    "cvs cvs_module cvs_checkout_options cvs_opts cvs_options cvs_rsh cvs_password " +
    "svn svn_username svn_password git branch tag bzr hg configure autogen makefile make build_target " +
    "build_script python_major runhaskell part_of post_install_message",
  list:
    "urls mirror_urls files file_sizes file_md5s file_shas dirs cvss cvs_modules environment configure_options " +
    "configure_variables make_variables build_variables install_variables cmake_options cmake_variables meson_options " +
    "meson_variables ninja_variables python_options scons_variables waf_options waf_variables cabal_options " +
    "manifest include unmanaged_files sandbox_options symlink_options docs perl_options compile_options",
  "text-or-list": "install_target without",
  "yes-or-no":
    "uncompress autogen_before_configure needs_build_directory override_default_options build_in_programs " +
    "update_each_settings create_dirs_first keep_existing_target do_build do_install needs_safe_linking " +
    "is_compileprogram is_makefile is_python is_xmkmf is_meta is_meson is_scons is_manifest",
};

const KINDS: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(NAMES) as readonly Kind[]).flatMap((kind) =>
    NAMES[kind].split(" ").map((name) => [name, kind] as const),
  ),
);

/** Undefined for a variable that is nothing to Compile. */
export function kindOf(name: string): Kind | undefined {
  return name.startsWith("with_") ? "text-or-list" : KINDS.get(name);
}

/** As many letters in common say more than the letters that differ: `file_mdfive`. */
const TELLING_PREFIX = 0.75;

/** The variable that a misspelt name was meant to be. */
export function variableMeant(name: string): string | undefined {
  const known = [...KINDS.keys()];
  const near = nearest(name, known);
  if (near !== undefined) return near;
  return known.find((one) => {
    const length = [...one].findIndex((char, index) => name[index] !== char);
    return length >= 5 && length >= TELLING_PREFIX * one.length;
  });
}
