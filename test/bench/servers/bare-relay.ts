import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { serveBench } from './child.js';

// What is written when nothing but relaying is wanted: one set of sockets a path, and one look whether it is JSON.
const server = createServer();
const rooms = new Map<string, Set<WebSocket>>();
new WebSocketServer({ server }).on('connection', (socket, { url = '/' }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    JSON.parse(text);
    for (const other of room) if (other !== socket) other.send(text);
  });
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(url);
  });
});
serveBench(server);
