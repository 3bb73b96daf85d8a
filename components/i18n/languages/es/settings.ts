import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': 'Aquí no hay ninguna llamada que configurar.',
  'settings-picture': 'Tu imagen',
  'settings-camera-off': 'Tu cámara está apagada',
  'settings-resolution': 'Tamaño de mi imagen',
  'settings-resolution-auto': 'Automático',
  'settings-resolution-360p': 'Pequeño (360p)',
  'settings-resolution-720p': 'Grande (720p)',
  'settings-resolution-1080p': 'Full HD (1080p)',
  'settings-resolution-hint': 'Se envía menos si la red es débil o se te muestra en pequeño.',
  'settings-mirror': 'Ver mi imagen como en un espejo',
  'settings-mirror-hint': 'Solo aquí. Los demás te ven tal como eres.',
  'settings-sound': 'Tu voz',
  'settings-noise': 'Reducir el ruido de fondo',
  'settings-muted': 'Tu micrófono está silenciado.',
  'settings-no-microphone': 'No hay ningún micrófono en uso.',
  'settings-speaker': 'Lo que oyes',
  'settings-system-speaker': 'La llamada suena por el altavoz del sistema. Puedes elegir otro en los ajustes del sistema.',
  'settings-test': 'Probar el altavoz',
  'settings-testing': 'Reproduciendo…',
  'settings-test-failed': 'No se pudo reproducir ningún sonido. Elige otro altavoz o revisa el sonido del sistema.',
  'settings-no-devices': 'Los dispositivos aparecen aquí cuando están conectados y permitidos.',
  'settings-away': 'El dispositivo elegido no está conectado. Se volverá a usar en cuanto lo esté.',
};
