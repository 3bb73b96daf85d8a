import { Phone, placeCall, type Call, type IncomingCall } from '../../../components/call/index.js';
import { expose, type Line, type Show } from './ringer.js';

// The headless engine, as it comes: what can be made ready while it rings is made ready.
let incoming: IncomingCall | undefined;

const signalingOf = ({ port }: Line): string => `ws://localhost:${port}/signal`;

expose({
  wait(line) {
    const phone = new Phone({ signaling: signalingOf(line), user: line.name, iceServers: [], earlyConnection: line.early });
    phone.addEventListener('incoming', ({ call }) => (incoming = call));
    const open = new Promise<void>((resolve) => phone.addEventListener('statechange', () => resolve(), { once: true }));
    phone.open();
    return open;
  },
  ring(line, show) {
    const outgoing = placeCall({ signaling: signalingOf(line), to: line.name, iceServers: [], video: true });
    return new Promise((resolve) => {
      outgoing.addEventListener('statechange', ({ state }) => {
        if (state === 'ringing') resolve();
        if (state === 'accepted') showOther(outgoing.call, show);
      });
    });
  },
  accept(show) {
    incoming?.accept();
    if (incoming) showOther(incoming.call, show);
  },
});

function showOther(call: Call, show: Show): void {
  const [other] = call.participants;
  if (other) show(other.stream);
  else call.addEventListener('participantjoined', ({ participant }) => show(participant.stream), { once: true });
}
