import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': 'Épingler {name}',
  'stage-pinned': '{name} : vignette épinglée',
  'stage-unpinned': '{name} : vignette non épinglée',
  'stage-pages': 'Pages de participants',
  'stage-previous': 'Page précédente',
  'stage-next': 'Page suivante',
  'stage-page': 'Page {page} sur {pages}',
  'stage-move': 'Déplacer votre image dans un autre coin',
  'stage-top-left': 'Votre image est en haut à gauche',
  'stage-top-right': 'Votre image est en haut à droite',
  'stage-bottom-left': 'Votre image est en bas à gauche',
  'stage-bottom-right': 'Votre image est en bas à droite',
};
