import type { Participant } from '../../call/participant.js';
import { nameOf } from '../../i18n/names.js';
import type { Translate } from '../../i18n/translate.js';

/** What the id of a shared screen ends with, where it stands among people. */
const SCREEN = ':screen';

/**
 * The screens that these people share, each as somebody who can be shown in a tile like everybody else: one's own is neither
 * mirrored nor taken for one's face, and nothing that belongs to the person stands on it a second time.
 */
export function screensOf(people: readonly Participant[], text: Translate): Participant[] {
  return people.flatMap((person) => {
    const { id, local, displayName, screenStream } = person;
    if (!screenStream) return [];
    const name = nameOf(displayName, text);
    return Object.freeze<Participant>({
      ...person,
      id: `${id}${SCREEN}`,
      displayName: local ? text('screen-own') : text('screen-of', { name }),
      local: false,
      audio: true,
      video: true,
      speaking: false,
      quality: 'unknown',
      handRaisedAt: undefined,
      recording: false,
      host: false,
      stream: screenStream,
    });
  });
}

/** True for a screen among those who are shown. */
export const isScreen = ({ stream, screenStream }: Participant): boolean => stream === screenStream;

/** The same, by its id. */
export const isScreenId = (id: string): boolean => id.endsWith(SCREEN);
