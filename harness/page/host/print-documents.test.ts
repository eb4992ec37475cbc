import {expect, test} from '@playwright/test';
import type {FromPage, Mount} from '../../wire/control.ts';
import type {FetchedDocument} from '../../wire/sandbox.ts';
import {PrintDocuments} from './print-documents.ts';

const MOUNT = {id: 'm1', handle: 'invoices'} as Mount;
const FETCHED: FetchedDocument = {
  url: 'https://app.example.com/print',
  status: 200,
  type: 'text/html',
  body: new ArrayBuffer(2),
};

for (const [type, kind] of [
  ['text/html', 'html'],
  ['Text/HTML; charset=utf-8', 'html'],
  ['application/pdf', 'pdf'],
  ['image/png', 'image'],
] as const) {
  test(`shows ${type} as ${kind}`, async () => {
    const {documents, sent} = documentsOf({...FETCHED, type});
    const loaded = await documents.load(MOUNT, '/print');
    expect(loaded.kind).toBe(kind);
    expect(loaded.content.size).toBe(2);
    expect(sent).toEqual([]);
  });
}

for (const [src, fetched, message] of [
  [
    '/print?key=1',
    {...FETCHED, status: 401},
    'The document /print of invoices cannot be printed: the answer is 401.',
  ],
  [
    '/print',
    {...FETCHED, type: ''},
    'The document /print of invoices cannot be printed: its type is missing.',
  ],
  ['/print', {...FETCHED, type: 'text/htmlx'}, 'its type is text/htmlx.'],
  ['/print', undefined, 'the extension was stopped.'],
  ['data:text/plain,secret', {...FETCHED, type: 'text/plain'}, 'The document data: of invoices cannot'],
  ['/print', new TypeError('Failed to fetch'), 'cannot be printed: Failed to fetch.'],
] as const) {
  test(`reports of ${src}: ${message}`, async () => {
    const {documents, sent} = documentsOf(fetched);
    await expect(documents.load(MOUNT, src)).rejects.toThrow(message);
    expect(sent).toMatchObject([
      {
        type: 'notice',
        mount: 'm1',
        notice: {code: 'print-document-failed', message: expect.stringContaining(message)},
      },
    ]);
  });
}

/** Creates documents that are all the same, or fail alike, with what they send. */
function documentsOf(fetched: FetchedDocument | Error | undefined): {
  documents: PrintDocuments;
  sent: FromPage[];
} {
  const sent: FromPage[] = [];
  const answer = fetched instanceof Error ? Promise.reject(fetched) : Promise.resolve(fetched);
  answer.catch(() => {});
  const documents = new PrintDocuments({
    fetch: () => (fetched === undefined ? undefined : (answer as Promise<FetchedDocument>)),
    send: (message) => void sent.push(message),
  });
  return {documents, sent};
}
