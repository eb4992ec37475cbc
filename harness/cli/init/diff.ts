import type {PlannedFile} from './plan.ts';

/** Lines around a change. */
const AROUND = 3;

/** Writes a planned file as a unified diff. init only adds lines, or replaces the line before them. */
export function diffOf({path, before, after}: PlannedFile): string {
  const old = linesOf(before ?? '');
  const next = linesOf(after);
  const head = [before === null ? '--- /dev/null' : `--- a/${path}`, `+++ b/${path}`];
  const changes = changesOf(old, next);

  return [...head, ...hunksOf(changes)].join('\n');
}

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** Walks both texts: a line that the next text has again stays, all others are taken out or added. */
function changesOf(old: readonly string[], next: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;

  for (const text of old) {
    const found = next.indexOf(text, at);
    if (found === -1) {
      lines.push({sign: '-', text});
      continue;
    }
    lines.push(...next.slice(at, found).map((added): Line => ({sign: '+', text: added})), {sign: ' ', text});
    at = found + 1;
  }

  return [...lines, ...next.slice(at).map((text): Line => ({sign: '+', text}))];
}

/** Groups changes with the lines around them. */
function hunksOf(lines: readonly Line[]): readonly string[] {
  const changed = lines.flatMap(({sign}, index) => (sign === ' ' ? [] : [index]));
  const shown = new Set(
    changed.flatMap((index) => Array.from({length: 2 * AROUND + 1}, (_, offset) => index - AROUND + offset)),
  );

  const hunks: string[] = [];
  let [oldLine, newLine] = [1, 1];
  let hunk: {start: string; lines: Line[]} | null = null;
  const close = (): void => {
    if (hunk !== null)
      hunks.push(`@@ ${hunk.start} @@`, ...hunk.lines.map(({sign, text}) => `${sign}${text}`));
    hunk = null;
  };

  lines.forEach((line, index) => {
    if (shown.has(index)) {
      hunk ??= {start: `-${String(oldLine)} +${String(newLine)}`, lines: []};
      hunk.lines.push(line);
    } else {
      close();
    }
    if (line.sign !== '+') oldLine += 1;
    if (line.sign !== '-') newLine += 1;
  });

  close();
  return hunks;
}
