import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': 'Microfone',
  'device-camera': 'Câmera',
  'device-speaker': 'Alto-falante',
  'device-default': 'Conforme o sistema',
  'device-level': 'Nível do microfone',
  'device-blur': 'Desfocar meu fundo',
  'lobby-settings': 'Mais configurações',
  'allow-chromium': 'Escolha o ícone à esquerda da barra de endereço e ative {device}.',
  'allow-android': 'Toque no ícone à esquerda da barra de endereço, depois em Permissões, e permita {device}.',
  'allow-firefox': 'Escolha o ícone riscado na barra de endereço e remova “Bloqueado” de {device}.',
  'allow-safari': 'Na barra de menus, escolha Safari, depois Ajustes para este site, e permita {device}.',
  'allow-ios': 'Toque no ícone de página ao lado do endereço, depois em Ajustes do Site, e permita {device}.',
  'allow-other': 'Abra as configurações deste site no navegador e permita {device}.',
  'allow-goes-on': 'Depois disso, tudo continua sozinho.',
};
