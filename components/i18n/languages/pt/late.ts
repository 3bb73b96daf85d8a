import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': 'Entrar novamente',
  over: 'A chamada terminou',
  ended: 'A chamada foi encerrada para todos.',
  first: 'Só você está aqui por enquanto',
  'first-hint': 'Os outros aparecem quando entrarem.',
  hear: 'Toque para ouvir',
  dismiss: 'Fechar',
};
