import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

/** A group of pages in the sidebar. */
export interface Group {
  text: string;
  collapsed?: boolean;
  items: {text: string; link: string}[];
}

/** The groups, each with its pages in `docs/`. */
const GROUPS = {
  'First steps': ['get-started', 'testing', 'troubleshooting', 'coming-from'],
  'More for tests': ['fixtures', 'clock', 'backends', 'other-languages', 'recipes', 'graphql', 'tokens'],
  'Other projects': [
    'embedded-apps',
    'admin-api',
    'app-bridge',
    'admin-extensions',
    'polaris',
    'minis',
    'vtex',
    'browser',
  ],
  Commands: ['dev', 'audit', 'serve'],
  Reference: ['cases', 'errors', 'verdicts', 'limits', 'assumptions'],
};

/** Names that are shorter than the heading of the page. */
const SHORT: Readonly<Record<string, string>> = {
  'docs/audit': 'Audit a backend',
  'docs/browser': 'Ordinary pages and Storybook',
};

/** The last group: pages for people who work on simhost. */
const FOR_CONTRIBUTORS = ['CONTRIBUTING', 'docs/architecture', 'docs/decisions/README', 'CHANGELOG'];

/**
 * Makes the sidebar of the pages that exist. A page that no group names is in the group "More", so none is lost.
 *
 * @param root the folder of the repository
 */
export function sidebar(root: string): Group[] {
  const pages = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length));

  const named = new Set([...Object.values(GROUPS).flat(), 'architecture']);
  const groups = Object.entries({...GROUPS, More: pages.filter((page) => !named.has(page))});

  const item = (path: string): Group['items'][number] => ({
    text: SHORT[path] ?? titleOf(root, path),
    link: `/${path.replace(/README$/, '')}`,
  });

  return [
    ...groups
      .map(([text, names]) => ({
        text,
        items: names.filter((name) => pages.includes(name)).map((name) => item(`docs/${name}`)),
      }))
      .filter(({items}) => items.length > 0),
    {text: 'Work on simhost', collapsed: true, items: FOR_CONTRIBUTORS.map(item)},
  ];
}

/** Reads the first heading of a page. */
function titleOf(root: string, path: string): string {
  const heading = /^# (.+)$/m.exec(readFileSync(join(root, `${path}.md`), 'utf8'))?.[1];
  if (heading === undefined) throw new Error(`${path}.md has no heading of the first level.`);
  return heading.replaceAll('`', '');
}
