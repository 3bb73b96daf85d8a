import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': 'conexión excelente',
  'quality-good': 'buena conexión',
  'quality-poor': 'mala conexión',
  'quality-lost': 'sin conexión',
  'peer-silent': 'No responde. Su página puede estar en reposo o sin conexión.',
  'peer-blocked': 'Su red parece bloquear las llamadas.',
  'network-blocked': 'Tu red parece bloquear las llamadas. Prueba con otra.',
  'no-path': 'Aún sin conexión. Puede que una red bloquee las llamadas.',
  'no-relay': 'Las redes bloquean las llamadas directas y este sitio no tiene relé.',
  'relay-missing': 'Solo se permite un relé y este sitio no tiene ninguno.',
  'relay-silent': 'El relé de este sitio no responde. Prueba con otra red.',
  'relay-refused': 'El relé de este sitio te rechaza. Recarga la página.',
  'said-own-poor': 'Tu conexión es mala. Puede que los demás no te vean ni te oigan bien.',
  'said-poor': 'La conexión con {name} es mala',
  'said-lost': 'La conexión con {name} se ha interrumpido',
};
