import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': 'Compartilhar sua tela',
  'control-screen-stop': 'Parar de compartilhar sua tela',
  'control-chat': 'Chat',
  'control-chat-unread': 'Chat, {count} não lidas',
  'control-people': 'Pessoas',
  'control-people-count': 'Pessoas, {count} na chamada',
  'control-settings': 'Configurações',
  'control-more': 'Mais',
  'control-more-news': 'Mais: {news}',
  'control-grid': 'Todos do mesmo tamanho',
  'control-spotlight': 'Quem fala fica maior',
  'control-floating': 'Sua imagem flutuante',
  'panel-chat': 'Chat',
  'panel-people': 'Pessoas',
  'panel-settings': 'Configurações',
  'panel-close': 'Fechar',
};
