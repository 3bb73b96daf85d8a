// Forgets everything that a build made, so that nothing of a deleted source file is published.
import { rmSync } from 'node:fs';

for (const path of ['dist', '.cache', 'custom-elements.json']) rmSync(path, { recursive: true, force: true });
