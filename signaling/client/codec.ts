import { CLIENT, parseMessage, type Parsed, type PhoneLineMessage, type ServerBoundMessage } from '../protocol/index.js';

/**
 * Translates between our messages and those of an endpoint that speaks otherwise. What a codec decodes must
 * itself have been checked: {@link checkMessage} does that for a value, {@link parseMessage} for JSON text.
 */
export interface SignalingCodec {
  /** What to send for a message; `undefined` when this endpoint has no use for it. */
  encode(message: ServerBoundMessage): string | ArrayBuffer | undefined;
  /** The message in what `MessageEvent.data` holds. Never throws: what can't be read is refused with a reason. */
  decode(data: unknown): Parsed<PhoneLineMessage>;
}

/** PROTOCOL.md as it stands: one JSON object a text frame. */
export const jsonCodec: SignalingCodec = {
  encode: (message) => JSON.stringify(message),
  decode: (data) => parseMessage(data, CLIENT),
};
