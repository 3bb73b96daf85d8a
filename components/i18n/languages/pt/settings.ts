import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': 'Não há nenhuma chamada para configurar aqui.',
  'settings-picture': 'Sua imagem',
  'settings-camera-off': 'Sua câmera está desligada',
  'settings-resolution': 'Tamanho da minha imagem',
  'settings-resolution-auto': 'Automático',
  'settings-resolution-360p': 'Pequeno (360p)',
  'settings-resolution-720p': 'Grande (720p)',
  'settings-resolution-1080p': 'Full HD (1080p)',
  'settings-resolution-hint': 'Menos é enviado quando a rede está fraca ou você aparece pequeno na tela.',
  'settings-mirror': 'Espelhar minha imagem',
  'settings-mirror-hint': 'Só aqui. Os outros veem você sem espelhamento.',
  'settings-sound': 'Sua voz',
  'settings-noise': 'Reduzir ruído de fundo',
  'settings-muted': 'Seu microfone está silenciado.',
  'settings-no-microphone': 'Nenhum microfone está em uso.',
  'settings-speaker': 'O que você ouve',
  'settings-system-speaker': 'A chamada toca no alto-falante do sistema. Você pode escolher outro nas configurações do sistema.',
  'settings-test': 'Testar alto-falante',
  'settings-testing': 'Tocando…',
  'settings-test-failed': 'Não foi possível tocar nenhum som ali. Escolha outro alto-falante ou verifique o som do sistema.',
  'settings-no-devices': 'Os dispositivos aparecem aqui quando estão conectados e permitidos.',
  'settings-away': 'O dispositivo escolhido não está conectado. Ele volta a ser usado assim que estiver.',
};
