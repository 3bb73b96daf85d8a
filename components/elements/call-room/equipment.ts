import type { LitElement } from 'lit';
import type { RoomElement } from '../../controllers/room-registry.js';
import { InCall } from '../../features/in-call/in-call.js';
import type { PanelLoaders } from '../../features/in-call/panels/panel-host.js';
import type { CallWindowLoader } from '../../features/in-call/windows/picture-in-picture.js';
import { panelContent } from '../panel-content.js';
import { CHAT_PARTS, PEOPLE_PARTS } from '../room-parts.js';

/** Where the elements come from that stand in panels: one line each. A panel that is missing here has no button. */
const PANELS: PanelLoaders = {
  chat: () => import('../call-chat/call-chat.js').then(() => panelContent('call-chat', CHAT_PARTS, 'chat')),
  people: () => import('../call-people/call-people.js').then(() => panelContent('call-people', PEOPLE_PARTS)),
  settings: () => import('../call-settings/settings-panel.js').then(({ settingsPanel }) => settingsPanel()),
};

/** What a window of its own holds. */
const loadWindow: CallWindowLoader = () => import('./call-window.js');

/** What a call that stands needs beyond its first frame. */
export const equip = (room: RoomElement & LitElement): InCall => new InCall(room, PANELS, loadWindow);
