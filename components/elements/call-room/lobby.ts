import type { LitElement } from 'lit';
import type { RoomElement } from '../../controllers/room-registry.js';
import { Lobby } from '../../features/lobby/lobby.js';

/** What a lobby has beyond its first frame. */
export const furnish = (room: RoomElement & LitElement & { displayName: string }): Lobby =>
  new Lobby(room, () => import('../call-settings/settings-panel.js').then(({ settingsPanel }) => settingsPanel()));
