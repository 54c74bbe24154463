/** A file is not what it should be: a fact about untrusted bytes, caught where the file is known by name. */
export class Damaged extends Error {}
