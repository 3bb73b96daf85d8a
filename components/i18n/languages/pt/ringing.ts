import type { RINGING_ENGLISH } from '../../ringing-catalogue.js';
import type { Translation } from '../translation.js';

export const RINGING: Translation<typeof RINGING_ENGLISH> = {};
