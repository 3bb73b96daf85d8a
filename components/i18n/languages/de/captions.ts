import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': 'Untertitel',
  'control-caption-me': 'Meine Sprache untertiteln',
  captions: 'Untertitel',
  'captions-none': 'Untertitel der anderen erscheinen hier, sobald deren Browser welche erstellen.',
  'captions-asked': '{name} möchte mitlesen, was Sie sagen.',
  'captions-notice':
    'Ihr Browser erstellt die Untertitel und sendet Ihre Stimme dafür möglicherweise an Server seines Herstellers.',
  'captions-agree': 'Untertiteln',
  'captions-decline': 'Jetzt nicht',
  'said-captions-own-on': 'Was Sie sagen, wird untertitelt',
  'said-captions-own-off': 'Was Sie sagen, wird nicht mehr untertitelt',
};
