import { parseMessage, PHONE_LINE } from '../../../signaling/protocol/index.js';
import { jsonCodec, type SignalingCodec } from '../../../signaling/client/index.js';

/** PROTOCOL.md as it stands, with the messages of ringing. */
export const phoneCodec: SignalingCodec = {
  ...jsonCodec,
  decode: (data) => parseMessage(data, PHONE_LINE),
};
