import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': '{name} anheften',
  'stage-pinned': '{name} ist angeheftet',
  'stage-unpinned': '{name} ist nicht mehr angeheftet',
  'stage-pages': 'Seiten mit Personen',
  'stage-previous': 'Vorige Seite',
  'stage-next': 'Nächste Seite',
  'stage-page': 'Seite {page} von {pages}',
  'stage-move': 'Ihr Bild in eine andere Ecke schieben',
  'stage-top-left': 'Ihr Bild ist oben links',
  'stage-top-right': 'Ihr Bild ist oben rechts',
  'stage-bottom-left': 'Ihr Bild ist unten links',
  'stage-bottom-right': 'Ihr Bild ist unten rechts',
};
