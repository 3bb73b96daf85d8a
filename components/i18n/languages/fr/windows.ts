import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': 'Raccourcis clavier',
  'panel-shortcuts': 'Raccourcis clavier',
  'control-full-screen': 'Plein écran',
  'control-picture-in-picture': 'Image dans l’image',
  'said-window': 'L’appel est maintenant dans une petite fenêtre',
  'window-title': 'Appel',
  'window-back': 'Revenir à l’onglet',
  'shortcuts-on': 'Utiliser ces touches',
  'shortcuts-hint': 'Ils agissent quand l’appel a le focus : cliquez d’abord n’importe où dedans.',
  'shortcut-microphone': 'Couper ou réactiver le micro',
  'shortcut-talk': 'Parler tant que vous la maintenez, si votre micro est coupé',
  'shortcut-camera': 'Activer ou désactiver la caméra',
  'shortcut-screen': 'Partager votre écran ou arrêter le partage',
  'shortcut-hand': 'Lever ou baisser la main',
  'shortcut-chat': 'Ouvrir ou fermer la discussion',
  'shortcut-people': 'Ouvrir ou fermer la liste des participants',
  'shortcut-settings': 'Ouvrir les réglages',
  'shortcut-full-screen': 'Activer ou quitter le plein écran',
  'shortcut-window': 'Afficher l’appel dans une petite fenêtre',
  'shortcut-list': 'Afficher cette liste',
  'shortcut-close': 'Fermer ce qui est ouvert',
  'key-space': 'Espace',
  'key-escape': 'Échap',
};
