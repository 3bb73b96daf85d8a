import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': 'Atajos de teclado',
  'panel-shortcuts': 'Atajos de teclado',
  'control-full-screen': 'Pantalla completa',
  'control-picture-in-picture': 'Imagen en imagen',
  'said-window': 'La llamada está ahora en una ventana pequeña',
  'window-title': 'Llamada',
  'window-back': 'Volver a la pestaña',
  'shortcuts-on': 'Usar estas teclas',
  'shortcuts-hint': 'Funcionan mientras la llamada tiene el foco: haz clic primero en cualquier parte de ella.',
  'shortcut-microphone': 'Silenciar o activar el micrófono',
  'shortcut-talk': 'Hablar mientras la mantienes pulsada, si estás en silencio',
  'shortcut-camera': 'Encender o apagar la cámara',
  'shortcut-screen': 'Compartir la pantalla o dejar de hacerlo',
  'shortcut-hand': 'Levantar o bajar la mano',
  'shortcut-chat': 'Abrir o cerrar el chat',
  'shortcut-people': 'Abrir o cerrar la lista de personas',
  'shortcut-settings': 'Abrir los ajustes',
  'shortcut-full-screen': 'Activar o salir de la pantalla completa',
  'shortcut-window': 'Mostrar la llamada en una ventana pequeña',
  'shortcut-list': 'Mostrar esta lista',
  'shortcut-close': 'Cerrar lo que esté abierto',
  'key-space': 'Espacio',
  'key-escape': 'Esc',
};
