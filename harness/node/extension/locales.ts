import {isUtf8} from 'node:buffer';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {SimhostError} from '../../errors.ts';
import type {Translations} from '../../wire/control.ts';
import {jsonErrorOffset} from './json-position.ts';
import {displayPath, positionAt} from './display-path.ts';

export const LOCALES_FOLDER = 'locales';

const FILE_NAME = /^(?<locale>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(?<isDefault>\.default)?\.json$/;

/** Reads the locale files of an extension: `locales/en.default.json`, `locales/fr.json`, `locales/pt-BR.json`. */
export async function readTranslations(dir: string): Promise<Translations> {
  const folder = join(dir, LOCALES_FOLDER);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();
  const files = await Promise.all(names.map((name) => readLocale(folder, name)));
  const defaults = files.filter(({isDefault}) => isDefault);
  const [first] = files;

  if (first !== undefined && defaults.length === 0) {
    throw new SimhostError(
      'ERR_BAD_LOCALE_FILE',
      `${displayPath(folder)} has no default locale. Shopify's CLI fails with "Missing default language".`,
      {
        next: `Rename one of its files, for example ${first.name} to ${first.locale}.default.json.`,
      },
    );
  }

  if (defaults.length > 1) {
    throw new SimhostError(
      'ERR_BAD_LOCALE_FILE',
      `${displayPath(folder)} has ${defaults.length} default locales: ${defaults.map(({name}) => name).join(', ')}.`,
      {
        next: 'Leave ".default" in the name of one.',
      },
    );
  }

  return {
    defaultLocale: defaults[0]?.locale ?? null,
    byLocale: Object.fromEntries(files.map(({locale, messages}) => [locale, messages])),
  };
}

interface Locale {
  readonly name: string;
  readonly locale: string;
  readonly isDefault: boolean;
  readonly messages: Readonly<Record<string, unknown>>;
}

async function readLocale(folder: string, name: string): Promise<Locale> {
  const path = join(folder, name);
  const {locale, isDefault} = FILE_NAME.exec(name)?.groups ?? {};

  if (locale === undefined) {
    throw new SimhostError('ERR_BAD_LOCALE_FILE', `${displayPath(path)} is not named after a locale.`, {
      next: 'Name it like "fr.json" or "pt-BR.json", and the default like "en.default.json".',
    });
  }

  const content = await readFile(path);
  if (content.length === 0) {
    throw new SimhostError('ERR_BAD_LOCALE_FILE', `${displayPath(path)} is empty.`, {
      next: 'Write {"key": "text"}, or delete the file.',
    });
  }

  if (!isUtf8(content)) {
    throw new SimhostError('ERR_BAD_LOCALE_FILE', `${displayPath(path)} is not UTF-8.`, {
      next: 'Save it in the encoding UTF-8.',
    });
  }

  return {
    name,
    locale,
    isDefault: isDefault !== undefined,
    messages: parseMessages(path, content.toString('utf8')),
  };
}

function parseMessages(path: string, text: string): Readonly<Record<string, unknown>> {
  const json = text.replace(/^\uFEFF/, ' ');
  let value: unknown;

  try {
    value = JSON.parse(json);
  } catch (cause) {
    const position = positionAt(json, jsonErrorOffset(json));
    const line = json.split('\n')[position.line - 1]?.trim() ?? '';
    throw new SimhostError('ERR_BAD_LOCALE_FILE', `${displayPath(path, position)}: malformed JSON.`, {
      next: `Correct this line: ${JSON.stringify(line)}.`,
      cause,
    });
  }

  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new SimhostError('ERR_BAD_LOCALE_FILE', `${displayPath(path)} does not contain a JSON object.`, {
    next: 'Write {"key": "text"}.',
  });
}
