import { Call, type CallOptions } from '../../components/call/index.js';
import { uniqueName } from './endpoints.js';
import { waitUntil } from './patience.js';

const open: Call[] = [];

/** A call of somebody, through the real server, without any outside ICE server. Ended by {@link endCalls}. */
export function makeCall(displayName: string, room: string, options: Partial<CallOptions> = {}): Call {
  const call = new Call({ signaling: '/signal', room, displayName, iceServers: [], ...options });
  open.push(call);
  return call;
}

/** People who have joined the same room one after another, and are all linked. */
export async function joinTogether(names: string[], options: Partial<CallOptions> = {}, room = uniqueName()): Promise<Call[]> {
  const calls = names.map((name) => makeCall(name, room, options));
  for (const call of calls) await call.join();
  await linked(calls);
  return calls;
}

/** Waits until each of these sees each other one connected. */
export function linked(calls: Call[]): Promise<void> {
  const others = calls.length - 1;
  return waitUntil(
    () =>
      calls.every(
        ({ participants }) =>
          participants.length === others && participants.every(({ connectionState }) => connectionState === 'connected'),
      ),
    'not everybody is linked to everybody',
  );
}

/** Ends every call of the test. */
export function endCalls(): void {
  for (const call of open.splice(0)) call.close();
}

/** Waits until each of these can tell each other one something. */
export async function listening(calls: Call[]): Promise<void> {
  for (const call of calls) {
    const { exchange } = await call.extras();
    await waitUntil(() => exchange.peers.length === calls.length - 1, 'not everybody listens');
  }
}
