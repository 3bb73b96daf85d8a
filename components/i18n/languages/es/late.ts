import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': 'Volver a unirse',
  over: 'La llamada ha terminado',
  ended: 'La llamada ha terminado para todos.',
  first: 'Aún no hay nadie más aquí',
  'first-hint': 'Los demás aparecerán cuando se unan.',
  hear: 'Toca para oír',
  dismiss: 'Cerrar',
};
