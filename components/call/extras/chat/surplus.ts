import type { ChatMessage } from './chat-message.js';

/**
 * What is to go so that no more than `most` are left: the oldest of whoever has written most, one after another. So a flood pushes out
 * its own words, and neither those of others nor the files that hang on them. What is retold counts as of one author: whose words
 * these were is a claim.
 * @param messages oldest first
 */
export function surplusOf(messages: readonly ChatMessage[], most: number): ChatMessage[] {
  const byAuthor = new Map<string, ChatMessage[]>();
  for (const message of messages) {
    const author = message.retold ? '' : message.author;
    const theirs = byAuthor.get(author);
    if (theirs) theirs.push(message);
    else byAuthor.set(author, [message]);
  }
  const gone: ChatMessage[] = [];
  while (messages.length - gone.length > most) {
    const [longest = []] = [...byAuthor.values()].sort((one, other) => other.length - one.length);
    gone.push(...longest.splice(0, 1));
  }
  return gone;
}
