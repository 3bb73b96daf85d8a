import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': 'ausgezeichnete Verbindung',
  'quality-good': 'gute Verbindung',
  'quality-poor': 'schlechte Verbindung',
  'quality-lost': 'keine Verbindung',
  'peer-silent': 'Keine Antwort. Die Seite dort ist vielleicht im Ruhezustand oder offline.',
  'peer-blocked': 'Das Netzwerk dort scheint Anrufe zu blockieren.',
  'network-blocked': 'Ihr Netzwerk scheint Anrufe zu blockieren. Versuchen Sie ein anderes.',
  'no-path': 'Noch keine Verbindung. Vielleicht blockiert ein Netzwerk Anrufe.',
  'no-relay': 'Die Netzwerke blockieren direkte Anrufe, und diese Website hat kein Relay.',
  'relay-missing': 'Nur ein Relay ist erlaubt, und diese Website hat keines.',
  'relay-silent': 'Das Relay dieser Website antwortet nicht. Versuchen Sie ein anderes Netzwerk.',
  'relay-refused': 'Das Relay dieser Website lehnt Sie ab. Laden Sie die Seite neu.',
  'said-own-poor': 'Ihre Verbindung ist schlecht. Die anderen sehen und hören Sie vielleicht nicht gut.',
  'said-poor': 'Die Verbindung zu {name} ist schlecht',
  'said-lost': 'Die Verbindung zu {name} ist unterbrochen',
};
