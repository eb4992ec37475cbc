import {readFile} from 'node:fs/promises';

/** The fenced code of one language in a Markdown text or in docstrings. */
export function codeBlocks(text: string, language: string): string[] {
  const blocks = text.matchAll(
    new RegExp(`^([ \\t*]*)\`\`\`${language}\\n([\\s\\S]*?)^[ \\t*]*\`\`\``, 'gm'),
  );

  return Array.from(blocks, ([, margin = '', code = '']) =>
    code
      .split('\n')
      .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line.replace(/^[ \t]*\* ?/, '')))
      .join('\n'),
  );
}

/** The blocks of a page that hold tests. */
export async function testsOf(page: string): Promise<string[]> {
  return codeBlocks(await readFile(page, 'utf8'), 'ts').filter((code) => /^test\('/m.test(code));
}
