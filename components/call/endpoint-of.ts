import { BOUNDS } from '../../signaling/protocol/index.js';
import { resolveEndpoint, type Endpoint } from '../../signaling/client/index.js';
import { CallError } from './errors.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Where the socket of a room connects, for somebody on this page; or what is wrong with the address or the room. */
export function endpointOf(signaling: string, room: string, peer: string): Endpoint | CallError {
  if (!signaling) return new CallError('signaling-missing');
  if (!room) return new CallError('room-missing');
  if (room.length > BOUNDS.room || LONE_SURROGATE.test(room)) {
    return new CallError('room-invalid', { subject: room.slice(0, BOUNDS.room) });
  }
  try {
    return resolveEndpoint(signaling, room, peer, document.baseURI);
  } catch (cause) {
    return new CallError('signaling-invalid', { subject: signaling, cause });
  }
}
