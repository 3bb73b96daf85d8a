/** The paths at which the test runner's own server offers signaling. */
export const ENDPOINTS = {
  /** The real server of `signaling/server`. */
  signal: '/signal',
  /** The real server with access control: see `tokens.ts`. */
  hosted: '/hosted',
  /** A plain broadcast relay, {@link PlainRelay}. What lies below it, or has another query, is another room. */
  relay: '/relay',
} as const;

export type EndpointName = keyof typeof ENDPOINTS;

/** The name of the command that a test in the browser sends to the plugin in Node. */
export const ENDPOINT_COMMAND = 'call-room:endpoint';

/** What a test may do to an endpoint. `say` needs a frame, and is for the relay alone. */
export type EndpointCommand =
  | { endpoint: EndpointName; action: 'drop' | 'refuse' | 'accept' | 'count' }
  | { endpoint: 'relay'; action: 'say'; frame: string };
