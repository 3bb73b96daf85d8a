import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': 'Appeler',
  'not-loaded': 'L’appel ne s’est pas chargé. Vérifiez votre réseau, puis réessayez ou rechargez la page.',
};
