import { Call } from '../../../components/call/index.js';
import { expose, type Place } from './contender.js';

// The headless engine, as it comes.
let call: Call | undefined;

const open = ({ port, room }: Place): Call =>
  (call ??= new Call({ signaling: `ws://localhost:${port}/signal`, room, iceServers: [] }));

expose({
  async prepare(place) {
    open(place).prepare();
    await cameraOf(open(place));
  },
  async enter(place, show) {
    const call = open(place);
    call.addEventListener('participantjoined', ({ participant }) => show(participant.stream));
    await Promise.all([call.join(), cameraOf(call)]);
  },
});

/** Waits until the camera is open. */
function cameraOf({ media }: Call): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (media.video) resolve();
    };
    media.addEventListener('change', look);
    look();
  });
}
