import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {Kind, parse} from 'graphql';
import {METAFIELD_PART} from '../metafields/metafields-part.ts';
import {MODEL} from './model-part.ts';

const PAGE = join(import.meta.dirname, '../../../../../../docs/admin-api.md');

/** Lists the fields that the parts add to a root type. */
function fieldsOf(type: 'QueryRoot' | 'Mutation'): readonly string[] {
  return [MODEL.sdl, METAFIELD_PART.sdl]
    .flatMap((sdl) => parse(sdl).definitions)
    .flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_EXTENSION && definition.name.value === type
        ? (definition.fields ?? []).map(({name}) => name.value)
        : [],
    );
}

test('the page names every query and mutation of the model, and no other', async () => {
  const page = await readFile(PAGE, 'utf8');
  const [, table = ''] = /<!-- model -->\n([\s\S]*?)<!-- end of model -->/.exec(page) ?? [];
  const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const fields = [...fieldsOf('QueryRoot'), ...fieldsOf('Mutation')];

  expect(named).toHaveLength(fields.length);
  expect(new Set(named)).toEqual(new Set(fields));
});
