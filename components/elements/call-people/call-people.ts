import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isActive } from '../../call/call-state.js';
import type { Moderation } from '../../call/extras/moderation/moderation.js';
import type { Participant } from '../../call/participant.js';
import { localeOf, speak } from '../../controllers/language-controller.js';
import { RoomController } from '../../controllers/room-controller.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import type { MessageKey } from '../../i18n/catalogue.js';
import { icon } from '../../features/in-call/icons.js';
import { stageIcon } from '../../features/in-call/stage/stage-icons.js';
import { nameAndYou, nameOf } from '../../i18n/names.js';
import { PEOPLE_ENGLISH } from '../../i18n/people-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { define } from '../define.js';
import { icon as roomIcon } from '../icons.js';
import { styles } from './call-people.styles.js';
import { marksOf } from './marks.js';
import { inOrder, turns } from './order.js';

addEnglish(PEOPLE_ENGLISH);

/** What a person is asked about before it is done: somebody's removal, or the end of the call. */
type Question = { readonly remove: string } | 'end';

/** What can be done about a person, or the place of it. */
type Act = TemplateResult | typeof nothing;

/**
 * @summary Who is in the call; behind a button of each, how loud they are here, and their place on the stage; and what hosts can do: let
 *   people in, remove them, ask them to mute, lock the call, end it for all. Finds the `<call-room>` around it, or the one that `for`
 *   names. Who is a host says the access token.
 *
 * @csspart people - The list of people.
 * @csspart person - Each person in it, and each who waits.
 * @csspart person-name - The name of a person.
 * @csspart marks - What is to be known of a person, an icon with words each: hand raised and whose turn it is, host, recording, screen,
 *   pinned, weak connection, muted for oneself, speaking, muted, camera off.
 * @csspart icon - Each icon.
 * @csspart more-button - The button that shows what can be done about a person.
 * @csspart person-actions - What it shows.
 * @csspart volume - The slider of how loud a person is here.
 * @csspart waiting - The list of those who wait to be let in.
 * @csspart button - Every button.
 *
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - The button that lets somebody in, focus rings.
 * @cssproperty [--call-danger=#d3222f] - The button that removes somebody, or ends the call.
 */
export class CallPeople extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    question: { attribute: false },
    opened: { attribute: false },
    for: {},
  };

  readonly #room = new RoomController(this, () => this.for);
  #followed: RoomElement | undefined;
  #following = new AbortController();
  #moderation: Moderation | undefined;
  #hadFocus = false;

  private question: Question | undefined;
  /** The id of the person of whom it is shown what can be done about them. */
  private opened: string | undefined;

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;

  constructor() {
    super();
    this.question = this.opened = undefined;
    this.for = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  /** Focuses the first button, or the list where there is none. */
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('button, input') ?? this.renderRoot.querySelector<HTMLElement>('ul');
    first?.focus(options);
  }

  protected override willUpdate(): void {
    const { room } = this.#room;
    if (room !== this.#followed) this.#follow(room);
    this.#hadFocus = this.matches(':focus-within');
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has('question') && this.question) return this.renderRoot.querySelector<HTMLElement>('.sure .no')?.focus();
    // What had the focus has made way for something else, or is gone with the person whom it was about.
    if (!this.#hadFocus || this.shadowRoot?.activeElement) return;
    const asked = changes.get('question') === 'end' ? '.room > .danger' : '.more[aria-expanded=true]';
    const opener = this.renderRoot.querySelector<HTMLElement>(asked);
    if (opener) opener.focus();
    else this.focus();
  }

  /** Shows what can be done about this person, or about nobody. */
  #open(id: string | undefined): void {
    this.question = undefined;
    this.opened = id;
  }

  readonly #onActKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.renderRoot.querySelector<HTMLElement>('.more[aria-expanded=true]')?.focus();
    this.#open(undefined);
  };

  #unfollow(): void {
    this.#following.abort();
    this.#followed = this.#moderation = undefined;
  }

  #follow(room: RoomElement | undefined): void {
    this.#unfollow();
    this.#followed = room;
    const { signal } = (this.#following = new AbortController());
    if (room) speak(room as RoomElement & LitElement, 'call', 'in-call');
    room?.call.extras().then(
      ({ moderation }) => {
        if (signal.aborted) return;
        this.#moderation = moderation;
        moderation.addEventListener('change', () => this.requestUpdate(), { signal });
        this.requestUpdate();
      },
      // The call has told of it already; the list does without.
      () => this.requestUpdate(),
    );
  }

  #renderWaiting(moderation: Moderation): TemplateResult | typeof nothing {
    const { text } = this.#room;
    if (!moderation.waiting.length) return nothing;
    return html`<section>
      <h3 id="waiting">${text('people-waiting')}</h3>
      <ul part="waiting" aria-labelledby="waiting">
        ${moderation.waiting.map((visitor) => {
          const name = nameOf(visitor.name, text);
          return html`<li part="person" class="row">
            <span class="who"><bdi part="person-name">${name}</bdi></span>
            <span class="acts">
              <button
                type="button"
                part="button"
                class="primary"
                aria-label=${text('people-admit-named', { name })}
                @click=${() => moderation.admit(visitor.id)}
              >
                ${text('people-admit')}
              </button>
              <button
                type="button"
                part="button"
                aria-label=${text('people-refuse-named', { name })}
                @click=${() => moderation.refuse(visitor.id)}
              >
                ${text('people-refuse')}
              </button>
            </span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #renderPerson(person: Participant, turn: number | undefined): TemplateResult {
    const { room, text } = this.#room;
    const { id } = person;
    const name = nameOf(person.displayName, text);
    const marks = marksOf(
      person,
      { turn, mutedHere: !!room?.inCall?.hearing.of(id).muted, pinned: room?.inCall?.stage.pinned === id },
      text,
    );
    const acts = this.#actsOf(person, name);
    const isOpen = acts.length > 0 && this.opened === id;
    const label = text('people-more', { name });
    return html`<li part="person">
      <div class="row">
        <div class="what">
          <span class="who">
            <bdi part="person-name">${nameAndYou(person, text)}</bdi>
          </span>
          ${marks.length ? html`<span part="marks" class="marks">${marks}</span>` : nothing}
        </div>
        ${
          acts.length
            ? html`<button
                type="button"
                part="button more-button"
                class="round more"
                aria-label=${label}
                title=${label}
                aria-expanded=${isOpen}
                @click=${() => this.#open(isOpen ? undefined : id)}
              >
                ${icon('more')}
              </button>`
            : nothing
        }
      </div>
      ${isOpen ? this.#renderActs(person, name, acts) : nothing}
    </li>`;
  }

  #renderActs({ id }: Participant, name: string, acts: readonly Act[]): TemplateResult {
    const moderation = this.#moderation;
    if (moderation && typeof this.question === 'object' && this.question.remove === id) {
      const sentence = this.#room.text('people-remove-sure', { name });
      return this.#renderQuestion(sentence, 'people-yes-remove', () => moderation.remove(id));
    }
    return html`<div part="person-actions" class="acts" role="group" aria-label=${name} @keydown=${this.#onActKey}>${acts}</div>`;
  }

  /** What can be done about somebody: here, and by a host for all. */
  #actsOf(person: Participant, name: string): Act[] {
    const { room, text } = this.#room;
    const { hearing, stage } = room?.inCall ?? {};
    const { id, local } = person;
    const acts: Act[] = [];
    if (hearing && !local) {
      const { muted, volume } = hearing.of(id);
      if (canSetVolume()) {
        acts.push(this.#renderVolume(name, volume, (wanted) => hearing.set(id, { volume: wanted, muted: false })));
      }
      acts.push(toggle(roomIcon('sound', true), text('people-mute-here'), muted, () => hearing.set(id, { muted: !muted })));
    }
    if (stage?.isShown && room?.participants.length) {
      const isPinned = stage.pinned === id;
      acts.push(toggle(stageIcon('pin'), text('stage-pin', { name }), isPinned, () => stage.pin(isPinned ? undefined : id)));
    }
    const moderation = this.#moderation;
    if (!moderation?.isHost || local) return acts;
    acts.push(
      // Its place is kept: what has the focus must not become another button.
      person.audio
        ? button(roomIcon('microphone', true), text('people-ask-mute', { name }), () => moderation.askToMute(id))
        : nothing,
      button(roomIcon('close'), text('people-remove', { name }), () => (this.question = { remove: id })),
    );
    return acts;
  }

  #renderVolume(name: string, volume: number, set: (volume: number) => void): TemplateResult {
    const { room, text } = this.#room;
    const percent = new Intl.NumberFormat(room ? localeOf(room) : 'en', { style: 'percent' }).format(volume);
    return html`<label class="volume">
      ${roomIcon('sound')}
      <input
        part="volume"
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label=${text('people-volume', { name })}
        aria-valuetext=${percent}
        .value=${String(Math.round(volume * 100))}
        @input=${(event: Event) => set((event.target as HTMLInputElement).valueAsNumber / 100)}
      />
      <output aria-hidden="true">${percent}</output>
    </label>`;
  }

  #renderQuestion(sentence: string, yes: MessageKey, act: () => void): TemplateResult {
    const { text } = this.#room;
    const answer = (): void => {
      this.question = undefined;
      act();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.question = undefined;
    };
    return html`<div class="sure" role="group" aria-label=${sentence} @keydown=${onKey}>
      <p>${sentence}</p>
      <button type="button" part="button" class="danger" @click=${answer}>${text(yes)}</button>
      <button type="button" part="button" class="no" @click=${() => (this.question = undefined)}>${text('people-no')}</button>
    </div>`;
  }

  #renderRoomActs(moderation: Moderation): TemplateResult {
    const { text } = this.#room;
    return html`<div class="room">
      <label>
        <input
          type="checkbox"
          role="switch"
          .checked=${moderation.locked}
          @click=${(event: Event) => {
            // It shows what is so, once the server has said it.
            event.preventDefault();
            moderation.lock(!moderation.locked);
          }}
        />${text('people-lock')}
      </label>
      <button type="button" part="button" @click=${() => moderation.askToMute()}>${text('people-mute-all')}</button>
      ${
        this.question === 'end'
          ? this.#renderQuestion(text('people-end-sure'), 'people-yes-end', () => moderation.endForAll())
          : html`<button type="button" part="button" class="danger" @click=${() => (this.question = 'end')}>
              ${text('people-end')}
            </button>`
      }
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room, text } = this.#room;
    if (!room || !isActive(room.state)) return nothing;
    const moderation = this.#moderation;
    const host = moderation?.isHost ? moderation : undefined;
    const people = [room.localParticipant, ...room.participants];
    const inTurn = turns(people);
    return html`
      ${host ? this.#renderWaiting(host) : nothing}
      <ul part="people" tabindex="-1" aria-label=${text('people')}>
        ${repeat(
          inOrder(people),
          ({ id }) => id,
          (person) => this.#renderPerson(person, inTurn.get(person.id)),
        )}
      </ul>
      ${host ? this.#renderRoomActs(host) : nothing}
    `;
  }
}

const button = (picture: TemplateResult, words: string, act: () => void): TemplateResult =>
  html`<button type="button" part="button" @click=${act}>${picture}<span>${words}</span></button>`;

/** For what is so or not, which the words say as it would be if it were. */
const toggle = (picture: TemplateResult, words: string, on: boolean, act: () => void): TemplateResult =>
  html`<button type="button" part="button" aria-pressed=${on} @click=${act}>${picture}<span>${words}</span></button>`;

let settable: boolean | undefined;

/** False on phones of Apple, which leave the volume to their keys: there it can only be read. */
function canSetVolume(): boolean {
  if (settable === undefined) {
    const player = document.createElement('audio');
    player.volume = 0.5;
    settable = player.volume === 0.5;
  }
  return settable;
}

define('call-people', CallPeople);

declare global {
  interface HTMLElementTagNameMap {
    'call-people': CallPeople;
  }
}
