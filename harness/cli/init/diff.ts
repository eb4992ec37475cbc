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

/** Changes with the lines around them, and their first line in both texts. */
interface Hunk {
  readonly oldLine: number;
  readonly newLine: number;
  readonly lines: Line[];
}

/** Groups changes with the lines around them. */
function hunksOf(lines: readonly Line[]): readonly string[] {
  const changed = lines.flatMap(({sign}, index) => (sign === ' ' ? [] : [index]));
  const shown = new Set(
    changed.flatMap((index) => Array.from({length: 2 * AROUND + 1}, (_, offset) => index - AROUND + offset)),
  );

  const hunks: string[] = [];
  let [oldLine, newLine] = [1, 1];
  let hunk: Hunk | null = null;
  const close = (): void => {
    if (hunk !== null) hunks.push(...hunkLines(hunk));
    hunk = null;
  };

  lines.forEach((line, index) => {
    if (shown.has(index)) {
      hunk ??= {oldLine, newLine, lines: []};
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

function hunkLines({oldLine, newLine, lines}: Hunk): readonly string[] {
  const old = range(oldLine, lines.filter(({sign}) => sign !== '+').length);
  const next = range(newLine, lines.filter(({sign}) => sign !== '-').length);
  return [`@@ -${old} +${next} @@`, ...lines.map(({sign, text}) => `${sign}${text}`)];
}

/** Writes the first line and the number of lines. A range without lines names the line before it. */
function range(line: number, count: number): string {
  return `${String(count === 0 ? line - 1 : line)},${String(count)}`;
}
