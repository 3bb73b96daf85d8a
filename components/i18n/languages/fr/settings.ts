import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': 'Il n’y a pas d’appel à régler ici.',
  'settings-picture': 'Votre image',
  'settings-camera-off': 'Votre caméra est désactivée',
  'settings-resolution': 'Taille de mon image',
  'settings-resolution-auto': 'Automatique',
  'settings-resolution-360p': 'Petite (360p)',
  'settings-resolution-720p': 'Grande (720p)',
  'settings-resolution-1080p': 'Full HD (1080p)',
  'settings-resolution-hint': 'Moins de données sont envoyées si le réseau est faible ou si votre image est affichée en petit.',
  'settings-mirror': 'Afficher mon image en miroir',
  'settings-mirror-hint': 'Seulement ici. Les autres vous voient à l’endroit.',
  'settings-sound': 'Votre voix',
  'settings-noise': 'Réduire le bruit de fond',
  'settings-muted': 'Votre micro est coupé.',
  'settings-no-microphone': 'Aucun micro n’est utilisé.',
  'settings-speaker': 'Ce que vous entendez',
  'settings-system-speaker':
    'Le son de l’appel passe par le haut-parleur de votre système. Vous pouvez en choisir un autre dans les réglages du système.',
  'settings-test': 'Tester le haut-parleur',
  'settings-testing': 'Lecture…',
  'settings-test-failed': 'Aucun son n’a pu être émis. Choisissez un autre haut-parleur ou vérifiez le son de votre système.',
  'settings-no-devices': 'Les appareils apparaissent ici dès qu’ils sont branchés et autorisés.',
  'settings-away': 'L’appareil choisi n’est pas branché. Il sera de nouveau utilisé dès qu’il le sera.',
};
