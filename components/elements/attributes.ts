/** The controls that a control bar can show. */
export const CONTROLS = [
  'microphone',
  'camera',
  'screen',
  'hand',
  'reactions',
  'chat',
  'people',
  'settings',
  'record',
  'captions',
  'more',
  'leave',
] as const;
export type ControlName = (typeof CONTROLS)[number];

/**
 * Tells whoever writes the page what is wrong with an attribute, and what is done instead; in words that are loaded only then.
 * @param allowed what would be right, where that is a list
 * @param used what is used instead, where that is no default
 */
export function warn(attribute: string, value: unknown, allowed?: readonly string[], used?: string): void {
  // Where not even this can be loaded, there is worse to be told.
  import('./attribute-warning.js').then(
    ({ tell }) => tell(attribute, value, allowed, used),
    () => undefined,
  );
}

/** The value, if it is one of those allowed; else, after a warning, the first of them. */
export function parseChoice<Choice extends string>(
  attribute: string,
  value: unknown,
  allowed: readonly [Choice, ...Choice[]],
): Choice {
  const choice = allowed.find((candidate) => candidate === value);
  if (choice) return choice;
  // Absent is not wrong: removed attributes are null, properties that React takes back undefined.
  if (value !== null && value !== undefined) warn(attribute, value, allowed);
  return allowed[0];
}

/** The controls that a token list names; all of them without one. Unknown tokens are left out after a warning. */
export function parseControls(value: string | undefined): readonly ControlName[] {
  if (value === undefined) return CONTROLS;
  const tokens = value.split(/\s+/).filter(Boolean);
  const known = CONTROLS.filter((name) => tokens.includes(name));
  const unknown = tokens.filter((token) => !(CONTROLS as readonly string[]).includes(token));
  if (unknown.length) warn('controls', value, CONTROLS, known.join(' '));
  return known;
}

/** A whole number of at least 2, or undefined, after a warning where there is a value. */
export function parseMaxParticipants(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  const most = Number(value);
  if (Number.isInteger(most) && most >= 2) return most;
  warn('max-participants', value);
  return undefined;
}

/** ICE servers from JSON, or undefined after a warning. */
export function parseIceServers(json: string | null): RTCIceServer[] | undefined {
  if (json === null) return undefined;
  try {
    const servers: unknown = JSON.parse(json);
    if (Array.isArray(servers) && servers.every(isIceServer)) return servers;
  } catch {
    // Told below, like a wrong shape.
  }
  warn('ice-servers', json);
  return undefined;
}

function isIceServer(value: unknown): value is RTCIceServer {
  if (typeof value !== 'object' || value === null || !('urls' in value)) return false;
  return [value.urls].flat().every((url) => typeof url === 'string' && /^(stun|turn)s?:/i.test(url));
}
