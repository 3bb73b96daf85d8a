import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': 'Bildschirm teilen',
  'control-screen-stop': 'Bildschirm nicht mehr teilen',
  'control-chat': 'Chat',
  'control-chat-unread': 'Chat, {count} ungelesen',
  'control-people': 'Personen',
  'control-people-count': 'Personen, {count} im Anruf',
  'control-settings': 'Einstellungen',
  'control-more': 'Mehr',
  'control-more-news': 'Mehr: {news}',
  'control-grid': 'Alle gleich groß',
  'control-spotlight': 'Wer spricht, ist groß',
  'control-floating': 'Ihr Bild schwebt',
  'panel-chat': 'Chat',
  'panel-people': 'Personen',
  'panel-settings': 'Einstellungen',
  'panel-close': 'Schließen',
};
