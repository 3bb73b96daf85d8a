import { BOUNDS, PROTOCOL_VERSION } from '../protocol/index.js';
import { identityOf, type Identity } from './identity.js';
import { Refusal } from './refusal.js';

/** What the URL of a WebSocket upgrade asks for: `/signal?room=<name>[&token=<jwt>][&resume=<key>][&v=1]`. */
export interface JoinRequest {
  readonly room: string;
  /** Set when the peer was here before and proves it. */
  readonly identity?: Identity;
  readonly token?: string;
}

/**
 * Reads the query of an upgrade's URL.
 *
 * @throws Refusal `protocol-version` or `protocol-invalid`
 */
export function readJoinRequest(query: string): JoinRequest {
  const fields = new URLSearchParams(query);
  if ((fields.get('v') ?? '1') !== String(PROTOCOL_VERSION)) {
    throw new Refusal('protocol-version', `v: this server speaks version ${PROTOCOL_VERSION}`);
  }
  const room = fields.get('room') ?? '';
  if (room.length < 1 || room.length > BOUNDS.room) {
    throw new Refusal('protocol-invalid', `room: must have 1 to ${BOUNDS.room} characters`);
  }
  const resume = fields.get('resume');
  const identity = resume === null ? undefined : identityOf(resume);
  if (resume !== null && !identity) throw new Refusal('protocol-invalid', 'resume: not a key that this server gave');
  const token = fields.get('token');
  return { room, ...(identity && { identity }), ...(token !== null && { token }) };
}
