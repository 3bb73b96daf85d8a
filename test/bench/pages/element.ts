import type { CallRoom } from '../../../components/elements/call-room/call-room.js';
import { expose, type Place } from './contender.js';

// The published bundle (which the page has loaded), and the tag as somebody would paste it. What it costs to show the
// whole interface is part of the time; the frame is taken from a second video of the same stream.
let element: CallRoom | undefined;

/** Puts the tag into the page. */
function paste({ port, room }: Place, autoJoin: boolean): CallRoom {
  const tag = document.createElement('call-room');
  tag.setAttribute('signaling', `ws://localhost:${port}/signal`);
  tag.setAttribute('room', room);
  tag.setAttribute('ice-servers', '[]');
  tag.toggleAttribute('auto-join', autoJoin);
  document.body.append(tag);
  return tag;
}

/** Waits until the call is in this state, and the camera open. */
function isReady(tag: CallRoom, state: CallRoom['state']): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (tag.state === state && tag.localParticipant.video) resolve();
    };
    for (const type of ['call-state-change', 'call-media-change']) tag.addEventListener(type, look);
    look();
  });
}

expose({
  async prepare(place) {
    element = paste(place, false);
    await isReady(element, 'lobby');
  },
  async enter(place, show) {
    const tag = element ?? paste(place, true);
    tag.addEventListener('call-participant-joined', ({ participant }) => show(participant.stream));
    await Promise.all([element?.join(), isReady(tag, 'joined')]);
  },
});
