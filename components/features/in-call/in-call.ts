import type { nothing } from 'lit';
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Participant } from '../../call/participant.js';
import { speak } from '../../controllers/language-controller.js';
import {
  roomsChanged,
  type ControlBar,
  type InCallHooks,
  type PanelName,
  type RoomElement,
} from '../../controllers/room-registry.js';
import { CONTROLS_ENGLISH } from '../../i18n/controls-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';
import { FAILURES } from '../../i18n/failure-catalogue.js';
import { IN_CALL_ENGLISH } from '../../i18n/in-call-catalogue.js';
import { SCREEN_ENGLISH } from '../../i18n/screen-catalogue.js';
import { SOCIAL_ENGLISH } from '../../i18n/social-catalogue.js';
import { WINDOWS_ENGLISH } from '../../i18n/windows-catalogue.js';
import { addStyles } from '../../styles/add-styles.js';
import { Preferences } from '../devices/preferences.js';
import { aboveStyles } from './above.styles.js';
import { LiveCaptions } from './captions/live-captions.js';
import { Hearing } from './hearing.js';
import { HostNews } from './host-news.js';
import { NetworkIndicator } from './network-indicator.js';
import { BarControls } from './controls/bar-controls.js';
import { MediaKeys } from './media-keys.js';
import { PanelHost, type PanelLoaders } from './panels/panel-host.js';
import { QualityNews } from './quality-news.js';
import { Recording } from './recording/recording.js';
import { Social } from './reactions/social.js';
import { ScreenNews } from './screen-news.js';
import { screensOf } from './screens.js';
import { Stage } from './stage/stage.js';
import { Shortcuts } from './shortcuts/shortcuts.js';
import { TileViews } from './tile-views.js';
import { WakeLock } from './wake-lock.js';
import type { CallWindowLoader } from './windows/picture-in-picture.js';
import { Windows } from './windows/windows.js';

addEnglish(IN_CALL_ENGLISH);
addEnglish(FAILURES);
addEnglish(SCREEN_ENGLISH);
addEnglish(CONTROLS_ENGLISH);
addEnglish(SOCIAL_ENGLISH);
addEnglish(WINDOWS_ENGLISH);
// A script may be loaded twice.
if (!customElements.get('network-indicator')) customElements.define('network-indicator', NetworkIndicator);

/**
 * What a `<call-room>` needs beyond its first frame: texts of a call that stands, and how good connections are. Loaded by
 * the element once it is in the room.
 */
export class InCall implements ReactiveController, InCallHooks {
  readonly #room: RoomElement & LitElement;
  readonly #panels: PanelHost;
  readonly #hostNews: HostNews;
  readonly hearing: Hearing;
  /** Where the tiles stand. */
  readonly stage: Stage;
  readonly #social: Social;
  readonly #recording: Recording;
  readonly #captions: LiveCaptions;
  readonly #shortcuts: Shortcuts;
  readonly #windows: Windows;

  /** `loaders` tell where the elements come from that stand in panels, `loadWindow` what fills a window of the call's own. */
  constructor(room: RoomElement & LitElement, loaders: PanelLoaders = {}, loadWindow?: CallWindowLoader) {
    this.#room = room;
    this.#panels = new PanelHost(room, { ...loaders, shortcuts: () => this.#listShortcuts() });
    this.#windows = new Windows(room, () => this.stage.pinned, loadWindow);
    this.#shortcuts = new Shortcuts(room, this.#panels, this.#windows);
    this.#social = new Social(room);
    new MediaKeys(room, this.#windows.picture);
    new WakeLock(room);
    room.addController(this);
    // On an English page, too: its language may change.
    speak(room, 'call', 'in-call');
    // The speaker that this person chose plays the call, and the own picture is as they like it.
    Preferences.of(room);
    new QualityNews(room);
    this.hearing = new Hearing(room);
    this.#hostNews = new HostNews(room, this.#panels);
    new ScreenNews(room);
    this.stage = new Stage(room);
    this.#captions = LiveCaptions.of(room);
    this.#recording = Recording.of(room);
    new TileViews(room, (id) => this.#recording.sizeOf(id));
    // What is shown already may have better words now.
    room.requestUpdate();
    // As do its bars, wherever they stand.
    roomsChanged();
  }

  /** Shared screens come first. */
  arrange(people: readonly Participant[]): readonly Participant[] {
    const all = [...screensOf(people, this.#room.text), ...people];
    this.stage.show(all);
    return all;
  }

  renderBeside(): TemplateResult {
    addStyles(this.#room.renderRoot, aboveStyles);
    return html`${this.#recording.render()}${this.stage.render()}
      <div class="above">${this.#social.render()}${this.#captions.render()}${this.#hostNews.render()}</div>
      ${this.#panels.render()}`;
  }

  renderControls(bar: ControlBar): TemplateResult | typeof nothing {
    const helpers = { panels: this.#panels, social: this.#social, shortcuts: this.#shortcuts, windows: this.#windows };
    return BarControls.of(bar, this.#room, helpers).render();
  }

  get heard(): readonly Participant[] {
    return this.hearing.all;
  }

  get waiting(): number {
    return this.#hostNews.waiting;
  }

  get panel(): PanelName | undefined {
    return this.#panels.open;
  }

  openPanel(name: PanelName | undefined): void {
    this.#panels.show(name);
  }

  hostConnected(): void {}

  hostUpdated(): void {
    this.#social.markHands();
  }

  hostDisconnected(): void {}

  async #listShortcuts(): Promise<HTMLElement> {
    const { makeShortcutsList } = await import('./shortcuts/shortcuts-list.js');
    return makeShortcutsList(this.#shortcuts);
  }
}
