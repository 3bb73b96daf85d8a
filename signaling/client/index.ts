/** One room over one WebSocket: any endpoint, any mood of the network. */
export { jsonCodec, type SignalingCodec } from './codec.js';
export { resolveEndpoint, type Endpoint } from './endpoint.js';
export { randomId } from './random-id.js';
export {
  RoomSocket,
  type Connect,
  type Outgoing,
  type RoomConnection,
  type RoomListener,
  type RoomSocketOptions,
} from './room-socket.js';
