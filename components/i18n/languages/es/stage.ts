import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': 'Fijar a {name}',
  'stage-pinned': 'Imagen fijada: {name}',
  'stage-unpinned': 'Imagen ya no fijada: {name}',
  'stage-pages': 'Páginas de personas',
  'stage-previous': 'Página anterior',
  'stage-next': 'Página siguiente',
  'stage-page': 'Página {page} de {pages}',
  'stage-move': 'Mover tu imagen a otra esquina',
  'stage-top-left': 'Tu imagen está arriba a la izquierda',
  'stage-top-right': 'Tu imagen está arriba a la derecha',
  'stage-bottom-left': 'Tu imagen está abajo a la izquierda',
  'stage-bottom-right': 'Tu imagen está abajo a la derecha',
};
