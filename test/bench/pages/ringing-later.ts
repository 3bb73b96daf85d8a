import { Call } from '../../../components/call/index.js';
import { PhoneLine } from '../../../components/call/ringing/phone-line.js';
import type { RingMessage, RefusedMessage } from '../../../signaling/protocol/index.js';
import { PHONE_ROOM_PREFIX } from '../../../signaling/protocol/index.js';
import { randomId, resolveEndpoint } from '../../../signaling/client/index.js';
import { expose, type Line, type Show } from './ringer.js';

// The same ringing over the same server, and then the same engine, which both enter a room of their own only once
// somebody has accepted: the way to ring with any component that joins rooms. The caller's devices are open while it
// rings, and the phone's are not, as with ours.
let line: PhoneLine | undefined;
let invited: { from: string; join: (show: Show) => void; id: string } | undefined;

const signalingOf = ({ port }: Line): string => `ws://localhost:${port}/signal`;

expose({
  wait(place) {
    return open(place, (message) => {
      if (message.type !== 'invite') return;
      const { call: id, from } = message;
      invited = { from, id, join: (show) => join(newCall(place, id), show) };
      line?.send({ type: 'ringing', call: id, to: from });
    }).then(() => void line?.send({ type: 'available', status: 'available' }));
  },
  async ring(place, show) {
    const id = randomId();
    const call = newCall(place, id);
    call.prepare();
    await new Promise<void>((resolve) => {
      call.media.addEventListener('change', () => call.media.video && resolve());
    });
    let onRinging = (): void => undefined;
    const ringing = new Promise<void>((resolve) => (onRinging = resolve));
    await open(place, (message) => {
      if (message.type === 'ringing') onRinging();
      if (message.type !== 'accept') return;
      line?.send({ type: 'accepted', call: id, by: message.from });
      join(call, show);
    });
    line?.send({ type: 'invite', call: id, name: '', audio: true, video: true });
    await ringing;
  },
  accept(show) {
    if (!invited) throw new Error('it does not ring');
    const { id, from, join } = invited;
    line?.send({ type: 'accept', call: id, to: from, name: '', video: true });
    join(show);
  },
});

/** Opens the line; returns once it is open. */
function open(place: Line, onRing: (message: RingMessage | RefusedMessage) => void): Promise<void> {
  const [peer, room] = [randomId(), PHONE_ROOM_PREFIX + place.name];
  const endpoint = resolveEndpoint(signalingOf(place), room, peer, document.baseURI);
  const nothing = (): void => undefined;
  return new Promise((resolve) => {
    line = new PhoneLine(
      { peer, room, endpoint, displayName: () => '' },
      { onOpen: resolve, onDown: nothing, onRefused: nothing, onRing, onLeft: nothing },
    );
  });
}

const newCall = (place: Line, room: string): Call => new Call({ signaling: signalingOf(place), room, iceServers: [] });

function join(call: Call, show: Show): void {
  call.addEventListener('participantjoined', ({ participant }) => show(participant.stream));
  void call.join();
}
