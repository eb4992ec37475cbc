import {deprecatedMembers, usesMember} from '../../node/extension/deprecated-members.ts';
import {readExtensionFile} from '../../node/extension/toml.ts';
import {settingDoubts} from '../../core/platforms/shopify/extension/setting-notices.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import {type Check, type Finding, notice, type Project} from './check.ts';
import {readSources, type Source, withoutComments} from './sources.ts';

/** The checks for probable mistakes in the files of an extension that Shopify's CLI accepts. */
export const NOTICES: readonly Check[] = [
  {name: 'notices', run: fileNotices},
  {name: 'settings', run: settings},
  {name: 'deprecated', run: deprecated},
];

async function fileNotices({folder}: Project): Promise<readonly Finding[]> {
  const file = await readExtensionFile(folder).catch(() => null);
  return (file?.notices ?? []).map(({message, next}) => notice(message, next));
}

/** Lists the deprecated members that the sources use, by the installed types. */
async function deprecated({folder}: Project): Promise<readonly Finding[]> {
  const file = await readExtensionFile(folder).catch(() => null);
  const targets = (file?.extensions ?? []).flatMap(({targeting}) => targeting.map(({target}) => target));
  const surfaces = new Set(targets.map(surfaceOf).filter((surface) => surface !== undefined));
  const sources = await readSources(folder).catch((): readonly Source[] => []);

  const members = (
    await Promise.all([...surfaces].map((surface) => deprecatedMembers(folder, surface)))
  ).flat();
  const findings = new Map<string, Finding>();
  for (const member of members) {
    const used = sources.find(({text}) => usesMember(withoutComments(text), member));
    if (used === undefined) continue;

    const name = member.owner === null ? member.name : `${member.owner}.${member.name}`;
    findings.set(name, notice(`${used.path}: ${name} is deprecated in the installed types.`, member.reason));
  }

  return [...findings.values()];
}

/** Settings are empty until the merchant sets them. */
async function settings({folder}: Project): Promise<readonly Finding[]> {
  const file = await readExtensionFile(folder).catch(() => null);
  const fields = (file?.extensions ?? []).flatMap((extension) => extension.settings);
  const {filled, required} = settingDoubts(fields);
  const findings: Finding[] = [];

  if (required.length > 0) {
    findings.push(
      notice(
        `${listed(required)} required, and still empty until the merchant has saved the settings.`,
        'Let the extension work without a value. Test it without settings.',
      ),
    );
  }

  if (filled.length > 0) {
    findings.push(
      notice(
        `${listed(filled)} filled by default_value here. On Shopify, settings are empty until ` +
          'the merchant has saved them.',
        'Let the extension work without a value. Test it so: --settings key= in simhost dev, ' +
          "settings: 'unset' in mount.",
      ),
    );
  }

  return findings;
}

function listed(keys: readonly string[]): string {
  return keys.length === 1 ? `The setting ${keys[0]} is` : `The settings ${keys.join(', ')} are`;
}
