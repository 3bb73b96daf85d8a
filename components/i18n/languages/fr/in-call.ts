import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': 'excellente connexion',
  'quality-good': 'bonne connexion',
  'quality-poor': 'mauvaise connexion',
  'quality-lost': 'aucune connexion',
  'peer-silent': 'Pas de réponse. Sa page est peut-être en veille ou hors ligne.',
  'peer-blocked': 'Son réseau semble bloquer les appels.',
  'network-blocked': 'Votre réseau semble bloquer les appels. Essayez-en un autre.',
  'no-path': 'Pas encore de connexion. Un réseau bloque peut-être les appels.',
  'no-relay': 'Vos réseaux bloquent les appels directs, et ce site n’a pas de relais.',
  'relay-missing': 'Seul un relais est permis, et ce site n’en a pas.',
  'relay-silent': 'Le relais de ce site ne répond pas. Essayez un autre réseau.',
  'relay-refused': 'Le relais de ce site vous refuse. Rechargez la page.',
  'said-own-poor': 'Votre connexion est mauvaise. Les autres risquent de mal vous voir et vous entendre.',
  'said-poor': 'La connexion avec {name} est mauvaise',
  'said-lost': 'La connexion avec {name} est interrompue',
};
