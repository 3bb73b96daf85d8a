import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': 'Enregistrer l’appel',
  'control-record-stop': 'Arrêter l’enregistrement',
  'recording-mark': 'Enregistrement\u00a0: {names}',
  'said-recording-on': '{name} enregistre cet appel',
  'said-recording-off': '{name} a arrêté l’enregistrement',
  'said-own-recording-on': 'Vous enregistrez cet appel',
  'said-own-recording-off': 'Vous avez arrêté l’enregistrement',
};
