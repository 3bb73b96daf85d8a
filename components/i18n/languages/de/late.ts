import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': 'Erneut teilnehmen',
  over: 'Der Anruf ist beendet',
  ended: 'Der Anruf wurde für alle beendet.',
  first: 'Sie sind zuerst da',
  'first-hint': 'Andere erscheinen hier, sobald sie teilnehmen.',
  hear: 'Ton einschalten',
  dismiss: 'Schließen',
};
