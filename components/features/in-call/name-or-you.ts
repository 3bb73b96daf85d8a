import type { Participant } from '../../call/participant.js';
import { nameOf } from '../../i18n/names.js';
import type { Translate } from '../../i18n/translate.js';

/** How a person is called in a mark or beside their words; whoever reads it is “You”. */
export const nameOrYou = ({ displayName, local }: Participant, text: Translate): string =>
  local ? text('you') : nameOf(displayName, text);
