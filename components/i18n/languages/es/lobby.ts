import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': 'Micrófono',
  'device-camera': 'Cámara',
  'device-speaker': 'Altavoz',
  'device-default': 'Según el sistema',
  'device-level': 'Nivel del micrófono',
  'device-blur': 'Desenfocar mi fondo',
  'lobby-settings': 'Más ajustes',
  'allow-chromium': 'Elige el icono a la izquierda de la barra de direcciones y activa {device}.',
  'allow-android': 'Toca el icono a la izquierda de la barra de direcciones, luego Permisos, y permite {device}.',
  'allow-firefox': 'Elige el icono tachado en la barra de direcciones y quita «Bloqueado» para {device}.',
  'allow-safari': 'En la barra de menús elige Safari, luego Ajustes de este sitio web, y permite {device}.',
  'allow-ios': 'Toca el icono de página junto a la dirección, luego Ajustes del sitio web, y permite {device}.',
  'allow-other': 'Abre los ajustes de este sitio en tu navegador y permite {device}.',
  'allow-goes-on': 'Después seguirá automáticamente.',
};
