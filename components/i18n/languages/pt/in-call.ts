import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': 'conexão excelente',
  'quality-good': 'boa conexão',
  'quality-poor': 'conexão ruim',
  'quality-lost': 'sem conexão',
  'peer-silent': 'Sem resposta. A página pode estar suspensa ou offline.',
  'peer-blocked': 'A rede da pessoa parece bloquear chamadas.',
  'network-blocked': 'Sua rede parece bloquear chamadas. Tente outra.',
  'no-path': 'Ainda sem conexão. Uma rede pode estar bloqueando chamadas.',
  'no-relay': 'As redes bloqueiam chamadas diretas, e este site não tem relay.',
  'relay-missing': 'Só um relay é permitido, e este site não tem nenhum.',
  'relay-silent': 'O relay deste site não responde. Tente outra rede.',
  'relay-refused': 'O relay deste site recusou você. Recarregue a página.',
  'said-own-poor': 'Sua conexão está ruim. Talvez os outros não vejam nem ouçam você bem.',
  'said-poor': 'A conexão com {name} está ruim',
  'said-lost': 'A conexão com {name} foi interrompida',
};
