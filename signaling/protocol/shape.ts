import { BOUNDS } from './messages.js';

/** True when the value fits. A check never throws and never keeps the value. */
export type Check = (value: unknown) => boolean;
/** The fields of a message as they are written here; a `?` ends the name of one that may be absent. */
export type Sketch = { [field: string]: Check | Sketch };
/** The same, ready to be walked: a server does this for each message. */
export type Shape = readonly { name: string; required: boolean; check: Check | Shape }[];

export const shapeOf = (sketch: Sketch): Shape =>
  Object.entries(sketch).map(([field, check]) => ({
    name: field.replace('?', ''),
    required: !field.endsWith('?'),
    check: typeof check === 'function' ? check : shapeOf(check),
  }));

/** Lone surrogates can't be encoded in UTF-8, so no honest text has one. */
const LONE_SURROGATE = /\p{Surrogate}/u;

export const text =
  (max: number, min = 0): Check =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max && !LONE_SURROGATE.test(value);
export const id: Check = (value) => typeof value === 'string' && value.length <= BOUNDS.id && /^[\w-]+$/.test(value);
export const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value as string);
export const integer =
  (min: number, max: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
export const boolean: Check = (value) => typeof value === 'boolean';
export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const list =
  (max: number, check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= max && value.every(check);
export const object = (sketch: Sketch): Check => {
  const shape = shapeOf(sketch);
  return (value) => mismatch(value, shape) === undefined;
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first field that does not fit, with what is wrong; `undefined` when all do. */
export function mismatch(value: unknown, shape: Shape): string | undefined {
  if (!isRecord(value)) return 'not an object';
  for (const { name, required, check } of shape) {
    const field = own(value, name);
    if (field === undefined) {
      if (required) return `${name}: missing`;
    } else if (typeof check === 'function') {
      if (!check(field)) return `${name}: wrong type or out of bounds`;
    } else {
      const inner = mismatch(field, check);
      if (inner) return `${name}.${inner}`;
    }
  }
  return undefined;
}

/** A copy with the known fields alone. Lists are checked item by item and taken as they are. */
export function pick(value: Record<string, unknown>, shape: Shape): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const { name, check } of shape) {
    const field = own(value, name);
    if (field !== undefined) copy[name] = typeof check === 'function' ? field : pick(field as Record<string, unknown>, check);
  }
  return copy;
}

const own = (value: Record<string, unknown>, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);
