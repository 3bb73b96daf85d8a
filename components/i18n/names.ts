import type { Participant } from '../call/participant.js';
import type { Translate } from './translate.js';

/** How somebody is called, wherever something is said of them. */
export const nameOf = (name: string | undefined, text: Translate): string => name?.trim() || text('guest');

/** The same where people stand side by side, and whoever reads it is told which of them they are. */
export const nameAndYou = ({ displayName, local }: Participant, text: Translate): string => {
  const name = displayName.trim();
  return local ? text(name ? 'you-named' : 'you', { name }) : nameOf(name, text);
};
