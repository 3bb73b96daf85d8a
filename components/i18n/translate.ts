import type { CallError } from '../call/errors.js';
import { ENGLISH, type MessageKey, type Messages } from './catalogue.js';

/** What stands for each `{placeholder}` of a text. Strangers' words are safe here: the result is only ever text. */
export type MessageParams = Readonly<Record<string, string>>;

/** Finds a text by its key and fills it in. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/**
 * A {@link Translate} over some catalogues, the earliest that knows a key winning, English last. A language loaded
 * on demand is one more catalogue here.
 */
export function translator(...catalogues: readonly (Messages | undefined)[]): Translate {
  return (key, params = {}) => {
    const text = catalogues.find((catalogue) => catalogue?.[key] !== undefined)?.[key] ?? ENGLISH[key];
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => params[name] ?? placeholder);
  };
}

/** English, as it is. */
export const translate: Translate = translator();

/** The sentence of a failure for a person; `subject` replaces the error's own, e.g. a name instead of a peer id. */
export function errorSentence(error: CallError, text: Translate, subject = error.subject): string {
  return text(error.code, {
    device: text(error.device ?? 'microphone-and-camera'),
    subject: subject || text('somebody'),
  });
}
