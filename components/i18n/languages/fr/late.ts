import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': 'Rejoindre à nouveau',
  over: 'L’appel est terminé',
  ended: 'L’appel a été terminé pour tout le monde.',
  first: 'Il n’y a encore que vous ici',
  'first-hint': 'Les autres apparaîtront en arrivant.',
  hear: 'Activer le son',
  dismiss: 'Fermer',
};
