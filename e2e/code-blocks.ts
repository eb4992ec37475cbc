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
