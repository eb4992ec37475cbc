import {win32} from 'node:path';

/** The language that a backend's command runs, as far as the command shows it. */
export type Language = 'node' | 'python' | 'ruby' | 'php' | 'go' | 'other';

const PROGRAMS: readonly (readonly [language: Language, programs: RegExp])[] = [
  [
    'node',
    /^(?:node(?:js)?|npm|npx|pnpm|yarn|bun|bunx|deno|tsx|ts-node|nodemon|vite|next|nest|remix|remix-serve|react-router|react-router-serve)$/,
  ],
  ['python', /^(?:python[\d.]*|uvicorn|gunicorn|hypercorn|flask|django-admin|poetry|pipenv|uv)$/],
  ['ruby', /^(?:ruby|bundle|rails|rackup|puma|rake)$/],
  ['php', /^(?:php[\d.]*|composer|symfony)$/],
  ['go', /^(?:go|air)$/],
];

const FILES: readonly (readonly [language: Language, file: RegExp])[] = [
  ['node', /\.[cm]?[jt]s$/],
  ['python', /\.py$/],
  ['ruby', /\.rb$/],
  ['php', /\.php$/],
  ['go', /\.go$/],
];

/** Reads the language from the first word of a command that names a program or a source file of one. */
export function languageOf(command: string): Language {
  const words = command.split(/[\s;&|()"']+/).filter((word) => word !== '' && !/^\w+=/.test(word));
  for (const word of words) {
    // Both separators, and the endings that Windows gives programs.
    const name = win32.basename(word).replace(/\.(?:exe|cmd|bat|ps1)$/i, '');
    const found = [...PROGRAMS, ...FILES].find(([, pattern]) => pattern.test(name));
    if (found !== undefined) return found[0];
  }

  return 'other';
}
