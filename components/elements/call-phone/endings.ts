import type { EndReason } from '../../call/ringing/ring-state.js';
import type { RingingCall } from '../../call/ringing/ringing-call.js';
import { durationOf } from '../../i18n/duration.js';
import type { RingingTranslate } from '../../i18n/ringing-catalogue.js';
import { otherName } from './names.js';

/**
 * How a call ended, as the person at this phone should be told. Empty where they have ended it themselves before anybody
 * talked, or never heard of it.
 *
 * @param rang it ended while it rang
 */
export function endingOf(call: RingingCall, rang: boolean, reason: EndReason, text: RingingTranslate): string {
  if (reason === 'merged') return '';
  const name = otherName(call, text);
  if (call.connectedAtMs !== undefined) {
    return text('ended-after', { name, duration: durationOf(Date.now() - call.connectedAtMs) });
  }
  if (call.direction === 'outgoing') return reason === 'cancelled' ? '' : endingOfOutgoing(call, reason, text);
  if (reason === 'answered-elsewhere') return text('ended-elsewhere', { name });
  if (rang) return '';
  return text(reason === 'media-failed' || reason === 'signaling-lost' ? 'ended-other' : 'ended-by-caller', { name });
}

/** With the words of whoever declined, if there are any: a stranger's. */
function endingOfOutgoing({ text: words }: RingingCall, reason: EndReason, text: RingingTranslate): string {
  const sentence = text(`end-${reason}`);
  return words ? `${sentence} ${text('their-words', { text: words })}` : sentence;
}
