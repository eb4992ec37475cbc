import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/**
 * Lists the relative links of Markdown pages that lead to no file, or to no heading or anchor of it.
 *
 * @param root the folder that the pages are in
 * @param pages paths from the root
 */
export async function deadLinks(root: string, pages: readonly string[]): Promise<string[]> {
  const dead: string[] = [];
  for (const page of pages) {
    for (const link of relativeLinks(await readFile(join(root, page), 'utf8'))) {
      const [path = '', fragment] = link.split('#');
      const target = path === '' ? join(root, page) : join(root, dirname(page), path);
      const text = await readFile(target, 'utf8').catch(() => undefined);
      if (text === undefined || (fragment !== undefined && !fragmentsOf(text).includes(fragment)))
        dead.push(`${page}: ${link}`);
    }
  }

  return dead;
}

/** Lists the targets of links and pictures, without those of other sites. */
function relativeLinks(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) =>
    /^[a-z]+:/.test(link) ? [] : [link],
  );
}

/** Lists the fragments of a page: its anchors, and its headings as GitHub and npm link them. */
function fragmentsOf(markdown: string): string[] {
  const anchors = [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...anchors, ...headings];
}
