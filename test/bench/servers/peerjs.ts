import { PeerServer } from 'peer';
import { announce } from './child.js';

// Listens by itself, and has its WebSocket at /peerjs.
PeerServer({ host: '0.0.0.0', port: 0, concurrent_limit: 1_000_000 }, announce);
