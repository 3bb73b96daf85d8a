import { createServer } from 'node:http';
import { SignalingServer } from '../../../signaling/server/signaling-server.js';
import { serveBench } from './child.js';

// Every guard stays on. The limits are those of the load, which no person could cause.
const signaling = new SignalingServer({
  limits: {
    messagesPerSecond: 100_000,
    messageBurst: 1_000_000,
    maxConnectionsPerAddress: 1_000_000,
    maxRoomsPerAddress: 1_000_000,
    ringsPerMinute: 100_000,
  },
});
const server = createServer();
signaling.attach(server);
serveBench(server);
