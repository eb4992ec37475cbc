import type {Granted} from '../../wire/capabilities.ts';
import type {Mount} from '../../wire/control.ts';
import {scriptUrl} from '../platforms/shopify/extension-assets.ts';
import type {Bundle} from '../platforms/shopify/extension/bundle.ts';
import {capabilityNames} from '../platforms/shopify/extension/capabilities.ts';
import {renderProtocolOf} from '../platforms/shopify/extension/render-protocol.ts';
import {defaultSettings} from '../platforms/shopify/extension/settings.ts';
import {translatedName} from '../platforms/shopify/extension/translated-name.ts';
import {sandboxOriginAt, scriptOriginRuleAt} from '../platforms/shopify/network-rules.ts';
import {STORAGE_LIMIT} from './mount-request.ts';
import type {MountRequest, SandboxRules} from './mount-request.ts';

const NOT_OF_ADMIN: Mount['admin'] = {
  selected: [],
  data: {selected: []},
  storageLimit: STORAGE_LIMIT,
  intent: null,
  isAnswered: false,
};

/** Describes an extension for pages: everything that they need to start it. */
export function describeMount(
  request: MountRequest,
  {origin, fetchToScriptOrigin}: SandboxRules,
  id: string,
  generation: number,
): Mount {
  const {extension, translations, bundle, conditions, target, settings, run} = request;
  const {declined = [], repeatsSignals = false, editor = false} = request;

  const urlOf = ({name, hash}: Bundle): string =>
    scriptUrl({activation: id, handle: name, hash: hash.slice(0, 8)});
  const url = urlOf(bundle);

  return {
    id,
    generation,
    started: generation > 1,
    target,
    handle: extension.handle,
    name: translatedName(extension.name, translations),
    apiVersion: extension.apiVersion,
    wire: renderProtocolOf(extension.apiVersion, bundle.code),
    scriptUrl: url,
    bundleUrl: url,
    conditions: conditions === null ? null : {scriptUrl: urlOf(conditions), bundleUrl: urlOf(conditions)},
    targets: extension.targeting.map((targeting) => targeting.target),
    ...grantedOf({extension}, declined),
    editor: editor ? 'unsaved' : null,
    settings: settings ?? (editor ? {} : defaultSettings(extension.settings)),
    metafields: editor ? [] : metafieldsOf(request),
    translations,
    activationId: `gid://shopify/ActivatedUiExtension/${id}`,
    origin: origin ?? sandboxOriginAt(target),
    fetchToScriptOrigin: fetchToScriptOrigin ?? scriptOriginRuleAt(target),
    repeatsSignals,
    changesLimited: false,
    admin: request.admin ?? NOT_OF_ADMIN,
    run: run === undefined ? null : {...run, aborted: false},
  };
}

/** Lists the metafields that the extension asks for. The preview of the editor has none (Shopify/ui-extensions #2605). */
function metafieldsOf({extension, target}: MountRequest): Mount['metafields'] {
  const own = extension.targeting.find((each) => each.target === target)?.metafields ?? [];
  return [...extension.metafields, ...own];
}

/** Divides the declared capabilities into those granted and those that the merchant declines. */
export function grantedOf(
  {extension}: Pick<MountRequest, 'extension'>,
  declined: readonly string[],
): Granted {
  const declared = capabilityNames(extension.capabilities);
  return {
    capabilities: declared.filter((name) => !declined.includes(name)),
    declined: declared.filter((name) => declined.includes(name)),
  };
}
