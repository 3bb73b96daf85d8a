import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': 'Legendas',
  'control-caption-me': 'Legendar o que eu falo',
  captions: 'Legendas',
  'captions-none': 'As legendas dos outros aparecem aqui assim que os navegadores deles as gerarem.',
  'captions-asked': '{name} gostaria de ler o que você fala.',
  'captions-notice': 'Seu navegador gera as legendas e pode enviar sua voz aos servidores do fabricante dele.',
  'captions-agree': 'Legendar o que eu falo',
  'captions-decline': 'Agora não',
  'said-captions-own-on': 'O que você fala está sendo legendado',
  'said-captions-own-off': 'O que você fala não está mais sendo legendado',
};
