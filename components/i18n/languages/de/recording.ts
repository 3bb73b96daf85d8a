import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': 'Anruf aufzeichnen',
  'control-record-stop': 'Aufzeichnung beenden',
  'recording-mark': 'Aufzeichnung: {names}',
  'said-recording-on': '{name} zeichnet diesen Anruf auf',
  'said-recording-off': '{name} hat die Aufzeichnung beendet',
  'said-own-recording-on': 'Sie zeichnen diesen Anruf auf',
  'said-own-recording-off': 'Sie haben die Aufzeichnung beendet',
};
