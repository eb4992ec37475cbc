import {basename} from 'node:path';
import {manifest} from '../../node/server/manifest.ts';
import type {FoundProject} from './found-project.ts';
import {withMember} from './json-edit.ts';
import type {Layout} from './layout.ts';

/** The packages that tests need besides simhost, in versions that work on every Node that simhost supports. */
export const TEST_PACKAGES: Readonly<Record<string, string>> = {
  '@playwright/test': '^1.65.1',
  msw: '^2.15.0',
};

/** The types that those of Playwright need, for projects with TypeScript. */
export const TYPE_PACKAGES: Readonly<Record<string, string>> = {'@types/node': '^22.20.5'};

/** Lists the packages that the project lacks, with their ranges. */
export function neededPackages({
  packages,
  language,
}: Pick<FoundProject, 'packages' | 'language'>): Readonly<Record<string, string>> {
  const types = language === 'js' ? {} : TYPE_PACKAGES;
  const all = {simhost: `^${manifest().version}`, ...TEST_PACKAGES, ...types};
  const missing = Object.entries(all).filter(([name]) => packages?.packages[name] === undefined);
  return Object.fromEntries(missing);
}

/** Adds packages and scripts to a `package.json`, or writes a new one. Members that exist stay. */
export function withPackages(text: string | null, found: FoundProject, layout: Layout): string {
  const before = text ?? `{\n  "name": ${JSON.stringify(nameOf(found.root))},\n  "private": true\n}\n`;
  const config = layout.isUsualConfig ? '' : ` -c ${layout.config}`;
  const scripts = {'test:simhost': `playwright test${config}`, ...devScript(found)};

  const withScripts = Object.entries(scripts).reduce(
    (edited, [name, script]) => withMember(edited, 'scripts', name, script),
    before,
  );
  return Object.entries(neededPackages(found)).reduce(
    (edited, [name, range]) => withMember(edited, 'devDependencies', name, range),
    withScripts,
  );
}

/** The script that shows the embedded app, else the first extension or Mini live. */
function devScript({parts}: FoundProject): Readonly<Record<string, string>> {
  if (parts.some(({kind}) => kind === 'app')) return {'dev:simhost': 'simhost dev'};
  const part = parts.find(({kind}) => kind === 'extension' || kind === 'mini');
  if (part === undefined) return {};
  const target =
    part.kind === 'extension' && part.targets[0]?.needsTarget === true
      ? ` --target ${part.targets[0].target}`
      : '';
  return {'dev:simhost': `simhost dev ${quoted(part.folder)}${target}`};
}

function quoted(path: string): string {
  return /^[\w@./-]+$/.test(path) ? path : `"${path}"`;
}

/** A name that package managers accept. */
function nameOf(root: string): string {
  return (
    basename(root)
      .toLowerCase()
      .replaceAll(/[^a-z\d-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'app'
  );
}
