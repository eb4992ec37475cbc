import {ANSWER_INTENT} from '../../../../wire/admin-view.ts';
import {endOfIntent, readIntent} from '../../../../wire/intent-query.ts';
import type {ApiCallDeps, ApiCaller, ApiMember} from '../../api-call.ts';
import {badIntent} from '../../intent-name.ts';

/**
 * The members by which an extension invokes an intent, and answers the one that it handles.
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/target-apis/utility-apis/intents-api
 */
export const INTENT_CALLS: Readonly<Record<string, ApiMember>> = {
  'intents.invoke': ({overlays}, _caller, query, options) => {
    const intent = readIntent(query, options);
    if (intent === null) throw badIntent(query, 'edit:shopify/Product,gid://shopify/Product/1');
    const end = overlays.adminIntent(intent).then((isDone) => endOfIntent(intent, isDone));
    return {complete: () => end};
  },
  'intents.response.ok': answer,
  'intents.response.error': answer,
  'intents.response.closed': answer,
};

async function answer({requests}: ApiCallDeps, {mount}: ApiCaller): Promise<void> {
  await requests.request(mount.id, ANSWER_INTENT, null);
}
