import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': 'Mikrofon',
  'device-camera': 'Kamera',
  'device-speaker': 'Lautsprecher',
  'device-default': 'Wie das System vorgibt',
  'device-level': 'Mikrofonpegel',
  'device-blur': 'Hintergrund weichzeichnen',
  'lobby-settings': 'Weitere Einstellungen',
  'allow-chromium': 'Zum Erlauben das Symbol links in der Adresszeile wählen und einschalten: {device}.',
  'allow-android': 'Das Symbol links in der Adresszeile antippen, dann „Berechtigungen“, und erlauben: {device}.',
  'allow-firefox': 'Das durchgestrichene Symbol in der Adresszeile wählen und „Blockiert“ aufheben für: {device}.',
  'allow-safari': 'In der Menüleiste „Safari“ wählen, dann „Einstellungen für diese Website“, und erlauben: {device}.',
  'allow-ios': 'Das Seitensymbol neben der Adresse antippen, dann „Website-Einstellungen“, und erlauben: {device}.',
  'allow-other': 'Die Website-Einstellungen des Browsers öffnen und dort erlauben: {device}.',
  'allow-goes-on': 'Danach geht es von selbst weiter.',
};
