import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': 'Grabar la llamada',
  'control-record-stop': 'Detener la grabación',
  'recording-mark': 'Grabando: {names}',
  'said-recording-on': '{name} está grabando esta llamada',
  'said-recording-off': '{name} ha dejado de grabar',
  'said-own-recording-on': 'Estás grabando esta llamada',
  'said-own-recording-off': 'Has dejado de grabar',
};
