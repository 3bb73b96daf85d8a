import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': 'Compartir tu pantalla',
  'control-screen-stop': 'Dejar de compartir tu pantalla',
  'control-chat': 'Chat',
  'control-chat-unread': 'Chat, {count} sin leer',
  'control-people': 'Personas',
  'control-people-count': 'Personas, {count} en la llamada',
  'control-settings': 'Ajustes',
  'control-more': 'Más',
  'control-more-news': 'Más: {news}',
  'control-grid': 'Todos del mismo tamaño',
  'control-spotlight': 'Quien habla, en grande',
  'control-floating': 'Tu imagen, flotante',
  'panel-chat': 'Chat',
  'panel-people': 'Personas',
  'panel-settings': 'Ajustes',
  'panel-close': 'Cerrar',
};
