import type { CallError } from '../call/errors.js';
import { ENGLISH, type MessageKey, type Messages } from './catalogue.js';
import { fillIn, type MessageParams } from './fill-in.js';

export type { MessageParams };

/** Finds a text by its key and fills it in. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const english: Messages = { ...ENGLISH };

/** Adds texts that were loaded later. */
export const addEnglish = (more: Messages): void => void Object.assign(english, more);

let loading: Promise<void> | undefined;
let settled = false;

/** Loads the sentences of failures. Where that fails, too, one general sentence has to do for all of them. */
export function loadSentences(): Promise<void> {
  return (loading ??= import('./failure-catalogue.js')
    .then(
      ({ FAILURES }) => addEnglish(FAILURES),
      () => (loading = undefined),
    )
    .then(() => void (settled = true)));
}

/** True once a failure can be told of as well as that is possible. */
export const hasSentences = (): boolean => settled;

/**
 * A {@link Translate} over some catalogues, the earliest that knows a key winning, English last. A language loaded
 * on demand is one more catalogue here.
 */
export function translator(...catalogues: readonly (Messages | undefined)[]): Translate {
  return (key, params = {}) => {
    const text = catalogues.find((catalogue) => catalogue?.[key] !== undefined)?.[key] ?? english[key] ?? ENGLISH.failed;
    return fillIn(text, params);
  };
}

/** English, as it is. */
export const translate: Translate = translator();

/** The sentence of a failure for a person; `subject` replaces the error's own, e.g. a name instead of a peer id. */
export function errorSentence(error: CallError, text: Translate, subject = error.subject): string {
  const sentence = text(error.code, {
    device: text(error.device ?? 'microphone-and-camera'),
    subject: subject || text('somebody'),
  });
  return error.trouble ? `${sentence} ${text(error.trouble)}` : sentence;
}
