import type { Server } from 'node:http';
import type { TestRunnerPlugin } from '@web/test-runner-core';
import { Access } from '../../signaling/server/access.js';
import { SignalingServer } from '../../signaling/server/signaling-server.js';
import { Door } from './door.js';
import { ENDPOINT_COMMAND, ENDPOINTS, type EndpointCommand, type EndpointName } from './endpoint-commands.js';
import { PlainRelay } from './plain-relay.js';
import { TOKEN_SECRET } from './token-secret.js';

/**
 * Puts signaling into the test runner's own web server, so that tests need no second port and no cross-origin
 * socket; and obeys the commands of `endpoints.ts`.
 */
export function endpointsPlugin(): TestRunnerPlugin {
  const relay = new PlainRelay();
  // All tests come from one address.
  const limits = { maxRoomsPerAddress: 1000, maxConnectionsPerAddress: 1000, ringsPerMinute: 10_000 };
  const signaling = new SignalingServer({ limits });
  const hosted = new SignalingServer({ limits, access: Access.fromSecret(TOKEN_SECRET) });
  let doors: Record<EndpointName, Door> | undefined;

  return {
    name: 'call-room-endpoints',
    serverStart({ server }) {
      const http = server as Server;
      doors = {
        signal: new Door(http, ENDPOINTS.signal),
        hosted: new Door(http, ENDPOINTS.hosted),
        relay: new Door(http, ENDPOINTS.relay),
      };
      signaling.attach(http, ENDPOINTS.signal);
      hosted.attach(http, ENDPOINTS.hosted);
      relay.attach(http, ENDPOINTS.relay);
    },
    serve({ path }) {
      // A new test file: what a failed one left behind is not its fault.
      if (path === '/' && doors) for (const door of Object.values(doors)) door.accept();
    },
    async serverStop() {
      relay.stop();
      await Promise.all([signaling.stop(), hosted.stop()]);
    },
    executeCommand({ command, payload }) {
      if (command !== ENDPOINT_COMMAND || !doors) return undefined;
      const order = payload as EndpointCommand;
      const door = doors[order.endpoint];
      switch (order.action) {
        case 'say':
          relay.say(order.frame);
          return true;
        case 'count':
          return door.count;
        default:
          door[order.action]();
          // A command that returns nothing counts as unknown.
          return true;
      }
    },
  };
}
