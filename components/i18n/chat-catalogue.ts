/** The English texts of the chat. */
export const CHAT_ENGLISH = {
  'chat-messages': 'Messages',
  'chat-empty': 'No messages yet. Say hello!',
  'chat-write': 'Write a message',
  'chat-send': 'Send message',
  'chat-to': 'To',
  'chat-everyone': 'Everyone',
  'chat-new': 'New messages',
  'chat-private-from': 'only to you',
  'chat-private-to': 'only to {name}',
  'chat-retold': 'from before you came',
  'chat-too-long': 'Too long by {count} characters',
  'chat-too-fast': 'That was too fast. Wait a moment, then send again.',
  'chat-gone': 'They can’t be reached right now. Your message was not sent.',
  'chat-no-call': 'You can write once you are in the call.',
} as const;
