import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': 'Fixar {name}',
  'stage-pinned': 'Imagem fixada: {name}',
  'stage-unpinned': 'Imagem não mais fixada: {name}',
  'stage-pages': 'Páginas de pessoas',
  'stage-previous': 'Página anterior',
  'stage-next': 'Próxima página',
  'stage-page': 'Página {page} de {pages}',
  'stage-move': 'Mover sua imagem para outro canto',
  'stage-top-left': 'Sua imagem está no canto superior esquerdo',
  'stage-top-right': 'Sua imagem está no canto superior direito',
  'stage-bottom-left': 'Sua imagem está no canto inferior esquerdo',
  'stage-bottom-right': 'Sua imagem está no canto inferior direito',
};
