import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': 'Partager votre écran',
  'control-screen-stop': 'Arrêter de partager votre écran',
  'control-chat': 'Discussion',
  'control-chat-unread': 'Discussion, {count} non lus',
  'control-people': 'Participants',
  'control-people-count': 'Participants, {count} dans l’appel',
  'control-settings': 'Réglages',
  'control-more': 'Plus',
  'control-more-news': 'Plus : {news}',
  'control-grid': 'Tous de la même taille',
  'control-spotlight': 'La personne qui parle en grand',
  'control-floating': 'Votre image flottante',
  'panel-chat': 'Discussion',
  'panel-people': 'Participants',
  'panel-settings': 'Réglages',
  'panel-close': 'Fermer',
};
