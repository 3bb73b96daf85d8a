import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': 'Anrufen',
  'not-loaded':
    'Der Anruf wurde nicht geladen. Prüfen Sie Ihr Netzwerk, dann versuchen Sie es erneut oder laden Sie die Seite neu.',
};
