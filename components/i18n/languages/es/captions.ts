import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': 'Subtítulos',
  'control-caption-me': 'Subtitular lo que digo',
  captions: 'Subtítulos',
  'captions-none': 'Los subtítulos de los demás aparecerán aquí en cuanto sus navegadores los generen.',
  'captions-asked': 'A {name} le gustaría leer lo que dices.',
  'captions-notice': 'Tu navegador genera los subtítulos y puede enviar tu voz a los servidores de su fabricante.',
  'captions-agree': 'Subtitular lo que digo',
  'captions-decline': 'Ahora no',
  'said-captions-own-on': 'Lo que dices se está subtitulando',
  'said-captions-own-off': 'Lo que dices ya no se subtitula',
};
