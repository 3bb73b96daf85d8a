import { html, nothing, type TemplateResult } from 'lit';
import type { Participant } from '../../call/participant.js';
import { icon as stageMark } from '../icons.js';
import { icon } from '../../features/in-call/icons.js';
import { NetworkIndicator } from '../../features/in-call/network-indicator.js';
import { stageIcon } from '../../features/in-call/stage/stage-icons.js';
import type { Translate } from '../../i18n/translate.js';
import { peopleIcon } from './people-icons.js';

// A script may be loaded twice.
if (!customElements.get('network-indicator')) customElements.define('network-indicator', NetworkIndicator);

/** What is known of a person here, besides what the call knows. */
export interface Standing {
  /** Whose turn it is among those who have raised a hand, from 1. */
  readonly turn: number | undefined;
  /** True for somebody whom this person has muted for themselves. */
  readonly mutedHere: boolean;
  readonly pinned: boolean;
}

/** What is to be known of a person at a glance: a picture and words for each. */
export function marksOf(person: Participant, { turn, mutedHere, pinned }: Standing, text: Translate): TemplateResult[] {
  const { quality } = person;
  return [
    turn !== undefined && mark(text('people-hand', { place: turn }), html`${peopleIcon('hand')}<b>${turn}</b>`, 'hand'),
    person.host && mark(text('people-host'), peopleIcon('host')),
    person.recording && mark(text('people-recording'), peopleIcon('recording')),
    person.screen && mark(text('people-screen'), icon('screen')),
    pinned && mark(text('people-pinned'), stageIcon('pin')),
    (quality === 'poor' || quality === 'lost') &&
      mark(text(`people-${quality}`), html`<network-indicator quality=${quality}></network-indicator>`),
    mutedHere && mark(text('people-muted-here'), stageMark('sound', true)),
    person.speaking && person.audio && mark(text('people-speaking'), peopleIcon('speaking'), 'speaking'),
    !person.audio && mark(text('muted'), stageMark('microphone', true), 'dim'),
    !person.video && mark(text('camera-off'), stageMark('camera', true), 'dim'),
  ].filter((one): one is TemplateResult => typeof one === 'object');
}

const mark = (words: string, picture: TemplateResult, kind?: string): TemplateResult =>
  html`<span class=${kind ?? nothing} role="img" aria-label=${words} title=${words}>${picture}</span>`;
