/**
 * What travels between peers and servers: types, bounds and the one parser. No DOM, no Node.
 * PROTOCOL.md beside this file tells the same in prose.
 *
 * @module call-room/protocol
 */
export * from './caption-messages.js';
export * from './chat-messages.js';
export * from './exchange-messages.js';
export * from './file-messages.js';
export * from './host-messages.js';
export * from './messages.js';
export { CHANNEL_END, checkMessage, CLIENT, parseMessage, type Parsed, type Receiver } from './parse.js';
export * from './recording-messages.js';
export * from './ring-messages.js';
export * from './screen-messages.js';
export * from './social-messages.js';
export { PHONE_LINE, SERVER } from './ring-parse.js';
