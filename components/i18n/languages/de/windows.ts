import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': 'Tastenkürzel',
  'panel-shortcuts': 'Tastenkürzel',
  'control-full-screen': 'Vollbild',
  'control-picture-in-picture': 'Bild-im-Bild',
  'said-window': 'Der Anruf ist jetzt in einem kleinen Fenster',
  'window-title': 'Anruf',
  'window-back': 'Zurück zum Tab',
  'shortcuts-on': 'Diese Tasten verwenden',
  'shortcuts-hint': 'Sie wirken, solange der Anruf den Fokus hat: Klicken Sie zuerst irgendwo hinein.',
  'shortcut-microphone': 'Mikrofon stumm- oder einschalten',
  'shortcut-talk': 'Sprechen, solange Sie die Taste halten, wenn Sie stumm sind',
  'shortcut-camera': 'Kamera ein- oder ausschalten',
  'shortcut-screen': 'Bildschirm teilen oder damit aufhören',
  'shortcut-hand': 'Hand heben oder senken',
  'shortcut-chat': 'Chat öffnen oder schließen',
  'shortcut-people': 'Liste der Personen öffnen oder schließen',
  'shortcut-settings': 'Einstellungen öffnen',
  'shortcut-full-screen': 'Vollbild ein- oder ausschalten',
  'shortcut-window': 'Anruf in einem kleinen Fenster zeigen',
  'shortcut-list': 'Diese Liste zeigen',
  'shortcut-close': 'Schließen, was offen ist',
  'key-space': 'Leertaste',
  'key-escape': 'Esc',
};
