import {readExtensionFile} from '../../node/extension/toml.ts';
import {settingDoubts} from '../../core/platforms/shopify/extension/setting-notices.ts';
import {type Check, type Finding, notice, type Project} from './check.ts';

/** The checks for probable mistakes in the files of an extension that Shopify's CLI accepts. */
export const NOTICES: readonly Check[] = [
  {name: 'notices', run: fileNotices},
  {name: 'settings', run: settings},
];

async function fileNotices({folder}: Project): Promise<readonly Finding[]> {
  const file = await readExtensionFile(folder).catch(() => null);
  return (file?.notices ?? []).map(({message, next}) => notice(message, next));
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
