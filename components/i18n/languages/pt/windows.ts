import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': 'Atalhos de teclado',
  'panel-shortcuts': 'Atalhos de teclado',
  'control-full-screen': 'Tela cheia',
  'control-picture-in-picture': 'Modo picture-in-picture',
  'said-window': 'A chamada está agora em uma janela pequena',
  'window-title': 'Chamada',
  'window-back': 'Voltar à guia',
  'shortcuts-on': 'Usar estas teclas',
  'shortcuts-hint': 'Funcionam enquanto a chamada tem o foco: clique antes em qualquer parte dela.',
  'shortcut-microphone': 'Silenciar ou ativar o microfone',
  'shortcut-talk': 'Falar enquanto mantém pressionada, se estiver sem som',
  'shortcut-camera': 'Ligar ou desligar a câmera',
  'shortcut-screen': 'Compartilhar a tela ou parar',
  'shortcut-hand': 'Levantar ou abaixar a mão',
  'shortcut-chat': 'Abrir ou fechar o chat',
  'shortcut-people': 'Abrir ou fechar a lista de pessoas',
  'shortcut-settings': 'Abrir as configurações',
  'shortcut-full-screen': 'Ativar ou sair da tela cheia',
  'shortcut-window': 'Mostrar a chamada em uma janela pequena',
  'shortcut-list': 'Mostrar esta lista',
  'shortcut-close': 'Fechar o que estiver aberto',
  'key-space': 'Espaço',
  'key-escape': 'Esc',
};
