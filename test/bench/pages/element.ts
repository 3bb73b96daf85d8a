import type {} from '../../../components/elements/call-room/call-room.js';
import { expose } from './contender.js';

// The published bundle (which the page has loaded), and the tag as somebody would paste it. What it costs to show the
// whole interface is part of the time; the frame is taken from a second video of the same stream.
expose({
  async enter({ port, room }, show) {
    const element = document.createElement('call-room');
    element.setAttribute('signaling', `ws://localhost:${port}/signal`);
    element.setAttribute('room', room);
    element.setAttribute('ice-servers', '[]');
    element.setAttribute('auto-join', '');
    element.addEventListener('call-participant-joined', ({ participant }) => show(participant.stream));
    const isReady = new Promise<void>((resolve) => {
      for (const type of ['call-joined', 'call-media-change'] as const) {
        element.addEventListener(type, () => element.state === 'joined' && element.localParticipant.video && resolve());
      }
    });
    document.body.append(element);
    await isReady;
  },
});
