import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': 'Gravar a chamada',
  'control-record-stop': 'Parar a gravação',
  'recording-mark': 'Gravando: {names}',
  'said-recording-on': '{name} está gravando esta chamada',
  'said-recording-off': '{name} parou de gravar',
  'said-own-recording-on': 'Você está gravando esta chamada',
  'said-own-recording-off': 'Você parou de gravar',
};
