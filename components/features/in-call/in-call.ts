import type { LitElement, ReactiveController } from 'lit';
import type { RoomElement } from '../../controllers/room-registry.js';
import { addEnglish } from '../../i18n/translate.js';
import { FAILURES } from '../../i18n/failure-catalogue.js';
import { IN_CALL_ENGLISH } from '../../i18n/in-call-catalogue.js';
import { NetworkIndicator } from './network-indicator.js';
import { QualityNews } from './quality-news.js';
import { TileViews } from './tile-views.js';

addEnglish(IN_CALL_ENGLISH);
addEnglish(FAILURES);
// A script may be loaded twice.
if (!customElements.get('network-indicator')) customElements.define('network-indicator', NetworkIndicator);

/**
 * What a `<call-room>` needs beyond its first frame: texts of a call that stands, and how good connections are. Loaded by
 * the element once it is in the room.
 */
export class InCall implements ReactiveController {
  constructor(room: RoomElement & LitElement) {
    room.addController(this);
    new QualityNews(room);
    new TileViews(room);
    // What is shown already may have better words now.
    room.requestUpdate();
  }

  hostConnected(): void {}

  hostDisconnected(): void {}
}
