import { executeServerCommand } from '@web/test-runner-commands';
import { ENDPOINT_COMMAND, ENDPOINTS, type EndpointCommand, type EndpointName } from './endpoint-commands.js';

/** A room name, or any other name, that no other test uses. */
export const uniqueName = (prefix = 'room'): string => `${prefix}-${crypto.randomUUID().slice(0, 8)}`;

/** The address of an endpoint for a WebSocket in this page. `suffix` is a further path or a query. */
export const endpointUrl = (endpoint: EndpointName, suffix = ''): string =>
  `${location.origin.replace('http', 'ws')}${ENDPOINTS[endpoint]}${suffix}`;

/** Breaks every connection to the endpoint. Clients may come back at once. */
export const dropConnections = (endpoint: EndpointName): Promise<void> => send({ endpoint, action: 'drop' });

/** Breaks every connection and lets nobody in until {@link comeBack}. */
export async function goDown(endpoint: EndpointName): Promise<void> {
  await refuseConnections(endpoint);
  await dropConnections(endpoint);
}

/** Lets nobody in until {@link comeBack}; who is in stays in. */
export const refuseConnections = (endpoint: EndpointName): Promise<void> => send({ endpoint, action: 'refuse' });

/** Lets everybody in again. */
export const comeBack = (endpoint: EndpointName): Promise<void> => send({ endpoint, action: 'accept' });

/** How many connections the endpoint has. */
export const countConnections = (endpoint: EndpointName): Promise<number> => send({ endpoint, action: 'count' });

/** Everybody on the plain relay receives this frame from a stranger. */
export const sayOnRelay = (frame: string): Promise<void> => send({ endpoint: 'relay', action: 'say', frame });

const send = <Result>(command: EndpointCommand): Promise<Result> =>
  executeServerCommand<Result, EndpointCommand>(ENDPOINT_COMMAND, command);
