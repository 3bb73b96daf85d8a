import type { MessageKey } from '../../../i18n/catalogue.js';

/** What a key does, as the list of shortcuts tells it. */
export interface Shortcut {
  /** The character that the key writes, in lower case: so it is the key that bears that letter, on any keyboard. */
  readonly key: string;
  /** How the key is called where its character says nothing. */
  readonly keyName?: MessageKey;
  readonly label: MessageKey;
  /** The control that does the same, as in the attribute `controls`; it names the key to screen readers. */
  readonly control?: string;
  /** Undefined for what is done elsewhere. */
  readonly run?: () => void;
}
