import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': 'Ligar',
  'not-loaded': 'A chamada não carregou. Verifique sua rede e tente de novo ou recarregue a página.',
};
