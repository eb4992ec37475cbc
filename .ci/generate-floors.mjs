// Writes the floors of floors.mjs into docs/architecture.md.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {CONSOLE_LAYERS, FLOORS, SERVED} from './floors.mjs';

export const PAGE = join(import.meta.dirname, '../docs/architecture.md');

const BEGIN = '<!-- floors: made by .ci/generate-floors.mjs -->';
const END = '<!-- end of floors -->';

/** The page with the floors of today, the highest one first. */
export function withFloors(page) {
  const [before, rest] = page.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after === undefined) throw new Error(`docs/architecture.md lacks "${BEGIN}" or "${END}".`);

  const floors = FLOORS.map((rooms, index) => `${String(index + 1).padStart(2)}  ${rooms.join('  ')}`);
  const served = Object.entries(SERVED).map(
    ([room, allowed]) => `${room.padEnd(13)} <- ${allowed.join(' ')}`,
  );
  const layers = CONSOLE_LAYERS.map((folders) => folders.join(' ')).join('  <  ');
  const block = ['```text', ...floors.toReversed(), '', ...served, '', `page/console: ${layers}`, '```'].join(
    '\n',
  );
  return `${before}${BEGIN}\n\n${block}\n\n${END}${after}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, withFloors(readFileSync(PAGE, 'utf8')));
