import type { RoomElement } from '../../controllers/room-registry.js';

/**
 * Does something if the call goes on. As it ends, so does all that this person does in it, one thing after another: whoever has
 * left needs no news of that.
 */
export const ifStanding = (room: RoomElement, act: () => void): void =>
  // The end is done in one go.
  queueMicrotask(() => {
    if (room.state === 'joined' || room.state === 'reconnecting') act();
  });
