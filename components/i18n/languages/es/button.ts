import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': 'Llamar',
  'not-loaded': 'La llamada no se ha cargado. Comprueba tu red y vuelve a intentarlo o recarga la página.',
};
