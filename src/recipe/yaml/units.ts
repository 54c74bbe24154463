import type { Rule } from "./decode.ts";

const DURATION = /^(?=\d)(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/;
const SIZE = /^(\d{1,9})([kmgt])$/i;

export const duration: Rule = (value) =>
  (durationMs(value) ?? 0) > 0
    ? undefined
    : { message: "is not a duration", help: "write `90s`, `30m`, `6h` or `1h30m`" };

/** Of `1h30m`, in milliseconds. */
export function durationMs(value: string): number | undefined {
  const match = DURATION.exec(value);
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

export const size: Rule = (value) =>
  (sizeBytes(value) ?? 0) > 0 ? undefined : { message: "is not a size", help: "write `512m` or `4g`" };

/** Of `4g`, in bytes; the units are powers of 1024, as in docker(1). */
export function sizeBytes(value: string): number | undefined {
  const [, digits, unit] = SIZE.exec(value) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  return Number(digits) * 1024 ** ("kmgt".indexOf(unit.toLowerCase()) + 1);
}
