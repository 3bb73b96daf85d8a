import { RESOLUTIONS, type Resolution } from '../../call/extras/device-wishes.js';

/** What is remembered of a person on a site; each of it may be missing. */
export interface Remembered {
  /** How others saw this person. */
  readonly name?: string;
  readonly audioinput?: string;
  readonly videoinput?: string;
  readonly audiooutput?: string;
  /** False: joined muted the last time. */
  readonly audio?: boolean;
  /** False: joined with the camera off the last time. */
  readonly video?: boolean;
  readonly mirror?: boolean;
  readonly noiseSuppression?: boolean;
  readonly resolution?: Resolution;
  readonly backgroundBlur?: boolean;
  /** False: keys do nothing in a call. */
  readonly shortcuts?: boolean;
}

/** The key in `localStorage`. */
export const MEMORY_KEY = 'call-room';
/** Of what lies under the key. Anything of another version is forgotten. */
const VERSION = 1;
/** The longest text that is taken, in UTF-16 code units: ids of devices have 64, names at most as many. */
const LONGEST = 256;

/** Reads what is remembered. Whatever is not as it should be, is not: anybody on this site may have written it. */
export function recall(): Remembered {
  const stored = parse();
  if (stored?.['version'] !== VERSION) return {};
  const text = (key: string): string | undefined => {
    const value = stored[key];
    return typeof value === 'string' && value && value.length <= LONGEST ? value : undefined;
  };
  const truth = (key: string): boolean | undefined => {
    const value = stored[key];
    return typeof value === 'boolean' ? value : undefined;
  };
  return known({
    ...Object.fromEntries(['name', 'audioinput', 'videoinput', 'audiooutput'].map((key) => [key, text(key)])),
    ...Object.fromEntries(
      ['audio', 'video', 'mirror', 'noiseSuppression', 'backgroundBlur', 'shortcuts'].map((key) => [key, truth(key)]),
    ),
    resolution: RESOLUTIONS.find((resolution) => resolution === stored['resolution']),
  });
}

/** Remembers this, too. Where a browser keeps nothing, nothing is remembered. */
export function remember(more: { readonly [Key in keyof Remembered]?: Remembered[Key] | undefined }): void {
  try {
    localStorage.setItem(MEMORY_KEY, JSON.stringify({ version: VERSION, ...recall(), ...more }));
  } catch (error) {
    // SecurityError: storage is denied. QuotaExceededError: it is full, or as good as that.
    if (!(error instanceof DOMException)) throw error;
  }
}

function parse(): Record<string, unknown> | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(MEMORY_KEY) ?? 'null');
    return typeof stored === 'object' && stored !== null ? { ...stored } : undefined;
  } catch (error) {
    // Not JSON, or storage is denied.
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
}

const known = (values: { readonly [Key in keyof Remembered]?: Remembered[Key] | undefined }): Remembered =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
