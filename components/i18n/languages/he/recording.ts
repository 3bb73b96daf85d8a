import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': 'הקלטת השיחה',
  'control-record-stop': 'הפסקת ההקלטה',
  'recording-mark': 'הקלטה: {names}',
  'said-recording-on': 'השיחה מוקלטת על ידי \u2068{name}\u2069',
  'said-recording-off': 'ההקלטה של \u2068{name}\u2069 הופסקה',
  'said-own-recording-on': 'השיחה מוקלטת אצלך',
  'said-own-recording-off': 'ההקלטה שלך הופסקה',
};
