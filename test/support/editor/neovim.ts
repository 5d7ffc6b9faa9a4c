import fs from 'node:fs';
import path from 'node:path';

export const neovimMissing =
  'Neovim is missing, and a test uses Masthead with it. Install it (Debian: apt-get install -y neovim) or name it in NVIM_PATH.';

/** Neovim on PATH, or where `NVIM_PATH` says. `undefined`: none there. */
export function findNeovim(): string | undefined {
  const { NVIM_PATH, PATH = '' } = process.env;
  if (NVIM_PATH) return fs.existsSync(NVIM_PATH) ? NVIM_PATH : undefined;
  return PATH.split(path.delimiter)
    .filter(Boolean)
    .map(folder => path.join(folder, 'nvim'))
    .find(file => fs.existsSync(file));
}
