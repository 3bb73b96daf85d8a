/**
 * The reference signaling server, to run by itself (`serve`) or inside another HTTP server (`SignalingServer`).
 * The command line is `call-room serve`.
 *
 * @module call-room/server
 */
export { Access, type Grant } from './access.js';
export { serve, type ServeOptions, type Serving } from './http-server.js';
export { parseIceServers } from './ice.js';
export { LIMITS, type LimitName, type Limits, type LimitSpec } from './limits.js';
export { createLog, LOG_LEVELS, type Log, type LogLevel } from './log.js';
export type { Metrics } from './metrics.js';
export type { PhoneRights } from './phone-rights.js';
export { DEFAULT_PATH, SignalingServer, type SignalingServerOptions } from './signaling-server.js';
export { Turn, TURN_TTL, type TurnOptions } from './turn.js';
