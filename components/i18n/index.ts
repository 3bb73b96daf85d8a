/** The texts that people see. */
export { ENGLISH, type MessageKey, type Messages } from './catalogue.js';
export { errorSentence, translate, translator, type MessageParams, type Translate } from './translate.js';
