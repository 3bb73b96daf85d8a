import { placeCall, Phone, type OutgoingCall, type PhoneOptions, type PlaceCallOptions } from '../../components/call/index.js';
import type { IncomingCall, RingingCall } from '../../components/call/index.js';
import { ENDPOINTS, type EndpointName } from './endpoint-commands.js';
import { waitUntil } from './patience.js';

const phones: Phone[] = [];
const calls: RingingCall[] = [];

/** A phone under a name that can be reached. Closed by {@link endRinging}. */
export async function openPhone(endpoint: EndpointName, user: string, options: Partial<PhoneOptions> = {}): Promise<Phone> {
  const phone = new Phone({ signaling: ENDPOINTS[endpoint], user, iceServers: [], ...options });
  phones.push(phone);
  phone.open();
  await waitUntil(() => phone.isOpen, 'the phone can’t be reached');
  return phone;
}

/** Somebody calls this name. Ended by {@link endRinging}. */
export function callName(endpoint: EndpointName, to: string, options: Partial<PlaceCallOptions> = {}): OutgoingCall {
  const call = placeCall({ signaling: ENDPOINTS[endpoint], to, iceServers: [], ...options });
  calls.push(call);
  return call;
}

/** The call that rings at a phone, as soon as it does. */
export async function incomingAt(phone: Phone): Promise<IncomingCall> {
  await waitUntil(
    () => phone.calls.some((call) => call.direction === 'incoming' && call.state === 'ringing'),
    'it does not ring',
  );
  return phone.calls.find((call) => call.direction === 'incoming') as IncomingCall;
}

/** Waits until a call has ended, and tells why. */
export async function endOf(call: RingingCall): Promise<string | undefined> {
  await waitUntil(() => call.state === 'ended', `the call is still ${call.state}`);
  return call.reason;
}

/** Waits until both ends of a call hear each other. */
export const connected = (...ends: RingingCall[]): Promise<void> =>
  waitUntil(() => ends.every(({ state }) => state === 'connected'), 'not connected');

/** Ends every call and every phone of the test. */
export function endRinging(): void {
  for (const call of calls.splice(0)) call.hangUp();
  for (const phone of phones.splice(0)) phone.close();
}
