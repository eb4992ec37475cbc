import {relative} from 'node:path';
import type {Message} from 'esbuild';
import type {Notice} from '../../notices.ts';
import {displayLocation} from './build-error.ts';
import type {Environment} from './environment.ts';
import {packageOf} from './packages.ts';
import {displayPath} from './display-path.ts';
import {reexportNotices} from './reexport-notices.ts';
import type {Script} from './script.ts';
import type {SourceReader} from './source-reader.ts';

/** Lists the probable mistakes in the sources of a script that Shopify's CLI accepts. */
export async function buildNotices(
  dir: string,
  script: Script,
  environment: Environment,
  reader: SourceReader,
  warnings: readonly Message[],
): Promise<readonly Notice[]> {
  return [
    ...warnings.map((warning) => warningNotice(dir, warning)),
    ...reactNotices(dir, script, reader),
    ...appUrlNotices(environment, reader),
    ...(await reexportNotices(reader.paths())),
  ];
}

/** Makes a notice of a warning of esbuild. The CLI prints it and continues. */
function warningNotice(dir: string, {text, location}: Message): Notice {
  return {
    code: 'build-warning',
    message: `${displayLocation(dir, location)}: ${text.replace(/\.$/, '')}.`,
    next:
      `Shopify's CLI prints this and builds. Look at this line: ` +
      `${JSON.stringify(location?.lineText.trim() ?? '')}.`,
  };
}

function reactNotices(dir: string, {registers}: Script, reader: SourceReader): readonly Notice[] {
  if (registers === 'modules') return [];
  const react = reader.paths().find((path) => packageOf(path)?.name === 'react');
  if (react === undefined) return [];

  return [
    {
      code: 'react-not-supported',
      message:
        `${displayPath(dir)} bundles React (${relative(dir, react)}), and 2025-07 is the last API ` +
        'version that runs React.',
      next: 'Move to Preact and set "jsxImportSource": "preact" in tsconfig.json, or use api_version = "2025-07".',
    },
  ];
}

function appUrlNotices({isAppUrlOfToml}: Environment, reader: SourceReader): readonly Notice[] {
  const [path] = isAppUrlOfToml ? reader.ownReadersOf('APP_URL') : [];
  if (path === undefined) return [];
  return [
    {
      code: 'variable-of-dev',
      message:
        `${displayPath(path)} reads process.env.APP_URL, which Shopify's CLI sets in "shopify app dev" ` +
        'and not in "shopify app deploy".',
      next: "Add APP_URL to the app's .env, or the deployed extension fails here.",
    },
  ];
}
