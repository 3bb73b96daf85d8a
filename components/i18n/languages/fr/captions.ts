import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': 'Sous-titres',
  'control-caption-me': 'Sous-titrer mes paroles',
  captions: 'Sous-titres',
  'captions-none': 'Les sous-titres des autres apparaîtront ici dès que leurs navigateurs en produiront.',
  'captions-asked': '{name} souhaite lire ce que vous dites.',
  'captions-notice': 'Votre navigateur produit les sous-titres et peut envoyer votre voix aux serveurs de son éditeur.',
  'captions-agree': 'Sous-titrer mes paroles',
  'captions-decline': 'Pas maintenant',
  'said-captions-own-on': 'Vos paroles sont sous-titrées',
  'said-captions-own-off': 'Vos paroles ne sont plus sous-titrées',
};
