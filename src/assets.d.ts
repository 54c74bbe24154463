/** A YAML table, turned into its value when `dist/` is built (and by vitest's copy of the same plugin). */
declare module "*.yml" {
  const value: unknown;
  export default value;
}
/** Text in the make language. */
declare module "*.mk" {
  const text: string;
  export default text;
}
/** A program in C, as text: compiled where it is needed. */
declare module "*.c" {
  const text: string;
  export default text;
}
/** The same: its declarations. */
declare module "*.h" {
  const text: string;
  export default text;
}
/** A shell script, as text. */
declare module "*.sh" {
  const text: string;
  export default text;
}
