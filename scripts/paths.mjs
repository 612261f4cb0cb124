import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { realpathSync } from 'node:fs';

/** The project's folder, and paths in it: the scripts work from whatever folder they are called in. */
export const root = fileURLToPath(new URL('..', import.meta.url));
export const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Whether a script was started, rather than imported by another. */
export const isMain = ({ url }) => !!argv[1] && realpathSync(argv[1]) === fileURLToPath(url);
