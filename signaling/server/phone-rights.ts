import { PHONE_ROOM_PREFIX } from '../protocol/index.js';

/** What an access token allows in the room of a name that can be called. */
export interface PhoneRights {
  /** Its bearer may be called here. */
  readonly mayBeCalled: boolean;
  /** Its bearer may call here. */
  readonly mayCall: boolean;
  /** Under which names its bearer can be called, here or elsewhere: what an invitation may say as `user`. */
  readonly names: readonly string[];
}

/** The name that can be called in a room; `undefined` for a room that is none for calling. */
export const calledName = (room: string): string | undefined =>
  room.startsWith(PHONE_ROOM_PREFIX) ? room.slice(PHONE_ROOM_PREFIX.length) : undefined;

/** What the claims `phone` (a name or a list) and `call` (a name, a list, or `*` for any) allow where `name` is called. */
export function readPhoneRights(claims: Readonly<Record<string, unknown>>, name: string): PhoneRights {
  const names = listed(claims['phone']);
  return { mayBeCalled: names.includes(name), mayCall: admits(claims['call'], name), names };
}

/** True when a claim, be it one name or a list, holds the name or `*`. */
export function admits(claim: unknown, name: string): boolean {
  const names = listed(claim);
  return names.includes(name) || names.includes('*');
}

const listed = (claim: unknown): string[] =>
  (Array.isArray(claim) ? (claim as unknown[]) : [claim]).filter((name) => typeof name === 'string');
