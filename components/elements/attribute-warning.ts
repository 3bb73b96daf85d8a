/** What would be right, and what is used instead, of attributes that are no choice among a few. */
const KINDS: Readonly<Record<string, readonly [allowed: string, used: string]>> = {
  'max-participants': ['a whole number, at least 2', 'no limit'],
  'ice-servers': ['a JSON array of RTCIceServer, e.g. [{"urls":"stun:example.com"}]', 'the default'],
};

/**
 * Tells whoever writes the page what is wrong with an attribute.
 * @param allowed what would be right, where that is a list
 * @param used what is used instead; the first that is allowed, where this is not given
 */
export function tell(attribute: string, value: unknown, allowed: readonly string[] = [], used = allowed[0]): void {
  const [right, instead] = KINDS[attribute] ?? [
    `${attribute === 'controls' ? 'a list of ' : ''}${allowed.join(', ')}`,
    used || 'none',
  ];
  // eslint-disable-next-line no-console -- for whoever writes the page, as browsers tell of malformed markup
  console.warn(`call-room: attribute ${attribute}=${JSON.stringify(value)} is not valid. Allowed: ${right}. Using ${instead}.`);
}
