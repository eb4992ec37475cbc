import {documentRequest} from '../core/cases/embedded-requests.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import {createSender} from '../core/cases/runs.ts';
import {OTHER_SHOP} from '../core/cases/catalogue/strangers.ts';
import type {Backend} from './backend.ts';
import {showsDocument} from './bounce.ts';
import type {Answer, Reply} from './http-sender.ts';

/** The answers of an embedded app to document requests, before the cases. */
export interface DocumentControls {
  /** The reason why answers to document requests show nothing; `null` if they do. */
  readonly unusable: string | null;
  /** Whether valid document requests get the same body each time. */
  readonly stable: boolean;
}

const NO_DOCUMENTS: DocumentControls = {unusable: 'these backends have no documents', stable: false};

/** Requests the document with a token, without one, and for another shop. */
export async function checkDocuments(backend: Backend): Promise<DocumentControls> {
  const {profile, template, world} = backend.config;
  if (profile !== 'embedded') return NO_DOCUMENTS;

  const ask = async (parts: {readonly token: boolean; readonly shop?: string}): Promise<Reply> =>
    backend.ask(async () => {
      const sender = createSender(profile, backend.freshRunOptions(), () => {});
      const idToken = parts.token ? await sender.token() : null;
      const request = await documentRequest(template, sender, {
        idToken,
        ...(parts.shop === undefined ? {} : {shop: parts.shop}),
      });
      return {request, tokens: idToken === null ? [] : [idToken]};
    });

  const good = await ask({token: true});
  if ('failure' in good) return unusable(`no answer comes to a document request: ${good.failure}`);
  if (!showsDocument(good))
    return unusable(
      `a document request with a valid id_token is refused (${good.status}): see embed-document`,
    );

  const [again, without] = [await ask({token: true}), await ask({token: false})];
  const stable = !('failure' in again) && again.body === good.body;
  if (!isSame(good, without, world.shop.domain)) return {unusable: null, stable};

  const other = await ask({token: false, shop: OTHER_SHOP});
  const dependsOnShop =
    !('failure' in other) && showsDocument(other) && !isSame(good, other, world.shop.domain);
  return dependsOnShop ? {unusable: null, stable} : unusable(PUBLIC);
}

/** Chooses the facts about valid answers: those of documents for a document request. */
export function controlsFor<
  Controls extends {readonly stable: boolean; readonly documents: DocumentControls},
>({via}: Pick<OutgoingRequest, 'via'>, controls: Controls): Controls {
  return via === undefined ? controls : {...controls, stable: controls.documents.stable};
}

function unusable(reason: string): DocumentControls {
  return {unusable: reason, stable: false};
}

const PUBLIC =
  'the document is the same with and without a token, so its data come by other requests (--xhr names one)';

/** Whether two documents are the same, up to the shop's name and what is drawn for each answer. */
function isSame(good: Answer, reply: Reply, domain: string): boolean {
  if ('failure' in reply || !showsDocument(reply)) return false;
  return plain(good, domain) === plain(reply, domain);
}

function plain({body}: Answer, domain: string): string {
  return [domain, OTHER_SHOP]
    .flatMap((name) => [name, name.replace('.myshopify.com', '')])
    .reduce((text, name) => text.replaceAll(name, '…'), body)
    .replaceAll(/\bnonce=(["'])[^"']*\1/g, '');
}
