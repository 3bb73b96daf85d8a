import { parseMessage, PHONE_LINE } from '../../../signaling/protocol/index.js';
import type { SignalingCodec } from '../../../signaling/client/index.js';

/** PROTOCOL.md as it stands, with the messages of ringing. */
export const phoneCodec: SignalingCodec = {
  encode: (message) => JSON.stringify(message),
  decode: (data) => parseMessage(data, PHONE_LINE),
};
