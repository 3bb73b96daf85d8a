import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': 'Hier gibt es keinen Anruf einzurichten.',
  'settings-picture': 'Ihr Bild',
  'settings-camera-off': 'Ihre Kamera ist aus',
  'settings-resolution': 'Größe meines Bildes',
  'settings-resolution-auto': 'Automatisch',
  'settings-resolution-360p': 'Klein (360p)',
  'settings-resolution-720p': 'Groß (720p)',
  'settings-resolution-1080p': 'Full HD (1080p)',
  'settings-resolution-hint': 'Bei schwachem Netz oder kleiner Darstellung wird weniger gesendet.',
  'settings-mirror': 'Mein Bild spiegeln',
  'settings-mirror-hint': 'Nur hier. Die anderen sehen Sie ungespiegelt.',
  'settings-sound': 'Ihre Stimme',
  'settings-noise': 'Hintergrundgeräusche verringern',
  'settings-muted': 'Sie sind stumm.',
  'settings-no-microphone': 'Es ist kein Mikrofon in Gebrauch.',
  'settings-speaker': 'Was Sie hören',
  'settings-system-speaker':
    'Der Anruf wird über den Lautsprecher Ihres Systems wiedergegeben. Einen anderen wählen Sie in den Systemeinstellungen.',
  'settings-test': 'Lautsprecher testen',
  'settings-testing': 'Wird abgespielt …',
  'settings-test-failed':
    'Dort konnte kein Ton abgespielt werden. Wählen Sie einen anderen Lautsprecher oder prüfen Sie die Toneinstellungen Ihres Systems.',
  'settings-no-devices': 'Geräte erscheinen hier, sobald sie angeschlossen und erlaubt sind.',
  'settings-away': 'Das gewählte Gerät ist nicht angeschlossen. Sobald es wieder da ist, wird es verwendet.',
};
