/**
 * Runs in the public namespace: the real server, with the flags of its command line, on port 443 or the one given, plus
 * the laboratory's pages. First argument: the folder with `cert.pem`, `key.pem` and `site`; the rest: flags of
 * `call-room serve`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../../signaling/server/http-server.js';
import { createLog } from '../../../signaling/server/log.js';
import { parseCommand } from '../../../signaling/server/options.js';
import { SERVER_ADDRESS } from './network.js';

const [folder = '', ...flags] = process.argv.slice(2);
const command = parseCommand(['serve', ...flags], process.env);
if (command.name !== 'serve') throw new TypeError('only to serve');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
await serve({
  ...command.signaling,
  port: command.port,
  host: SERVER_ADDRESS,
  tls: { cert: read('cert.pem'), key: read('key.pem') },
  folders: [join(folder, 'site')],
  log: createLog(command.logLevel),
});
process.once('disconnect', () => process.exit());
process.send?.('listening');
