import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': 'Micro',
  'device-camera': 'Caméra',
  'device-speaker': 'Haut-parleur',
  'device-default': 'Selon le système',
  'device-level': 'Niveau du micro',
  'device-blur': 'Flouter mon arrière-plan',
  'lobby-settings': 'Plus de réglages',
  'allow-chromium': 'Choisissez le symbole à gauche de la barre d’adresse, puis activez {device}.',
  'allow-android': 'Touchez le symbole à gauche de la barre d’adresse, puis Autorisations, et autorisez {device}.',
  'allow-firefox': 'Choisissez le symbole barré dans la barre d’adresse et supprimez « Bloqué » pour {device}.',
  'allow-safari': 'Dans la barre des menus, choisissez Safari, puis Réglages pour ce site web, et autorisez {device}.',
  'allow-ios': 'Touchez le symbole de page à côté de l’adresse, puis Réglages du site web, et autorisez {device}.',
  'allow-other': 'Ouvrez les réglages de ce site dans votre navigateur et autorisez {device}.',
  'allow-goes-on': 'La suite se fera automatiquement.',
};
